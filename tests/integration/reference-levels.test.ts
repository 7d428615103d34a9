import { describe, expect, it } from 'vitest';
import { bestChange, changesOfLevel } from '#shared/signals/change-points/segments.ts';
import { newLevels } from '#shared/signals/change-points/suggest-levels.ts';
import { agreement, cover } from '#tests/support/human-levels.ts';
import { type Reference, references } from '#tests/support/reference-answers.ts';
import { seeded } from '#tests/support/seeded.ts';

const ofKind = (kind: RegExp): readonly Reference[] => references.filter((one) => kind.test(one.case));

/** Rates where a file gives counts and exposures, as the answers were computed; the newest value goes on over a gap. */
function valuesOf({ columns, answers }: Reference): Float64Array {
  const isRate = answers.id === 'cdi-intervention' && columns.denominators !== null;
  const values = columns.values.map((value, index) =>
    isRate ? value / (columns.denominators?.[index] ?? Number.NaN) : value,
  );
  for (let index = 1; index < values.length; index++) {
    if (Number.isNaN(values[index])) values[index] = values[index - 1] ?? Number.NaN;
  }
  return values;
}

describe.skipIf(references.length === 0)('changes of level beside ruptures', () => {
  it.each(ofKind(/^ruptures-pelt/))('$title: the same stretches for the same penalty', (reference) => {
    const { pen, index } = reference.expected;
    expect(changesOfLevel(valuesOf(reference), { penalty: Number(pen), shortest: 2 })).toEqual(index);
  });

  it.each(ofKind(/^ruptures-best-single-split/))('$title: the same best change', (reference) => {
    expect([bestChange(valuesOf(reference), 2)]).toEqual(reference.expected['index']);
  });
});

describe.skipIf(references.length === 0)('suggested levels beside human readers', () => {
  const read = ofKind(/^tcpd-human/).map((reference) => ({
    reference,
    readers: reference.expected['annotations'] as Readonly<Record<string, readonly number[]>>,
    found: newLevels(reference.columns.values),
  }));

  it('scores "no change" as the published tables do', () => {
    for (const { reference, readers } of read) {
      const scores = reference.expected['scores'] as Readonly<Record<string, { f1: number; cover: number }>>;
      const none = scores['zero (no change point)'];
      expect(agreement(readers, [])).toBeCloseTo(none?.f1 ?? Number.NaN, 9);
      expect(cover(readers, [], reference.columns.values.length)).toBeCloseTo(none?.cover ?? Number.NaN, 9);
    }
  });

  it('agrees with them in F1 of .70 and cover of .66 or better', () => {
    const share = (score: (one: (typeof read)[number]) => number): number =>
      read.reduce((sum, one) => sum + score(one), 0) / read.length;
    expect(read).toHaveLength(14);
    expect(share(({ readers, found }) => agreement(readers, found))).toBeGreaterThanOrEqual(0.7);
    const covered = share(({ readers, found, reference }) =>
      cover(readers, found, reference.columns.values.length),
    );
    expect(covered).toBeGreaterThanOrEqual(0.66);
  });

  it('finds the two changes that history names', () => {
    const byId = (id: string): Float64Array => {
      const reference = references.find(({ answers }) => answers.id === id);
      return reference === undefined ? new Float64Array() : reference.columns.values;
    };
    // The dam at Aswan; the first seat-belt law.
    expect(newLevels(byId('nile'))).toEqual([28]);
    expect(newLevels(byId('seatbelts-drivers')).some((at) => Math.abs(at - 169) <= 2)).toBe(true);
  });
});

describe('suggested levels on series that do not change', () => {
  it.each([16, 26, 52, 104])('are given to at most 3 of 100 series of %i points', (n) => {
    const { normal: noise } = seeded(n);
    const found = Array.from({ length: 3000 }, () => newLevels(Float64Array.from({ length: n }, noise)));
    expect(found.filter((levels) => levels.length > 0).length / found.length).toBeLessThanOrEqual(0.03);
  });
});

describe('suggested levels', () => {
  it('are the same in any unit', () => {
    const { normal: noise } = seeded(7);
    const values = Float64Array.from({ length: 60 }, (_, at) => noise() + (at < 40 ? 0 : 3));
    const levels = newLevels(values);
    expect(levels).toEqual([40]);
    for (const factor of [1e-9, 3600, 1e9]) {
      expect(newLevels(values.map((value) => value * factor + 7 * factor))).toEqual(levels);
    }
  });

  it('pass over missing values and say nothing of a constant or of too few points', () => {
    const step = Float64Array.of(1, 2, Number.NaN, 1, 2, 1, 2, 9, 8, Number.NaN, 9, 8, 9, 8);
    expect(newLevels(step)).toEqual([7]);
    expect(newLevels(new Float64Array(40).fill(3))).toEqual([]);
    expect(newLevels(Float64Array.of(1, 1, 1, 9, 9, 9))).toEqual([]);
  });
});
