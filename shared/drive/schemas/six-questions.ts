import { z } from '#shared/zod.ts';
import { dimensionId, type Frozen, text, texts, version } from './vocabulary.ts';

export const sixQuestionId = z.enum(['q1', 'q2', 'q3', 'q4', 'q5', 'q6']);

const question = z.strictObject({
  id: sixQuestionId,
  question: text,
  dimension: dimensionId,
  needs: texts.min(1),
  optional: texts,
  compute: text,
  phrase: text,
  phraseNone: text,
  missing: text,
  short: text.nullable(),
  evidence: texts,
  never: texts.optional(),
});

export const sixQuestionsFile = z.strictObject({
  about: text,
  version,
  questions: z.array(question).length(6),
});

export type SixQuestionsFile = Frozen<z.infer<typeof sixQuestionsFile>>;
