import sixQuestionsJson from './data/six-questions.json' with { type: 'json' };
import type { SixQuestionsFile } from './schemas/six-questions.ts';

export type SixQuestion = SixQuestionsFile['questions'][number];
export type SixQuestionId = SixQuestion['id'];

// The build validates the file against the schema of its type (validate.ts), so it is not parsed again here.
const file = sixQuestionsJson as unknown as SixQuestionsFile;

/** The exit questions of every review, q1 to q6. */
export const sixQuestions: readonly SixQuestion[] = file.questions;

export function sixQuestionById(id: string): SixQuestion | undefined {
  return sixQuestions.find((question) => question.id === id);
}
