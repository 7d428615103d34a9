import type { Day } from '#shared/day.ts';
import type { CheckLevel } from '#shared/drive/cross-checks.ts';
import type { VerdictId } from '#shared/review/review.ts';

/** Where a piece of evidence can be opened. */
export type EvidenceLink = {
  readonly kind: 'series' | 'incident' | 'finding' | 'asset' | 'launch' | 'initiative' | 'action' | 'risk';
  readonly id: string;
};

/** One number or record that a check rests on. */
export type Evidence = {
  readonly label: string;
  readonly value: string;
  /** When it was so, in words; null where it stands for now. */
  readonly period: string | null;
  readonly link: EvidenceLink | null;
};

/** What a check found, before it is given the words of its definition. */
export type Found = {
  /** What it is about, first of all the one that names it. */
  readonly entities: readonly string[];
  readonly onset: Day;
  /** Where it differs from the level of the definition. */
  readonly level?: CheckLevel;
  /** At most about twelve words. */
  readonly headline: string;
  readonly text: string;
  /** The rule with the numbers of this case in it, to be read aloud. */
  readonly rule: string;
  readonly evidence: readonly Evidence[];
  /** The series that is drawn beside it, by id; null where it rests on records alone. */
  readonly series: string | null;
  /** Series whose own signals are part of this and are not put before the room a second time. */
  readonly covers: readonly string[];
  /** Series whose improvement is no win as long as this is open. */
  readonly doubts?: readonly string[];
  /** Checks on the same entity that this one tells already. */
  readonly tells?: readonly string[];
  /** What was assumed where something was not known. */
  readonly notes?: readonly string[];
  /** What stands in the places of the check's questions and refutations: `days` for `{days}`. */
  readonly places?: Readonly<Record<string, string>>;
  /** How far it is from where it was, 0 to 1; 1 where it is pass or fail. */
  readonly size?: number;
};

export type Outcome =
  | { readonly kind: 'checked'; readonly found: readonly Found[] }
  | { readonly kind: 'not-checked'; readonly because: string };

/** A check that fired, with everything that the walk shows beside it. */
export type CrossCheck = Required<Found> & {
  /** Stable while it lasts: what it is drawn on or about, the check, the onset. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** One of the five, or `data` for what only Prepare shows. */
  readonly dimension: string;
  readonly questions: readonly string[];
  /** What would show that the claim is wrong. */
  readonly refutedBy: readonly string[];
  readonly outcome: string | null;
  /** The verdict that fits it most naturally. */
  readonly verdict: VerdictId;
};

/** A check that could not be made; silence is not health. */
export type NotChecked = { readonly code: string; readonly name: string; readonly because: string };

export type CrossCheckResults = {
  readonly found: readonly CrossCheck[];
  readonly notChecked: readonly NotChecked[];
};

/** Nothing to report. */
export const quiet: Outcome = { kind: 'checked', found: [] };

export function notChecked(because: string): Outcome {
  return { kind: 'not-checked', because };
}

export function checked(found: readonly Found[]): Outcome {
  return { kind: 'checked', found };
}
