import type { Day } from '#shared/day.ts';
import type { OrganizationEventOf } from '#shared/events/event.ts';
import type { OwnMeasures } from '#shared/review/own-measures.ts';
import type { PickOf } from '#shared/review/pick.ts';
import type {
  CheckStatus,
  NamedConstraint,
  ParkingOutcome,
  ReviewStatus,
  SecondSlipDecision,
  VerdictId,
} from '#shared/review/review.ts';
import type { Absence, Turns } from '#shared/review/rota.ts';

export type ActionFields = Omit<OrganizationEventOf<'action-recorded'>['data'], 'action' | 'number'>;
export type InitiativeFields = Omit<
  OrganizationEventOf<'initiative-recorded'>['data'],
  'initiative' | 'number'
>;
export type RiskFields = Omit<OrganizationEventOf<'risk-recorded'>['data'], 'risk' | 'number'>;
export type DecisionFields = Omit<
  OrganizationEventOf<'decision-recorded'>['data'],
  'decision' | 'number' | 'on'
>;
export type PersonFields = Omit<OrganizationEventOf<'person-added'>['data'], 'person'>;
export type EntityFields = {
  readonly kind: 'organization' | 'team' | 'service' | 'initiative' | 'asset' | 'other';
  readonly displayName: string | null;
  readonly tier: number | null;
  readonly team: string | null;
  readonly aliasOf: string | null;
  readonly customerFacing: boolean;
  readonly active: boolean;
};

/** One edit of an entry, for its history. */
export type RecordEdit<Fields> = {
  readonly event: string;
  readonly atMs: number;
  readonly actor: string;
  readonly changes: Partial<Fields>;
};

/** An entry of a register, with everything that happened to it. */
export type OnRecord<Fields> = Fields & {
  /** Counted id (`A-102`, `R-3`), or the origin's id where the register does not count. */
  readonly id: string;
  /** Id of what it was made from: the captured item, or the recorded entry. */
  readonly origin: string;
  readonly madeAtMs: number;
  readonly madeBy: string;
  /** The review that made it, null outside a review. */
  readonly review: string | null;
  readonly history: readonly RecordEdit<Fields>[];
  /** Fields that two people changed without seeing the other's edit. */
  readonly contested: readonly string[];
  /** What the next edit names as seen, by field (`recordChange`). */
  readonly heads: Readonly<Record<string, readonly string[]>>;
};

/** A due date that an action had, from when on. */
export type DueDate = {
  readonly due: Day;
  readonly setAtMs: number;
  readonly setOn: Day;
  /** True while the review that made the action was still under way: moving it then is no slip. */
  readonly inItsReview: boolean;
};

/** What a later review found when it checked the action. */
export type ActionCheck = {
  readonly review: string;
  readonly atMs: number;
  readonly on: Day;
  readonly status: CheckStatus;
  readonly reason: string | null;
  readonly decision: SecondSlipDecision | null;
};

/** A commitment: one owner, one due date. How it stands on a day is computed in `review/commitments.ts`. */
export type Action = OnRecord<ActionFields> & {
  /** Every due date in order; the last one is in force. */
  readonly dues: readonly DueDate[];
  readonly checks: readonly ActionCheck[];
  /** How many closed reviews left it open. */
  readonly carried: number;
  /** The anomaly that it answers. */
  readonly anomaly: string | null;
};

export type Initiative = OnRecord<InitiativeFields>;
export type Risk = OnRecord<RiskFields>;
export type Decision = OnRecord<DecisionFields> & { readonly on: Day };
export type Person = OnRecord<PersonFields>;
export type Entity = OnRecord<EntityFields>;

export type Organization = Omit<OrganizationEventOf<'organization-named'>['data'], 'seen'>;
export type Cadence = OrganizationEventOf<'cadence-set'>['data'];
export type ChangedTemplate = Omit<OrganizationEventOf<'template-changed'>['data'], 'seen'>;
export type Annotation = OrganizationEventOf<'annotation-added'>['data'] & {
  /** The review whose verdict explained it, null when somebody wrote it. */
  readonly review: string | null;
  readonly atMs: number;
};
export type UpcomingChange = OrganizationEventOf<'upcoming-change-registered'>['data'];
export type Rebaseline = OrganizationEventOf<'rebaselined'>['data'] & { readonly atMs: number };
export type Baseline = NonNullable<OrganizationEventOf<'baseline-set'>['data']['baseline']> & {
  readonly series: string;
  readonly phase: Day;
};
export type Snapshot = OrganizationEventOf<'snapshot-imported'>['data'] & {
  readonly importedAtMs: number;
  readonly takenBackAtMs: number | null;
};
export type Target = Omit<OrganizationEventOf<'target-set'>['data'], 'seen' | 'snapshot'>;

/** What a review said about an anomaly, kept for the walk and the ranking of the next ones. */
export type VerdictOnRecord = {
  readonly review: string;
  readonly date: Day | null;
  readonly verdict: VerdictId | 'not-reached';
  readonly until: Day | null;
  readonly reason: string | null;
  /** Distance from the centre in sigma when it was said, null where no signal gave one. */
  readonly strength: number | null;
};

/** One line for one review, newest last. */
export type ReviewSummary = {
  readonly id: string;
  readonly status: ReviewStatus;
  readonly date: Day | null;
  readonly time: string | null;
  readonly facilitator: string | null;
  /** Who held the chair longest; null before the start. */
  readonly ledBy: string | null;
  /** Who was marked as here. */
  readonly attended: readonly string[];
  readonly startedAtMs: number | null;
  readonly closedAtMs: number | null;
  readonly plannedMinutes: number;
  /** Null until it is closed. */
  readonly usedMinutes: number | null;
  readonly findings: number;
  /** What it was by its own record. */
  readonly own: OwnMeasures;
  readonly constraint: NamedConstraint | null;
  readonly rating: number | null;
  readonly waivers: readonly { readonly rule: string; readonly reason: string }[];
  /** Who runs the next review, and when, as it was handed over. */
  readonly handOver: {
    readonly facilitator: string | null;
    readonly date: Day | null;
    readonly time: string | null;
  } | null;
  /** Planned and used minutes by kind of block. */
  readonly blocks: readonly {
    readonly kind: string;
    readonly name: string;
    readonly planned: number;
    readonly used: number;
  }[];
  /** What was drawn and not taken back: a team for the deep dive, a facilitator. */
  readonly picks: readonly { readonly of: PickOf; readonly picked: string }[];
  /** What was put in the parking lot. */
  readonly parking: readonly { readonly item: string; readonly text: string }[];
  /** What it made of parked items, its own and those of earlier reviews. */
  readonly settled: readonly { readonly item: string; readonly outcome: ParkingOutcome }[];
  readonly hasReadout: boolean;
};

/** Everything the organization has on record, folded from all events of all streams. */
export type Registers = {
  readonly organization: Organization | null;
  /** The one day that the organization lives on, null: the machine's day. */
  readonly pinnedDay: Day | null;
  readonly cadence: Cadence | null;
  readonly templates: readonly ChangedTemplate[];
  readonly people: readonly Person[];
  /** Who is away when. */
  readonly absences: readonly Absence[];
  /** Whose turn it is to facilitate, and who did when. */
  readonly turns: Turns;
  readonly entities: readonly Entity[];
  readonly actions: readonly Action[];
  readonly initiatives: readonly Initiative[];
  readonly risks: readonly Risk[];
  readonly decisions: readonly Decision[];
  readonly annotations: readonly Annotation[];
  readonly targets: readonly Target[];
  readonly rebaselines: readonly Rebaseline[];
  /** Limits that were locked or fixed, one for a phase at most. */
  readonly baselines: readonly Baseline[];
  readonly upcomingChanges: readonly UpcomingChange[];
  readonly snapshots: readonly Snapshot[];
  /** Settings by signature of the header. */
  readonly mappings: ReadonlyMap<string, unknown>;
  readonly reviews: readonly ReviewSummary[];
  /** By anomaly, oldest first. */
  readonly verdicts: ReadonlyMap<string, readonly VerdictOnRecord[]>;
};
