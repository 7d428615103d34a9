import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalMinutes } from '#shared/review/agenda.ts';
import { fitToSlot } from '#shared/review/fit-slot.ts';
import type { AgendaBlock } from '#shared/review/review.ts';
import { aBlock } from '#tests/support/written-log.ts';

const DIMENSIONS = ['delivery', 'reliability', 'initiatives', 'vigilance', 'efficiency'];

const plan = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 30 }),
      kept: fc.boolean(),
      dimension: fc.option(fc.constantFrom(...DIMENSIONS), { freq: 2 }),
    }),
    { minLength: 1, maxLength: 16 },
  )
  .map((rows) =>
    rows.map(({ minutes, kept, dimension }, at) =>
      aBlock(`b${at}`, minutes, { kind: dimension ?? 'wins', protected: kept, dimension }),
    ),
  );

const load = fc.record({
  anomalies: fc.dictionary(fc.constantFrom(...DIMENSIONS), fc.integer({ min: 0, max: 400 })),
  commitments: fc.integer({ min: 0, max: 60 }),
});

const slot = fc.integer({ min: 10, max: 240 });

const minutesOf = (blocks: readonly AgendaBlock[]) => new Map(blocks.map((one) => [one.id, one.minutes]));

describe('blocks fitted to a slot', () => {
  it('add up to the slot exactly, in whole minutes', () => {
    fc.assert(
      fc.property(plan, slot, load, (blocks, minutes, given) => {
        const fit = fitToSlot(blocks, minutes, given);
        fc.pre(fit.short === 0 && fit.blocks.length > 0);
        expect(totalMinutes(fit.blocks)).toBe(minutes);
        expect(fit.blocks.every((block) => Number.isInteger(block.minutes))).toBe(true);
      }),
    );
  });

  it('leave what never gives its minutes, and every other block at least one', () => {
    fc.assert(
      fc.property(plan, slot, load, (blocks, minutes, given) => {
        const fit = fitToSlot(blocks, minutes, given);
        fc.pre(fit.short === 0);
        const before = minutesOf(blocks);
        for (const block of fit.blocks) {
          expect(block.minutes).toBeGreaterThanOrEqual(block.protected ? (before.get(block.id) ?? 0) : 1);
        }
        expect(fit.leftOut.some((block) => block.protected)).toBe(false);
        expect([...fit.blocks, ...fit.leftOut].map((block) => block.id).sort()).toEqual(
          blocks.map((block) => block.id).sort(),
        );
      }),
    );
  });

  it('take no minute from any block when the slot gets longer', () => {
    fc.assert(
      fc.property(plan, slot, load, fc.integer({ min: 1, max: 60 }), (blocks, minutes, given, more) => {
        const shorter = fitToSlot(blocks, minutes, given);
        const longer = minutesOf(fitToSlot(blocks, minutes + more, given).blocks);
        fc.pre(shorter.short === 0 && shorter.leftOut.length === 0);
        for (const block of shorter.blocks) {
          expect(longer.get(block.id)).toBeGreaterThanOrEqual(block.minutes);
        }
      }),
    );
  });

  it('give a dimension no fewer minutes when it has more anomalies', () => {
    fc.assert(
      fc.property(plan, slot, load, fc.constantFrom(...DIMENSIONS), (blocks, minutes, given, dimension) => {
        const count = given.anomalies[dimension] ?? 0;
        const more = { ...given, anomalies: { ...given.anomalies, [dimension]: count + 3 } };
        const before = fitToSlot(blocks, minutes, given);
        fc.pre(before.short === 0 && before.leftOut.length === 0);
        const total = (one: typeof before) =>
          totalMinutes(one.blocks.filter((block) => block.dimension === dimension));
        expect(total(fitToSlot(blocks, minutes, more))).toBeGreaterThanOrEqual(total(before));
      }),
    );
  });

  it('stay as they are when they are fitted once more by the same plan', () => {
    fc.assert(
      fc.property(plan, slot, load, (blocks, minutes, given) => {
        const planned = Object.fromEntries(blocks.map((block) => [block.id, block.minutes]));
        const once = fitToSlot(blocks, minutes, given, planned);
        fc.pre(once.short === 0 && once.leftOut.length === 0);
        const kept = once.blocks.filter((block) => block.protected);
        fc.pre(kept.every((block) => block.minutes === planned[block.id]));
        expect(fitToSlot(once.blocks, minutes, given, planned).blocks).toEqual(once.blocks);
      }),
    );
  });
});
