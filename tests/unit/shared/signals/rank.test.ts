import { describe, expect, it } from 'vitest';
import { metricById } from '#shared/drive/catalogue.ts';
import { assessSeries } from '#shared/signals/evaluate.ts';
import { type EntityFacts, type PastVerdict, type Rank, rankFinding } from '#shared/signals/rank.ts';
import { sampleAsOf, sampleSeries } from '#tests/support/sample-series.ts';

const definition = metricById('change-lead-time') ?? null;
const { reading, open } = assessSeries(sampleSeries('lead.search'), definition, { asOf: sampleAsOf });

function rank(entity?: EntityFacts, past: readonly PastVerdict[] = []): Rank {
  const [finding] = open;
  if (finding === undefined) throw new Error('Lead time of Search has a signal');
  return rankFinding(reading, finding, { definition, entity, past });
}

const team: EntityFacts = { id: 'search', kind: 'team' };
const watch = (date: string): PastVerdict => ({ verdict: 'watch', date });

describe('rankFinding', () => {
  it('adds direction, weight, severity, size and persistence', () => {
    const { score, because } = rank(team);
    const strength = open[0]?.signal.strength ?? 0;
    const size = open[0]?.size ?? 0;
    expect(score).toBeCloseTo(100 + 40 * 0.6 + 10 * Math.min(1, strength / 7) + 5 * size + 5, 10);
    expect(because).toBe('worse, team, 5.1 sd, nine weeks');
  });

  it.each<[string, EntityFacts, number]>([
    ['tier 1', { id: 'search', kind: 'service', tier: 1 }, 1],
    ['organization', { id: 'search', kind: 'organization' }, 0.8],
    ['team', team, 0.6],
    ['tier 3', { id: 'search', kind: 'service', tier: 3 }, 0.4],
  ])('weighs %s', (words, entity, weight) => {
    const plain = rank(team).score - 40 * 0.6;
    expect(rank(entity).score).toBeCloseTo(plain + 40 * weight, 10);
    expect(rank(entity).because).toContain(words);
  });

  it('lifts what was watched and got worse, and says how often', () => {
    const watched = rank(team, [watch('2026-10-28'), watch('2026-11-04')]);
    expect(watched.score).toBeCloseTo(rank(team).score + 10, 10);
    expect(watched.because).toBe('worse, team, 5.1 sd, nine weeks, watched twice, worse since');
  });

  it('does not lift what was watched and did not get worse', () => {
    // Week 46 of 2026 is the newest and the highest: nothing grew after it.
    expect(rank(team, [watch('2026-11-18')]).score).toBeCloseTo(rank(team).score, 10);
  });

  it('lifts by half what the last review did not reach', () => {
    const missed = rank(team, [{ verdict: 'not-reached', date: '2026-11-11' }]);
    expect(missed.score).toBeCloseTo(rank(team).score + 5, 10);
    expect(missed.because).toContain('not reached last time');
  });

  it('leaves noise where it was', () => {
    expect(rank(team, [{ verdict: 'noise', date: '2026-11-04' }]).score).toBeCloseTo(rank(team).score, 10);
  });
});
