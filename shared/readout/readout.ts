import { anomaly, reading } from '#shared/events/frozen.ts';
import { day, instant, texts } from '#shared/events/parts.ts';
import { verdict } from '#shared/events/review-events.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Anomaly, SeriesReading } from '#shared/signals/reading.ts';
import { z } from '#shared/zod.ts';

const line = z.string();
const maybe = z.string().nullable();

/** A text that was proposed and may have been edited; the proposal stays beside the edit. */
const worded = z.strictObject({ text: line, proposed: maybe });

const header = z.strictObject({
  organization: line,
  /** The review's place in the row of reviews, from 1. */
  number: z.int().positive().nullable(),
  date: day.nullable(),
  status: z.enum(['draft', 'final']),
  owner: maybe,
  facilitator: maybe,
  scribe: maybe,
  /** The day that the numbers speak of. */
  asOf: day.nullable(),
  madeAt: instant,
  /** BCP 47 locale and IANA zone in which days and numbers are written. */
  locale: line,
  timeZone: line,
});

const outcome = z.strictObject({
  id: line,
  name: line,
  /** The one number with its unit, null when nothing touched this outcome. */
  figure: maybe,
  /** What the number is measured on, and when: `Search, week 46`. */
  of: maybe,
  direction: z.enum(['worse', 'better', 'neither']),
  sentence: worded,
  /** Place in the evidence (`E1`), null when the number stands in no chart of it. */
  evidence: maybe,
});

const constraint = z.strictObject({
  name: line,
  unchanged: z.boolean(),
  /** In how many reviews in a row it has been named, this one included. */
  reviews: z.int().positive(),
  evidence: texts,
  subordinated: maybe,
  lastBecame: maybe,
  moved: z.enum(['yes', 'no', 'moved-elsewhere']).nullable(),
});

const decision = z.strictObject({ id: line, text: line, owner: maybe });
const ask = z.strictObject({ text: line, who: maybe, by: day.nullable() });

const dimension = z.strictObject({
  id: line,
  name: line,
  state: z.enum(['routine', 'better', 'worse', 'changed', 'stale', 'missing']),
  word: line,
  sentence: worded,
  shown: z.int(),
  decided: z.int(),
  series: z.int(),
  stale: texts,
  missing: texts,
});

/** How a promise stands on the day of the review. */
const standing = z.enum(['kept', 'late', 'overdue', 'due', 'dropped']);

const promise = z.strictObject({
  id: line,
  text: line,
  owner: maybe,
  due: day.nullable(),
  standing,
  slips: z.int(),
  /** What was decided about it in this review. */
  decision: maybe,
  reason: maybe,
  newDue: day.nullable(),
});

const commitment = z.strictObject({
  id: line,
  kind: z.enum(['action', 'initiative']),
  text: line,
  owner: maybe,
  due: day.nullable(),
  priority: maybe,
  /** What it is for: the outcome or dimension of its finding. */
  serves: maybe,
  evidence: maybe,
});

const answer = z.strictObject({
  id: line,
  question: line,
  kind: z.enum(['computed', 'edited', 'not-answered']),
  text: line,
  computed: line,
  evidence: texts,
});

const risk = z.strictObject({
  id: line,
  text: line,
  change: z.enum(['new', 'expired', 'review-due']),
  likelihood: z.number().nullable(),
  impact: z.number().nullable(),
  band: maybe,
  owner: maybe,
  reviewOn: day.nullable(),
});

const meeting = z.strictObject({
  plannedMinutes: z.number(),
  usedMinutes: z.number(),
  /** Exact, where it was kept: a block of twenty seconds is none of 0 minutes. */
  usedSeconds: z.int().nonnegative().exactOptional(),
  blocks: z.array(
    z.strictObject({
      name: line,
      planned: z.number(),
      used: z.number(),
      usedSeconds: z.int().nonnegative().exactOptional(),
    }),
  ),
  shown: z.int(),
  decided: z.int(),
  notReached: z.array(z.strictObject({ headline: line, dimension: line })),
  setAside: z.array(z.strictObject({ headline: line, reason: maybe })),
  rating: z
    .strictObject({
      mean: z.number(),
      voters: z.int(),
      /** How many voted 1 to 5, where single votes are known. */
      counts: z.array(z.int()).length(5).exactOptional(),
      reasons: texts.exactOptional(),
    })
    .nullable(),
  /** The review by its own record: findings made, those with owner and date, and a sentence for each measure. */
  own: z.strictObject({ findings: z.int(), owned: z.int(), trend: texts }).exactOptional(),
  /** Names; absent where nobody was marked. */
  attendance: z
    .strictObject({
      here: texts,
      sentWord: texts,
      guests: texts.exactOptional(),
      /** Of those who were there: from elsewhere, after it had begun (with the time), for the first time. */
      remote: texts.exactOptional(),
      late: texts.exactOptional(),
      first: texts.exactOptional(),
    })
    .optional(),
  /** Who led, wrote and kept the time, a sentence each role; with times where a role changed hands. */
  roles: texts.exactOptional(),
  /** What was drawn by lot, with weights and seed. */
  draws: texts.optional(),
  waivers: z.array(z.strictObject({ rule: line, reason: line })),
  andons: z.array(z.strictObject({ reason: line, decided: maybe })),
  gapsAtStart: texts,
});

const evidence = z.strictObject({
  /** `E1`, `E2`, ... in the order of the walk. */
  id: line,
  anomaly,
  verdict: verdict.nullable(),
  verdictName: maybe,
  reason: maybe,
  owner: maybe,
  due: day.nullable(),
  until: day.nullable(),
  /** Ids of the commitments made for it. */
  commitments: texts,
  /** Questions that were put to the room; absent where none was. */
  asked: texts.exactOptional(),
});

/** What a block of the room's own showed. */
const blockShown = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), name: line, held: z.boolean(), text: line }),
  z.strictObject({
    kind: z.literal('checklist'),
    name: line,
    held: z.boolean(),
    items: z.array(z.strictObject({ text: line, ticked: z.boolean() })),
  }),
  z.strictObject({
    kind: z.literal('register'),
    name: line,
    held: z.boolean(),
    title: line,
    rows: z.array(z.strictObject({ id: line, text: line, owner: maybe, on: day.nullable(), status: line })),
  }),
  z.strictObject({
    kind: z.literal('charts'),
    name: line,
    held: z.boolean(),
    charts: z.array(reading),
    /** Series that were chosen and are not on record. */
    missing: texts,
  }),
]);

const readout = z.strictObject({
  format: z.literal('andon-readout'),
  version: z.literal(1),
  header,
  title: worded,
  headline: worded,
  outcomes: z.array(outcome),
  constraint: constraint.nullable(),
  /** Why no constraint was named, when none was. */
  withoutConstraint: maybe,
  decisions: z.array(decision),
  asks: z.array(ask),
  wins: texts,
  dimensions: z.array(dimension),
  promises: z.strictObject({ sentence: line, due: z.array(promise) }),
  commitments: z.array(commitment),
  six: z.array(answer),
  risks: z.array(risk),
  next: z.strictObject({
    changes: z.array(z.strictObject({ text: line, from: day, until: day.nullable(), entities: texts })),
    date: day.nullable(),
    time: maybe,
    facilitator: maybe,
  }),
  meeting,
  parked: texts,
  /** What became of things that were parked, today or before. */
  settled: texts.exactOptional(),
  blocks: z.array(blockShown).exactOptional(),
  notes: texts,
  evidence: z.array(evidence),
  expectedFalse: z.number(),
  /** Figures of the last review's periods that have changed since it, a sentence each. */
  restated: texts.exactOptional(),
  /** Cross-checks that could not be made, a sentence each with what was missing. */
  notChecked: texts.exactOptional(),
});

type Writable = z.infer<typeof readout>;

// An anomaly and a series are frozen by their own types already; going into them would only lose their names.
type Frozen<Value> = Value extends Anomaly
  ? Anomaly
  : Value extends SeriesReading
    ? SeriesReading
    : Value extends (infer Item)[]
      ? readonly Frozen<Item>[]
      : Value extends object
        ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
        : Value;

/** What leadership receives, as plain JSON, frozen when it was made. Every format is a pure function of it. */
export type Readout = Frozen<Writable>;
export type ReadoutEvidence = Readout['evidence'][number];
export type ReadoutOutcome = Readout['outcomes'][number];
export type ReadoutDimension = Readout['dimensions'][number];
export type ReadoutPromise = Readout['promises']['due'][number];
export type ReadoutCommitment = Readout['commitments'][number];
export type ReadoutAnswer = Readout['six'][number];
export type ReadoutRisk = Readout['risks'][number];
export type Worded = Readout['title'];

/** Reads a stored readout (`review.readout`, a file); the failure says where it does not fit. */
export function parseReadout(json: unknown): Result<Readout, string> {
  const parsed = readout.safeParse(json);
  if (parsed.success) return ok(parsed.data as Readout);
  const [first] = parsed.error.issues;
  return fail(`Not a readout of this format: ${first?.path.join('.')}: ${first?.message}`);
}

/** The readout as a file; keys in the order of the pages. */
export function toReadoutJson(value: Readout): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
