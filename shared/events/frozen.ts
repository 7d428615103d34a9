import type { ConstraintCandidate } from '#shared/signals/constraint/candidates.ts';
import { CHART_KINDS } from '#shared/signals/control-charts/control-chart.ts';
import type { NotChecked } from '#shared/signals/cross-checks/check.ts';
import type { Anomaly, AnomalyCheck, DimensionRead, SeriesReading } from '#shared/signals/reading.ts';
import { z } from '#shared/zod.ts';
import { day, id, texts } from './parts.ts';

const direction = z.enum(['worse', 'better', 'neither']);
const rules = z.array(
  z.enum(['outside-limits', 'run-of-8', 'three-of-four', 'two-of-three', 'four-of-five', 'threshold']),
);
const alarm = z.enum(['spike', 'shift']);
const state = z.enum(['routine', 'better', 'worse', 'changed', 'stale', 'missing']);
const quantity = z.number().nullable();

const phase = z.strictObject({
  from: day,
  to: day,
  n: z.number(),
  centre: z.number(),
  lower: z.number(),
  upper: z.number(),
  movingRange: z.strictObject({ centre: z.number(), upper: z.number() }),
  cause: z.string().nullable(),
  baseline: z.strictObject({ n: z.number(), locked: z.boolean() }).exactOptional(),
});

const point = z.strictObject({
  period: day,
  value: quantity,
  numerator: quantity,
  denominator: quantity,
  centre: quantity,
  lower: quantity,
  upper: quantity,
  movingRange: quantity,
  rules,
  direction: direction.nullable(),
  q: quantity.exactOptional(),
  alarm: alarm.nullable().exactOptional(),
  mature: z.boolean(),
});

const signal = z.strictObject({
  onset: day,
  at: day,
  direction,
  rules,
  strength: z.number(),
  text: z.string(),
  alarm: alarm.exactOptional(),
  ended: day.exactOptional(),
});

const engine = z.strictObject({
  kind: z.enum(['normal', 'poisson', 'binomial', 'waiting', 'rank']),
  dispersed: z.boolean(),
  resemblance: z.number(),
  preset: z.enum(['calm', 'balanced', 'alert']),
  reference: z.number(),
  frozen: z.boolean(),
  offersLock: z.boolean(),
  leftOut: z.strictObject({ aside: z.number(), young: z.number(), missing: z.number() }),
  quiet: z.strictObject({ now: z.number(), needed: z.number() }).nullable(),
  words: z.string(),
});

/** A series as the room sees it: values, limits, signals and its sentence. */
export const reading: z.ZodType<SeriesReading> = z.strictObject({
  id,
  metric: z.string(),
  metricName: z.string(),
  entity: z.string(),
  entityName: z.string(),
  dimension: z.string().nullable(),
  unit: z.string().nullable(),
  good: z.enum(['up', 'down', 'neutral']),
  grain: z.enum(['day', 'week', 'month']),
  chart: z.enum(CHART_KINDS),
  why: z.string(),
  phases: z.array(phase),
  points: z.array(point),
  target: z.strictObject({ op: z.enum(['<', '<=', '>', '>=']), value: z.number() }).nullable(),
  signals: z.array(signal),
  status: z.enum(['values-only', 'provisional', 'trial', 'established']),
  state,
  sentence: z.string(),
  bounds: z.tuple([quantity, quantity]),
  engine: engine.exactOptional(),
});

const check: z.ZodType<AnomalyCheck> = z.strictObject({
  code: id,
  name: z.string(),
  level: z.enum(['stop', 'high', 'normal', 'notice']),
  entities: texts,
  rule: z.string(),
  evidence: z.array(
    z.strictObject({
      label: z.string(),
      value: z.string(),
      period: z.string().nullable(),
      link: z
        .strictObject({
          kind: z.enum(['series', 'incident', 'finding', 'asset', 'launch', 'initiative', 'action', 'risk']),
          id: z.string(),
        })
        .nullable(),
    }),
  ),
  refutedBy: texts,
  verdict: z.enum(['act', 'watch', 'explained', 'data-problem', 'noise', 'wrong-measure']),
  notes: texts,
});

/** An anomaly as it was put before the room: the chart, its limits and its sentence do not change afterwards. */
export const anomaly: z.ZodType<Anomaly> = z.strictObject({
  id,
  kind: z.enum(['signal', 'threshold']),
  dimension: z.string(),
  headline: z.string(),
  sentence: z.string(),
  direction,
  onset: day,
  metric: z.string(),
  metricName: z.string(),
  entity: z.string(),
  entityName: z.string(),
  outcome: z.string().nullable(),
  questions: texts,
  score: z.number(),
  because: z.string(),
  reading,
  movedWith: z.array(z.strictObject({ id, text: z.string() })),
  check: check.exactOptional(),
});

export const dimensionRead: z.ZodType<DimensionRead> = z.strictObject({
  dimension: z.string(),
  state,
  sentence: z.string(),
  series: z.number(),
  worse: z.number(),
  better: z.number(),
  changed: z.number(),
  stale: texts,
  missing: texts,
});

/** A figure that an earlier review had before it, and that an import or a take-back has changed since. */
export const restatedFigure = z.strictObject({
  series: id,
  metricName: z.string(),
  entity: z.string(),
  entityName: z.string(),
  unit: z.string().nullable(),
  grain: z.enum(['day', 'week', 'month']),
  period: day,
  old: quantity,
  new: quantity,
});

export const constraintCandidate: z.ZodType<ConstraintCandidate> = z.strictObject({
  kind: z.enum(['team', 'stage', 'service', 'initiative', 'decision', 'capacity']),
  name: z.string(),
  score: z.number(),
  evidence: texts,
});

export const notChecked: z.ZodType<NotChecked> = z.strictObject({
  code: id,
  name: z.string(),
  because: z.string(),
});

/** A promise that the review has to check, as it stood when the review started. */
export const commitmentDue = z.strictObject({
  /** Id in the register of actions: `A-102`. */
  action: id,
  text: z.string(),
  owner: id.nullable(),
  due: day.nullable(),
  firstDue: day.nullable(),
  status: z.enum(['open', 'done', 'dropped']),
  doneOn: day.nullable(),
  slips: z.int().nonnegative(),
  /** Slips that an earlier review has decided about already. */
  decidedSlips: z.int().nonnegative().optional(),
  /** The review that made it, null when it was written down outside a review. */
  review: id.nullable(),
});
