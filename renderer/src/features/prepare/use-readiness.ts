import { useToday } from '#renderer/src/data/today.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { type ReadinessCheck, readinessChecks } from '#shared/review/readiness.ts';
import { withResting } from '#shared/review/resting.ts';
import type { Review } from '#shared/review/review.ts';
import type { CurrentState } from '#shared/signals/reading.ts';

export type Readiness = {
  /** Gaps first, then what holds, then what could not be judged. */
  readonly checks: readonly ReadinessCheck[];
  readonly judged: number;
  readonly gaps: number;
};

const ORDER: Readonly<Record<ReadinessCheck['status'], number>> = { gap: 0, ok: 1, 'not-judged': 2 };

/** What is ready for a review and what is not. */
export function useReadiness(review: Review, state: CurrentState): Readiness {
  const registers = useRegisters();
  const today = useToday();
  const laid = withResting(review, state.anomalies, registers);
  const checks = readinessChecks({ review: laid, state, registers, today });
  return {
    checks: checks.toSorted((left, right) => ORDER[left.status] - ORDER[right.status]),
    judged: checks.filter((check) => check.status !== 'not-judged').length,
    gaps: checks.filter((check) => check.status === 'gap').length,
  };
}
