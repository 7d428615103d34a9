import type { Command } from '#renderer/src/state/commands.ts';
import { pointAt, usePointed } from '#renderer/src/state/pointing.ts';
import { stepNow } from '#renderer/src/walk/steps.ts';
import { verdicts } from '#shared/drive/registers.ts';
import { carryOver } from '#shared/review/carry-over.ts';
import type { ReviewAnomaly, VerdictId } from '#shared/review/review.ts';
import { mayWatchAgain, verdictNeeds, verdictsAbout } from '#shared/review/verdicts.ts';
import type { ConstraintCandidate } from '#shared/signals/constraint/candidates.ts';
import { type ConstraintFields, inReview, named, verdictGiven } from './authoring.ts';
import { blockNumbers, type Numbered } from './block-keys.ts';
import { useBlockRows } from './block-rows.ts';
import {
  checkedDone,
  commitmentAtHand,
  nextUnchecked,
  SLIP_DECISIONS,
  slipsAgain,
} from './commitment-keys.ts';
import { type Desk, useDesk } from './desk.ts';
import { drawFor } from './draw.ts';
import { SLIP_NAMES } from './line/line-words.ts';
import { type Live, useLive } from './live.ts';
import { candidatesOf } from './readback.ts';

function giveVerdict(anomaly: ReviewAnomaly, verdict: VerdictId, { review, registers }: Live, desk: Desk) {
  if (verdict === 'watch' && !mayWatchAgain(verdictsAbout(registers.verdicts, anomaly.id, review.id))) {
    return desk.say('Watched twice in a row already: this time it needs another verdict.');
  }
  if (verdictNeeds(verdict).length > 0) return desk.open({ kind: 'verdict', verdict, anomaly: anomaly.id });
  desk.author(verdictGiven(review, anomaly, { verdict }), `Verdict: ${verdict}.`);
  // What is typed on after the key is the reason, and no key of its own.
  desk.open({ kind: 'verdict', verdict, anomaly: anomaly.id, stands: true });
}

function verdictKeys(anomaly: ReviewAnomaly, live: Live, desk: Desk): readonly Numbered[] {
  return verdicts.map((verdict) => ({
    key: verdict.key,
    name: `Verdict: ${verdict.name.toLowerCase()}`,
    run: () => giveVerdict(anomaly, verdict.id, live, desk),
  }));
}

function slipKeys(action: string, desk: Desk): readonly Numbered[] {
  return SLIP_DECISIONS.map((decision, index) => ({
    key: String(index + 1),
    name: `Second slip: ${SLIP_NAMES[decision].toLowerCase()}`,
    run: () =>
      desk.open({ kind: 'check', action, decision, status: decision === 'drop' ? 'dropped' : 'open' }),
  }));
}

function commitmentKeys(pointed: string | null, live: Live, desk: Desk): readonly Numbered[] {
  const { review, today } = live;
  const at = commitmentAtHand(review, pointed);
  if (at === null) return [];
  const done = (status: 'kept' | 'late') => {
    desk.author(checkedDone(review, at, status, today), `${at.action}: ${status}.`);
    const next = nextUnchecked(review, at.action);
    if (next !== null) pointAt('commitments', next.action);
  };
  const stillOpen = () => {
    if (slipsAgain(at, review.asOf ?? today)) {
      desk.chooseSlip(at.action);
      desk.say('The second slip needs one of five decisions.');
    } else desk.open({ kind: 'check', action: at.action, status: 'open', decision: null });
  };
  const drop = () => desk.open({ kind: 'check', action: at.action, status: 'dropped', decision: null });
  return [
    { key: '1', name: 'Commitment: kept', run: () => done('kept') },
    { key: '2', name: 'Commitment: late', run: () => done('late') },
    { key: '3', name: 'Commitment: dropped, with a reason', run: drop },
    { key: '4', name: 'Commitment: still open, with a new date', run: stillOpen },
  ];
}

function constraintKeys(live: Live, desk: Desk): readonly Numbered[] {
  const { review, registers, today } = live;
  const last = carryOver(registers, today).constraint?.named ?? null;
  const name = (text: string, unchanged: boolean, suggested: ConstraintCandidate | null = null) => {
    const constraint: ConstraintFields = {
      name: text,
      kind: unchanged && last !== null ? last.kind : (suggested?.kind ?? 'typed'),
      unchanged,
      evidence: unchanged ? (last?.evidence ?? []) : (suggested?.evidence ?? []),
      subordinated: unchanged ? (last?.subordinated ?? null) : null,
      lastBecame: null,
      moved: null,
    };
    desk.author([named(review, constraint)], `The constraint: ${text}`);
    desk.open({ kind: 'subordinate' });
  };
  const suggested = review.candidates;
  const candidates = candidatesOf(review).slice(0, 9 - suggested.length);
  return [
    ...suggested.map((candidate, index) => ({
      key: String(index + 1),
      name: `The constraint is: ${candidate.name}`,
      run: () => name(candidate.name, false, candidate),
    })),
    ...candidates.map((item, index) => ({
      key: String(suggested.length + index + 1),
      name: `The constraint is candidate ${suggested.length + index + 1}`,
      run: () => name(item.text, false),
    })),
    ...(last === null
      ? []
      : [{ key: '0', name: 'The constraint is unchanged', run: () => name(last.name, true) }]),
  ];
}

function wheelKeys(live: Live, desk: Desk): readonly Numbered[] {
  const draw = () => {
    const made = drawFor('deep-dive', live);
    if (made === null) return desk.say('There is nobody left to draw.');
    desk.author([made.event], `Drawn: ${made.picked.name}.`);
  };
  return [{ key: '1', name: 'Draw who is asked', run: draw }];
}

function ratingKeys({ review }: Live, desk: Desk): readonly Numbered[] {
  return [1, 2, 3, 4, 5].map((rating) => ({
    key: String(rating),
    name: `Rate the review ${rating} of 5`,
    run: () => desk.author([inReview(review, 'rating-given', { rating, voters: 1 })], `A vote of ${rating}.`),
  }));
}

/** What the number keys mean now: verdicts, the check of a promise, a second slip, the constraint, a rating. */
export function useNumbered(): readonly Numbered[] {
  const live = useLive();
  const desk = useDesk();
  const pointed = usePointed('commitments');
  const step = stepNow(live.review);
  const { rows, now } = useBlockRows();
  if (desk.slipping !== null) return slipKeys(desk.slipping, desk);
  if (step?.anomaly != null) return verdictKeys(step.anomaly, live, desk);
  switch (step?.block.kind) {
    case 'commitments':
      return commitmentKeys(pointed, live, desk);
    case 'constraint':
      return constraintKeys(live, desk);
    case 'wheel':
      return wheelKeys(live, desk);
    case 'rating':
      return ratingKeys(live, desk);
    default:
      return step === null ? [] : blockNumbers({ block: step.block, now, rows, live, desk });
  }
}

export function useNumberCommands(): readonly Command[] {
  return useNumbered().map(({ key, name, run }) => ({
    id: `live:number:${key}`,
    keys: [key],
    name,
    group: 'On the stage',
    run,
  }));
}
