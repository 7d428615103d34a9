import { describe, expect, it } from 'vitest';
import { didItMove } from '#shared/signals/did-it-move/did-it-move.ts';
import { movedRate } from '#shared/signals/did-it-move/ratios.ts';
import { hodgesLehmann, lagOne, sampleOf, welch } from '#shared/signals/did-it-move/two-samples.ts';
import { type Reference, references } from '#tests/support/reference-answers.ts';
import { type Seeded, seeded } from '#tests/support/seeded.ts';

const compared = references.filter((one) => one.case === 'before-after-tests');

/** Values before and after the event, rates where the file gives counts and exposures. */
function sides({ columns, answers }: Reference) {
  const { values, denominators } = columns;
  const rates = [...values].map((value, at) => value / (denominators?.[at] ?? 1));
  const at = answers.event_index ?? 0;
  return { before: rates.slice(0, at), after: rates.slice(at) };
}

function isClose(found: number, expected: unknown, tolerance = 1e-7): boolean {
  return Math.abs(found - Number(expected)) <= tolerance * Math.max(1, Math.abs(Number(expected)));
}

describe.skipIf(compared.length === 0)('before and after beside R', () => {
  it.each(compared)('$title: means, Welch and resemblance agree', (reference) => {
    const { before, after } = sides(reference);
    const { expected } = reference;
    const found = welch(sampleOf(before), sampleOf(after));
    const [low, high] = expected['welch_ci95'] as readonly number[];
    expect(isClose(found.t, expected['welch_t'])).toBe(true);
    expect(isClose(found.df, expected['welch_df'])).toBe(true);
    expect(Math.abs(found.p / Number(expected['welch_p']) - 1)).toBeLessThan(1e-7);
    expect(isClose(found.effect, expected['diff'])).toBe(true);
    expect(isClose(found.low, low) && isClose(found.high, high)).toBe(true);
    expect(isClose(sampleOf(before).sd, expected['sd_before'])).toBe(true);
    expect(isClose(lagOne(before), expected['lag1_before'])).toBe(true);
    expect(isClose(lagOne(after), expected['lag1_after'])).toBe(true);
  });

  it.each(compared)('$title: the shift of Hodges and Lehmann with its interval', (reference) => {
    const { before, after } = sides(reference);
    const found = hodgesLehmann(before, after);
    const [low, high] = reference.expected['hl_ci95'] as readonly number[];
    // R looks for the ends by halving and stops within 0.0001 of them.
    expect(Math.abs(found.low - Number(low))).toBeLessThan(1e-4);
    expect(Math.abs(found.high - Number(high))).toBeLessThan(1e-4);
    // For the middle it stops anywhere between the two middle differences; the median lies there too.
    const between = [...before.flatMap((early) => after.map((late) => late - early))].sort((a, b) => a - b);
    const half = between.length / 2;
    const gap = Math.max(1e-4, (between[half] ?? 0) - (between[half - 1] ?? 0));
    expect(Math.abs(found.effect - Number(reference.expected['hodges_lehmann']))).toBeLessThanOrEqual(gap);
  });

  it('finds the rate ratio of counts with its exact interval', () => {
    const reference = compared.find((one) => one.expected['rate_ratio'] !== undefined);
    const { values, denominators } = reference?.columns ?? { values: new Float64Array(), denominators: null };
    const at = reference?.answers.event_index ?? 0;
    const counted = [...values].map((count, index) => ({ count, exposure: denominators?.[index] ?? 1 }));
    const found = movedRate(counted.slice(0, at), counted.slice(at));
    const [low, high] = (reference?.expected['rate_ratio_ci95'] ?? []) as readonly number[];
    expect(found?.effect).toBeCloseTo(Number(reference?.expected['rate_ratio']), 9);
    expect(found?.low).toBeCloseTo(low ?? Number.NaN, 9);
    expect(found?.high).toBeCloseTo(high ?? Number.NaN, 9);
  });

  it('tells that the Nile fell and that fewer drivers were hurt, though months resemble their neighbours', () => {
    const of = (id: string) => {
      const reference = compared.find(({ answers }) => answers.id === id);
      return reference === undefined ? null : didItMove({ kind: 'values', ...sides(reference) });
    };
    expect(of('nile')).toMatchObject({ verdict: 'moved', effect: -260, resembles: false });
    expect(of('seatbelts-drivers')).toMatchObject({ verdict: 'moved', effect: -372, resembles: true });
  });
});

/** Share of experiments in which a look every week says at least once that it moved. */
function everMoved(draw: (random: Seeded, at: number) => number, n: number, looks: number): number {
  const random = seeded(n);
  const rounds = 600;
  let said = 0;
  for (let round = 0; round < rounds; round++) {
    const before = Array.from({ length: n }, (_, at) => draw(random, at - n));
    const after = Array.from({ length: looks }, (_, at) => draw(random, at));
    const counts = Array.from({ length: looks }, (_, week) => week + 1);
    if (
      counts.some((k) => didItMove({ kind: 'values', before, after: after.slice(0, k) })?.verdict === 'moved')
    ) {
      said++;
    }
  }
  return said / rounds;
}

describe('a look every week at an experiment', () => {
  it('says of at most one in ten that it moved where nothing did, over the weeks that it needs', () => {
    expect(everMoved((random) => random.normal(), 26, 12)).toBeLessThanOrEqual(0.1);
    expect(everMoved((random) => random.normal(), 12, 23)).toBeLessThanOrEqual(0.1);
  });

  it('says it of most that moved by one and a half sd', () => {
    const moved = everMoved((random, at) => random.normal() + (at < 0 ? 0 : 1.5), 26, 12);
    expect(moved).toBeGreaterThanOrEqual(0.85);
  });

  it('is not taken in by neighbours that resemble each other', () => {
    let level = 0;
    const drift = everMoved(
      (random) => {
        level = 0.5 * level + random.normal();
        return level;
      },
      26,
      12,
    );
    expect(drift).toBeLessThanOrEqual(0.3);
  });
});
