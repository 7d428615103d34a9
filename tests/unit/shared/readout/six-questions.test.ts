import { describe, expect, it } from 'vitest';
import type { QuestionInput } from '#shared/readout/questions/question-input.ts';
import { answerSixQuestions } from '#shared/readout/six-questions-answered.ts';
import type { Registers } from '#shared/registers/registers.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { aReading } from '#tests/support/readings.ts';
import { anInitiative, aReadoutSource, emptyRegisters } from '#tests/support/readout.ts';
import { anAnomaly } from '#tests/support/written-log.ts';

const ROUTINE = Array.from({ length: 26 }, (_, week) => 20 + (week % 3));

function reading(metric: string, entity: string, changes: Partial<SeriesReading> = {}): SeriesReading {
  return aReading({
    values: ROUTINE,
    changes: {
      id: `${metric}|${entity}`,
      metric,
      metricName: metric,
      entity,
      entityName: entity,
      state: 'routine',
      status: 'established',
      signals: [],
      ...changes,
    },
  });
}

function stock(metric: string, value: number, entity = 'organization'): SeriesReading {
  const own = reading(metric, entity, { unit: 'findings' });
  return { ...own, points: own.points.map((point) => ({ ...point, value })) };
}

function answers(readings: readonly SeriesReading[], registers: Partial<Registers> = {}) {
  const input: QuestionInput = {
    asOf: '2026-11-24',
    locale: 'en-GB',
    readings,
    registers: { ...emptyRegisters(), ...registers },
    review: { anomalies: [], commitments: [] },
  };
  const [q1, q2, q3, q4, q5, q6] = answerSixQuestions(input).map(({ kind, text }) => ({ kind, text }));
  return { q1, q2, q3, q4, q5, q6 };
}

const slower = (entity: string, value: number) => {
  const own = reading('change-lead-time', entity, {
    state: 'worse',
    signals: [
      {
        onset: '2026-11-02',
        at: '2026-11-16',
        direction: 'worse',
        rules: ['outside-limits'],
        strength: 5,
        text: 'It rose.',
      },
    ],
  });
  const points = own.points.map((point) => ({
    ...point,
    centre: 21,
    value: point.period >= '2026-11-02' ? value : point.value,
  }));
  return { ...own, points };
};

describe('question 1, teams against their own past', () => {
  it('is not answered without delivery data, and says since when', () => {
    expect(answers([]).q1).toEqual({ kind: 'not-answered', text: 'Not answered: no delivery data.' });
    expect(answers([reading('change-lead-time', 'Search', { state: 'stale' })]).q1).toEqual({
      kind: 'not-answered',
      text: 'Not answered: no delivery data since 16\u00a0November\u00a02026.',
    });
  });

  it('names nobody while everything is routine, and says who has no lead time', () => {
    const { q1 } = answers([reading('change-lead-time', 'Search'), reading('deployment-frequency', 'Data')]);
    expect(q1?.text).toBe(
      'No team ships slower than its own past beyond routine variation (2 teams looked at). Lead time is missing for Data.',
    );
  });

  it('names teams by the alphabet, never by value', () => {
    const { q1 } = answers([
      slower('Search', 30),
      slower('Checkout', 90),
      reading('change-lead-time', 'Data'),
    ]);
    expect(q1?.text).toBe(
      '2 of 3 teams ship slower than their own past: Checkout (a median of 90\u00a0h since 2\u00a0November, against 21\u00a0h before; not explained yet), Search (a median of 30\u00a0h since 2\u00a0November, against 21\u00a0h before; not explained yet). The others are within their routine.',
    );
  });

  it('does not name a team whose signal has ended', () => {
    const ended = slower('Search', 30);
    const signals = ended.signals.map((signal) => ({ ...signal, ended: '2026-11-16' }));
    expect(answers([{ ...ended, signals, state: 'routine' }]).q1?.text).toMatch(/^No team ships slower/);
  });

  it('says that a team has too little history instead of calling it routine', () => {
    const young = reading('change-lead-time', 'Payments', { status: 'values-only' });
    expect(answers([reading('change-lead-time', 'Search'), young]).q1?.text).toContain(
      'Too little history: Payments.',
    );
  });

  it('takes the cause from what was registered beside the onset', () => {
    const annotations = [
      {
        annotation: 'a',
        series: [],
        from: '2026-11-03',
        until: null,
        text: 'Move to the event bus',
        review: null,
        atMs: 0,
      },
      {
        annotation: 'b',
        series: [],
        from: '2026-08-03',
        until: null,
        text: 'Something older',
        review: null,
        atMs: 0,
      },
    ];
    expect(answers([slower('Search', 30)], { annotations }).q1?.text).toContain('; Move to the event bus)');
  });
});

describe('question 2, promises to customers', () => {
  const slo = (entity: string, value: number, objective: number | null) => ({
    ...stock('slo-attainment', value, entity),
    unit: 'share',
    target: objective === null ? null : { op: '>=' as const, value: objective },
  });

  it('is not answered without an SLO or without an objective', () => {
    expect(answers([]).q2?.text).toBe('Not answered: no SLO is measured.');
    expect(answers([slo('search-api', 0.99, null)]).q2).toEqual({
      kind: 'not-answered',
      text: 'Not answered: no objective is set for search-api, so nothing can be called broken.',
    });
  });

  it('names what is breached with its objective, and that there is no record to compare with', () => {
    expect(answers([slo('search-api', 0.9927, 0.995), slo('login', 0.9999, 0.999)]).q2?.text).toBe(
      '1 of 2 SLOs is breached: search-api (99.27\u00a0% against 99.50\u00a0%). It cannot be compared: no incident record.',
    );
  });

  it('counts what the organization has on record where no service is named', () => {
    const readings = [slo('search-api', 0.9927, 0.995), stock('sev01-incidents', 0)];
    expect(answers(readings).q2?.text).toContain(
      'The record has no Sev0 or Sev1 incident in the newest week and does not say on which service.',
    );
  });

  it('says which breach the record explains, which it does not, and what is green beside an outage', () => {
    const readings = [
      slo('search-api', 0.9927, 0.995),
      slo('login', 0.98, 0.999),
      slo('payments-gateway', 0.9999, 0.999),
      stock('sev01-incidents', 0, 'search-api'),
      stock('incidents', 0.5, 'search-api'),
      stock('sev01-incidents', 1, 'login'),
      stock('sev01-incidents', 1, 'payments-gateway'),
    ];
    expect(answers(readings).q2?.text).toBe(
      '2 of 3 SLOs are breached: login (98\u00a0% against 99.90\u00a0%) and search-api (99.27\u00a0% against 99.50\u00a0%). The incident record explains login. No Sev0 or Sev1 incident of four weeks explains search-api; 2 smaller ones on record. Green beside a real outage: payments-gateway.',
    );
  });

  it('names three of many SLOs without an objective', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((entity) => slo(entity, 0.99, null));
    expect(answers(many).q2?.text).toContain('no objective is set for a, b, c and 2 more, so nothing');
  });

  it('says when all are met', () => {
    expect(answers([slo('login', 0.9999, 0.999)]).q2?.text).toBe('The one SLO with an objective is met.');
  });
});

describe('question 3, stuck initiatives', () => {
  it('is not answered where no Tier 1 is defined', () => {
    const initiatives = [anInitiative({ id: 'I-2', text: 'Runbooks', tier: 2 })];
    expect(answers([], { initiatives }).q3).toEqual({
      kind: 'not-answered',
      text: 'Not answered: no Tier 1 is defined.',
    });
  });

  it('prints NOBODY where nobody frees it, and the one who does where somebody', () => {
    const blocked = { status: 'blocked', blockedSince: '2026-11-10' } as const;
    const initiatives = [
      anInitiative({ id: 'I-1', text: 'Event bus', ...blocked }),
      anInitiative({
        id: 'I-3',
        text: 'Second factor',
        ...blocked,
        unblockOwner: 'noor',
        unblockBy: '2026-11-27',
      }),
    ];
    expect(answers([], { initiatives }).q3?.text).toBe(
      '2 of 2 Tier 1 initiatives are blocked: Event bus (14 days; NOBODY is accountable for freeing it), Second factor (14 days; Noor Rahman frees it by 27\u00a0November).',
    );
  });

  it('names Tier 1 work that nobody calls blocked and that does not move', () => {
    const waiting = {
      status: 'waiting',
      verdict: null,
      contested: [],
      asideReason: null,
      openedAtMs: null,
      asked: [],
    } as const;
    const stalled = anAnomaly('stalled', {
      entity: 'I-1',
      headline: 'Event bus has stood at 68 % for 6 weeks',
      check: {
        code: 'tier1-stalled',
        name: 'Tier 1 initiative that does not move',
        level: 'high',
        entities: ['I-1'],
        rule: '',
        evidence: [],
        refutedBy: [],
        verdict: 'act',
        notes: [],
      },
    });
    const answer = answerSixQuestions({
      asOf: '2026-11-24',
      locale: 'en-GB',
      readings: [],
      registers: { ...emptyRegisters(), initiatives: [anInitiative({ id: 'I-1', text: 'Event bus' })] },
      review: { anomalies: [{ ...stalled, ...waiting }], commitments: [] },
    })[2];
    expect(answer?.text).toContain('is not reported as blocked');
    expect(answer?.text).toMatch(/ Event bus has stood at 68 % for 6 weeks\.$/);
    expect(answer?.evidence).toEqual(['I-1']);
  });

  it('claims no more than that none is reported as blocked', () => {
    const initiatives = [anInitiative({ id: 'I-1', text: 'Event bus' })];
    expect(answers([], { initiatives }).q3?.text).toBe(
      'The one open Tier 1 initiative is not reported as blocked. The next due is Event bus, on 18\u00a0December.',
    );
  });
});

describe('question 4, known weakness and owners', () => {
  it('answers each half alone; no scan is never zero', () => {
    expect(answers([]).q4).toEqual({
      kind: 'not-answered',
      text: 'CVEs not answered: no scan. Owners not answered: no asset list.',
    });
    expect(answers([stock('orphaned-assets', 6)]).q4).toEqual({
      kind: 'computed',
      text: 'CVEs not answered: no scan. 6 assets have no valid owner.',
    });
    expect(answers([stock('open-critical-cves', 3)]).q4?.text).toBe(
      '3 critical fixable CVEs are open; high ones are not measured. Owners not answered: no asset list.',
    );
  });

  it('says none only when both counts are zero', () => {
    const none = [stock('open-critical-cves', 0), stock('open-high-cves', 0), stock('orphaned-assets', 0)];
    expect(answers(none).q4?.text).toBe('No critical or high fixable CVE is open. Every asset has an owner.');
  });

  it('adds the parts where the organization has no series of its own', () => {
    const readings = [
      stock('open-critical-cves', 2, 'a'),
      stock('open-critical-cves', 1, 'b'),
      stock('open-high-cves', 4),
    ];
    expect(answers(readings).q4?.text).toMatch(/^3 critical and 4 high fixable CVEs are open/);
  });
});

describe('question 5, where the time goes', () => {
  it('is not answered without capacity data, and says what would give it', () => {
    expect(answers([]).q5).toEqual({
      kind: 'not-answered',
      text: 'Not answered: no capacity data. A weekly split by team, in hours or tickets, would give it.',
    });
  });

  it('sums hours over teams before it divides', () => {
    const hours = (metric: string, entity: string, spent: number, all: number) => {
      const own = reading(metric, entity, { unit: 'share' });
      const points = own.points.map((point) => ({
        ...point,
        value: spent / all,
        numerator: spent,
        denominator: all,
      }));
      return { ...own, points };
    };
    const { q5 } = answers([
      hours('capacity-toil', 'Search', 90, 100),
      hours('capacity-toil', 'Data', 0, 300),
      hours('capacity-new-work', 'Search', 10, 100),
      hours('capacity-new-work', 'Data', 300, 300),
    ]);
    expect(q5?.text).toContain('new work 78\u00a0%, toil 23\u00a0%');
    expect(q5?.text).toContain('Not measured: planned upkeep and compliance.');
    expect(q5?.text).toContain('2 of 8 teams report');
  });
});

describe('question 6, what was promised', () => {
  it('says of the first review that it is the first', () => {
    expect(answers([]).q6?.text).toBe(
      'This is the first review; from the next one on, this answer is computed.',
    );
  });

  it('names a second slip with its owner and what was decided', () => {
    const { review, registers, state } = aReadoutSource();
    const input = { asOf: '2026-11-18', locale: 'en-GB', readings: state.readings, registers, review };
    expect(answerSixQuestions(input)[5]?.text).toBe(
      'Of 7 promises, 1 was kept, 2 came late, 2 are overdue and 2 are still open. Slipped a second time: A-102 (Ana Petrova, smaller scope).',
    );
  });

  it('says when nothing was due although there were reviews', () => {
    const { registers } = aReadoutSource();
    expect(answers([], { reviews: registers.reviews }).q6?.text).toBe(
      'Nothing was due since the last review; 0 commitments are open.',
    );
  });
});
