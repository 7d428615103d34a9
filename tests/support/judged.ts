import { metricById } from '#shared/drive/catalogue.ts';
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import type { EvaluateOptions } from '#shared/signals/evaluate-options.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { seeded } from '#tests/support/seeded.ts';
import { aSeries } from '#tests/support/series.ts';

/** The reading of values that no metric of the catalogue describes. */
export function read(
  values: readonly (number | null)[],
  options: Partial<EvaluateOptions> = {},
  unit: string | null = 'x',
): SeriesReading {
  return evaluateSeries(aSeries({ values, unit }), null, { asOf: null, ...options });
}

/** The reading of values of a metric of the catalogue. */
export function catalogued(
  metric: string,
  values: readonly (number | null)[],
  options: Partial<EvaluateOptions> = {},
  parts: { numerators?: readonly number[]; denominators?: readonly number[]; unit?: string } = {},
): SeriesReading {
  const definition = metricById(metric) ?? null;
  return evaluateSeries(aSeries({ metric, values, ...parts }), definition, { asOf: null, ...options });
}

/** Positions of the points that a rule marks; any rule where none is named. */
export function flagged(reading: SeriesReading, rule?: string): readonly number[] {
  return reading.points.flatMap(({ rules }, index) =>
    rules.some((one) => rule === undefined || one === rule) ? [index] : [],
  );
}

const random = seeded(3);
/** Thirty-four quiet values around 50, no rule completed. */
export const QUIET = Array.from(
  { length: 34 },
  (_, index) => 50 + (index % 2 === 0 ? 1 : -1) * (1 + random.uniform()),
);
