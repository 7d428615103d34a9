import { daysBetween } from '#shared/day.ts';
import { namesOf } from '#shared/readout/names.ts';
import { counted, dayAndMonth } from '#shared/readout/wording.ts';
import type { Initiative } from '#shared/registers/registers.ts';
import type { ReviewAnomaly } from '#shared/review/review.ts';
import type { ComputedAnswer, QuestionInput } from './question-input.ts';

function describe(input: QuestionInput, initiative: Initiative): string {
  const days = initiative.blockedSince === null ? null : daysBetween(initiative.blockedSince, input.asOf);
  const owner = namesOf(input.registers)(initiative.unblockOwner);
  const by = initiative.unblockBy === null ? '' : ` by ${dayAndMonth(initiative.unblockBy, input.locale)}`;
  const parts = [
    ...(days === null ? [] : [counted(days, 'day')]),
    ...(initiative.reason === null ? [] : [initiative.reason]),
    owner === null ? 'NOBODY is accountable for freeing it' : `${owner} frees it${by}`,
  ];
  return `${initiative.text} (${parts.join('; ')})`;
}

/** Question 3: open Tier 1 initiatives that are blocked, and who frees each. Nobody is printed as NOBODY. */
export function answerStuckInitiatives(input: QuestionInput): ComputedAnswer {
  const tier1 = input.registers.initiatives.filter(({ tier }) => tier === 1);
  const open = tier1.filter(({ status }) => status !== 'done' && status !== 'dropped');
  if (open.length === 0) {
    const text = tier1.length > 0 ? 'No Tier 1 initiative is open.' : 'Not answered: no Tier 1 is defined.';
    return { id: 'q3', kind: tier1.length > 0 ? 'computed' : 'not-answered', text, evidence: [] };
  }
  const blocked = open.filter(({ status }) => status === 'blocked');
  const still = stalledBeside(input, blocked);
  if (blocked.length === 0) {
    const text = `${noneBlocked(input, open)}${stillSentence(still)}`;
    return { id: 'q3', kind: 'computed', text, evidence: still.map(({ entity }) => entity) };
  }
  const verb = blocked.length === 1 ? 'is' : 'are';
  const named = blocked.map((initiative) => describe(input, initiative)).join(', ');
  return {
    id: 'q3',
    kind: 'computed',
    text: `${blocked.length} of ${counted(open.length, 'Tier 1 initiative')} ${verb} blocked: ${named}.${stillSentence(still)}`,
    evidence: [...blocked.map(({ id }) => id), ...still.map(({ entity }) => entity)],
  };
}

/** Tier 1 work that nobody calls blocked and that does not move, or will be late at its own pace. */
function stalledBeside(input: QuestionInput, blocked: readonly Initiative[]): readonly ReviewAnomaly[] {
  const known = new Set(blocked.map(({ id }) => id));
  return input.review.anomalies.filter(
    ({ check, entity }) => check?.code === 'tier1-stalled' && !known.has(entity),
  );
}

function stillSentence(still: readonly ReviewAnomaly[]): string {
  return still.map(({ headline }) => ` ${headline}.`).join('');
}

function noneBlocked(input: QuestionInput, open: readonly Initiative[]): string {
  const next = open
    .filter((initiative) => initiative.due !== null)
    .toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))[0];
  const due =
    next === undefined
      ? ''
      : ` The next due is ${next.text}, on ${dayAndMonth(next.due ?? '', input.locale)}.`;
  const none =
    open.length === 1
      ? 'The one open Tier 1 initiative is not reported as blocked.'
      : `None of ${open.length} open Tier 1 initiatives is reported as blocked.`;
  return `${none}${due}`;
}
