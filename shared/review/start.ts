import type { ReviewEventOf } from '#shared/events/event.ts';
import { subjectOf } from '#shared/signals/anomaly-id.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import { chartsToFreeze } from './block-content.ts';
import type { CarryOver } from './carry-over.ts';
import { constraintSince } from './constraint-since.ts';
import type { ReadinessCheck } from './readiness.ts';
import { MOST_RESTATED, type RestatedFigure } from './restated.ts';
import type { AgendaBlock } from './review.ts';

/** What a review freezes when it starts: the state of that day, what has to be checked, and what readiness missed. */
export function frozenAtStart(
  state: CurrentState,
  carried: Pick<CarryOver, 'commitments' | 'notReached'> & Partial<Pick<CarryOver, 'constraint'>>,
  readiness: readonly ReadinessCheck[],
  restated: readonly RestatedFigure[] = [],
): ReviewEventOf<'review-started'>['data'] {
  const left = new Set(carried.notReached.map(subjectOf));
  const first = state.anomalies.filter(({ id }) => left.has(subjectOf(id)));
  const rest = state.anomalies.filter(({ id }) => !left.has(subjectOf(id)));
  const last = carried.constraint?.named ?? null;
  const since = last === null ? null : constraintSince(last, state.readings);
  return {
    asOf: state.asOf,
    anomalies: [...first, ...rest],
    wins: state.wins,
    dimensions: state.dimensions,
    expectedFalse: state.expectedFalse,
    commitments: carried.commitments,
    gaps: readiness
      .filter((check) => check.status === 'gap')
      .map(({ rule, sentence }) => ({ id: rule, sentence })),
    candidates: state.candidates,
    ...(since === null ? {} : { constraintSince: since }),
    notChecked: state.crossChecks.notChecked,
    ...(restated.length === 0 ? {} : { restated: restated.slice(0, MOST_RESTATED) }),
  };
}

/** The start of a review with the series that blocks of its agenda show, as they stand then. */
export function withCharts(
  started: ReviewEventOf<'review-started'>['data'],
  blocks: readonly AgendaBlock[],
  { readings }: Pick<CurrentState, 'readings'>,
): ReviewEventOf<'review-started'>['data'] {
  const charts = chartsToFreeze(blocks, readings);
  return charts.length === 0 ? started : { ...started, charts: [...charts] };
}
