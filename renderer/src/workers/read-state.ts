import type { Series } from '#shared/series/series.ts';
import { readCurrentState } from '#shared/signals/current-state.ts';
import { PRESETS } from '#shared/signals/engine/presets.ts';
import { judgedSeries } from '#shared/signals/judged-series.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import type { EvaluationBasis } from './evaluation-basis.ts';

/** From stored series to the current state: weeks, organization totals, signals, ranking. */
export function readState(series: readonly Series[], basis: EvaluationBasis): CurrentState {
  const { asOf, entities, rebaselines, baselines, targets, setAside, verdicts, sensitivity } = basis;
  const judged = judgedSeries(series, asOf);
  return readCurrentState(judged, {
    asOf,
    entities,
    rebaselines,
    baselines,
    targets,
    setAside,
    preset: PRESETS[sensitivity],
    verdicts: new Map(verdicts),
  });
}
