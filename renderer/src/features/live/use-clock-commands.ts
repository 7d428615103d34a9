import { useWallTime } from '#renderer/src/data/today.ts';
import type { Command } from '#renderer/src/state/commands.ts';
import { extendBlock, payers, shortenBlock } from '#shared/review/agenda.ts';
import { inReview } from './authoring.ts';
import { useDesk } from './desk.ts';
import { useLive } from './live.ts';
import { offersNow, payerWords } from './offers.ts';
import { useReadClock } from './use-clock.ts';

const MINUTE_MS = 60_000;

/** The clock: hold and resume, minutes, who pays, the andon, suspending. What is due is read at the press of the key. */
export function useClockCommands(): readonly Command[] {
  const { review } = useLive();
  const desk = useDesk();
  const readClock = useReadClock();
  const wallTime = useWallTime();

  const holdOrResume = () => {
    const { state } = readClock();
    if (state === 'suspended')
      return desk.author([inReview(review, 'review-resumed', {})], 'The review goes on.');
    if (state === 'andon') return desk.open({ kind: 'release' });
    if (state === 'held') return desk.author([inReview(review, 'clock-resumed', {})], 'The clock runs.');
    desk.author([inReview(review, 'clock-held', { reason: null })], 'The clock is held.');
  };
  const more = () => {
    const block = review.currentBlock;
    const payer = block === null ? undefined : payers(review.blocks, block, 1)[0];
    if (block === null || payer === undefined) return;
    const { expectedEndMs } = readClock().meeting;
    const endsAt = expectedEndMs === null ? null : wallTime(expectedEndMs + MINUTE_MS);
    const { name } = payerWords(payer, endsAt);
    const change = extendBlock(block, 1, payer);
    desk.author([inReview(review, 'block-minutes-changed', change)], `One minute more. ${name}.`);
  };
  const less = () => {
    if (review.currentBlock === null) return;
    const change = shortenBlock(review.blocks, review.currentBlock, 1);
    const to = review.blocks.find((block) => block.id === change.paidBy[0]?.block);
    const said = to === undefined ? 'the end comes earlier' : `${to.name} gets it`;
    desk.author([inReview(review, 'block-minutes-changed', change)], `One minute less; ${said}.`);
  };
  const pay = (index: number) => {
    const offer = offersNow(review, readClock(), wallTime)?.offers[index];
    if (offer === undefined) return desk.say('Nothing is asked right now.');
    desk.author(offer.events, `${offer.name}; ${offer.remark}.`);
  };
  const andon = () => {
    const pulled = review.andons.some((pull) => pull.released === null);
    desk.open(pulled ? { kind: 'release' } : { kind: 'pull' });
  };
  const command = (id: string, keys: readonly string[], name: string, run: () => void): Command => ({
    id: `live:${id}`,
    keys,
    name,
    group: 'The clock',
    run,
  });
  return [
    command('hold', ['Space'], 'Hold or resume the clock', holdOrResume),
    command('more', ['+', '='], 'A minute more for this block', more),
    command('less', ['-'], 'A minute less for this block', less),
    command('pay-1', ['Alt+1'], 'First answer to what the console asks', () => pay(0)),
    command('pay-2', ['Alt+2'], 'Second answer', () => pay(1)),
    command('pay-3', ['Alt+3'], 'Third answer', () => pay(2)),
    command('andon', ['!'], 'Andon: hold the line, or release it', andon),
    command('hold-because', ['t'], 'Hold the clock, with a reason', () => desk.open({ kind: 'hold' })),
    command('suspend', ['z'], 'Suspend the review, with a reason', () => desk.open({ kind: 'suspend' })),
  ];
}
