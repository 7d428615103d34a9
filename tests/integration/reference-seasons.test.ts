import { describe, expect, it } from 'vitest';
import { phasesFrom } from '#shared/signals/control-charts/chart-phases.ts';
import { drawChart } from '#shared/signals/control-charts/draw.ts';
import { findSeason } from '#shared/signals/season/find-season.ts';
import { stl } from '#shared/signals/season/stl.ts';
import { DIFFERENT, type Reference, references } from '#tests/support/reference-answers.ts';
import { faultsOf } from '#tests/support/reference-charts.ts';

const ofKind = (kind: RegExp): readonly Reference[] =>
  references.filter((one) => kind.test(one.case) && !(one.title in DIFFERENT));

function partsOf({ columns, answers, case: kind }: Reference) {
  return stl(columns.values, { period: answers.period ?? 2, robust: !/^stl-periodic$/.test(kind) });
}

function isClose(found: number | undefined, expected: number): boolean {
  return Math.abs((found ?? Number.NaN) - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

describe.skipIf(references.length === 0)('a series taken apart beside R', () => {
  it.each(ofKind(/^stl-/))('$title: season, trend and remainder agree', (reference) => {
    const parts = partsOf(reference);
    const n = parts.trend.length;
    const { expected } = reference;
    const list = (key: string) => expected[key] as readonly number[];
    const faults = [
      ...list('seasonal_first_period').filter((one, at) => !isClose(parts.seasonal[at], one)),
      ...list('trend_first5').filter((one, at) => !isClose(parts.trend[at], one)),
      ...list('trend_last5').filter((one, at) => !isClose(parts.trend[n - 5 + at], one)),
      ...list('remainder_first5').filter((one, at) => !isClose(parts.remainder[at], one)),
    ];
    expect(faults).toEqual([]);
  });

  it.each(ofKind(/^xmr-on-/))('$title: limits and rules of what is left agree', (reference) => {
    const { values } = reference.columns;
    const { seasonal, trend, remainder } = partsOf(reference);
    const mean = trend.reduce((sum, value) => sum + value, 0) / trend.length;
    const left = /seasonally/.test(reference.case)
      ? values.map((value, at) => value - (seasonal[at] ?? 0))
      : remainder.map((value) => value + mean);
    const phases = phasesFrom(values.length, [], null);
    const chart = drawChart('xmr', { ...reference.columns, values: left }, phases);
    const western = 'western_electric' in reference.expected ? ['1', '2', '3', '4'] : [];
    expect(faultsOf({ reference, chart, phases, westernElectric: western, nelson: [] })).toEqual([]);
  });

  it('sees the weeks in daily commits and the year in temperatures and deaths', () => {
    const day = (id: string) => references.find(({ answers }) => answers.id === id)?.columns.values;
    const starts = (n: number, at: (index: number) => number) =>
      Float64Array.from({ length: n }, (_, k) => at(k));
    const commits = (id: string) => {
      const values = day(id) ?? new Float64Array();
      return findSeason(values, {
        starts: starts(values.length, (index) => Date.UTC(2023, 0, 1 + index)),
        grain: 'day',
      });
    };
    // Weekdays explain 38 % of the one and 2 % of the other.
    expect(commits('dora-electron-daily-commits-2023')?.kind).toBe('weekday');
    expect(commits('dora-superprod-daily-commits-2023')).toBeNull();
    const warmth = day('nottem') ?? new Float64Array();
    const months = starts(warmth.length, (index) => Date.UTC(1920, index, 1));
    expect(findSeason(warmth, { starts: months, grain: 'month' })?.explains).toBeGreaterThan(0.8);
    const deaths = day('ons-weekly-deaths') ?? new Float64Array();
    const weeks = starts(deaths.length, (index) => Date.UTC(2010, 0, 4 + 7 * index));
    expect(findSeason(deaths, { starts: weeks, grain: 'week' })?.kind).toBe('annual');
    const flow = day('nile') ?? new Float64Array();
    const steady = starts(flow.length, (index) => Date.UTC(2020, 0, 6 + 7 * index));
    expect(findSeason(flow, { starts: steady, grain: 'week' })).toBeNull();
  });
});
