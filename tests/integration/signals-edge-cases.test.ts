import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { read } from '#tests/support/judged.ts';

const file = path.resolve(import.meta.dirname, '../../../shared/data/signals/reference/edge-cases.json');

type Edge = { readonly values: readonly (number | null)[] };

const cases: Readonly<Record<string, Edge>> = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8')).cases
  : {};

function signalsOf({
  signals,
}: SeriesReading): readonly (readonly [alarm: string | undefined, onset: string, at: string])[] {
  return signals.map(({ alarm, onset, at }) => [alarm, onset, at] as const);
}

function readingOf(name: string, change: (value: number) => number = (value) => value): SeriesReading {
  const edge = cases[name];
  if (edge === undefined) throw new Error(`There is no case ${name}`);
  // Positions stand for days, so that an answer names the index of a point as the cases do.
  return read(
    edge.values.map((value) => (value === null ? null : change(value))),
    { undated: true },
  );
}

/** What section 6 of the specification requires: the signals of each case, and nothing for what only looks like one. */
const REQUIRED: Readonly<Record<string, readonly (readonly ['spike' | 'shift', number])[]>> = {
  'flat-zeros-12': [],
  'flat-five-12': [],
  'flat-then-spike': [['spike', 12]],
  'third-repeating': [],
  n1: [],
  n2: [],
  n3: [],
  n4: [],
  n5: [],
  n7: [],
  'missing-middle': [['spike', 13]],
  'tiny-scale': [['spike', 11]],
  'tiny-scale-x1e6': [['spike', 11]],
  'ties-on-centre': [],
  'step-8-up': [['shift', 12]],
  'percent-near-100': [],
  'trend-7-with-tie': [],
  'alternating-16': [],
};

describe.skipIf(Object.keys(cases).length === 0)('edge cases that other tools get wrong', () => {
  it.each(Object.entries(REQUIRED))('%s raises what it should: %j', (name, expected) => {
    const reading = readingOf(name);
    const onset = (index: number): unknown => reading.points[index]?.period;
    expect(signalsOf(reading).map(([alarm, at]) => [alarm, at])).toEqual(
      expected.map(([alarm, index]) => [alarm, onset(index)]),
    );
  });

  it.each(Object.keys(cases))('%s is read the same on every scale and from every zero', (name) => {
    const plain = signalsOf(readingOf(name));
    for (const scale of [1e-9, 1e-3, 1e6, 1e9]) {
      expect(signalsOf(readingOf(name, (value) => value * scale))).toEqual(plain);
    }
    // A negative number is no count, so a shift down tells another kind of metric; upwards nothing changes.
    for (const zero of [1000, 0.5]) {
      const moved = signalsOf(readingOf(name, (value) => value + 1000.25 + zero));
      expect(moved).toEqual(signalsOf(readingOf(name, (value) => value + 1000.25)));
    }
  });

  it('draws no limits under four values, and says so', () => {
    for (const name of ['n1', 'n2', 'n3']) {
      expect(readingOf(name).phases).toEqual([]);
      expect(readingOf(name).status).toBe('values-only');
    }
    expect(readingOf('n4').status).toBe('provisional');
  });

  it('keeps a gap a gap', () => {
    const { points } = readingOf('missing-middle');
    expect(points[2]).toMatchObject({ value: null, q: null, alarm: null, movingRange: null });
    expect(points[3]?.movingRange).toBeNull();
  });
});
