import type { StoredEvent } from '#shared/events/event.ts';
import { foldReview } from '#shared/review/fold.ts';
import type { FoldReview } from '#shared/review/remembered-fold.ts';
import { foldActions } from './fold-actions.ts';
import { foldMetrics } from './fold-metrics.ts';
import { foldDecisions, foldInitiatives, foldRisks } from './fold-records.ts';
import { foldVerdicts, toSummary } from './fold-reviews.ts';
import { foldSetup } from './fold-setup.ts';
import { foldRota } from './fold-turns.ts';
import { openLogbook } from './logbook.ts';
import type { Registers } from './registers.ts';

/**
 * Everything on record: a pure function of all events of all streams, whatever their order of arrival. Who folds again
 * and again hands in a `fold` that remembers (`rememberReviews`).
 */
export function foldRegisters(events: readonly StoredEvent[], fold: FoldReview = foldReview): Registers {
  const log = openLogbook(events, fold);
  return {
    ...foldSetup(log),
    ...foldRota(log),
    ...foldMetrics(log),
    actions: foldActions(log),
    initiatives: foldInitiatives(log),
    risks: foldRisks(log),
    decisions: foldDecisions(log),
    reviews: log.reviews.map(toSummary),
    verdicts: foldVerdicts(log.reviews),
  };
}
