import { useState } from 'react';
import { answered, inReview } from '#renderer/src/features/live/authoring.ts';
import { blockedTierOne } from '#renderer/src/features/live/blocked.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { isComplete, promiseAtHand, promisesOf } from '#renderer/src/features/live/readback.ts';
import type { Command } from '#renderer/src/state/commands.ts';
import { pointAt, usePointed } from '#renderer/src/state/pointing.ts';
import { stepNow } from '#renderer/src/walk/steps.ts';
import { sixQuestions } from '#shared/drive/six-questions.ts';
import type { ClosingCheck } from '#shared/review/closing.ts';
import { slotId } from './slot.ts';
import { useClosing } from './use-closing.ts';
import { useHandOver } from './use-hand-over.ts';
import { useMend } from './use-mend.ts';
import { useSixAnswers } from './use-six-answers.ts';

/** The last one gone to is not gone to again while another waits. */
function useNextToMend(checks: readonly ClosingCheck[]): () => void {
  const desk = useDesk();
  const mend = useMend();
  const [last, setLast] = useState<string | null>(null);
  return () => {
    const waiting = checks
      .filter((check) => !check.met && check.waived === null)
      .toSorted((left, right) => Number(right.must) - Number(left.must))
      .flatMap((check) =>
        check.unmet.flatMap(({ id, text }) => {
          const run = mend(check.rule, id);
          return run === null ? [] : [{ key: `${check.rule} ${id}`, text, run }];
        }),
      );
    const at = waiting.findIndex(({ key }) => key === last);
    const next = waiting[at + 1] ?? waiting[0];
    if (next === undefined) return desk.say('Nothing holds the close.');
    setLast(next.key);
    desk.say(next.text);
    next.run();
  };
}

function useReadbackRuns() {
  const { review } = useLive();
  const desk = useDesk();
  const pointed = usePointed('readback');
  const at = promiseAtHand(review, pointed);
  const complete = () => {
    if (at === null) return desk.say('Nothing was promised yet.');
    const open = promisesOf(review).find((item) => !isComplete(item));
    if (isComplete(at) && open !== undefined) {
      pointAt('readback', open.id);
      return document.getElementById(slotId(open.id))?.focus();
    }
    const slot = document.getElementById(slotId(at.id));
    if (slot === null) desk.open({ kind: 'edit', item: at.id });
    else slot.focus();
  };
  const confirm = () => {
    if (at === null) return;
    desk.author([inReview(review, 'readback-confirmed', { item: at.id })], `${at.text}: the owner said yes.`);
    const rest = promisesOf(review).filter((item) => item.id !== at.id && !item.confirmed);
    if (rest[0] !== undefined) pointAt('readback', rest[0].id);
  };
  return { complete, confirm };
}

/** Answers "not answered" for every question that neither the data nor the room has answered. */
function useLeaveUnanswered(): () => void {
  const { review } = useLive();
  const desk = useDesk();
  const answers = useSixAnswers();
  return () => {
    const open = sixQuestions.filter(
      ({ id }) =>
        !(id in review.answers) && !answers.some((answer) => answer.id === id && answer.kind === 'computed'),
    );
    const events = open.map(({ id }) => {
      const computed = answers.find((answer) => answer.id === id)?.text ?? '';
      const missing = computed === '' ? 'No data on record answers it.' : computed;
      const answer = { kind: 'not-answered', missing } as const;
      return answered(review, id, answer, computed);
    });
    desk.author(events, `${open.length} questions are marked not answered.`);
  };
}

/** The end of a review: completing promises, confirming, questions, handing over, closing. */
export function useClosingCommands(): readonly Command[] {
  const { review, registers } = useLive();
  const desk = useDesk();
  const { checks, may } = useClosing();
  const proposed = useHandOver();
  const { complete, confirm } = useReadbackRuns();
  const leaveUnanswered = useLeaveUnanswered();
  const nextToMend = useNextToMend(checks);
  const fill = () =>
    promisesOf(review).every(isComplete)
      ? desk.say('Every promise has its owner and its date.')
      : desk.open({ kind: 'fill' });
  const kind = stepNow(review)?.block.kind;

  const enter = (wanted: string): boolean => {
    const block = review.blocks.find((one) => one.kind === wanted);
    if (block === undefined) return false;
    desk.author([inReview(review, 'block-entered', { block: block.id })], '');
    return true;
  };
  const close = () => {
    if (kind !== 'readback' && kind !== 'rating' && enter('readback')) return;
    if (!may) {
      if (kind === 'rating') enter('readback');
      const waiting = checks.filter((check) => check.must && !check.met && check.waived === null);
      return desk.say(`Not ready to close: ${waiting.map((check) => check.sentence).join('; ')}.`);
    }
    if (kind === 'readback' && review.rating === null && enter('rating')) {
      return desk.say('Ready to close. Rate the meeting, then e closes it.');
    }
    desk.author([inReview(review, 'review-closed', {})], 'The review is closed.');
  };
  const handOver = () =>
    desk.author([inReview(review, 'handed-over', proposed)], 'The next review is handed over.');
  const command = (id: string, key: string, name: string, run: () => void): Command => ({
    id: `live:${id}`,
    keys: [key],
    name,
    group: 'Closing',
    run,
  });
  const always = command('close', 'e', 'Read back, then close the review', close);
  const over = command('hand-over', 'h', 'Hand over to the next facilitator', handOver);
  const answers = command(
    'unanswered',
    'm',
    'Mark what is open of the six questions as not answered',
    leaveUnanswered,
  );
  const candidate = command('candidate', 'Enter', 'Put a candidate forward', () =>
    desk.open({ kind: 'candidate' }),
  );
  const became = command('became', 'f', 'What became of the last constraint', () =>
    desk.open({ kind: 'became' }),
  );
  const unblock = command('unblock', 'Enter', 'Who frees the blocked Tier 1, and by when', () => {
    const first = blockedTierOne(registers)[0];
    if (first === undefined) desk.say('No Tier 1 initiative is blocked.');
    else desk.open({ kind: 'unblock', initiative: first.id });
  });
  if (kind === 'initiatives') return [always, unblock];
  if (kind === 'constraint') return [always, candidate, became];
  if (kind !== 'readback') return kind === 'rating' ? [always, over, answers] : [always];
  return [
    always,
    over,
    answers,
    command('complete', 'Enter', 'Complete the promise at hand', complete),
    command('confirm', 'y', 'The owner said yes', confirm),
    command('mend', 'g', 'Go to what holds the close next', nextToMend),
    command('fill', 'f', 'One owner, one date for all promises that lack them', fill),
  ];
}
