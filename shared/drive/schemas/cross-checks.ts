import { z } from '#shared/zod.ts';
import { dimensionId, outcomeId, slug, text, texts, version } from './vocabulary.ts';

const level = z.enum(['stop', 'high', 'normal', 'notice']);

const threshold = z.strictObject({
  name: text,
  value: z.union([z.number(), text]),
  unit: z.string(),
  why: z.string(),
});

export const crossChecksFile = z.strictObject({
  about: text,
  version,
  levels: z.array(z.strictObject({ id: level, rank: z.number().int() })),
  checks: z.array(
    z.strictObject({
      id: slug,
      name: text,
      dimension: z.union([dimensionId, z.literal('data')]),
      level,
      entity: slug,
      inputs: texts.min(1),
      minimumData: text,
      rule: text,
      thresholds: z.array(threshold),
      text,
      questions: texts,
      refutedBy: texts,
      source: text,
      outcomes: z.array(outcomeId),
    }),
  ),
});
