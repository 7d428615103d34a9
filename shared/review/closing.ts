import { type ClosingRuleId, closingRules } from '#shared/drive/registers.ts';
import { sixQuestions } from '#shared/drive/six-questions.ts';
import type { Initiative } from '#shared/registers/registers.ts';
import { needsSlipDecision } from './commitments.ts';
import type { Review, ReviewItem, VerdictId } from './review.ts';
import { verdictLacks } from './verdicts.ts';

/** One thing that a rule is waiting for; `id` is that of the anomaly, item, commitment, question or initiative. */
export type Unmet = { readonly id: string; readonly text: string };

export type ClosingCheck = {
  readonly rule: ClosingRuleId;
  /** A must rule holds the close until it is met or waived. */
  readonly must: boolean;
  readonly met: boolean;
  readonly sentence: string;
  readonly unmet: readonly Unmet[];
  /** The reason it was waived with, null when it was not. */
  readonly waived: string | null;
};

/** What the rules have to know beside the review. */
export type ClosingContext = {
  /** Questions that the data answers; the others need an answer or a "not answered" from the room. */
  readonly answered: readonly string[];
  readonly initiatives: readonly Pick<
    Initiative,
    'id' | 'text' | 'tier' | 'status' | 'unblockOwner' | 'unblockBy'
  >[];
};

const LEAST_REASON = 10;

/** A waiver needs a reason that says something: ten characters or more. */
export function isWaiverReason(reason: string): boolean {
  return [...reason.trim()].length >= LEAST_REASON;
}

function lacks(item: Pick<ReviewItem, 'owner' | 'due'>): string | null {
  if (item.owner === null && item.due === null) return 'no owner and no date';
  if (item.owner === null) return 'no owner';
  return item.due === null ? 'no date' : null;
}

function isCommitment(item: ReviewItem): boolean {
  return item.kind === 'action' || item.kind === 'initiative';
}

/** A verdict that stands on its reason and was given without one. */
const REASONLESS: Partial<Record<VerdictId, string>> = {
  explained: 'explained without its cause',
  'data-problem': 'called a data problem without saying what is wrong',
  'wrong-measure': 'called a wrong measure without saying why',
};

type Rule = (review: Review, context: ClosingContext) => readonly Unmet[];

const verdictsGiven: Rule = (review) =>
  review.anomalies.flatMap(({ id, headline, status, verdict }) => {
    if (status === 'shown') return [{ id, text: `“${headline}” was shown and has no verdict` }];
    if (verdict === null || !verdictLacks(verdict).includes('reason')) return [];
    return [{ id, text: `“${headline}” is ${REASONLESS[verdict.verdict] ?? 'decided without a reason'}` }];
  });

const findingsOwned: Rule = (review) =>
  review.anomalies
    .filter((anomaly) => anomaly.verdict?.verdict === 'act')
    .flatMap((anomaly) => {
      const answers = review.items.filter((item) => item.anomaly === anomaly.id && isCommitment(item));
      if (answers.some((item) => lacks(item) === null)) return [];
      const first = answers[0];
      const lack = first === undefined ? 'no action' : (lacks(first) ?? 'no action');
      return [{ id: anomaly.id, text: `“${anomaly.headline}” has ${lack}` }];
    });

const capturesComplete: Rule = (review) =>
  review.items.filter(isCommitment).flatMap((item) => {
    const lack = lacks(item);
    return lack === null ? [] : [{ id: item.id, text: `“${item.text}” has ${lack}` }];
  });

const secondSlips: Rule = (review) =>
  review.commitments
    .filter((commitment) => needsSlipDecision(commitment, review.asOf ?? review.date ?? ''))
    .map((commitment) => ({
      id: commitment.action,
      text: `${commitment.action} has slipped twice and needs a decision`,
    }));

const constraintNamed: Rule = (review) =>
  review.constraint === null ? [{ id: 'constraint', text: 'No constraint is named' }] : [];

const sixAnswered: Rule = (review, context) =>
  sixQuestions
    .filter((question) => !context.answered.includes(question.id) && !(question.id in review.answers))
    .map((question) => ({ id: question.id, text: question.question }));

const tier1Unblocked: Rule = (_review, context) =>
  context.initiatives
    .filter((initiative) => initiative.tier === 1 && initiative.status === 'blocked')
    .filter((initiative) => initiative.unblockOwner === null || initiative.unblockBy === null)
    .map((initiative) => ({
      id: initiative.id,
      text: `${initiative.id} ${initiative.text}: ${
        initiative.unblockOwner === null ? 'nobody is to unblock it' : 'no date to unblock it by'
      }`,
    }));

const andonReleased: Rule = (review) =>
  review.andons
    .filter((pull) => pull.released === null)
    .map((pull) => ({ id: pull.event, text: `The andon is still pulled: ${pull.reason}` }));

const nextSet: Rule = (review) =>
  review.handOver?.facilitator != null && review.handOver.date !== null
    ? []
    : [{ id: 'next', text: 'The next review has no facilitator or no date' }];

const ratingTaken: Rule = (review) =>
  review.rating === null ? [{ id: 'rating', text: 'Nobody has rated the review' }] : [];

const RULES: Readonly<
  Record<ClosingRuleId, { readonly check: Rule; readonly one: string; readonly many: string }>
> = {
  verdicts: {
    check: verdictsGiven,
    one: 'anomaly without a verdict or its reason',
    many: 'anomalies without a verdict or its reason',
  },
  'findings-owned': {
    check: findingsOwned,
    one: 'finding without an owner and a date',
    many: 'findings without an owner and a date',
  },
  'captures-complete': {
    check: capturesComplete,
    one: 'action without an owner or a date',
    many: 'actions without an owner or a date',
  },
  'second-slips': {
    check: secondSlips,
    one: 'second slip without a decision',
    many: 'second slips without a decision',
  },
  constraint: { check: constraintNamed, one: 'constraint to be named', many: 'constraints to be named' },
  six: { check: sixAnswered, one: 'question without an answer', many: 'questions without an answer' },
  tier1: {
    check: tier1Unblocked,
    one: 'blocked Tier 1 without who unblocks it and when',
    many: 'blocked Tier 1 without who unblocks them and when',
  },
  andon: { check: andonReleased, one: 'andon still pulled', many: 'andons still pulled' },
  next: { check: nextSet, one: 'next review to be set', many: 'next reviews to be set' },
  rating: { check: ratingTaken, one: 'rating to be taken', many: 'ratings to be taken' },
};

/** The ten closing rules with what each still waits for, in the order of the registers. */
export function closingChecks(review: Review, context: ClosingContext): readonly ClosingCheck[] {
  return closingRules.map(({ id, must, rule }) => {
    const { check, one, many } = RULES[id];
    const unmet = check(review, context);
    const waiver = review.waivers.find((entry) => entry.rule === id && isWaiverReason(entry.reason));
    const sentence = unmet.length === 0 ? rule : `${unmet.length} ${unmet.length === 1 ? one : many}`;
    return { rule: id, must, met: unmet.length === 0, sentence, unmet, waived: waiver?.reason ?? null };
  });
}

/** Whether the review may close: every must rule is met or waived with a reason. */
export function mayClose(checks: readonly ClosingCheck[]): boolean {
  return checks.every((check) => !check.must || check.met || check.waived !== null);
}
