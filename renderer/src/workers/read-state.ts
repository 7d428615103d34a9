import { metricById } from '#shared/drive/catalogue.ts';
import type { Series } from '#shared/series/series.ts';
import { toWeeks } from '#shared/series/weeks.ts';
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import type { EvaluationBasis } from './evaluation-basis.ts';

/** From stored series to the current state: weeks, signals, ranking. */
export function readState(series: readonly Series[], basis: EvaluationBasis): CurrentState {
  const readings = series.map((one) =>
    evaluateSeries(toWeeks(one, { asOf: basis.asOf }), metricById(one.metric) ?? null, { asOf: basis.asOf }),
  );
  return { asOf: basis.asOf, readings, anomalies: [], wins: [], dimensions: [], expectedFalse: 0 };
}
