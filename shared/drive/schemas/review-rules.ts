import { z } from '#shared/zod.ts';
import { slug, text, texts } from './vocabulary.ts';

const commitments = z.strictObject({
  kept: text,
  late: text,
  overdue: text,
  dropped: text,
  recommitted: text,
  slip: text,
  secondSlip: z.strictObject({ at: z.number().int().positive(), options: texts, rule: text }),
  rate: text,
  staleDays: z.number().int().positive(),
  ids: text,
  oneOwner: text,
  goodCommitment: texts,
});

export const closingRuleId = z.enum([
  'verdicts',
  'findings-owned',
  'captures-complete',
  'second-slips',
  'constraint',
  'six',
  'tier1',
  'andon',
  'next',
  'rating',
]);

const readinessRule = z.strictObject({
  id: slug,
  weight: z.enum(['high', 'normal', 'low']),
  rule: text,
  warnUnder: z.number().min(0).max(1),
});

const constraint = z.strictObject({
  candidates: z.array(z.strictObject({ id: slug, rule: text })).min(1),
  score: text,
  caution: text,
  steps: z.array(z.strictObject({ id: slug, prompt: text })).length(5),
  record: texts,
  unchangedRule: text,
});

const ranking = z.strictObject({
  order: text,
  score: text,
  terms: z.strictObject({
    direction: text,
    weight: text,
    severity: text,
    size: text,
    persistence: text,
    memory: text,
  }),
  tie: text,
  cut: text,
  expectedFalse: text,
});

/** The part of `registers.json` that says how a review closes, ranks, and names its constraint. */
export const reviewRules = {
  commitments,
  closing: z.array(z.strictObject({ id: closingRuleId, must: z.boolean(), rule: text })).length(10),
  closingWaiver: text,
  readiness: z.array(readinessRule).min(1),
  readinessNote: text,
  constraint,
  ranking,
  andon: z.strictObject({ needs: texts, by: text, clock: text, release: texts, reasons: texts.min(1) }),
} as const;
