import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markAll } from '#shared/signals/bulk/mark-all.ts';
import { marks } from '#shared/signals/bulk/rule-windows.ts';
import { phasesFrom } from '#shared/signals/control-charts/chart-phases.ts';
import { drawChart } from '#shared/signals/control-charts/draw.ts';
import { markPatterns, type RuleSetName } from '#shared/signals/control-charts/pattern-rules.ts';
import { markRules } from '#shared/signals/rules.ts';

const BITS: Readonly<Record<string, number>> = {
  'outside-limits': marks.outside,
  'two-of-three': marks.twoOfThree,
  'four-of-five': marks.fourOfFive,
  'run-of-8': marks.run,
};

/** Few different numbers give ties, runs and constants; gaps of one and more; now and then anything at all. */
const value = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -4, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 2 }).map((step) => 1 / 3 + step) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
  { weight: 1, arbitrary: fc.double({ min: -1e9, max: 1e9, noNaN: true }) },
);
/** Stretches of one level after another: what long runs are made of. */
const level = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.array(fc.constantFrom(0, 1, 2), { minLength: 4, maxLength: 14 }))
  .map(([centre, steps]) => steps.map((step) => centre + step));
const series = fc.oneof(
  fc.array(value, { maxLength: 60 }),
  fc.array(level, { minLength: 1, maxLength: 5 }).map((levels) => levels.flat()),
);

function blockOf(all: readonly (readonly number[])[]) {
  const starts = Uint32Array.from({ length: all.length + 1 }, (_, k) => all.slice(0, k).flat().length);
  return { values: Float64Array.from(all.flat()), starts };
}

function chartOf(values: readonly number[], rules: RuleSetName) {
  const phases = phasesFrom(values.length, [], null);
  const columns = { values: Float64Array.from(values), numerators: null, denominators: null };
  const chart = drawChart('xmr', columns, phases);
  return { chart, marked: markPatterns(chart, phases, rules) };
}

describe('limits and rules of many series at once', () => {
  it('are those of the chart of each series', () => {
    fc.assert(
      fc.property(fc.array(series, { maxLength: 4 }), (all) => {
        const { centres, sigmas, marks: found } = markAll(blockOf(all), 'western-electric');
        let from = 0;
        for (const [position, values] of all.entries()) {
          const { chart, marked } = chartOf(values, 'western-electric');
          const bits = marked.map((rules) => rules.reduce((sum, rule) => sum | (BITS[rule] ?? 0), 0));
          expect([...found.subarray(from, from + values.length)]).toEqual(bits);
          if (values.length > 0) {
            expect([centres[position], sigmas[position]]).toEqual([chart.centre[0], chart.sigma[0]]);
          }
          from += values.length;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('tell our own rules as the judging of one series does', () => {
    fc.assert(
      fc.property(series, (values) => {
        const { chart } = chartOf(values, 'wheeler');
        const known = values.filter((one) => !Number.isNaN(one));
        const into = new Uint8Array(values.length);
        if (known.some((one) => one !== known[0])) markRules('wheeler', chart.z, [0, values.length], into);
        expect([...markAll(blockOf([values]), 'wheeler').marks]).toEqual([...into]);
      }),
      { numRuns: 500 },
    );
  });
});

/** Our rules written out as they are said, over points without gaps. */
function said(z: readonly number[], at: number): number {
  const far = (side: number) => z.slice(Math.max(0, at - 3), at + 1).filter((one) => one * side > 1.5).length;
  const isFar = (side: number): boolean => at >= 3 && (z[at] ?? 0) * side > 1.5 && far(side) >= 3;
  const sided = z.slice(0, at + 1).filter((one) => one !== 0);
  const newest = sided.slice(-8);
  const isRun =
    z[at] !== 0 && newest.length === 8 && newest.every((one) => Math.sign(one) === Math.sign(z[at] ?? 0));
  const isOutside = Math.abs(z[at] ?? 0) > 3;
  return (
    (isOutside ? marks.outside : 0) |
    (isRun ? marks.run : 0) |
    (isFar(1) || isFar(-1) ? marks.threeOfFour : 0)
  );
}

describe('our rules', () => {
  it('mark the points that complete them, as they are said', () => {
    const distances = fc.array(fc.constantFrom(-3.5, -2, -1, 0, 1, 1.4, 2, 3.5), { maxLength: 40 });
    fc.assert(
      fc.property(distances, (z) => {
        const into = new Uint8Array(z.length);
        markRules('wheeler', Float64Array.from(z), [0, z.length], into);
        expect([...into]).toEqual(z.map((_, at) => said(z, at)));
      }),
      { numRuns: 1000 },
    );
  });
});
