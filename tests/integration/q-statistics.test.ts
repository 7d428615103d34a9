import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { binomialQ, FURTHEST, normalQ, poissonQ } from '#shared/signals/engine/q-statistic.ts';
import { addCount, addValue, noPoints } from '#shared/signals/engine/running.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/data/signals/series');

type Case = {
  readonly case: string;
  readonly expected: { readonly q: readonly (number | null)[] };
};

function columnsOf(file: string): { readonly y: readonly number[]; readonly n: readonly number[] } {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  const column = (name: string): readonly number[] =>
    lines.map((line) => Number(line.split(',')[names.indexOf(name)] || Number.NaN));
  return { y: column('y'), n: names.includes('n') ? column('n') : lines.map(() => 1) };
}

/** Q of each point from the fourth on, held against all before it, as the cases are defined. */
function qOf(kind: string, y: readonly number[], n: readonly number[]): readonly (number | null)[] {
  const running = noPoints();
  // Of attendances and breaches the attendances are the series of single values.
  const values = kind === 'q-statistic-normal' && n.some((of) => of !== 1) ? n : y;
  const origin = values[0] ?? 0;
  return values.map((value, index) => {
    const of = kind === 'q-statistic-poisson-midp' ? 1 : (n[index] ?? 1);
    const q =
      kind === 'q-statistic-normal'
        ? normalQ(running, value - origin)
        : kind === 'q-statistic-binomial-midp'
          ? binomialQ(running, value, of)
          : poissonQ(running, value, of);
    addValue(running, value - origin, Number.NaN);
    addCount(running, value, of);
    return index < 3 ? null : q;
  });
}

const cases = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.expected.json'))
      .flatMap((name) => {
        const all: { readonly cases: readonly Case[] } = JSON.parse(
          readFileSync(path.join(folder, name), 'utf8'),
        );
        const series = name.replace('.expected.json', '');
        return all.cases
          .filter((one) => one.case.startsWith('q-statistic-'))
          .map((one) => [series, one.case, one.expected.q] as const);
      })
  : [];

describe.skipIf(cases.length === 0)('Q of the reference series', () => {
  it('is held against R in more than fifty cases', () => {
    expect(cases.length).toBeGreaterThan(50);
  });

  it.each(cases)('%s, %s agrees with R to 1e-9', (series, kind, expected) => {
    const { y, n } = columnsOf(path.join(folder, `${series}.csv`));
    const mine = qOf(kind, y, n);
    const wrong = expected.flatMap((value, index) => {
      if (value === null) return [];
      const own = mine[index] ?? Number.NaN;
      // No Q of ours is further out than the deviate of 1e-14; some of the cases are not clamped.
      if (Math.abs(value) > FURTHEST) return Math.abs(own) === FURTHEST && own * value > 0 ? [] : [index];
      // Near one a probability itself keeps only sixteen digits: so far out in the upper tail the case has no more.
      const lost = value > 5 ? (2e-16 * Math.sqrt(2 * Math.PI)) / Math.exp(-(value ** 2) / 2) : 0;
      return Math.abs(own - value) <= 1e-9 * Math.max(1, Math.abs(value)) + lost ? [] : [index];
    });
    expect(wrong).toEqual([]);
  });
});
