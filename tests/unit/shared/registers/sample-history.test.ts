import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseBundle } from '#shared/events/bundle.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import { carryOver } from '#shared/review/carry-over.ts';
import { ledgerOn } from '#shared/review/commitments.ts';
import { nextReview } from '#shared/review/next-review.ts';

const file = path.resolve(import.meta.dirname, '../../../../assets/sample/review-history.json');
const bundle = parseBundle(JSON.parse(readFileSync(file, 'utf8')));
const registers = foldRegisters(bundle.ok ? bundle.value.events : []);
const TODAY = '2026-11-18';

describe('the three earlier reviews of the sample organization', () => {
  it('took 67, 61 and 58 of 60 minutes and were rated 3.4, 3.9 and 4.1', () => {
    const held = registers.reviews.map(({ plannedMinutes, usedMinutes, rating }) => [
      plannedMinutes,
      Math.round(usedMinutes ?? 0),
      Math.round((rating ?? 0) * 10) / 10,
    ]);
    expect(held).toEqual([
      [60, 67, 3.4],
      [60, 61, 3.9],
      [60, 58, 4.1],
    ]);
  });

  it('kept five promises of ten', () => {
    expect(ledgerOn(registers.actions, TODAY)).toMatchObject({
      kept: 5,
      late: 2,
      overdue: 2,
      dropped: 1,
      rate: 0.5,
    });
  });

  it('leave the second slip of A-102, what was not reached, and a constraint that asks', () => {
    const carried = carryOver(registers, TODAY);
    expect(carried.commitments.filter((due) => due.slips > 1).map((due) => due.action)).toEqual(['A-102']);
    expect(carried.notReached).toHaveLength(1);
    expect(carried.constraint).toMatchObject({ named: { name: 'Review capacity of Platform' }, asks: true });
  });

  it('hand over to Li Wei, today at ten', () => {
    expect(nextReview(registers, TODAY)).toMatchObject({ date: TODAY, time: '10:00', facilitator: 'li' });
  });
});
