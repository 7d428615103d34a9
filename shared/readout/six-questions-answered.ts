import type { SixQuestionId } from '#shared/drive/six-questions.ts';
import { answerBrokenPromises } from './questions/broken-promises.ts';
import { answerCapacity } from './questions/capacity.ts';
import { answerLastPromises } from './questions/last-promises.ts';
import { answerOpenWeakness } from './questions/open-weakness.ts';
import type { ComputedAnswer, QuestionInput } from './questions/question-input.ts';
import { answerSlowerTeams } from './questions/slower-teams.ts';
import { answerStuckInitiatives } from './questions/stuck-initiatives.ts';

const COMPOSERS: Readonly<Record<SixQuestionId, (input: QuestionInput) => ComputedAnswer>> = {
  q1: answerSlowerTeams,
  q2: answerBrokenPromises,
  q3: answerStuckInitiatives,
  q4: answerOpenWeakness,
  q5: answerCapacity,
  q6: answerLastPromises,
};

/**
 * The six exit questions answered from the data, in their order. What cannot be answered says "Not answered: ..." with
 * what is missing; nobody's silence reads as health.
 */
export function answerSixQuestions(input: QuestionInput): readonly ComputedAnswer[] {
  return Object.values(COMPOSERS).map((compose) => {
    const answer = compose(input);
    return { ...answer, text: answer.text.charAt(0).toUpperCase() + answer.text.slice(1) };
  });
}
