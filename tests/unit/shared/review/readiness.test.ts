import { describe, expect, it } from 'vitest';
import { foldRegisters } from '#shared/registers/fold.ts';
import { foldReview } from '#shared/review/fold.ts';
import { readinessChecks } from '#shared/review/readiness.ts';
import { frozenAtStart } from '#shared/review/start.ts';
import type { CurrentState, SeriesReading, SeriesState } from '#shared/signals/reading.ts';
import { AGENDA, aLog, anAnomaly } from '#tests/support/written-log.ts';

type Log = ReturnType<typeof aLog>;

function aReading(
  metric: string,
  entity: string,
  dimension: string,
  state: SeriesState = 'routine',
): SeriesReading {
  return {
    ...anAnomaly('x').reading,
    id: `${metric}|${entity}`,
    metric,
    metricName: metric,
    entity,
    dimension,
    state,
  };
}

function aState(more: Partial<CurrentState> = {}): CurrentState {
  return {
    asOf: '2026-11-18',
    readings: [],
    anomalies: [],
    wins: [],
    dimensions: [],
    expectedFalse: 0,
    crossChecks: { found: [], notChecked: [] },
    candidates: [],
    slos: [],
    ...more,
  };
}

function prepared(): Log {
  const log = aLog();
  log.review('2026-11-16T10:00:00Z', 'review-planned', {
    date: '2026-11-18',
    time: '10:00',
    slotMinutes: 50,
    template: 'organization-60',
    facilitator: 'li',
    scribe: 'sam',
  });
  log.review('2026-11-16T10:01:00Z', 'agenda-set', {
    template: 'organization-60',
    slotMinutes: 50,
    blocks: AGENDA,
  });
  return log;
}

const check = (log: Log, rule: string, state = aState()) =>
  readinessChecks({
    review: foldReview('r1', log.events),
    state,
    registers: foldRegisters(log.events),
    today: '2026-11-18',
  }).find((one) => one.rule === rule);

describe('readiness', () => {
  it('judges every rule of the registers, and says which it cannot judge', () => {
    const checks = readinessChecks({
      review: foldReview('r1', prepared().events),
      state: aState(),
      registers: foldRegisters([]),
      today: '2026-11-18',
    });
    expect(checks).toHaveLength(10);
    expect(checks.filter((one) => one.status === 'not-judged').map((one) => one.rule)).toEqual([
      'data-fresh',
      'coverage',
      'commitments-updated',
      'incidents-graded',
      'definitions-changed',
    ]);
  });

  it('names the metrics without anything new', () => {
    const readings = [
      aReading('change-lead-time', 'Search', 'delivery'),
      aReading('deployment-frequency', 'Search', 'delivery', 'stale'),
    ];
    expect(check(prepared(), 'data-fresh', aState({ readings }))).toMatchObject({
      status: 'gap',
      sentence: 'Nothing new for deployment-frequency',
    });
    expect(check(prepared(), 'data-fresh', aState({ readings: readings.slice(0, 1) }))?.status).toBe('ok');
  });

  it('names the teams that are not covered', () => {
    const log = prepared();
    for (const team of ['Search', 'Data']) {
      log.organization('2026-11-16T11:00:00Z', 'entity-changed', { entity: team, changes: { kind: 'team' } });
    }
    const readings = [
      aReading('change-lead-time', 'Search', 'delivery'),
      aReading('change-fail-rate', 'Search', 'reliability'),
      aReading('change-lead-time', 'Data', 'delivery'),
    ];
    expect(check(log, 'coverage', aState({ readings }))).toMatchObject({
      status: 'gap',
      sentence: 'No delivery or no reliability data for Data',
    });
  });

  it('says by how much the agenda misses its slot', () => {
    const log = prepared();
    expect(check(log, 'agenda-fits')?.status).toBe('ok');
    log.review('2026-11-16T12:00:00Z', 'agenda-set', { template: 't', slotMinutes: 45, blocks: AGENDA });
    expect(check(log, 'agenda-fits')).toMatchObject({
      status: 'gap',
      sentence: 'The agenda is 5 minutes over the slot',
    });
    log.review('2026-11-16T12:01:00Z', 'agenda-set', { template: 't', slotMinutes: 51, blocks: AGENDA });
    expect(check(log, 'agenda-fits')).toMatchObject({
      status: 'gap',
      sentence: '1 minute of the slot not given out',
    });
  });

  it('counts anomalies against minutes, without those that are set aside', () => {
    const log = prepared();
    const anomalies = ['a1', 'a2', 'a3'].map((id) => anAnomaly(id, { dimension: 'reliability' }));
    expect(check(log, 'anomalies-fit', aState({ anomalies }))).toMatchObject({
      status: 'gap',
      sentence: 'Reliability has 3 anomalies and time for 2',
    });
    log.review('2026-11-16T12:00:00Z', 'anomaly-set-aside', { anomaly: 'a3', reason: 'known' });
    expect(check(log, 'anomalies-fit', aState({ anomalies }))?.status).toBe('ok');
  });

  it('wants a facilitator and a scribe who are two people', () => {
    const log = prepared();
    expect(check(log, 'facilitator')?.status).toBe('ok');
    log.review('2026-11-16T12:00:00Z', 'roles-set', { facilitator: 'li', scribe: 'li' });
    expect(check(log, 'facilitator')?.sentence).toBe('Facilitator and scribe are one person');
    log.review('2026-11-16T12:01:00Z', 'roles-set', { facilitator: 'li', scribe: null });
    expect(check(log, 'facilitator')?.sentence).toBe('No scribe is named');
  });

  it('wants both to be there that day', () => {
    const log = prepared();
    log.organization('2026-11-16T12:00:00Z', 'absence-noted', {
      absence: 'a-1',
      person: 'sam',
      from: '2026-11-17',
      until: '2026-11-18',
    });
    expect(check(log, 'facilitator')?.sentence).toBe('sam is away that day');
  });

  it('wants the pre-read a day ahead', () => {
    const late = prepared();
    late.review('2026-11-17T10:30:00Z', 'pre-read-made', {});
    expect(check(late, 'pre-read')?.status).toBe('gap');
    const early = prepared();
    early.review('2026-11-17T09:30:00Z', 'pre-read-made', {});
    expect(check(early, 'pre-read')?.status).toBe('ok');
  });

  it('names open work whose owner is nobody or has left', () => {
    const log = prepared();
    log.organization('2026-11-16T11:00:00Z', 'person-added', {
      person: 'li',
      name: 'Li',
      team: null,
      role: null,
      active: false,
    });
    log.review('2026-11-16T11:01:00Z', 'captured', {
      item: 'a',
      kind: 'action',
      text: 'a',
      line: '',
      owner: 'li',
      block: null,
      anomaly: null,
    });
    expect(check(log, 'owners')).toMatchObject({ status: 'gap', sentence: 'No active owner for A-1' });
  });

  it('freezes its gaps when the review starts anyway, and what was not reached comes first', () => {
    const state = aState({ anomalies: [anAnomaly('a1'), anAnomaly('a2')] });
    const frozen = frozenAtStart(state, { commitments: [], notReached: ['a2'] }, [
      { rule: 'pre-read', weight: 'low', status: 'gap', sentence: 'Pre-read: it is not handed out yet' },
      {
        rule: 'coverage',
        weight: 'normal',
        status: 'not-judged',
        sentence: 'Coverage by team: no entity is set down as a team yet',
      },
    ]);
    expect(frozen.anomalies.map((anomaly) => anomaly.id)).toEqual(['a2', 'a1']);
    expect(frozen.gaps).toEqual([{ id: 'pre-read', sentence: 'Pre-read: it is not handed out yet' }]);
  });
});
