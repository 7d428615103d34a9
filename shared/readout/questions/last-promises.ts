import { commitmentRules } from '#shared/drive/registers.ts';
import { namesOf } from '#shared/readout/names.ts';
import { promisesOf, promisesSentence } from '#shared/readout/promises.ts';
import { counted, dayAndMonth, listed } from '#shared/readout/wording.ts';
import type { ComputedAnswer, QuestionInput } from './question-input.ts';

function isFirstReview(input: QuestionInput): boolean {
  return !input.registers.reviews.some(
    ({ status, date }) => status === 'closed' && date !== null && date < input.asOf,
  );
}

function nothingDue(input: QuestionInput): string {
  const open = input.registers.actions.filter(({ status }) => status === 'open');
  const next = open
    .flatMap(({ due }) => (due === null ? [] : [due]))
    .sort()
    .find((due) => due >= input.asOf);
  const ahead = next === undefined ? '' : `, the next on ${dayAndMonth(next, input.locale)}`;
  const verb = open.length === 1 ? 'is' : 'are';
  return `Nothing was due since the last review; ${counted(open.length, 'commitment')} ${verb} open${ahead}.`;
}

/** Question 6: what fell due since the last review, from the ledger; the first review says that it is the first. */
export function answerLastPromises(input: QuestionInput): ComputedAnswer {
  const { commitments } = input.review;
  if (commitments.length === 0) {
    const first = isFirstReview(input);
    return {
      id: 'q6',
      kind: 'computed',
      text: first
        ? 'This is the first review; from the next one on, this answer is computed.'
        : nothingDue(input),
      evidence: [],
    };
  }
  const promises = promisesOf(commitments, input.asOf, namesOf(input.registers));
  const slipped = promises
    .filter(({ slips }) => slips >= commitmentRules.secondSlip.at)
    .map(
      ({ id, owner, decision }) => `${id} (${[owner ?? 'nobody', decision ?? 'no decision yet'].join(', ')})`,
    );
  const second = slipped.length === 0 ? '' : ` Slipped a second time: ${listed(slipped)}.`;
  return {
    id: 'q6',
    kind: 'computed',
    text: `${promisesSentence(promises)}${second}`,
    evidence: promises.map(({ id }) => id),
  };
}
