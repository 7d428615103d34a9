import { z } from '#shared/zod.ts';
import { type Frozen, outcomeId, slug, text, texts, version } from './vocabulary.ts';

const section = z.strictObject({
  page: z.union([z.literal(1), z.literal(2), z.literal('evidence')]),
  id: z.enum([
    'header',
    'headline',
    'outcomes',
    'constraint',
    'decisions',
    'dimensions',
    'commitments',
    'six',
    'risks',
    'next',
    'review',
    'findings',
  ]),
  title: text.optional(),
  content: text,
  maxWords: z.number().int().positive().optional(),
  rule: text.optional(),
  whenEmpty: text.optional(),
});

export const readoutFormFile = z.strictObject({
  about: text,
  version,
  sections: z.array(section).length(12),
  pageRule: text,
  tone: texts,
  examples: z.array(z.strictObject({ bad: text, good: text })),
  outcomeMapping: z.strictObject({
    note: text,
    byCheck: z.record(slug, outcomeId),
    lines: z.array(z.strictObject({ outcome: outcomeId, number: text, sentence: text })).length(4),
  }),
});

export type ReadoutFormFile = Frozen<z.infer<typeof readoutFormFile>>;
