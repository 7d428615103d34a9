import { describe, expect, it } from 'vitest';
import { metricById } from '#shared/drive/catalogue.ts';
import { FALSE_SIGNALS_PER_WEEK } from '#shared/signals/current-state.ts';
import type { MetricDefinition } from '#shared/signals/definition.ts';
import { assessSeries } from '#shared/signals/evaluate.ts';
import { type Seeded, seeded } from '#tests/support/seeded.ts';
import { aSeries } from '#tests/support/series.ts';

const LOOKS = 52;

type Process = {
  readonly metric: string | null;
  readonly draw: (random: Seeded) => { readonly count: number; readonly of?: number };
};

type Alarms = { readonly anyInAYear: number; readonly perWeek: number };

function definitionOf(metric: string | null): MetricDefinition | null {
  return metric === null ? null : (metricById(metric) ?? null);
}

/** Reviews stable series week by week: how often a signal is new although nothing changed. */
function falseAlarms(process: Process, history: number, series: number): Alarms {
  const random = seeded(20_261_120 + history);
  const definition = definitionOf(process.metric);
  let hit = 0;
  let alarms = 0;
  for (let index = 0; index < series; index++) {
    const drawn = Array.from({ length: history + LOOKS }, () => process.draw(random));
    const onsets = new Set<string>();
    for (let known = history + 1; known <= drawn.length; known++) {
      const points = drawn.slice(0, known);
      const rate = points[0]?.of !== undefined;
      const one = aSeries({
        values: points.map(({ count, of }) => count / (of ?? 1)),
        ...(rate
          ? { numerators: points.map(({ count }) => count), denominators: points.map(({ of }) => of ?? 0) }
          : {}),
        metric: process.metric ?? 'own:stable',
        unit: process.metric === null ? 'x' : null,
      });
      for (const { signal } of assessSeries(one, definition, { asOf: null }).open) onsets.add(signal.onset);
    }
    alarms += onsets.size;
    if (onsets.size > 0) hit++;
  }
  return { anyInAYear: hit / series, perWeek: alarms / series / LOOKS };
}

const normal: Process = { metric: null, draw: (random) => ({ count: 100 + 3 * random.normal() }) };

describe('false signals on series in which nothing changes', () => {
  it.each([8, 12, 26, 52])(
    'are the same few with a history of %i weeks: about one series of six in a year',
    (history) => {
      const { anyInAYear, perWeek } = falseAlarms(normal, history, 400);
      expect(anyInAYear).toBeGreaterThan(0.11);
      expect(anyInAYear).toBeLessThan(0.23);
      expect(perWeek / FALSE_SIGNALS_PER_WEEK).toBeGreaterThan(0.6);
      expect(perWeek / FALSE_SIGNALS_PER_WEEK).toBeLessThan(1.5);
    },
    60_000,
  );

  const poisson = (mean: number): Process => ({
    metric: 'incidents',
    draw: (random) => ({ count: random.poisson(mean) }),
  });
  const share = (n: number, of: number): Process => ({
    metric: 'change-fail-rate',
    draw: (random) => ({ count: random.binomial(n, of), of: n }),
  });

  it.each<[string, Process, number]>([
    ['incidents, 0.1 a week', poisson(0.1), 0.05],
    ['incidents, 0.3 a week', poisson(0.3), 0.05],
    ['incidents, 1 a week', poisson(1), 0.08],
    ['incidents, 3 a week', poisson(3), 0.1],
    ['incidents, 10 a week', poisson(10), 0.15],
    ['one of twenty deployments failing', share(20, 0.05), 0.08],
    ['one of seven of eight deployments failing', share(8, 0.15), 0.08],
    [
      'lead times, log-normal',
      { metric: 'change-lead-time', draw: (random) => ({ count: 20 * Math.exp(random.normal()) }) },
      0.23,
    ],
  ])(
    'stay under the bar for %s',
    (_name, process, most) => {
      expect(falseAlarms(process, 26, 150).anyInAYear).toBeLessThan(most);
    },
    60_000,
  );

  it('are halved at least where neighbouring weeks resemble each other, which moving ranges do not see', () => {
    let before = 0;
    const resembling: Process = {
      metric: null,
      draw: (random) => {
        before = 0.5 * before + random.normal();
        return { count: 100 + 3 * before };
      },
    };
    expect(falseAlarms(resembling, 26, 200).anyInAYear).toBeLessThan(0.55);
  }, 60_000);

  it('leave shifts of two and three sigma to be found within a month and a half', () => {
    const random = seeded(77);
    const delays = [2, 3].map((shift) => {
      let sum = 0;
      for (let index = 0; index < 150; index++) {
        const values = Array.from({ length: 80 }, (_, week) => random.normal() + (week >= 40 ? shift : 0));
        const found = values.findIndex(
          (_, week) =>
            week >= 40 &&
            assessSeries(aSeries({ values: values.slice(0, week + 1), unit: 'x' }), null, { asOf: null }).open
              .length > 0,
        );
        sum += (found === -1 ? 80 : found) - 39;
      }
      return sum / 150;
    });
    expect(delays[0]).toBeLessThan(6);
    expect(delays[1]).toBeLessThan(3.2);
  }, 60_000);
});
