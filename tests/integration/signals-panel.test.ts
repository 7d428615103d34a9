import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { alarmsOf, HISTORY } from '#tests/support/panel.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/data/signals/reference');
const file = path.join(folder, 'panel.csv');

type Row = {
  readonly kind: string;
  readonly shift: number;
  readonly change: number;
  readonly values: readonly number[];
};

/** Series that were drawn once with a fixed seed: 26 weeks of history, then 52 weekly looks. */
function panel(): readonly Row[] {
  if (!existsSync(file)) return [];
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [, kind = '', shift = '', change = '', ...values] = line.split(',');
    return { kind, shift: Number(shift), change: Number(change), values: values.map(Number) };
  });
}

const rows = panel();

function alarms({ values, kind }: Row): readonly number[] {
  const drawn = values.map((count) => ({ count }));
  // The panel says what its durations are; everything else is read as a metric that nobody knows.
  return alarmsOf(kind === 'lognormal-1' ? 'change-lead-time' : null, drawn, HISTORY);
}

function shareWithAlarm(kind: string): number {
  const stable = rows.filter((row) => row.kind === kind);
  return stable.filter((row) => alarms(row).length > 0).length / stable.length;
}

describe.skipIf(rows.length === 0)('a panel of series that others were measured on', () => {
  // Xmrit with its own code: 0.30 recomputed and 0.47 locked on the normal ones, 0.98, 0.73, 0.68, 0.82, 0.98 and 0.96.
  it.each([
    ['in-control', 0.15],
    ['poisson-0.3', 0.15],
    ['poisson-1', 0.15],
    // Fifty series: the prototype of the specification has 0.18 here.
    ['poisson-3', 0.18],
    ['binomial-20-0.05', 0.15],
    ['lognormal-1', 0.22],
    // Fifty series again: of five hundred drawn afresh fewer than 0.3 have one (signals-false-alarms.test.ts); 0.82 unguarded.
    ['ar1-0.5', 0.45],
  ])('has a false alarm within a year in few of the stable series (%s: at most %d)', (kind, most) => {
    expect(shareWithAlarm(kind)).toBeLessThanOrEqual(most);
  });

  it.each([
    [1, 19],
    [1.5, 7.8],
    [2, 4.4],
    [3, 2.6],
  ])('finds a shift of %s sigma within %s weeks on average', (shift, most) => {
    const delays = rows
      .filter((row) => Math.abs(row.shift) === shift)
      .flatMap((row) => {
        const [first = row.values.length - 1] = alarms(row);
        return first < row.change ? [] : [first - row.change + 1];
      });
    expect(delays.length).toBeGreaterThan(80);
    expect(delays.reduce((sum, delay) => sum + delay, 0) / delays.length).toBeLessThanOrEqual(most);
  });
});
