import { z } from '#shared/zod.ts';
import { dimensionId, slug, text, version } from './vocabulary.ts';

const levels = z.array(z.strictObject({ level: z.number().int().min(1).max(5), text })).length(5);

const prefill = z.strictObject({
  metric: slug.nullable(),
  rule: text,
  confidence: z.enum(['suggest', 'cap']),
});

export const driveAssessmentFile = z.strictObject({
  about: text,
  version,
  scale: text,
  result: text,
  repeatDays: z.number().int().positive(),
  questions: z
    .array(
      z.strictObject({
        id: slug,
        dimension: dimensionId,
        question: text,
        levels,
        prefill: prefill.nullable(),
      }),
    )
    .length(20),
  bands: z.array(
    z.strictObject({ id: slug, from: z.number(), to: z.number(), name: text, means: text, next: text }),
  ),
  nextSteps: z.record(dimensionId, z.array(z.strictObject({ forQuestion: slug, text }))),
});
