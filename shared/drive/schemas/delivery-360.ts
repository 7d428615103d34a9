import { z } from '#shared/zod.ts';
import { slug, text, texts, version } from './vocabulary.ts';

const level = z.number().min(1).max(5);
const thresholds = z.array(z.number()).length(4);

const band = z.strictObject({
  levels: thresholds,
  per: text.optional(),
  unit: text.optional(),
  good: z.enum(['up', 'down']).optional(),
});

const bands = z.strictObject({
  note: text,
  'deployment-frequency': band,
  'change-lead-time': band,
  'change-fail-rate': band,
  'failed-deployment-recovery-time': band,
  'deployment-rework-rate': band,
  throughput: z.array(slug),
  instability: z.array(slug),
});

const subScore = z.strictObject({
  id: slug,
  name: text,
  prefill: text.optional(),
  checks: texts.optional(),
  rule: text.optional(),
  optional: z.boolean().optional(),
});

const pillarDimension = z.strictObject({
  id: slug,
  name: text,
  question: text,
  levelsFrom: text,
  levels: z.array(z.strictObject({ level: z.number().int(), text })).length(5),
  evidence: texts,
  redFlags: texts,
  subScores: z.array(subScore).optional(),
  bands: bands.optional(),
});

const pillarId = z.enum(['identity', 'intelligence', 'control', 'coordination', 'operations']);

const pillar = z.strictObject({
  id: pillarId,
  name: text,
  order: z.number().int().positive(),
  question: text,
  role: text,
  whenWeak: text,
  dimensions: z.array(pillarDimension).length(2),
});

const pattern = z.strictObject({
  id: slug,
  name: text,
  order: z.number().int(),
  condition: z.strictObject({ all: texts.min(1) }),
  reading: text,
  confirmedBy: texts,
  refutedBy: texts,
  firstActions: texts,
  source: text,
});

const example = z.strictObject({
  name: text,
  pillars: z.strictObject({ identity: level, intelligence: level, control: level, coordination: level }),
  M: level,
  Pr: level,
  L: level,
  throughput: level,
  instability: level,
  openChecks: z.array(slug),
  waitShare: z.number().optional(),
  blockedTier1: z.number().int().optional(),
  storySpread: z.number().int().optional(),
  expect: z.array(slug),
});

export const delivery360File = z.strictObject({
  about: text,
  version,
  evidenceTypes: z.array(z.strictObject({ id: slug, note: text.optional() })),
  scales: texts.length(5),
  variables: z.record(z.string(), text),
  reading: texts,
  pillars: z.array(pillar).length(5),
  patterns: z.array(pattern),
  examples: z.array(example),
});
