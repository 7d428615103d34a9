import { describe, expect, it } from 'vitest';
import { payers, totalMinutes } from '#shared/review/agenda.ts';
import {
  asAgenda,
  readNewBlock,
  withBlockAfter,
  withBlockMoved,
  withBlockSplit,
} from '#shared/review/agenda-edits.ts';
import { foldReview } from '#shared/review/fold.ts';
import { AGENDA, aLiveLog } from '#tests/support/written-log.ts';

const ids = (blocks: readonly { readonly id: string }[] | null) => blocks?.map((block) => block.id) ?? null;
const first = AGENDA[0]?.id ?? '';

describe('changing the agenda while it runs', () => {
  it('puts a block behind the one at hand, paid for by whom was asked', () => {
    const payer = payers(AGENDA, first, 3)[0] ?? null;
    const blocks = withBlockAfter(AGENDA, first, { id: 'new', name: 'Deep dive', minutes: 3 }, payer);
    expect(ids(blocks)?.[1]).toBe('new');
    expect(payer?.kind).toBe('block');
    expect(totalMinutes(blocks)).toBe(totalMinutes(AGENDA));
  });

  it('moves the end where nobody pays', () => {
    const blocks = withBlockAfter(AGENDA, first, { id: 'new', name: 'Deep dive', minutes: 3 });
    expect(totalMinutes(blocks)).toBe(totalMinutes(AGENDA) + 3);
  });

  it('cuts a block at the minutes that it used, and adds up to the same', () => {
    const block = AGENDA.find((one) => one.minutes >= 10);
    const blocks = withBlockSplit(AGENDA, block?.id ?? '', 3.5 * 60_000, 'rest');
    const at = blocks?.findIndex((one) => one.id === block?.id) ?? -1;
    expect(blocks?.[at]?.minutes).toBe(4);
    expect(blocks?.[at + 1]).toMatchObject({ id: 'rest', minutes: (block?.minutes ?? 0) - 4 });
    expect(totalMinutes(blocks ?? [])).toBe(totalMinutes(AGENDA));
  });

  it('does not cut a block that has less than a minute left', () => {
    const block = AGENDA[0];
    expect(withBlockSplit(AGENDA, first, (block?.minutes ?? 0) * 60_000 - 1, 'rest')).toBeNull();
  });

  it('moves only what is still ahead, never before the block at hand', () => {
    const [, second = '', third = ''] = AGENDA.map((block) => block.id);
    expect(ids(withBlockMoved(AGENDA, third, -1, first))?.[1]).toBe(third);
    expect(withBlockMoved(AGENDA, second, -1, first)).toBeNull();
    expect(withBlockMoved(AGENDA, first, 1, first)).toBeNull();
    expect(withBlockMoved(AGENDA, AGENDA.at(-1)?.id ?? '', 1, first)).toBeNull();
  });

  it.each([
    ['Deep dive on payments 5', { name: 'Deep dive on payments', minutes: 5 }],
    ['Questions, 10 min', { name: 'Questions', minutes: 10 }],
    ['Questions', { name: 'Questions', minutes: 5 }],
    ['Plan for 2027', { name: 'Plan for 2027', minutes: 5 }],
    ['Zwölf Fragen 7m', { name: 'Zwölf Fragen', minutes: 7 }],
  ])('reads %s', (line, block) => {
    expect(readNewBlock(line)).toEqual(block);
  });

  it.each(['', '   ', 'Nothing 0'])('takes no block from %j', (line) => {
    expect(readNewBlock(line)).toBeNull();
  });

  it('keeps the plan of the start: a block that came later was not planned', () => {
    const log = aLiveLog();
    const before = foldReview('r1', log.events);
    const blocks = withBlockAfter(before.blocks, before.currentBlock, {
      id: 'new',
      name: 'More',
      minutes: 4,
    });
    log.review('10:05:00', 'agenda-set', {
      template: 'own',
      slotMinutes: before.slotMinutes,
      blocks: asAgenda(blocks),
    });
    const review = foldReview('r1', log.events);
    expect(review.blocks.find((block) => block.id === 'new')).toMatchObject({ minutes: 4, planned: 0 });
    expect(review.blocks[0]?.planned).toBe(before.blocks[0]?.planned);
  });
});
