import { type Series, seriesId } from '#shared/series/series.ts';

/** A metric whose values in a file are another order of size than those stored: perhaps in another unit. */
export type ScaleShift = {
  readonly metric: string;
  readonly metricName: string;
  /** Unit of the stored values, null when nobody said. */
  readonly stored: string | null;
  /** Middle of the stored values and of the file's, over the series that have both. */
  readonly storedMiddle: number;
  readonly fileMiddle: number;
  /** Times by which the file's values are smaller (above 1) or larger (below 1), as units differ: 60, 1/1000. */
  readonly factor: number;
};

/** Times between units that are in use side by side: of length of time, of size, of shares. */
const FACTORS = [24, 60, 100, 1000, 1440, 3600, 86_400, 1_000_000];
/** Values vary by about as much as this around what a change of unit alone would make of them. */
const NEAR = 1.6;
/** Fewer values on either side prove nothing. */
const ENOUGH = 3;
/** Almost all series of the metric must have moved alike: a unit changes for all of them. */
const ALIKE = 0.8;

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

function sizes({ values }: Series): readonly number[] {
  return [...values].filter((value) => value > 0);
}

function nearestFactor(ratio: number): number | null {
  const times = ratio > 1 ? ratio : 1 / ratio;
  const near = FACTORS.filter((factor) => times > factor / NEAR && times < factor * NEAR);
  const best = near.toSorted((a, b) => Math.abs(Math.log(times / a)) - Math.abs(Math.log(times / b)))[0];
  if (best === undefined) return null;
  return ratio > 1 ? best : 1 / best;
}

type Pair = { readonly stored: readonly number[]; readonly file: readonly number[]; readonly series: Series };

function shiftOf(pairs: readonly Pair[]): ScaleShift | null {
  const [first] = pairs;
  const stored = pairs.flatMap((pair) => pair.stored);
  const file = pairs.flatMap((pair) => pair.file);
  if (first === undefined || stored.length < ENOUGH || file.length < ENOUGH) return null;
  const ratio = middle(pairs.map((pair) => middle(pair.stored) / middle(pair.file)));
  const factor = nearestFactor(ratio);
  if (factor === null) return null;
  const alike = pairs.filter((pair) => {
    const own = middle(pair.stored) / middle(pair.file);
    return ratio > 1 ? own > 5 : own < 0.2;
  });
  if (alike.length < pairs.length * ALIKE) return null;
  const { metric, metricName, unit } = first.series;
  return {
    metric,
    metricName,
    stored: unit,
    storedMiddle: middle(stored),
    fileMiddle: middle(file),
    factor,
  };
}

/** Metrics of a file that differ from what is stored as a change of unit would make them, which no header says. */
export function scaleShifts(before: readonly Series[], incoming: readonly Series[]): readonly ScaleShift[] {
  const stored = new Map(before.map((series) => [seriesId(series), series]));
  const byMetric = new Map<string, Pair[]>();
  for (const series of incoming) {
    const known = stored.get(seriesId(series));
    if (known === undefined || (known.unit !== null && series.unit !== null && known.unit !== series.unit))
      continue;
    const pair = { stored: sizes(known), file: sizes(series), series: known };
    if (pair.stored.length === 0 || pair.file.length === 0) continue;
    byMetric.set(series.metric, [...(byMetric.get(series.metric) ?? []), pair]);
  }
  return [...byMetric.values()].flatMap((pairs) => shiftOf(pairs) ?? []);
}
