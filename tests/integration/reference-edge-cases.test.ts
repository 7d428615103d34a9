import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newLevels } from '#shared/signals/change-points/suggest-levels.ts';
import { phasesFrom } from '#shared/signals/control-charts/chart-phases.ts';
import { drawChart } from '#shared/signals/control-charts/draw.ts';
import { markPatterns, RULE_SETS } from '#shared/signals/control-charts/pattern-rules.ts';
import { didItMove } from '#shared/signals/did-it-move/did-it-move.ts';
import { catalogued, flagged, read } from '#tests/support/judged.ts';

const file = path.resolve(import.meta.dirname, '../../../shared/data/signals/reference/edge-cases.json');

type Limits = {
  readonly cl?: number;
  readonly lcl?: number;
  readonly ucl?: number;
  readonly outside?: unknown;
};
type EdgeCase = {
  readonly values: readonly (number | null)[];
  readonly qic_unscreened?: Limits;
};
const cases: Readonly<Record<string, EdgeCase>> = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Record<string, EdgeCase> }).cases
  : {};

/** The values of a case; the test says which it wants, so a renamed case is noticed. */
function valuesOf(id: string): readonly (number | null)[] {
  const found = cases[id];
  if (found === undefined) throw new Error(`no case ${id}`);
  return found.values;
}

function chartOf(values: readonly (number | null)[]) {
  const column = Float64Array.from(values, (value) => value ?? Number.NaN);
  const phases = phasesFrom(column.length, [], null);
  const chart = drawChart('xmr', { values: column, numerators: null, denominators: null }, phases);
  const marked = (rules: (typeof RULE_SETS)[number], rule?: string) =>
    markPatterns(chart, phases, rules).flatMap((names, at) =>
      names.some((name) => rule === undefined || name === rule) ? [at] : [],
    );
  return { chart, marked };
}

/** Every case that a test below asks for by its name. */
const HELD = [
  'flat-zeros-12',
  'flat-five-12',
  'flat-then-spike',
  'third-repeating',
  'n1',
  'n2',
  'n3',
  'n4',
  'n5',
  'n7',
  'missing-middle',
  'tiny-scale',
  'tiny-scale-x1e6',
  'ties-on-centre',
  'step-8-up',
  'percent-near-100',
  'trend-7-with-tie',
  'two-of-three-with-beyond3',
  'alternating-16',
];

describe.skipIf(!existsSync(file))('series made by hand that other programs stumble over', () => {
  it('are all held here', () => {
    expect(Object.keys(cases).toSorted()).toEqual(HELD.toSorted());
  });

  it.each(['flat-zeros-12', 'flat-five-12', 'third-repeating'])('%s: a constant is never marked', (id) => {
    const values = valuesOf(id);
    const reading = read(values);
    expect(flagged(reading)).toEqual([]);
    expect(reading.signals).toEqual([]);
    expect(reading.sentence).toContain('no variation yet');
    const { marked } = chartOf(values);
    for (const rules of RULE_SETS) expect(marked(rules)).toEqual([]);
    expect(newLevels(Float64Array.from(values, Number))).toEqual([]);
  });

  it('flat-then-spike: one mark, the first change from a constant', () => {
    const reading = read(valuesOf('flat-then-spike'));
    expect(flagged(reading)).toEqual([12]);
    expect(reading.signals).toHaveLength(1);
    expect(reading.sentence).toContain('the first change from a constant');
  });

  it.each([
    ['n1', 'values-only'],
    ['n2', 'values-only'],
    ['n3', 'values-only'],
    ['n4', 'provisional'],
    ['n5', 'provisional'],
    ['n7', 'provisional'],
  ])('%s: so short a series is %s, has no signal and breaks nothing', (id, status) => {
    const values = valuesOf(id);
    const reading = read(values);
    expect(reading.status).toBe(status);
    expect(reading.phases.length > 0).toBe(status !== 'values-only');
    expect(reading.signals).toEqual([]);
    for (const rules of RULE_SETS) expect(() => chartOf(values).marked(rules)).not.toThrow();
    expect(newLevels(Float64Array.from(values, Number))).toEqual([]);
    const known = values.flatMap((value) => value ?? []);
    expect(didItMove({ kind: 'values', before: known, after: known.slice(0, 3) })).toBeNull();
  });

  it('missing-middle: gaps break the moving range, and are drawn as gaps', () => {
    const values = valuesOf('missing-middle');
    const { chart, marked } = chartOf(values);
    const theirs = cases['missing-middle']?.qic_unscreened;
    expect(chart.centre[0]).toBeCloseTo(theirs?.cl ?? Number.NaN, 9);
    expect(chart.lower[0]).toBeCloseTo(theirs?.lcl ?? Number.NaN, 9);
    expect(chart.upper[0]).toBeCloseTo(theirs?.ucl ?? Number.NaN, 9);
    expect(marked('western-electric', 'outside-limits')).toEqual(theirs?.outside);
    for (const rules of RULE_SETS) expect(() => marked(rules)).not.toThrow();
    expect(read(values).points.map(({ value }) => value)).toEqual(values);
  });

  it('tiny-scale and tiny-scale-x1e6: the same marks, Q and signals in any unit', () => {
    const small = read(valuesOf('tiny-scale'));
    const large = read(valuesOf('tiny-scale-x1e6'));
    expect(flagged(small)).toEqual(flagged(large));
    expect(flagged(small)).toContain(11);
    expect(small.points.map(({ alarm }) => alarm)).toEqual(large.points.map(({ alarm }) => alarm));
    expect(small.points[11]?.alarm).toBe('spike');
    for (const rules of RULE_SETS) {
      expect(chartOf(valuesOf('tiny-scale')).marked(rules)).toEqual(
        chartOf(valuesOf('tiny-scale-x1e6')).marked(rules),
      );
    }
  });

  it('ties-on-centre: points on the centre are on neither side', () => {
    const values = valuesOf('ties-on-centre');
    for (const rules of RULE_SETS) expect(chartOf(values).marked(rules)).toEqual([]);
    expect(read(values).signals).toEqual([]);
  });

  it('step-8-up: eight on one side are a run, and a level to be named', () => {
    const values = valuesOf('step-8-up');
    expect(chartOf(values).marked('western-electric', 'run-of-8')).toEqual([19]);
    expect(chartOf(values).marked('wheeler', 'run-of-8')).toEqual([12, 13, 14, 15, 16, 17, 18, 19]);
    expect(newLevels(Float64Array.from(values, Number))).toEqual([12]);
    expect(read(values).signals.map(({ onset }) => onset)).toEqual([read(values).points[12]?.period]);
  });

  it('percent-near-100: limits end at 100 %, and what is judged does not', () => {
    const values = valuesOf('percent-near-100');
    const { chart } = chartOf(values);
    expect(chart.upper[0]).toBeGreaterThan(1);
    const reading = catalogued('slo-attainment', values, {}, { unit: 'share' });
    for (const { upper } of reading.points) expect(upper === null || upper <= 1).toBe(true);
    const bounded = drawChart(
      'xmr',
      { values: Float64Array.from(values, Number), numerators: null, denominators: null },
      phasesFrom(values.length, [], null),
      { bounds: [0, 1] },
    );
    expect(bounded.upper[0]).toBe(1);
    expect(bounded.unclippedUpper[0]).toBe(chart.upper[0]);
    expect([...bounded.z]).toEqual([...chart.z]);
  });

  it('trend-7-with-tie: a tie ends a trend', () => {
    const { marked } = chartOf(valuesOf('trend-7-with-tie'));
    expect(marked('nhs', 'trend-of-7')).toEqual([]);
    expect(marked('nelson', 'trend-of-6')).toEqual([]);
    expect(read(valuesOf('trend-7-with-tie')).points.flatMap(({ rules }) => rules)).not.toContain(
      'trend-of-7',
    );
  });

  it('two-of-three-with-beyond3: points nearer than two sigma are no two of three', () => {
    const { marked } = chartOf(valuesOf('two-of-three-with-beyond3'));
    expect(marked('nhs', 'two-of-three')).toEqual([]);
    expect(marked('western-electric', 'two-of-three')).toEqual([]);
  });

  it('alternating-16: fourteen in turn are marked by Nelson, and are no signal', () => {
    const { marked } = chartOf(valuesOf('alternating-16'));
    expect(marked('nelson', 'alternating-14')).toEqual([13, 14, 15]);
    expect(read(valuesOf('alternating-16')).signals).toEqual([]);
  });
});

describe('samples that other programs stumble over', () => {
  const whole = phasesFrom(4, [], null);
  const of = (values: readonly number[], sizes: readonly number[]) => ({
    values: Float64Array.from(values),
    numerators: null,
    denominators: Float64Array.from(sizes),
  });

  it('of nothing make their own point missing, not the chart', () => {
    const chart = drawChart('p', of([3, 0, 5, 4], [20, 0, 20, 20]), whole);
    expect(chart.plotted[1]).toBeNaN();
    expect(chart.upper[1]).toBeNaN();
    expect(chart.centre[0]).toBeCloseTo(0.2, 12);
    expect(chart.upper[2]).toBeCloseTo(0.2 + 3 * Math.sqrt(0.16 / 20), 12);
    const exact = drawChart('p', of([3, 0, 5, 4], [20, 0, 20, 20]), whole, { limits: 'probability' });
    expect(exact.upper[1]).toBeNaN();
    expect(exact.upper[0]).toBeGreaterThan(0.4);
  });

  it('of one size have probability limits too', () => {
    const chart = drawChart('np', of([1, 0, 2, 1], [10, 10, 10, 10]), whole, { limits: 'probability' });
    expect([...chart.upper]).toEqual([5, 5, 5, 5]);
  });

  it('of counts have no limit under zero, and nothing can be below it', () => {
    const chart = drawChart('c', of([1, 0, 2, 0], [1, 1, 1, 1]), whole);
    expect([...chart.lower]).toEqual([0, 0, 0, 0]);
    expect(markPatterns(chart, whole, 'western-electric').flat()).toEqual([]);
  });

  it('of waiting times take a zero as half of what the clock can tell', () => {
    const times = { values: Float64Array.of(0, 2, 5, 3), numerators: null, denominators: null };
    const chart = drawChart('t', times, whole);
    expect(chart.plotted[0]).toBe(0);
    expect(Number.isFinite(chart.upper[0])).toBe(true);
    expect(Number.isFinite(chart.z[0])).toBe(true);
  });

  it('of cases between events have their limits without being asked', () => {
    const cases = { values: Float64Array.of(4, 9, 2, 30), numerators: null, denominators: null };
    const chart = drawChart('g', cases, whole);
    expect(chart.centre[0]).toBe(6.5);
    expect(chart.lower[0]).toBe(0);
    expect(chart.upper[0]).toBeCloseTo(11.25 + 3 * Math.sqrt(11.25 * 12.25), 12);
  });

  it('keep every phase with limits of its own where one is locked', () => {
    const values = Float64Array.of(1, 2, 1, 2, 9, 8, 9, 8, 9);
    const phases = phasesFrom(9, [4], { from: 4, to: 7 });
    const chart = drawChart('xmr', { values, numerators: null, denominators: null }, phases);
    expect(chart.centre[0]).toBe(1.5);
    expect(chart.centre[8]).toBe(8.5);
  });
});
