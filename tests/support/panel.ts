import { metricById } from '#shared/drive/catalogue.ts';
import type { Preset } from '#shared/signals/engine/presets.ts';
import { judge } from '#shared/signals/judge.ts';
import type { Seeded } from './seeded.ts';
import { aSeries } from './series.ts';

/** Weeks that are known at the first look, and looks after it. */
export const HISTORY = 26;
export const LOOKS = 52;

export type Drawn = { readonly count: number; readonly of?: number };

/** A process and the metric that its series are read as; null is a metric that the catalogue does not know. */
export type Process = {
  readonly metric: string | null;
  /** Draws one whole series of `weeks` points. */
  readonly draw: (random: Seeded, weeks: number) => readonly Drawn[];
};

/** Weeks in which the newest point is an alarm, from the first look on. */
export function alarmsOf(
  metric: string | null,
  drawn: readonly Drawn[],
  history: number,
  preset?: Preset,
): readonly number[] {
  const isRate = drawn[0]?.of !== undefined;
  const series = aSeries({
    values: drawn.map(({ count, of }) => count / (of ?? 1)),
    ...(isRate
      ? { numerators: drawn.map(({ count }) => count), denominators: drawn.map(({ of }) => of ?? 0) }
      : {}),
    metric: metric ?? 'own:drawn',
    unit: metric === null ? 'x' : null,
  });
  const definition = metric === null ? null : (metricById(metric) ?? null);
  const { engine } = judge(series, definition, { asOf: null, ...(preset === undefined ? {} : { preset }) });
  return [...engine.alarm.keys()].filter((week) => week >= history && engine.alarm[week] !== 0);
}

/** Share of stable series with any alarm within a year of weekly looks, and alarms per series and week. */
export function falseAlarms(
  process: Process,
  random: Seeded,
  options: { readonly series: number; readonly history?: number; readonly preset?: Preset },
): { readonly anyInAYear: number; readonly perWeek: number } {
  const history = options.history ?? HISTORY;
  let hit = 0;
  let alarms = 0;
  for (let index = 0; index < options.series; index++) {
    const found = alarmsOf(process.metric, process.draw(random, history + LOOKS), history, options.preset);
    alarms += found.length;
    if (found.length > 0) hit++;
  }
  return { anyInAYear: hit / options.series, perWeek: alarms / options.series / LOOKS };
}

/** Mean weeks until a lasting shift of a normal level is found; one that is not found counts as the weeks that were left. */
export function meanDelay(
  shift: number,
  random: Seeded,
  options: { readonly series: number; readonly preset?: Preset },
): number {
  let sum = 0;
  let n = 0;
  for (let index = 0; index < options.series; index++) {
    const change = HISTORY + Math.floor(random.uniform() * 11);
    const side = random.uniform() < 0.5 ? 1 : -1;
    const drawn = Array.from({ length: HISTORY + LOOKS }, (_, week) => ({
      count: 1000 + 100 * (random.normal() + (week >= change ? side * shift : 0)),
    }));
    const [first = HISTORY + LOOKS - 1] = alarmsOf(null, drawn, HISTORY, options.preset);
    if (first < change) continue;
    sum += first - change + 1;
    n++;
  }
  return sum / n;
}

const each =
  (draw: (random: Seeded) => Drawn): Process['draw'] =>
  (random, weeks) =>
    Array.from({ length: weeks }, () => draw(random));

export const normal: Process = {
  metric: null,
  draw: each((random) => ({ count: 1000 + 100 * random.normal() })),
};

export const poisson = (mean: number): Process => ({
  metric: 'incidents',
  draw: each((random) => ({ count: random.poisson(mean) })),
});

export const share = (of: number, p: number): Process => ({
  metric: 'change-fail-rate',
  draw: each((random) => ({ count: random.binomial(of, p), of })),
});

/** Durations whose logarithm is normal with this standard deviation. */
export const skewed = (sigma: number, metric: string | null = 'change-lead-time'): Process => ({
  metric,
  draw: each((random) => ({ count: 20 * Math.exp(sigma * random.normal()) })),
});

/** Counts of a level that itself varies (negative binomial with this mean and shape 2). */
export const bursty = (mean: number): Process => ({
  metric: 'incidents',
  draw: each((random) => {
    const level = (-mean / 2) * (Math.log(random.uniform()) + Math.log(random.uniform()));
    return { count: random.poisson(level) };
  }),
});

/** Each week resembles the one before by `phi`. */
export const resembling = (phi: number): Process => ({
  metric: null,
  draw: (random, weeks) => {
    let away = random.normal() / Math.sqrt(1 - phi * phi);
    return Array.from({ length: weeks }, () => {
      const count = 1000 + 100 * away;
      away = phi * away + random.normal();
      return { count };
    });
  },
});
