import type { Day } from '#shared/day.ts';
import type { ReviewEventOf } from '#shared/events/event.ts';
import type { RestatedFigure } from '#shared/review/restated.ts';
import type { ConstraintCandidate } from '#shared/signals/constraint/candidates.ts';
import type { NotChecked } from '#shared/signals/cross-checks/check.ts';
import type { Anomaly, DimensionRead, SeriesReading } from '#shared/signals/reading.ts';
import type { RoleSpan } from './fold-roles.ts';
import type { PickMade } from './pick.ts';

export type ReviewStatus = 'preparing' | 'live' | 'suspended' | 'closed';
export type VerdictId = ReviewEventOf<'verdict-given'>['data']['verdict'];
export type CaptureKind = ReviewEventOf<'captured'>['data']['kind'];
export type Priority = NonNullable<ReviewEventOf<'captured'>['data']['priority']>;
export type BlockContent = NonNullable<AgendaBlock['content']>;
export type ParkingOutcome = ReviewEventOf<'parking-settled'>['data']['outcome'];
export type AgendaBlock = ReviewEventOf<'agenda-set'>['data']['blocks'][number];
export type CommitmentDue = ReviewEventOf<'review-started'>['data']['commitments'][number];
export type Attendance = NonNullable<ReviewEventOf<'attendance-marked'>['data']['attendance']>;
export type Presence = { readonly remote: boolean; readonly lateAtMs: number | null };
/** Somebody from outside who sits in. */
export type Guest = { readonly guest: string; readonly name: string };
export type CheckStatus = ReviewEventOf<'commitment-checked'>['data']['status'];
export type SecondSlipDecision = NonNullable<ReviewEventOf<'commitment-checked'>['data']['decision']>;

/** Who did something, and when (milliseconds, UTC). */
export type Stamp = { readonly event: string; readonly atMs: number; readonly actor: string };

/** A block of this review: `minutes` is in force now, `planned` is what the plan said when the review started. */
export type ReviewBlock = AgendaBlock & {
  readonly planned: number;
  /** Set once somebody said that nobody gives minutes for its overtime: it runs on, and nobody is asked again. */
  readonly endPays?: true;
};

export type Verdict = Stamp & {
  readonly verdict: VerdictId;
  readonly owner: string | null;
  readonly due: Day | null;
  readonly until: Day | null;
  readonly reason: string | null;
};

export type ReviewAnomaly = Anomaly & {
  /** Waiting until it is shown; not reached once the review is closed without a verdict. */
  readonly status: 'waiting' | 'shown' | 'decided' | 'set-aside' | 'not-reached';
  readonly verdict: Verdict | null;
  /** Verdicts that two people gave without seeing the other's; empty when there is one. */
  readonly contested: readonly Verdict[];
  readonly asideReason: string | null;
  /** When it was first on the stage. */
  readonly openedAtMs: number | null;
  readonly asked: readonly string[];
};

export type ItemFields = {
  readonly kind: CaptureKind;
  readonly text: string;
  readonly owner: string | null;
  readonly ownerText: string | null;
  readonly alsoNamed: readonly string[];
  readonly due: Day | null;
  readonly dueText: string | null;
  readonly reviewOn: Day | null;
  readonly dimension: string | null;
  readonly priority: Priority | null;
  readonly tier: number | null;
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly entity: string | null;
  readonly tags: readonly string[];
  readonly links: readonly string[];
  readonly flags: readonly string[];
};

export type ItemEdit = Stamp & { readonly changes: Partial<ItemFields> };

/** Something that was said and taken down: an action, a note, a decision, ... */
export type ReviewItem = ItemFields & {
  readonly id: string;
  readonly made: Stamp;
  /** Typed by somebody, or opened by a verdict that nobody has written an action for. */
  readonly source: 'captured' | 'verdict';
  readonly line: string;
  readonly number: string | null;
  readonly block: string | null;
  readonly anomaly: string | null;
  readonly private: boolean;
  readonly confirmed: boolean;
  readonly history: readonly ItemEdit[];
  /** Fields that two people changed without seeing the other's edit. */
  readonly contested: readonly string[];
  /** What the next edit has to name as seen, by field. */
  readonly heads: Readonly<Record<string, readonly string[]>>;
};

export type CommitmentCheck = Stamp & {
  readonly status: CheckStatus;
  readonly doneOn: Day | null;
  readonly due: Day | null;
  readonly owner: string | null;
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly decision: SecondSlipDecision | null;
};

export type Commitment = CommitmentDue & { readonly check: CommitmentCheck | null };

export type AndonPull = Stamp & {
  readonly reason: string;
  readonly by: string | null;
  readonly block: string | null;
  readonly released: (Stamp & { readonly decided: string }) | null;
};

export type NamedConstraint = Stamp & Omit<ReviewEventOf<'constraint-named'>['data'], 'seen'>;

export type QuestionAnswer = Stamp & {
  readonly answer: ReviewEventOf<'question-answered'>['data']['answer'];
  readonly computed: string;
};

/** One value of the review that two people set without seeing the other's. The last version is in force. */
export type ContestedValue = {
  readonly kind: 'constraint' | 'check' | 'answer' | 'readout';
  /** The commitment, question or section; `constraint` for the constraint. */
  readonly id: string;
  readonly versions: readonly (Stamp & { readonly text: string })[];
};

/** A moment at which the clock changed what it does; in order, never going back. */
export type ClockMark =
  | { readonly kind: 'entered'; readonly atMs: number; readonly block: string }
  | { readonly kind: 'held'; readonly atMs: number; readonly reason?: string }
  | {
      readonly kind: 'resumed' | 'andon' | 'released' | 'suspended' | 'continued' | 'closed';
      readonly atMs: number;
    };

/** A stretch in which the machine slept. Until somebody says whether it counts it does not. */
export type Gap = { readonly fromMs: number; readonly toMs: number; readonly counted: boolean | null };

/** The votes for the meeting: nobody can be told by them. */
export type Votes = {
  /** How many voted 1, 2, 3, 4 and 5. */
  readonly counts: readonly [number, number, number, number, number];
  /** Voters of whom only the mean is known. */
  readonly averaged: number;
  readonly reasons: readonly string[];
};

/** What came of something that was parked. */
export type ParkingSettled = Stamp & Omit<ReviewEventOf<'parking-settled'>['data'], 'item'>;

/** One review as its events tell it. */
export type Review = {
  readonly id: string;
  readonly status: ReviewStatus;
  readonly date: Day | null;
  readonly time: string | null;
  readonly slotMinutes: number;
  readonly template: string | null;
  readonly facilitator: string | null;
  readonly scribe: string | null;
  readonly timekeeper: string | null;
  /** Who held which role from when to when while the review ran; empty before the start. */
  readonly roleSpans: readonly RoleSpan[];
  readonly preReadAtMs: number | null;
  readonly startedAtMs: number | null;
  readonly closedAtMs: number | null;
  readonly blocks: readonly ReviewBlock[];
  readonly currentBlock: string | null;
  readonly currentAnomaly: string | null;
  /** Which part of the block at hand is shown: a series of its charts, a page of its text; null for the first. */
  readonly currentPart: string | null;
  /** Since when the anomaly at hand is on the stage this time. */
  readonly anomalySinceMs: number | null;
  /** Day that the frozen numbers speak of, null before the start. */
  readonly asOf: Day | null;
  /** In the order of the walk: dimension by dimension as the agenda has them, by hand where somebody ordered. */
  readonly anomalies: readonly ReviewAnomaly[];
  /** Before the start: what was ordered and set aside, to be laid over the live ranking. */
  readonly order: Readonly<Record<string, readonly string[]>>;
  readonly aside: Readonly<Record<string, string>>;
  readonly wins: readonly Anomaly[];
  readonly dimensions: readonly DimensionRead[];
  readonly expectedFalse: number;
  /** What may limit the whole, as it was suggested when the review started. */
  readonly candidates: readonly ConstraintCandidate[];
  /** Whether the last constraint's own series had moved by then; null where none is its own. */
  readonly constraintSince: string | null;
  /** Cross-checks that could not be made, and why. */
  readonly notChecked: readonly NotChecked[];
  readonly commitments: readonly Commitment[];
  /** What readiness missed when it was started anyway. */
  readonly gapsAtStart: readonly { readonly id: string; readonly sentence: string }[];
  /** Figures of the last review's periods that have changed since it, as they were when this one started. */
  readonly restated: readonly RestatedFigure[];
  readonly items: readonly ReviewItem[];
  readonly removed: readonly (ReviewItem & {
    readonly removal: Stamp & { readonly reason: string | null };
  })[];
  readonly andons: readonly AndonPull[];
  /** By person: in the room, or away with word; who is not named was not marked. */
  readonly attendance: Readonly<Record<string, Attendance>>;
  /** By person who is marked: from elsewhere, and when they came after it had begun. */
  readonly presence: Readonly<Record<string, Presence>>;
  readonly guests: readonly Guest[];
  /** What was drawn, in order, draws that were taken back among them. */
  readonly picks: readonly PickMade[];
  readonly constraint: NamedConstraint | null;
  readonly answers: Readonly<Record<string, QuestionAnswer>>;
  readonly rating: { readonly mean: number; readonly voters: number } | null;
  readonly votes: Votes;
  /** Items of checklists that are done. */
  readonly ticked: Readonly<Record<string, Stamp>>;
  /** Series that blocks show as charts, as they were when the room saw them first. */
  readonly charts: readonly SeriesReading[];
  /** What came of parked items, those of earlier reviews included. */
  readonly settled: Readonly<Record<string, ParkingSettled>>;
  readonly waivers: readonly (Stamp & { readonly rule: string; readonly reason: string })[];
  readonly handOver: {
    readonly facilitator: string | null;
    readonly date: Day | null;
    readonly time: string | null;
  } | null;
  readonly edits: Readonly<Record<string, string>>;
  /** Values that two people set apart; edits of items and verdicts say so themselves. */
  readonly contested: readonly ContestedValue[];
  /** By value (`check A-102`), the events that it rests on: what the next one names as seen. */
  readonly heads: Readonly<Record<string, readonly string[]>>;
  /** The readout as it was made, as JSON; null until then. */
  readonly readout: unknown;
  readonly marks: readonly ClockMark[];
  readonly gaps: readonly Gap[];
  /** Events of types that this build does not know; they are kept and passed over. */
  readonly passedOver: number;
};
