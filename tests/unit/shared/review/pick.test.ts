import { describe, expect, it } from 'vitest';
import { drawn, drawWords, type PastTurns, weighted, weightWords } from '#shared/review/pick.ts';

const TEAMS = ['Search', 'Payments', 'Catalog'].map((name) => ({ id: name.toLowerCase(), name }));
const past: PastTurns = [['search'], [], ['payments', 'orders']];

/** Upper 0.1 % points of the chi-square distribution, by degrees of freedom. */
const CHI_SQUARE_99_9: Readonly<Record<number, number>> = { 2: 13.816, 7: 24.322 };

/** How far the counts of many draws are from their weights: the sum of squared differences over what was expected. */
function chiSquare(candidates: ReturnType<typeof weighted>, draws: number, seedOf: (at: number) => string) {
  const counts = new Map<string, number>();
  for (let at = 0; at < draws; at += 1) {
    const id = drawn(candidates, seedOf(at))?.id ?? '';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const total = candidates.reduce((sum, { weight }) => sum + weight, 0);
  return candidates.reduce((sum, { id, weight }) => {
    const expected = (draws * weight) / total;
    return sum + ((counts.get(id) ?? 0) - expected) ** 2 / expected;
  }, 0);
}

describe('a fair draw', () => {
  it('weighs the reviews since somebody had their turn, and those who never had one most', () => {
    const weights = weighted(TEAMS, 'deep-dive', past).map(({ id, weight }) => [id, weight]);
    expect(weights).toEqual([
      ['search', 3],
      ['payments', 1],
      ['catalog', 4],
    ]);
  });

  it('says of every weight why it is so', () => {
    const why = (of: 'deep-dive' | 'facilitator', turns: PastTurns) =>
      weighted(TEAMS, of, turns).map((one) => one.why);
    expect(why('deep-dive', past)).toEqual([
      'drawn 3 reviews ago',
      'drawn last time',
      'not drawn in 3 reviews',
    ]);
    expect(why('facilitator', past)).toEqual(['led 3 reviews ago', 'led last time', 'not led in 3 reviews']);
    expect(new Set(why('deep-dive', []))).toEqual(new Set(['the first review: all weigh the same']));
  });

  it('weighs everybody the same in the first review', () => {
    expect(weighted(TEAMS, 'deep-dive', []).map(({ weight }) => weight)).toEqual([1, 1, 1]);
  });

  it('draws the same for the same seed, and nobody where there is nobody', () => {
    const candidates = weighted(TEAMS, 'deep-dive', past);
    expect(drawn(candidates, 'r1')).toEqual(drawn(candidates, 'r1'));
    expect(drawn([], 'r1')).toBeNull();
  });

  it('draws in proportion to the weights over many seeds', () => {
    const candidates = weighted(TEAMS, 'deep-dive', past);
    expect(chiSquare(candidates, 8000, (at) => `seed ${at}`)).toBeLessThan(CHI_SQUARE_99_9[2] ?? 0);
  });

  it('gives equal weights equal chances, whatever seeds look like', () => {
    const eight = Array.from({ length: 8 }, (_, at) => ({ id: `t${at}`, name: `Team ${at}` }));
    const even = weighted(eight, 'deep-dive', []);
    const uuids = (at: number) =>
      `${(at * 2_654_435_761) % 4_294_967_296}-${at.toString(16).padStart(12, '0')}`;
    expect(chiSquare(even, 20_000, uuids)).toBeLessThan(CHI_SQUARE_99_9[7] ?? 0);
    expect(chiSquare(even, 20_000, (at) => at.toString(36))).toBeLessThan(CHI_SQUARE_99_9[7] ?? 0);
  });

  it('says what anybody needs to work it out again, and whether it was taken back', () => {
    const candidates = [...weighted(TEAMS, 'deep-dive', past)];
    const draw = { seed: '7f3a', candidates, picked: 'catalog', takenBack: false };
    expect(drawWords(draw)).toBe('Catalog, weight 4 of 8; seed 7f3a');
    expect(drawWords({ ...draw, takenBack: true })).toBe('Catalog, weight 4 of 8; seed 7f3a; taken back');
  });

  it('says who was among them with what weight, and who was not, and why', () => {
    const candidates = weighted(TEAMS, 'facilitator', past);
    const excluded = [{ id: 'data', name: 'Data', why: 'away until 3 December' }];
    expect(weightWords({ candidates: [...candidates], excluded })).toBe(
      'Catalog 4 (not led in 3 reviews), Search 3 (led 3 reviews ago), Payments 1 (led last time); ' +
        'not among them: Data (away until 3 December)',
    );
  });
});
