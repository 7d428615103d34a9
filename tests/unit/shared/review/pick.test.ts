import { describe, expect, it } from 'vitest';
import { drawn, drawWords, type PastPicks, weighted } from '#shared/review/pick.ts';

const TEAMS = ['Search', 'Payments', 'Catalog'].map((name) => ({ id: name.toLowerCase(), name }));
const past: PastPicks = [
  [{ of: 'deep-dive', picked: 'search' }],
  [],
  [
    { of: 'deep-dive', picked: 'payments' },
    { of: 'facilitator', picked: 'search' },
  ],
];

describe('a fair draw', () => {
  it('weighs the reviews since somebody was drawn, and those never drawn most', () => {
    expect(weighted(TEAMS, 'deep-dive', past)).toEqual([
      { id: 'search', name: 'Search', weight: 3 },
      { id: 'payments', name: 'Payments', weight: 1 },
      { id: 'catalog', name: 'Catalog', weight: 4 },
    ]);
  });

  it('keeps draws of another kind apart', () => {
    expect(weighted(TEAMS, 'facilitator', past).map(({ weight }) => weight)).toEqual([1, 4, 4]);
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
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 8000; seed += 1) {
      const id = drawn(candidates, `seed ${seed}`)?.id ?? '';
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    // Five standard errors of a share of 3/8, 1/8 and 1/2 in 8,000 draws are below 0.03.
    expect((counts.get('search') ?? 0) / 8000).toBeCloseTo(3 / 8, 1);
    expect(Math.abs((counts.get('search') ?? 0) / 8000 - 3 / 8)).toBeLessThan(0.03);
    expect(Math.abs((counts.get('payments') ?? 0) / 8000 - 1 / 8)).toBeLessThan(0.03);
    expect(Math.abs((counts.get('catalog') ?? 0) / 8000 - 1 / 2)).toBeLessThan(0.03);
  });

  it('says what anybody needs to work it out again', () => {
    const candidates = [...weighted(TEAMS, 'deep-dive', past)];
    const words = drawWords({ of: 'deep-dive', seed: '7f3a', candidates, picked: 'catalog' });
    expect(words).toBe('Catalog, weight 4 of 8; seed 7f3a');
  });
});
