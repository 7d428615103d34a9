import { metricById } from '#shared/drive/catalogue.ts';
import {
  type EngineKind,
  type EngineState,
  FROZEN_AT,
  newEngine,
} from '#shared/signals/engine/engine-state.ts';
import { DEFAULT_PRESET } from '#shared/signals/engine/presets.ts';
import { blankResult, runEngine } from '#shared/signals/engine/run-engine.ts';
import { step } from '#shared/signals/engine/step.ts';
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import { seeded } from '#tests/support/seeded.ts';
import { aSeries } from '#tests/support/series.ts';

/** The engine over 20,000 series of two years, as ratios to one pass that adds the same numbers. Run by hand. */
const SERIES = 20_000;
const WEEKS = 104;
const RUNS = 5;

/** Milliseconds of processor time, so that what else the machine does counts little. */
function median(run: () => unknown): number {
  for (let warm = 0; warm < 2; warm++) run();
  globalThis.gc?.();
  const times = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    run();
    return process.cpuUsage(before).user / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}

function drawn(kind: EngineKind): { values: Float64Array; events: Float64Array } {
  const random = seeded(1);
  const values = new Float64Array(SERIES * WEEKS);
  const events = new Float64Array(SERIES * WEEKS);
  for (let index = 0; index < values.length; index++) {
    const count = kind === 'normal' ? 0 : random.poisson(8);
    events[index] = count;
    values[index] = kind === 'normal' ? random.normal() : Math.sqrt(count + 0.375);
  }
  return { values, events };
}

let kept = 0;

for (const kind of ['normal', 'poisson', 'binomial'] as const) {
  const { values, events } = drawn(kind);
  const exposures = new Float64Array(values.length).fill(kind === 'binomial' ? 40 : 1);
  const limit = median(() => {
    let sum = 0;
    for (const value of values) sum += value;
    kept += sum;
  });
  const result = blankResult(WEEKS);
  const scratch = median(() => {
    for (let series = 0; series < SERIES; series++) {
      const from = series * WEEKS;
      const input = {
        kind,
        values: values.subarray(from, from + WEEKS),
        events: kind === 'normal' ? null : events.subarray(from, from + WEEKS),
        exposures: kind === 'normal' ? null : exposures.subarray(from, from + WEEKS),
      };
      runEngine(input, { from: 0, to: WEEKS, frozenAt: FROZEN_AT }, DEFAULT_PRESET, result);
      kept += result.alarm[WEEKS - 1] ?? 0;
    }
  });
  const states: EngineState[] = [];
  for (let series = 0; series < SERIES; series++) {
    const state = newEngine(kind);
    for (let week = 0; week < WEEKS - 1; week++) {
      const at = series * WEEKS + week;
      step(state, DEFAULT_PRESET, values[at] ?? 0, events[at], exposures[at]);
    }
    states.push(state);
  }
  const week = median(() => {
    for (const [series, state] of states.entries()) {
      const at = series * WEEKS + WEEKS - 1;
      step(state, DEFAULT_PRESET, values[at] ?? 0, events[at], exposures[at]);
    }
  });
  const points = SERIES * WEEKS;
  console.log(
    `${kind}: ${(points / scratch / 1000).toFixed(2)} million points a second from scratch, ${(scratch / limit).toFixed(0)} times one pass that adds; one new week of all series ${(100 * (week / scratch)).toFixed(1)} % of it`,
  );
}

const metric = metricById('change-lead-time') ?? null;
const random = seeded(2);
const one = aSeries({
  metric: 'change-lead-time',
  values: Array.from({ length: WEEKS }, () => 20 * Math.exp(0.2 * random.normal())),
});
const reading = median(() => {
  for (let again = 0; again < 100; again++) kept += evaluateSeries(one, metric, { asOf: null }).points.length;
});
console.log(
  `one series of ${WEEKS} weeks with limits, rules, signals and sentence: ${(reading / 100).toFixed(3)} ms`,
);
if (kept === Number.POSITIVE_INFINITY) console.log('');
