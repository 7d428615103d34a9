import { describe, expect, it } from 'vitest';
import { DAY_MS, dayToMs, msToDay, WEEK_MS } from '#shared/day.ts';
import { metricById } from '#shared/drive/catalogue.ts';
import type { Series } from '#shared/series/series.ts';
import { readCurrentState } from '#shared/signals/current-state.ts';
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import { sampleAsOf, sampleIds, sampleSeries } from '#tests/support/sample-series.ts';

/** Year-end holidays, weeks 5 and 6, are a registered event of the sample. */
const holidays = { metric: 'deployment-frequency', entity: null, from: '2025-12-22', to: '2026-01-04' };

const experiment = {
  series: 'on-call-pages|checkout',
  from: '2026-06-29',
  cause: 'E-1: retries with backoff in checkout',
};

const teams = ['checkout', 'payments', 'catalog', 'search', 'identity', 'fulfilment', 'platform', 'data'];

const state = readCurrentState(
  sampleIds.map((id) => sampleSeries(id)),
  {
    asOf: sampleAsOf,
    setAside: [holidays],
    rebaselines: [experiment],
    entities: teams.map((id) => ({ id, kind: 'team' })),
  },
);

function readingOf(id: string): (typeof state.readings)[number] {
  const series = sampleSeries(id);
  const reading = state.readings.find((one) => one.id === `${series.metric}|${series.entity}`);
  if (reading === undefined) throw new Error(`${id} was not read`);
  return reading;
}

function openSignal(id: string): string {
  const signal = readingOf(id).signals.find(({ ended }) => ended === undefined);
  return signal === undefined ? 'none' : `${signal.direction} since ${signal.onset}`;
}

describe('the sample organization at its review of 2026-11-18, by natural limits and thresholds', () => {
  it.each([
    ['S1', 'lead.search', 'worse since 2026-09-14'],
    ['S1', 'deploywait.search', 'worse since 2026-09-14'],
    ['S3', 'slo.search-api.bad', 'worse since 2026-10-19'],
    ['S4', 'deploys.payments', 'better since 2026-09-21'],
    ['S4', 'deploys.catalog', 'better since 2026-09-21'],
    ['S4', 'incidents.organization', 'worse since 2026-10-05'],
    ['S6', 'llm.organization', 'neither since 2026-10-05'],
    ['S9', 'pages.platform', 'worse since 2026-08-31'],
    ['S10', 'lead.catalog', 'better since 2026-08-24'],
    ['S10', 'rework.catalog', 'worse since 2026-08-24'],
    ['S11', 'capacity.toil.fulfilment', 'worse since 2026-08-31'],
    ['S11', 'capacity.new-work.fulfilment', 'worse since 2026-08-31'],
  ])('%s shows in %s: %s', (_story, id, expected) => {
    expect(openSignal(id)).toBe(expected);
  });

  it('S4 shows in the deployments of Checkout from the week before at most', () => {
    expect(['better since 2026-09-14', 'better since 2026-09-21']).toContain(openSignal('deploys.checkout'));
  });

  it('S8 is an improvement that was rebaselined, so it is routine now', () => {
    const reading = readingOf('pages.checkout');
    expect(reading.state).toBe('routine');
    expect(reading.phases.map(({ cause }) => cause)).toEqual([null, experiment.cause]);
  });

  it('S2 does not show by limits: the SLO beside the outage is green, which is its story', () => {
    expect(readingOf('slo.payments-gateway.bad').state).toBe('routine');
  });

  it('S7 does not show by limits: a burn-up is read by the check on stalled initiatives', () => {
    expect(readingOf('initiative.I-1').state).toBe('routine');
  });

  it.each([
    ['N1', 'lead.identity'],
    ['N2', 'lead.payments'],
    ['N3', 'deploys.data'],
    ['N4', 'failed.fulfilment'],
    ['N7', 'cloud.organization'],
    ['N10', 'pickup.identity'],
  ])('%s raises nothing in %s', (_bait, id) => {
    expect(readingOf(id).state).toBe('routine');
    expect(readingOf(id).signals).toEqual([]);
  });

  it('N6: the registered holidays neither signal nor widen a limit', () => {
    const reading = readingOf('deploys.search');
    expect(reading.points.slice(5, 7).map(({ rules }) => rules)).toEqual([[], []]);
    expect(reading.phases[0]?.upper).toBeLessThan(40);
    expect(reading.state).toBe('routine');
  });

  it('N9: the series without a story are silent', () => {
    const stories =
      /lead\.(search|catalog)|deploys\.(checkout|payments|catalog)|incidents|pages\.platform|rework\.catalog|llm|capacity|slo\.search|ci\.catalog|deploywait/;
    const silent = sampleIds.filter((id) => !stories.test(id));
    expect(silent.length).toBeGreaterThan(35);
    expect(silent.filter((id) => readingOf(id).state !== 'routine')).toEqual([]);
  });

  it('names Search once in what got slower, and nobody beside it', () => {
    const slower = state.anomalies.filter(({ metric }) => metric === 'change-lead-time');
    expect(slower.map(({ entity }) => entity)).toEqual(['search']);
    expect(slower[0]?.sentence.replaceAll('\u00a0', ' ')).toBe(
      'search, change lead time: 52 h in week 46, above its upper natural limit of 32 h; on average 37 h over the nine weeks since 14 September, 22 h before. Chance alone does this to a stable series about once in 84 years.',
    );
  });

  it('shows the wait for deployment beside the lead time of Search', () => {
    const lead = state.anomalies.find(({ id }) => id.startsWith('change-lead-time|search'));
    expect(lead?.movedWith[0]?.id).toBe('deploy-wait-time|search');
  });

  it('raises one anomaly for the capacity of Fulfilment, not one per part', () => {
    const capacity = state.anomalies.filter(({ metric }) => metric.startsWith('capacity-'));
    expect(capacity).toHaveLength(1);
    expect(capacity[0]?.entity).toBe('fulfilment');
  });

  it('puts what is worse first and improvements to the wins', () => {
    const directions = state.anomalies.map(({ direction }) => direction);
    expect(directions).toEqual(directions.toSorted((a, b) => (a === b ? 0 : a === 'worse' ? -1 : 1)));
    expect(state.wins.map(({ direction }) => direction)).toEqual(state.wins.map(() => 'better'));
    expect(state.wins.map(({ id }) => id)).toContain('change-lead-time|catalog|signal|2026-08-24');
  });

  it('says how the five dimensions stand and what nobody measures', () => {
    expect(state.dimensions.map(({ dimension, state: standing }) => [dimension, standing])).toEqual([
      ['delivery', 'worse'],
      ['reliability', 'worse'],
      ['initiatives', 'routine'],
      ['vigilance', 'missing'],
      ['efficiency', 'worse'],
    ]);
    const vigilance = state.dimensions.find(({ dimension }) => dimension === 'vigilance');
    expect(vigilance?.sentence).toBe('Vigilance is not measured yet.');
    expect(vigilance?.missing).toContain(
      'Open critical fixable CVEs: from findings, one row each, or a column like “Critical”',
    );
  });

  it('raises the same anomalies, ids included, whenever it is asked', () => {
    const again = readCurrentState(sampleIds.map((id) => sampleSeries(id)).toReversed(), {
      asOf: sampleAsOf,
      setAside: [holidays],
      rebaselines: [experiment],
      entities: teams.map((id) => ({ id, kind: 'team' })),
    });
    expect(again.anomalies.map(({ id, score, movedWith }) => ({ id, score, movedWith }))).toEqual(
      state.anomalies.map(({ id, score, movedWith }) => ({ id, score, movedWith })),
    );
  });
});

const FIRST_WEEK = dayToMs('2025-11-17') ?? 0;

/** What was known in the review after week `week`. */
function knownAfter(series: Series, week: number): Series {
  const weeks = week + 1;
  return {
    ...series,
    starts: series.starts.slice(0, weeks),
    values: series.values.slice(0, weeks),
    numerators: series.numerators?.slice(0, weeks) ?? null,
    denominators: series.denominators?.slice(0, weeks) ?? null,
  };
}

/** Weeks in which the review of that week first saw a signal, each with the week of its onset. */
function firstSeen(id: string): readonly string[] {
  const series = sampleSeries(id);
  const seen = new Map<string, string>();
  for (let week = 7; week < series.values.length; week++) {
    const reading = evaluateSeries(knownAfter(series, week), metricById(series.metric) ?? null, {
      asOf: msToDay(FIRST_WEEK + (week + 1) * WEEK_MS + 2 * DAY_MS),
      setAside: series.metric === holidays.metric ? [holidays] : [],
    });
    for (const { onset, ended, direction } of reading.signals) {
      const since = ((dayToMs(onset) ?? 0) - FIRST_WEEK) / WEEK_MS;
      const key = `${direction} since ${since}`;
      if (ended === undefined && !seen.has(key)) seen.set(key, `week ${week}: ${key}`);
    }
  }
  return [...seen.values()];
}

describe('the sample organization, reviewed week by week', () => {
  it.each([
    ['S1', 'lead.search', 'week 43: worse since 43'],
    ['S1', 'deploywait.search', 'week 43: worse since 43'],
    ['S3', 'slo.search-api.bad', 'week 49: worse since 48'],
    ['S4', 'deploys.checkout', 'week 45: better since 43'],
    ['S4', 'deploys.payments', 'week 45: better since 44'],
    ['S4', 'deploys.catalog', 'week 45: better since 44'],
    ['S4', 'incidents.organization', 'week 48: worse since 46'],
    ['S6', 'llm.organization', 'week 46: neither since 46'],
    ['S8', 'pages.checkout', 'week 36: better since 33'],
    ['S9', 'pages.platform', 'week 47: worse since 41'],
    ['S10', 'lead.catalog', 'week 40: better since 40'],
    ['S10', 'rework.catalog', 'week 44: worse since 40'],
    ['S11', 'capacity.toil.fulfilment', 'week 41: worse since 41'],
    ['S11', 'capacity.new-work.fulfilment', 'week 41: worse since 41'],
    ['E-3', 'ci.catalog', 'week 25: better since 25'],
  ])('%s: %s signals once, in %s', (_story, id, expected) => {
    expect(firstSeen(id)).toEqual([expected]);
  });

  it('is silent in every week on every series without a story', () => {
    const stories =
      /lead\.(search|catalog)|deploys\.(checkout|payments|catalog)|incidents|pages\.(checkout|platform)|rework\.catalog|llm|capacity|slo\.search|ci\.catalog|deploywait/;
    const silent = sampleIds.filter((id) => !stories.test(id));
    expect(silent.length).toBeGreaterThan(35);
    expect(silent.flatMap((id) => firstSeen(id).map((seen) => `${id} ${seen}`))).toEqual([]);
  });
});
