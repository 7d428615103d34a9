import { z } from '#shared/zod.ts';
import {
  actionFields,
  agendaBlock,
  day,
  decisionFields,
  id,
  initiativeFields,
  json,
  minutes,
  riskFields,
  seen,
  texts,
  tier,
  timeOfDay,
  weekday,
} from './parts.ts';
import { corrections } from './review-events.ts';

const personFields = {
  name: z.string(),
  team: z.string().nullable(),
  role: z.string().nullable(),
  active: z.boolean(),
};

const entityFields = {
  kind: z.enum(['organization', 'team', 'service', 'initiative', 'asset', 'other']),
  displayName: z.string().nullable(),
  tier: tier.nullable(),
  team: z.string().nullable(),
  /** The entity that this name stands for as well. */
  aliasOf: z.string().nullable(),
  customerFacing: z.boolean(),
  active: z.boolean(),
};

const setup = {
  'organization-named': z.strictObject({
    name: z.string(),
    timeZone: z.string(),
    locale: z.string(),
    currency: z.string(),
    /** ISO weekdays, 1 for Monday. */
    workingWeek: z.array(weekday),
    /** Month that the fiscal year starts with, null when nobody said. */
    fiscalYearStart: z.int().min(1).max(12).nullable(),
    /** How far is far enough for a signal; calm unless somebody said otherwise. */
    sensitivity: z.enum(['calm', 'balanced', 'alert']).exactOptional(),
    seen,
  }),
  /** The organization lives on one day (a sample, an archive); null goes back to the machine's day. */
  'day-pinned': z.strictObject({ day: day.nullable() }),
  'cadence-set': z.strictObject({
    every: z.enum(['week', 'two-weeks']),
    weekday,
    time: timeOfDay,
    /** A day on which a review takes place; it tells the even weeks from the odd ones. */
    anchor: day,
    slotMinutes: minutes,
    template: id,
    /** Facilitators in turn. */
    rota: z.array(id),
    /** The turns come in the order of the list from here on; absent: the list only says who belongs to the rota. */
    inTurn: z.literal(true).exactOptional(),
    owner: id.nullable(),
  }),
  /** Somebody is away for these days, both included, and is passed over. */
  'absence-noted': z.strictObject({ absence: id, person: id, from: day, until: day }),
  'absence-removed': z.strictObject({ absence: id }),
  /** Two people exchange their next turns: `takes` facilitates on `date`, and `gives` when the other's turn comes. */
  'turns-swapped': z.strictObject({ date: day, gives: id, takes: id }),
  'template-changed': z.strictObject({
    template: id,
    name: z.string(),
    slotMinutes: minutes,
    blocks: z.array(agendaBlock),
    seen,
  }),
  'person-added': z.strictObject({ person: id, ...personFields }),
  'person-changed': z.strictObject({
    person: id,
    changes: z.strictObject(personFields).partial(),
    seen,
  }),
  'entity-changed': z.strictObject({
    entity: id,
    changes: z.strictObject(entityFields).partial(),
    seen,
  }),
};

const metrics = {
  /** One file was taken in. The points themselves live with the series; this says where they came from. */
  'snapshot-imported': z.strictObject({
    snapshot: id,
    file: z.string(),
    sha256: z.string(),
    bytes: z.number(),
    rows: z.number(),
    series: z.number(),
    points: z.number(),
    /** How it was read: signature and settings. */
    signature: z.string().nullable(),
    settings: json,
    sentence: z.string(),
    /** What it does where a value stood already; `update` where nobody chose. */
    existing: z.enum(['update', 'skip', 'replace-range']).exactOptional(),
  }),
  'snapshot-taken-back': z.strictObject({ snapshot: id }),
  'mapping-remembered': z.strictObject({ signature: id, settings: json, seen }),
  'mapping-forgotten': z.strictObject({ signature: id }),
  'target-set': z.strictObject({
    metric: id,
    /** null: for every entity of the metric. */
    entity: z.string().nullable(),
    target: z.strictObject({ op: z.enum(['<', '<=', '>', '>=']), value: z.number() }).nullable(),
    /** The imported file that declares it: taking that back takes the target back. */
    snapshot: id.exactOptional(),
    seen,
  }),
  rebaselined: z.strictObject({ series: id, from: day, cause: z.string() }),
  /** On which points the limits of one phase rest; null goes back to those that grow with the history. */
  'baseline-set': z.strictObject({
    series: id,
    /** First period of the phase. */
    phase: day,
    /** `locked`: all that was known when somebody locked it; `fixed`: a span that somebody chose. Both ends included. */
    baseline: z.strictObject({ kind: z.enum(['fixed', 'locked']), from: day, to: day }).nullable(),
    seen,
  }),
  'annotation-added': z.strictObject({
    annotation: id,
    /** Empty: on every chart. */
    series: z.array(id),
    from: day,
    until: day.nullable(),
    text: z.string(),
  }),
  'upcoming-change-registered': z.strictObject({
    change: id,
    text: z.string(),
    from: day,
    until: day.nullable(),
    owner: id.nullable(),
    /** Entities whose numbers it may move. */
    entities: texts,
  }),
  'upcoming-change-removed': z.strictObject({ change: id }),
};

const records = {
  'action-recorded': z.strictObject({ action: id, number: id.optional(), ...actionFields }),
  /** `action` is the counted id (`A-102`) or the id of the captured item. */
  'action-changed': z.strictObject({ action: id, changes: z.strictObject(actionFields).partial(), seen }),
  'initiative-recorded': z.strictObject({ initiative: id, number: id.optional(), ...initiativeFields }),
  'initiative-changed': z.strictObject({
    initiative: id,
    changes: z.strictObject(initiativeFields).partial(),
    seen,
  }),
  'risk-recorded': z.strictObject({ risk: id, number: id.optional(), ...riskFields }),
  'risk-changed': z.strictObject({ risk: id, changes: z.strictObject(riskFields).partial(), seen }),
  'decision-recorded': z.strictObject({ decision: id, number: id.optional(), on: day, ...decisionFields }),
  'decision-changed': z.strictObject({
    decision: id,
    changes: z.strictObject(decisionFields).partial(),
    seen,
  }),
};

/** Schema of `data` for every type of event in the organization's stream. A schema only grows, by optional fields. */
export const organizationData = { ...setup, ...metrics, ...records, ...corrections };
