import type { Day } from '#shared/day.ts';

export type InitiativeOnRecord = {
  readonly id: string;
  readonly name: string;
  readonly tier: number | null;
  readonly status: 'on-track' | 'at-risk' | 'blocked' | 'done' | 'dropped';
  /** Names as people know them. */
  readonly accountable: string | null;
  readonly due: Day | null;
  readonly blockedSince: Day | null;
  readonly reason: string | null;
  readonly unblockOwner: string | null;
  /** False where the person named to unblock it has left. */
  readonly unblockerActive: boolean;
  /** The team of the one who is to unblock it. */
  readonly unblockTeam: string | null;
  readonly unblockBy: Day | null;
  readonly waitsFor: readonly string[];
  /** Whether an open action with a date is linked to it. */
  readonly hasDatedAction: boolean;
  /** True where the file that it comes from has no column for who unblocks. */
  readonly unblockerUnknown: boolean;
};

export type RiskOnRecord = {
  readonly id: string;
  readonly text: string;
  readonly acceptedBy: string | null;
  readonly acceptedUntil: Day | null;
};

/** Promises of the newest three reviews, as the ledger counts them. */
export type PromisesOnRecord = {
  readonly reviews: number;
  readonly kept: number;
  readonly due: number;
  /** Promises of any review that slipped a second time and wait for a decision. */
  readonly slipped: readonly { readonly id: string; readonly text: string; readonly slips: number }[];
};

/** An open action whose text speaks of a post-mortem: whatever it is for has none published yet. */
export type PostMortemAction = { readonly id: string; readonly text: string; readonly due: Day | null };

/** Scores of an assessment, 1 to 5. */
export type AssessmentOnRecord = {
  readonly on: Day;
  readonly deliveryMetrics: number | null;
  readonly deliveryPractices: number | null;
};

/** What the organization has written down, as the checks read it; crosses to the worker as it is. */
export type OnRecord = {
  /** How many reviews were closed. */
  readonly closedReviews: number;
  readonly initiatives: readonly InitiativeOnRecord[];
  /** Accepted risks that are open. */
  readonly acceptedRisks: readonly RiskOnRecord[];
  readonly risks: number;
  readonly promises: PromisesOnRecord;
  readonly postMortems: readonly PostMortemAction[];
};
