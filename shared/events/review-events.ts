import { z } from '#shared/zod.ts';
import {
  anomaly,
  commitmentDue,
  constraintCandidate,
  dimensionRead,
  notChecked,
  reading,
  restatedFigure,
} from './frozen.ts';
import {
  agendaBlock,
  day,
  id,
  instant,
  json,
  minutes,
  priority,
  secondSlipDecision,
  seen,
  step,
  texts,
  tier,
  timeOfDay,
} from './parts.ts';

export const captureKind = z.enum(['action', 'note', 'decision', 'risk', 'win', 'parking', 'initiative']);
export const verdict = z.enum(['act', 'watch', 'explained', 'data-problem', 'noise', 'wrong-measure']);

/** What a capture holds beside its kind; a field that was not given is absent. */
const captureFields = {
  text: z.string(),
  owner: id.optional(),
  /** A name that nobody is known by, as typed. */
  ownerText: z.string().optional(),
  alsoNamed: z.array(id).optional(),
  due: day.optional(),
  /** A date as typed that could not be settled (`eoq` without a fiscal year). */
  dueText: z.string().optional(),
  reviewOn: day.optional(),
  dimension: z.string().optional(),
  priority: priority.optional(),
  tier: tier.optional(),
  likelihood: step.optional(),
  impact: step.optional(),
  entity: z.string().optional(),
  tags: texts.optional(),
  links: texts.optional(),
  flags: texts.optional(),
};

/** Edits of an item: null takes a value away. */
const itemChanges = z.strictObject({
  kind: captureKind.optional(),
  text: z.string().optional(),
  owner: id.nullable().optional(),
  due: day.nullable().optional(),
  reviewOn: day.nullable().optional(),
  dimension: z.string().nullable().optional(),
  priority: priority.nullable().optional(),
  tier: tier.nullable().optional(),
  likelihood: step.nullable().optional(),
  impact: step.nullable().optional(),
  entity: z.string().nullable().optional(),
  tags: texts.optional(),
  links: texts.optional(),
  flags: texts.optional(),
});

const preparing = {
  'review-planned': z.strictObject({
    date: day,
    time: timeOfDay,
    slotMinutes: minutes,
    template: id,
    facilitator: id.nullable(),
    scribe: id.nullable(),
    timekeeper: id.nullable().exactOptional(),
  }),
  /** Who has which role from here on; a timekeeper that is absent stays who it was. */
  'roles-set': z.strictObject({
    facilitator: id.nullable(),
    scribe: id.nullable(),
    timekeeper: id.nullable().exactOptional(),
  }),
  'agenda-set': z.strictObject({ template: id, slotMinutes: minutes, blocks: z.array(agendaBlock) }),
  /** Order by hand inside one dimension, most important first; anomalies that are not named follow by score. */
  'anomalies-ordered': z.strictObject({ dimension: z.string(), order: z.array(id) }),
  'anomaly-set-aside': z.strictObject({ anomaly: id, reason: z.string() }),
  'anomaly-put-back': z.strictObject({ anomaly: id }),
  'pre-read-made': z.strictObject({}),
};

const running = {
  /** Freezes what the review is about: later imports never change what the room saw. */
  'review-started': z.strictObject({
    asOf: day,
    anomalies: z.array(anomaly),
    wins: z.array(anomaly),
    dimensions: z.array(dimensionRead),
    expectedFalse: z.number(),
    /** What may limit the whole, as it was suggested to the room. */
    candidates: z.array(constraintCandidate).optional(),
    /** Whether the last constraint's own series had moved, in words. */
    constraintSince: z.string().optional(),
    /** Cross-checks that could not be made, and why. */
    notChecked: z.array(notChecked).optional(),
    commitments: z.array(commitmentDue),
    /** What readiness missed when the review was started anyway. */
    gaps: z.array(z.strictObject({ id, sentence: z.string() })),
    /** What has changed since in the periods that the last review had before it. */
    restated: z.array(restatedFigure).exactOptional(),
    /** The series that blocks of the agenda show as charts. */
    charts: z.array(reading).exactOptional(),
  }),
  'block-entered': z.strictObject({ block: id }),
  /** One part of a block is on the stage: a series of its charts, a page of its text. */
  'part-opened': z.strictObject({ block: id, part: id }),
  /** Series of a block that came onto the agenda while the review ran, as the room sees them from now on. */
  'charts-frozen': z.strictObject({ charts: z.array(reading) }),
  /** An item of a block's checklist is done, or is not after all. */
  'item-ticked': z.strictObject({ block: id, item: id, ticked: z.boolean() }),
  /** Minutes more (or less, negative) for one block, and who pays for them. */
  'block-minutes-changed': z.strictObject({
    block: id,
    minutes: z.number(),
    /** Minutes taken from (positive) or given to (negative) other blocks; what they do not cover moves the end. */
    paidBy: z.array(z.strictObject({ block: id, minutes: z.number() })),
  }),
  'clock-held': z.strictObject({ reason: z.string().nullable() }),
  'clock-resumed': z.strictObject({}),
  /** The machine slept, or its process stood still, while the clock ran. */
  'gap-noticed': z.strictObject({ from: instant, to: instant }),
  'gap-judged': z.strictObject({ from: instant, to: instant, counted: z.boolean() }),
  'andon-pulled': z.strictObject({ reason: z.string(), by: z.string().nullable() }),
  'andon-released': z.strictObject({ decided: z.string() }),
  /** Somebody is in the room, or sent word of being away; null takes the mark away. */
  'attendance-marked': z.strictObject({
    person: id,
    attendance: z.enum(['here', 'sent-word']).nullable(),
    /** Here from elsewhere, by call. */
    remote: z.boolean().exactOptional(),
    /** Came after it had begun; the event's own time says when. */
    late: z.boolean().exactOptional(),
  }),
  /** Somebody who does not belong to the organization sits in; `here` false takes the mark away. */
  'guest-marked': z.strictObject({ guest: id, name: z.string(), here: z.boolean() }),
  /** A draw in which those whose turn is longest ago weigh most. Seed and weights let anybody work it out again. */
  'pick-made': z.strictObject({
    of: z.enum(['deep-dive', 'facilitator']),
    seed: id,
    candidates: z
      .array(
        z.strictObject({
          id,
          name: z.string(),
          weight: z.int().positive(),
          /** Why it weighs what it weighs, in words. */
          why: z.string().exactOptional(),
        }),
      )
      .min(1),
    /** Who was not among them, and why. */
    excluded: z.array(z.strictObject({ id, name: z.string(), why: z.string() })).exactOptional(),
    picked: id,
  }),
  'review-suspended': z.strictObject({ reason: z.string().nullable() }),
  'review-resumed': z.strictObject({}),
  'review-closed': z.strictObject({}),
};

const decided = {
  'anomaly-opened': z.strictObject({ anomaly: id }),
  /** A question of the walk was put to the room. */
  'prompt-asked': z.strictObject({ anomaly: id, prompt: z.string() }),
  'verdict-given': z.strictObject({
    anomaly: id,
    verdict,
    owner: id.nullable(),
    due: day.nullable(),
    /** For watch: the day to look again. */
    until: day.nullable(),
    reason: z.string().nullable(),
    seen,
  }),
  captured: z.strictObject({
    item: id,
    kind: captureKind,
    ...captureFields,
    /** The line as it was typed. */
    line: z.string(),
    /** Counted id that the author's device gave (`A-114`); the register keeps it when it is free. */
    number: id.optional(),
    /** What stood on the stage. */
    block: id.nullable(),
    anomaly: id.nullable(),
    /** Only for the facilitator's eyes: never on the stage, never in the readout. */
    private: z.boolean().optional(),
  }),
  'item-changed': z.strictObject({ item: id, changes: itemChanges, seen }),
  'item-removed': z.strictObject({ item: id, reason: z.string().nullable() }),
  'commitment-checked': z.strictObject({
    action: id,
    status: z.enum(['kept', 'late', 'dropped', 'open']),
    doneOn: day.nullable(),
    /** The new date of a promise that stays open. */
    due: day.nullable(),
    owner: id.nullable(),
    reason: z.string().nullable(),
    evidence: z.string().nullable(),
    decision: secondSlipDecision.nullable(),
    seen,
  }),
  'constraint-named': z.strictObject({
    name: z.string(),
    kind: z.enum(['team', 'stage', 'service', 'initiative', 'decision', 'capacity', 'typed']),
    unchanged: z.boolean(),
    evidence: texts,
    subordinated: z.string().nullable(),
    lastBecame: z.string().nullable(),
    moved: z.enum(['yes', 'no', 'moved-elsewhere']).nullable(),
    seen,
  }),
  'question-answered': z.strictObject({
    question: id,
    answer: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('computed') }),
      z.strictObject({ kind: z.literal('edited'), text: z.string() }),
      z.strictObject({ kind: z.literal('not-answered'), missing: z.string() }),
    ]),
    /** What was computed when it was answered; it stays beside an edited text. */
    computed: z.string(),
    seen,
  }),
  /** One vote, or the mean of several said aloud. */
  'rating-given': z.strictObject({ rating: z.number().min(1).max(5), voters: z.int().positive() }),
  /** Why somebody rated as they did; of which vote it is stays open, so that nobody can be told by it. */
  'rating-explained': z.strictObject({ reason: z.string() }),
  /** What came of something that was parked, in this review or in one before. */
  'parking-settled': z.strictObject({
    item: id,
    outcome: z.enum(['action', 'decision', 'answered', 'carried', 'dropped']),
    reason: z.string().nullable(),
    /** The action or decision that it became. */
    became: id.nullable(),
  }),
  'rule-waived': z.strictObject({ rule: id, reason: z.string() }),
  /** The owner said yes when the item was read back. */
  'readback-confirmed': z.strictObject({ item: id }),
  'handed-over': z.strictObject({
    facilitator: id.nullable(),
    date: day.nullable(),
    time: timeOfDay.nullable(),
  }),
  /** A text of the readout in the facilitator's own words; null goes back to the proposed one. */
  'readout-edited': z.strictObject({ section: id, text: z.string().nullable(), seen }),
  /** The readout as it was made; it never changes afterwards. */
  'readout-made': z.strictObject({ readout: json }),
};

/** Undo and redo, in every stream. */
export const corrections = {
  'event-undone': z.strictObject({ event: id }),
  'event-redone': z.strictObject({ event: id }),
};

/** Schema of `data` for every type of event in a review's stream. A schema only grows, by optional fields. */
export const reviewData = { ...preparing, ...running, ...decided, ...corrections };
