import { describe, expect, it } from 'vitest';
import { pChart } from '#shared/signals/control-charts/attributes.ts';
import { phasesFrom } from '#shared/signals/control-charts/chart-phases.ts';
import { blankChart, type ControlChart } from '#shared/signals/control-charts/control-chart.ts';
import { xmrChart } from '#shared/signals/control-charts/individuals.ts';
import {
  type ChartRule,
  markPatterns,
  type RuleSetName,
} from '#shared/signals/control-charts/pattern-rules.ts';

const missing = Number.NaN;

/** A chart whose points lie at these distances from the centre. */
function atDistances(z: readonly number[]): ControlChart {
  const distances = Float64Array.from(z);
  return { ...blankChart('xmr', z.length), plotted: distances, z: distances };
}

function marked(rules: RuleSetName, rule: ChartRule, z: readonly number[], starts: readonly number[] = []) {
  const found = markPatterns(atDistances(z), phasesFrom(z.length, starts, null), rules);
  return found.flatMap((names, index) => (names.includes(rule) ? [index] : []));
}

const up = (count: number, z = 0.5): readonly number[] => Array.from({ length: count }, () => z);

describe('rules of charts', () => {
  it.each<[RuleSetName, ChartRule, readonly number[], readonly number[]]>([
    ['western-electric', 'outside-limits', [0, 3, 3.01, -3.01], [2, 3]],
    ['western-electric', 'two-of-three', [2.1, 0, 2.1, 0, -2.1, 2.1], [2]],
    ['western-electric', 'two-of-three', [2.1, 2.1, 0], []],
    ['western-electric', 'four-of-five', [1.1, 1.1, -1, 1.1, 1.1, 0], [4]],
    ['western-electric', 'run-of-8', [...up(9), -1], [7, 8]],
    ['western-electric', 'run-of-8', [...up(5), 0, ...up(5)], []],
    ['nelson', 'run-of-9', [-1, ...up(10)], [9, 10]],
    ['nelson', 'trend-of-6', [1, 1, 2, 3, 4, 5, 6, 7], [6, 7]],
    ['nelson', 'trend-of-6', [6, 5, 4, 3, 3, 2, 1], []],
    ['nelson', 'alternating-14', Array.from({ length: 15 }, (_, at) => at % 2), [13, 14]],
    ['nelson', 'within-one-sigma-15', [2, ...up(16, 1), 0.9], [15, 16, 17]],
    ['nelson', 'beyond-one-sigma-8', [1.1, 1.2, 1.3, -1.4, 1.5, 1.6, 1.7, 1.8, 0], [7]],
    ['nelson', 'beyond-one-sigma-8', up(9, 1.5).with(8, 1.6), []],
    ['nhs', 'run-of-7', [-1, ...up(8), -1], [1, 2, 3, 4, 5, 6, 7, 8]],
    ['nhs', 'trend-of-7', [0, 1, 2, 3, 4, 5, 6, 0], [0, 1, 2, 3, 4, 5, 6]],
    ['nhs', 'two-of-three', [0.1, 2.5, 2.1, -1], [1, 2]],
    ['nhs', 'two-of-three', [-0.1, 2.5, 3.1, 2.5, -1], [1, 3]],
    ['nhs', 'two-of-three', [-0.1, 2.5, 2.1, -1], []],
    ['wheeler', 'run-of-8', [...up(4), 0, ...up(4), -1], [0, 1, 2, 3, 5, 6, 7, 8]],
    ['wheeler', 'three-of-four', [1.6, 0, 1.6, 1.6, 0], [0, 1, 2, 3]],
    ['wheeler', 'three-of-four', [1.6, 1.6, -1.6, -1.6], []],
  ])('%s marks %s of %j at %j', (rules, rule, z, expected) => {
    expect(marked(rules, rule, z)).toEqual(expected);
  });

  it('reach over one missing point, not over two, and tell no trend over any', () => {
    expect(marked('western-electric', 'run-of-8', [...up(4), missing, ...up(4, 0.6)])).toEqual([8]);
    expect(marked('western-electric', 'run-of-8', [...up(4), missing, missing, ...up(4, 0.6)])).toEqual([]);
    expect(marked('nelson', 'trend-of-6', [1, 2, 3, missing, 4, 5, 6])).toEqual([]);
  });

  it('never look across a phase', () => {
    expect(marked('western-electric', 'run-of-8', [...up(4), ...up(4, 0.6)], [4])).toEqual([]);
  });

  it('keep all that a point is marked by', () => {
    const found = markPatterns(atDistances([2.5, 0, 3.5]), phasesFrom(3, [], null), 'western-electric');
    expect(found[2]).toEqual(['outside-limits', 'two-of-three']);
  });

  it('leave a constant alone, whatever its value and length', () => {
    for (const value of [0, 1 / 3, 1e9, -0.1]) {
      for (const length of [1, 2, 8, 40]) {
        const columns = {
          values: new Float64Array(length).fill(value),
          numerators: null,
          denominators: null,
        };
        const phases = phasesFrom(length, [], null);
        for (const rules of ['western-electric', 'nelson', 'nhs', 'wheeler'] as const) {
          expect(markPatterns(xmrChart(columns, phases), phases, rules).flat()).toEqual([]);
        }
      }
    }
  });

  it('find one point in a constant that changes once', () => {
    const columns = { values: Float64Array.of(...up(12, 5), 9), numerators: null, denominators: null };
    const phases = phasesFrom(13, [], null);
    const found = markPatterns(xmrChart(columns, phases, { screened: true }), phases, 'wheeler');
    expect(found.flatMap((names, index) => (names.includes('outside-limits') ? [index] : []))).toEqual([12]);
  });

  it('judge each share by its own sample, not by the newest one of the window', () => {
    const columns = {
      values: Float64Array.of(100, 100, 100, 4, 130),
      numerators: null,
      denominators: Float64Array.of(1000, 1000, 1000, 20, 1000),
    };
    const phases = phasesFrom(5, [], { from: 0, to: 2 });
    const chart = pChart(columns, phases);
    // 4 of 20 is 0.2 with a sigma of 0.067: nothing; by the newest sample it would be ten sigma
    expect(chart.z[3]).toBeLessThan(2);
    expect(markPatterns(chart, phases, 'western-electric')[4]).toEqual(['outside-limits']);
  });

  it('use no zones on a distribution as skewed as that of cases between events', () => {
    const chart: ControlChart = { ...atDistances([2.1, 2.2, 2.3, 0.1, ...up(4), 3.1]), kind: 'g' };
    const found = markPatterns(chart, phasesFrom(9, [], null), 'western-electric');
    expect(found.flatMap((names, index) => names.map((rule) => [index, rule]))).toEqual([
      [7, 'run-of-8'],
      [8, 'outside-limits'],
      [8, 'run-of-8'],
    ]);
  });

  it('mark the same points at any scale and level', () => {
    const base = [3, 5, 4, 6, 5, 9, 4, 5, 3, 6, 30, 5, 4, 7, 7, 8, 7, 9, 8, 7, 9, 8];
    const read = (values: readonly number[], rules: RuleSetName) => {
      const columns = { values: Float64Array.from(values), numerators: null, denominators: null };
      const phases = phasesFrom(values.length, [], null);
      return markPatterns(xmrChart(columns, phases), phases, rules);
    };
    for (const rules of ['western-electric', 'nelson', 'nhs', 'wheeler'] as const) {
      const expected = read(base, rules);
      expect(expected.flat().length).toBeGreaterThan(0);
      for (const scale of [1e-9, 1e-3, 1e3, 1e9]) {
        expect(
          read(
            base.map((value) => value * scale),
            rules,
          ),
        ).toEqual(expected);
      }
      expect(
        read(
          base.map((value) => value + 1024),
          rules,
        ),
      ).toEqual(expected);
    }
  });
});
