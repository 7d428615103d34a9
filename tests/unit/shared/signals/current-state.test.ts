import { describe, expect, it } from 'vitest';
import type { Series } from '#shared/series/series.ts';
import { readCurrentState } from '#shared/signals/current-state.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import { aSeries } from '#tests/support/series.ts';

const ASOF = '2026-07-20';
const WEEKS = 35;

/** A quiet series of a catalogue metric that ends in the newest complete week, with its last values replaced. */
function quiet(metric: string, entity: string, level: number, last: readonly number[] = []): Series {
  const values = Array.from({ length: WEEKS }, (_, index) => level * (1 + (index % 2 === 0 ? 0.05 : -0.05)));
  values.splice(WEEKS - last.length, last.length, ...last);
  return aSeries({ metric, metricName: metric, entity, values });
}

function orderOf(state: CurrentState): readonly string[] {
  return state.anomalies.map(({ id }) => id);
}

describe('readCurrentState', () => {
  it('says that nothing is measured when there is nothing', () => {
    const state = readCurrentState([], { asOf: ASOF });
    expect(state.dimensions.map(({ dimension, state: standing }) => [dimension, standing])).toEqual([
      ['delivery', 'missing'],
      ['reliability', 'missing'],
      ['initiatives', 'missing'],
      ['vigilance', 'missing'],
      ['efficiency', 'missing'],
    ]);
    expect(state).toMatchObject({ anomalies: [], wins: [], readings: [], expectedFalse: 0 });
  });

  it('never lets stale or better data hide what is worse', () => {
    const stale = quiet('change-lead-time', 'Search', 20);
    const state = readCurrentState(
      [
        { ...stale, starts: stale.starts.map((start) => start - 28 * 86_400_000) },
        quiet('change-lead-time', 'Payments', 20, [60, 60]),
        quiet('change-lead-time', 'Catalog', 40, [10, 10]),
      ],
      { asOf: ASOF },
    );
    expect(state.dimensions[0]).toMatchObject({
      state: 'worse',
      series: 3,
      worse: 1,
      better: 1,
      stale: ['Search, change lead time'],
    });
    expect(state.dimensions[0]?.sentence.replaceAll('\u00a0', ' ')).toMatch(
      /^Payments change lead time is 60 h, above its upper limit of \d+ h; none of 3 series routine, 1 stale\.$/,
    );
  });

  it('says so when everything of a dimension is stale', () => {
    const state = readCurrentState([quiet('change-lead-time', 'Search', 20)], { asOf: '2026-09-01' });
    expect(state.dimensions[0]).toMatchObject({
      state: 'stale',
      sentence: 'None of 1 series has a value for the newest complete period.',
    });
  });

  it('ranks by tier, keeps ids while the signal lasts, and reads the same in any order', () => {
    const series = [
      quiet('latency-p95', 'media', 300, [900]),
      quiet('latency-p95', 'checkout-api', 300, [900]),
      quiet('orphaned-assets', 'organization', 0, [6]),
    ];
    const entities = [
      { id: 'media', kind: 'service', tier: 3 },
      { id: 'checkout-api', kind: 'service', tier: 1 },
    ] as const;
    const state = readCurrentState(series, { asOf: ASOF, entities });
    expect(orderOf(state)).toEqual([
      'latency-p95|checkout-api|signal|2026-07-13',
      'orphaned-assets|organization|threshold|2026-07-13',
      'latency-p95|media|signal|2026-07-13',
    ]);
    expect(orderOf(readCurrentState(series.toReversed(), { asOf: ASOF, entities }))).toEqual(orderOf(state));
    expect(state.anomalies[1]?.because).toBe('worse, organization, past its target, one week');
  });

  it('uses names, targets, rebaselines and verdicts that people gave', () => {
    const series = [
      quiet('slo-attainment', 'checkout', 0.9),
      quiet('latency-p95', 'media', 300, Array(9).fill(900)),
    ];
    const state = readCurrentState(series, {
      asOf: ASOF,
      entities: [{ id: 'checkout', kind: 'service', displayName: 'Checkout', customerFacing: true }],
      targets: [{ metric: 'slo-attainment', entity: 'checkout', target: { op: '>=', value: 0.999 } }],
      rebaselines: [{ series: 'latency-p95|media', from: '2026-05-18', cause: 'New image format' }],
      verdicts: new Map([
        ['slo-attainment|checkout|threshold|2026-01-05', [{ verdict: 'not-reached', date: '2026-07-14' }]],
      ]),
    });
    expect(orderOf(state)).toEqual(['slo-attainment|checkout|threshold|2025-11-17']);
    expect(state.anomalies[0]?.entityName).toBe('Checkout');
    expect(state.anomalies[0]?.because).toContain('customer-facing');
    expect(state.anomalies[0]?.because).toContain('not reached last time');
    expect(state.readings.find(({ metric }) => metric === 'latency-p95')?.phases.at(-1)?.cause).toBe(
      'New image format',
    );
  });

  it('asks at most three questions, those of the direction', () => {
    const state = readCurrentState(
      [quiet('deployment-frequency', 'Search', 20, [60]), quiet('deployment-frequency', 'Data', 20, [1])],
      { asOf: ASOF },
    );
    expect(state.wins[0]?.questions[0]).toBe('Are the extra deployments smaller changes or more changes?');
    expect(state.anomalies[0]?.questions).toHaveLength(3);
    expect(state.anomalies[0]?.outcome).toBe('time-to-market');
  });

  it('expects false signals in proportion to the series that have limits', () => {
    const one = readCurrentState([quiet('change-lead-time', 'a', 20)], { asOf: ASOF });
    const four = readCurrentState(
      ['a', 'b', 'c', 'd']
        .map((team) => quiet('change-lead-time', team, 20))
        .concat(quiet('orphaned-assets', 'x', 0)),
      { asOf: ASOF },
    );
    expect(four.expectedFalse).toBeCloseTo(4 * one.expectedFalse, 12);
  });
});
