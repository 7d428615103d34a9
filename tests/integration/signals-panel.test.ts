import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessSeries } from '#shared/signals/evaluate.ts';
import { aSeries } from '#tests/support/series.ts';

const file = path.resolve(import.meta.dirname, '../../../shared/data/signals/reference/panel.csv');
const HISTORY = 26;

type Row = {
  readonly kind: string;
  readonly shift: number;
  readonly change: number | null;
  readonly values: readonly number[];
};

/** Series that were drawn once with a fixed seed: 26 weeks of history, then 52 weekly looks. */
function panel(): readonly Row[] {
  if (!existsSync(file)) return [];
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [, kind = '', shift = '', change = '', ...values] = line.split(',');
    return {
      kind,
      shift: Number(shift),
      change: change === '' ? null : Number(change),
      values: values.map(Number),
    };
  });
}

/** The first week whose review shows a signal, null when none does. */
function firstSignal({ values }: Row): number | null {
  for (let week = HISTORY; week < values.length; week++) {
    const series = aSeries({ values: values.slice(0, week + 1), unit: 'x' });
    if (assessSeries(series, null, { asOf: null }).open.length > 0) return week;
  }
  return null;
}

const rows = panel();

describe.skipIf(rows.length === 0)('a panel of series that others were measured on', () => {
  const stable = rows.filter(({ kind }) => kind === 'in-control');

  it('gives half of the false signals of limits that are recomputed each week (30 in 100 there)', () => {
    const hit = stable.filter((row) => firstSignal(row) !== null).length;
    expect(stable.length).toBeGreaterThan(200);
    expect(hit / stable.length).toBeLessThan(0.2);
  }, 60_000);

  it.each([
    [1, 15.2],
    [1.5, 9.5],
    [2, 5],
    [3, 3.3],
  ])(
    'finds a shift of %s sigma within %s weeks on average',
    (shift, most) => {
      const delays = rows
        .filter((row) => Math.abs(row.shift) === shift && row.change !== null)
        .flatMap((row) => {
          const change = row.change ?? 0;
          const found = firstSignal(row);
          return found === null || found < change ? [] : [found - change + 1];
        });
      expect(delays.length).toBeGreaterThan(60);
      expect(delays.reduce((sum, delay) => sum + delay, 0) / delays.length).toBeLessThan(most);
    },
    60_000,
  );
});
