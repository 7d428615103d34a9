import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import { aSeries } from '#tests/support/series.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/data/signals/series');

type Expected = {
  readonly center: number;
  readonly lcl: number;
  readonly ucl: number;
  readonly western_electric?: Readonly<Record<string, readonly number[]>>;
};
type Case = { readonly case: string; readonly call: string; readonly expected: Expected };
/** `i_column` names the column that the chart of individual values was made of, where it is not `y`. */
type Answers = {
  readonly id: string;
  readonly data: string;
  readonly i_column?: string;
  readonly cases: readonly Case[];
};

/** Charts of plain individual values, limits from all points (`xmr-qcc`) or from the first ones (`xmr-qcc-locked`). */
const OURS = new Set(['xmr-qcc', 'xmr-qcc-locked', 'mr-qic']);

/** Kinds of answers that this test leaves to others, with the reason. */
const LEFT_OUT: readonly (readonly [RegExp, string])[] = [
  [/^(c|u|p|np|pp|up|ip|g|t)-/, 'charts of counts, rates and waiting times'],
  [
    /^(p|nhs|nhs fix|p prob)[ -].*peer-error|^nhs|^i(_m|_mm)?-powerbi|^xmrit/,
    'other products, with their own rounding and rules',
  ],
  [/^xmr-qic|^run-anhoej|^rephase|^freeze/, 'qicharts2: screened ranges, runs test, parts'],
  [/^xbar|^s-/, 'several values per period'],
  [/^ewma|^cusum|^q-statistic|^otava|^ruptures|^mongodb|^strucchange|^surveillance|^gesd/, 'other detectors'],
  [/^stl|^xmr-on|^xmr-raw/, 'seasons'],
  [/^tcpd|^nab|^before-after/, 'labels and tests, not limits'],
];

function read(file: string): { readonly answers: Answers; readonly values: readonly number[] } {
  const answers: Answers = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  const [header = '', ...lines] = readFileSync(path.join(folder, answers.data), 'utf8').trimEnd().split('\n');
  const column = header
    .trim()
    .split(',')
    .indexOf(answers.i_column ?? 'y');
  const values = lines.map((line) => {
    const cell = line.split(',')[column]?.trim();
    return cell === undefined || cell === '' || cell === 'NA' ? Number.NaN : Number(cell);
  });
  return { answers, values };
}

const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.expected.json')) : [];
const cases = files.flatMap((file) => {
  const { answers, values } = read(file);
  return answers.cases.map((one) => ({ id: `${answers.id} ${one.case}`, values, ...one }));
});

function isClose(actual: number | null | undefined, expected: number): boolean {
  if (actual === null || actual === undefined) return false;
  return Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

function textbook(values: readonly number[], last?: number): ReturnType<typeof evaluateSeries> {
  return evaluateSeries(aSeries({ values }), null, {
    asOf: null,
    undated: true,
    forced: 'xmr',
    rules: 'western-electric',
    ...(last === undefined ? {} : { baseline: { from: 0, to: last } }),
  });
}

describe.skipIf(cases.length === 0)('limits beside those of R qcc and qicharts2', () => {
  it('has something to compare, and a reason for every kind of case that it leaves out', () => {
    expect(cases.filter((one) => OURS.has(one.case)).length).toBeGreaterThan(35);
    const unexplained = cases.filter(
      (one) => !OURS.has(one.case) && !LEFT_OUT.some(([kind]) => kind.test(one.case)),
    );
    expect([...new Set(unexplained.map((one) => one.case))]).toEqual([]);
  });

  it.each(cases.filter((one) => one.case === 'xmr-qcc'))('$id: limits and all four rules agree', (one) => {
    const reading = textbook(one.values);
    const [phase] = reading.phases;
    expect(isClose(phase?.centre, one.expected.center)).toBe(true);
    expect(isClose(phase?.lower, one.expected.lcl)).toBe(true);
    expect(isClose(phase?.upper, one.expected.ucl)).toBe(true);
    const rules = ['outside-limits', 'two-of-three', 'four-of-five', 'run-of-8'] as const;
    const found = rules.map((rule) =>
      reading.points.flatMap((point, index) => (point.rules.includes(rule) ? [index] : [])),
    );
    expect(found).toEqual(['1', '2', '3', '4'].map((rule) => one.expected.western_electric?.[rule] ?? []));
  });

  it.each(cases.filter((one) => one.case === 'xmr-qcc-locked'))('$id: a locked baseline agrees', (one) => {
    const last = Number(/y\[1:(\d+)\]/.exec(one.call)?.[1]) - 1;
    const reading = textbook(one.values, last);
    expect(isClose(reading.phases[0]?.centre, one.expected.center)).toBe(true);
    expect(isClose(reading.phases[0]?.lower, one.expected.lcl)).toBe(true);
    expect(isClose(reading.phases[0]?.upper, one.expected.ucl)).toBe(true);
    const outside = reading.points.flatMap((point, index) =>
      point.rules.includes('outside-limits') ? [index] : [],
    );
    expect(outside).toEqual(one.expected.western_electric?.['1']);
  });

  it.each(
    cases
      .filter((one) => one.case === 'mr-qic')
      .map((one) => ({
        ...one,
        ranges: one.expected as unknown as { cl: number; ucl: number },
      })),
  )('$id: the moving range chart agrees, gaps included', ({ values, ranges }) => {
    const [phase] = textbook(values).phases;
    expect(isClose(phase?.movingRange.centre, ranges.cl)).toBe(true);
    expect(isClose(phase?.movingRange.upper, ranges.ucl)).toBe(true);
  });
});
