import { describe, expect, it } from 'vitest';
import { dayToMs, WEEK_MS } from '#shared/day.ts';
import { readCurrentState } from '#shared/signals/current-state.ts';
import type { Anomaly, CurrentState } from '#shared/signals/reading.ts';
import {
  BAITS,
  EVIDENCE,
  REVIEW_DAY,
  STORIES,
  secondOrganization,
} from '#tests/support/second-organization.ts';

const SEEDS = [11, 23, 37, 41, 59, 67, 83, 97];
const holidays = { metric: 'deployment-frequency', entity: null, from: '2025-12-22', to: '2026-01-04' };

const organizations = SEEDS.map((seed) => {
  const series = secondOrganization(seed);
  const state = readCurrentState(series, { asOf: REVIEW_DAY, setAside: [holidays] });
  return { seed, series, state };
});

function shown(state: CurrentState): readonly Anomaly[] {
  return [...state.anomalies, ...state.wins];
}

function weekOf(day: string): number {
  return Math.round(((dayToMs(day) ?? 0) - Date.UTC(2025, 10, 17)) / WEEK_MS);
}

describe('organizations that nobody has seen', () => {
  it.each(Object.entries(STORIES))('find what moved in %s', (id, [direction, onset]) => {
    const off = organizations.map(({ seed, state }) => {
      const found = shown(state).find((one) => one.reading.id === id);
      expect(found, `seed ${seed}`).toBeDefined();
      expect(found?.direction).toBe(direction);
      expect(found?.sentence).toMatch(/ before\..*Chance alone/);
      return Math.abs(weekOf(found?.onset ?? '') - onset);
    });
    // A change is dated to the month; noise before it may blur one of eight.
    expect(off.filter((weeks) => weeks > 4).length, off.join(', ')).toBeLessThanOrEqual(1);
  });

  it.each(Object.entries(EVIDENCE))('show %s beside %s, and not as a finding of its own', (part, whole) => {
    for (const { state } of organizations) {
      const found = shown(state).find((one) => one.reading.id === whole);
      expect(found?.movedWith.map(({ id }) => id)).toContain(part);
      expect(shown(state).some((one) => one.reading.id === part)).toBe(false);
    }
  });

  it.each(Object.keys(BAITS))('leave %s alone', (id) => {
    const loud = organizations.filter(({ state }) => shown(state).some((one) => one.reading.id === id));
    expect(loud.map(({ seed }) => seed)).toEqual([]);
  });

  it('show little else: as many as chance lets stand open', () => {
    const told = new Set(Object.keys(STORIES));
    const others = organizations.flatMap(({ seed, state }) =>
      shown(state)
        .filter((one) => !told.has(one.reading.id))
        .map((one) => `${seed}: ${one.reading.id}`),
    );
    const quiet = organizations.reduce((sum, { series }) => sum + series.length - told.size, 0);
    expect(others.length / quiet, others.join(', ')).toBeLessThan(0.04);
  });

  it('put what got worse before what only changed, what moved for longer before what moved late, and wins apart', () => {
    for (const { state } of organizations) {
      const directions = state.anomalies.map(({ direction }) => direction);
      expect(directions).toEqual(directions.toSorted((a, b) => (a === b ? 0 : a === 'worse' ? -1 : 1)));
      const scores = state.anomalies.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(state.wins.every(({ direction }) => direction === 'better')).toBe(true);
      const first = state.anomalies[0]?.reading.id ?? '';
      expect(first in STORIES).toBe(true);
    }
  });

  it('say how many of the new signals of a week are false by chance', () => {
    for (const { state, series } of organizations) {
      expect(state.expectedFalse).toBeGreaterThan(0);
      expect(state.expectedFalse).toBeLessThan(series.length / 300);
    }
  });

  it('call the newest week of a rate that is not final nothing', () => {
    const [first] = organizations;
    const reading = first?.state.readings.find(({ id }) => id === 'change-fail-rate|tundra');
    expect(reading?.points.at(-1)).toMatchObject({ mature: false, q: null, alarm: null });
    expect(reading?.engine?.leftOut.young).toBeGreaterThan(0);
  });
});
