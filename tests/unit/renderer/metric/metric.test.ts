import { describe, expect, it } from 'vitest';
import { reasonsOf } from '#renderer/src/features/metric/why-signal.ts';
import { eventsNear, eventsOn, type HappeningSources, happeningsOf } from '#renderer/src/walk/happenings.ts';
import type { Action } from '#shared/registers/registers.ts';
import type { Signal } from '#shared/signals/reading.ts';
import { aReading } from '#tests/support/readings.ts';

const VALUES = [20, 22, 19, 21, 20, 23, 18, 21, 22, 20, 21, 19, 30, 31, 29, 40];
const reading = aReading({ values: VALUES, rules: { 15: ['outside-limits', 'three-of-four'] } });
const at = (index: number) => reading.points[index]?.period ?? '';

const signal: Signal = {
  onset: at(12),
  at: at(15),
  direction: 'worse',
  rules: ['outside-limits', 'three-of-four'],
  strength: 6,
  text: 'It went up.',
};

describe('why something is a signal', () => {
  const reasons = reasonsOf(reading, signal);

  it('names the rules that fired before those that did not', () => {
    expect(reasons.map((one) => [one.rule, one.fired])).toEqual([
      ['outside-limits', true],
      ['three-of-four', true],
      ['run-of-8', false],
    ]);
  });

  it('gives the numbers of the chart', () => {
    // Mean moving range of the first twelve is 2.27: limits 20.5 and 6.05 to both sides.
    expect(reasons[0]?.text).toMatch(
      /^All 4 points since wk\u00a034 lie beyond the limits of 14 to 27\u00a0h/,
    );
    expect(reasons[0]?.text).toContain('the furthest is 40\u00a0h');
    expect(reasons[2]?.text).toMatch(
      /^4 in a row lie above the mean of 21\u00a0h; the rule asks for eight\.$/,
    );
  });

  it('needs no rule for a broken target', () => {
    expect(reasonsOf(reading, { ...signal, rules: ['threshold'] })).toEqual([]);
  });
});

const nothing: HappeningSources = {
  registers: { annotations: [], upcomingChanges: [], actions: [], decisions: [] },
  anomalyOf: new Map(),
  readings: [],
};

const ON_RECORD = {
  id: 'A-1',
  origin: 'item-1',
  madeAtMs: 0,
  madeBy: 'maria',
  review: null,
  history: [],
  contested: [],
  heads: {},
  text: 'Split the queue',
  owner: 'maria',
  links: [],
};
const A_DECISION = { ...ON_RECORD, context: null, options: [] };
const AN_ACTION: Action = {
  ...ON_RECORD,
  due: '2026-09-01',
  status: 'open',
  doneOn: null,
  evidence: null,
  reason: null,
  dimension: 'delivery',
  priority: 'normal',
  dues: [],
  checks: [],
  carried: 0,
  anomaly: null,
};

describe('what happened beside a series', () => {
  const written = (id: string, from: string, series: readonly string[]) => ({
    annotation: id,
    from,
    series,
    until: null,
    text: `note ${id}`,
    review: null,
    atMs: 0,
  });

  it('counts from the oldest on the chart and lists the newest first', () => {
    const annotations = [
      written('b', at(9), []),
      written('a', at(2), [reading.id]),
      written('c', '2027-01-01', []),
    ];
    const happenings = happeningsOf(reading, {
      ...nothing,
      registers: { ...nothing.registers, annotations },
    });
    expect(happenings.map((one) => [one.text, one.number])).toEqual([
      ['note c', null],
      ['note b', 2],
      ['note a', 1],
    ]);
    expect(eventsOn(happenings).map((one) => one.number)).toEqual([2, 1]);
  });

  it('says whether the series moved with what was done, and nothing of what was only said', () => {
    const noted = written('merged daily', at(12), [reading.id]);
    const said = { ...written('why', at(12), [reading.id]), review: 'r-1' };
    const [second, first] = happeningsOf(reading, {
      ...nothing,
      registers: { ...nothing.registers, annotations: [noted, said] },
    });
    expect(first?.moved).toMatch(/^Moved .*: 20\u00a0h before, 32\u00a0h since/);
    expect(second?.moved).toBeNull();
  });

  it('leaves out what was written on another series', () => {
    const annotations = [written('a', at(2), ['another|series'])];
    expect(happeningsOf(reading, { ...nothing, registers: { ...nothing.registers, annotations } })).toEqual(
      [],
    );
  });

  it('shows what was promised and decided at this series, and not what was at another', () => {
    const decision = (id: string) => ({
      ...A_DECISION,
      id,
      origin: `item-${id}`,
      on: at(5),
      text: 'Two reviewers',
    });
    const action = (anomaly: string) => ({ ...AN_ACTION, anomaly, status: 'done' as const, doneOn: at(7) });
    const happenings = happeningsOf(reading, {
      ...nothing,
      registers: {
        ...nothing.registers,
        decisions: [decision('D-1'), decision('D-2')],
        actions: [action(`${reading.id}|signal|${at(4)}`), action(`another|series|signal|${at(4)}`)],
      },
      anomalyOf: new Map([
        ['item-D-1', `${reading.id}|signal|${at(4)}`],
        ['item-D-2', 'another|series|signal|2026-01-05'],
      ]),
    });
    expect(happenings.map((one) => [one.text, one.kind])).toEqual([
      ['A-1 done: Split the queue', 'action'],
      ['D-1: Two reviewers', 'decision'],
    ]);
    expect(eventsOn(happenings).every((one) => one.minor)).toBe(true);
  });

  it('shows the incidents of the same entity, and none on their own chart', () => {
    const incidents = aReading({
      values: [0, 0, 2, 0],
      changes: { id: 'incidents|payments', metric: 'incidents', metricName: 'Incidents' },
    });
    const readings = [reading, incidents];
    expect(happeningsOf(reading, { ...nothing, readings }).map((one) => one.text)).toEqual(['Incidents: 2']);
    expect(happeningsOf(incidents, { ...nothing, readings })).toEqual([]);
  });
});

describe('what the room reads on the chart of the walk', () => {
  const change = (text: string, from: string, entities: readonly string[]) => ({
    change: text,
    text,
    from,
    until: null,
    owner: null,
    entities,
  });
  const near = (upcomingChanges: readonly ReturnType<typeof change>[]) =>
    eventsNear(reading, at(12), { annotations: [], upcomingChanges }).map((one) => one.title);

  it('is one change near the onset, its own before one of everybody', () => {
    expect(near([change('freeze', at(12), []), change('new queue', at(10), ['payments'])])).toEqual([
      'new queue',
    ]);
    expect(near([change('freeze', at(12), []), change('other', at(12), ['search'])])).toEqual(['freeze']);
  });

  it('is nothing that lies far from the onset or outside the chart', () => {
    expect(near([change('long ago', at(1), ['payments']), change('to come', '2027-05-01', [])])).toEqual([]);
  });
});
