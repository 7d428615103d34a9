import { z } from '#shared/zod.ts';

/** An id is any text that is not empty: people have handles, records have counted ids, the rest has random ones. */
export const id = z.string().min(1);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** An instant in UTC to the millisecond: `2026-11-18T10:00:00.000Z`. */
export const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
/** Wall time in the organization's zone: `10:00`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const minutes = z.number().nonnegative();
export const weekday = z.int().min(1).max(7);
export const tier = z.int().min(1).max(3);
export const step = z.int().min(1).max(5);
export const texts = z.array(z.string());

/** JSON that another part of the app owns and reads with its own schema. */
export const json = z.unknown().refine((value) => value !== undefined);

/** The ids of the events whose value the author saw in each field; absent means: whatever stood there before. */
export const seen = z.record(z.string(), z.array(id)).optional();

/** What a block of the room's own shows: words, things to tick, a part of a register, or charts. */
export const blockContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({
    kind: z.literal('checklist'),
    items: z.array(z.strictObject({ id, text: z.string() })),
  }),
  z.strictObject({
    kind: z.literal('register'),
    register: z.enum(['actions', 'initiatives', 'risks', 'decisions', 'changes']),
    show: z.enum(['open', 'all']),
    dimension: z.string().nullable(),
    order: z.enum(['oldest', 'newest', 'due']),
    /** Words that a row has to contain; empty for every row. */
    words: z.string(),
  }),
  z.strictObject({
    kind: z.literal('charts'),
    /** Each with the name that it had when it was chosen, so that one that is gone can still be named. */
    series: z.array(z.strictObject({ id, name: z.string() })),
    layout: z.enum(['together', 'one']),
  }),
]);

export const agendaBlock = z.strictObject({
  id,
  kind: z.string(),
  name: z.string(),
  minutes,
  purpose: z.string(),
  stage: z.string(),
  speaks: z.string(),
  done: z.string(),
  protected: z.boolean(),
  dimension: z.string().nullable(),
  content: blockContent.exactOptional(),
});

export const priority = z.enum(['urgent', 'high', 'normal', 'low']);
export const actionStatus = z.enum(['open', 'done', 'dropped']);
export const initiativeStatus = z.enum(['on-track', 'at-risk', 'blocked', 'done', 'dropped']);
export const riskStatus = z.enum(['open', 'closed']);
export const riskResponse = z.enum(['avoid', 'reduce', 'transfer', 'accept']);
export const secondSlipDecision = z.enum(['re-commit', 'owner', 'scope', 'initiative', 'drop']);

/** Fields that an action item has wherever it is written down. */
export const actionFields = {
  text: z.string(),
  owner: id.nullable(),
  due: day.nullable(),
  status: actionStatus,
  doneOn: day.nullable(),
  evidence: z.string().nullable(),
  reason: z.string().nullable(),
  dimension: z.string().nullable(),
  priority,
  links: texts,
};

export const initiativeFields = {
  text: z.string(),
  tier: tier.nullable(),
  accountable: id.nullable(),
  due: day.nullable(),
  status: initiativeStatus,
  reason: z.string().nullable(),
  blockedSince: day.nullable(),
  unblockOwner: id.nullable(),
  unblockBy: day.nullable(),
  /** Share of the work that is done, 0 to 1. */
  completion: z.number().min(0).max(1).nullable(),
  waitsFor: texts,
  links: texts,
  /** The dimension that it belongs to, where somebody said so. */
  dimension: z.string().nullable().exactOptional(),
};

export const riskFields = {
  text: z.string(),
  likelihood: step.nullable(),
  impact: step.nullable(),
  response: riskResponse.nullable(),
  owner: id.nullable(),
  reviewOn: day.nullable(),
  acceptedBy: id.nullable(),
  acceptedUntil: day.nullable(),
  transferredTo: z.string().nullable(),
  status: riskStatus,
  links: texts,
  /** The dimension that it belongs to, where somebody said so. */
  dimension: z.string().nullable().exactOptional(),
};

export const decisionFields = {
  text: z.string(),
  owner: id.nullable(),
  context: z.string().nullable(),
  options: texts,
  links: texts,
  /** The dimension that it belongs to, where somebody said so. */
  dimension: z.string().nullable().exactOptional(),
};
