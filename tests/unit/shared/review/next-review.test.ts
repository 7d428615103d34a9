import { describe, expect, it } from 'vitest';
import type { Cadence, ReviewSummary } from '#shared/registers/registers.ts';
import { dayWithoutCadence, nextReview, reviewDays } from '#shared/review/next-review.ts';
import { type Absence, foldTurns, type RotaStep } from '#shared/review/rota.ts';
import { dayInZone, instantInZone } from '#shared/review/zone.ts';

const CADENCE: Cadence = {
  every: 'week',
  weekday: 3,
  time: '10:00',
  anchor: '2026-11-18',
  slotMinutes: 60,
  template: 'organization-60',
  rota: ['maria', 'tom', 'ana.costa', 'li'],
  owner: 'ruth',
};

const held = (date: string, more: Partial<ReviewSummary> = {}): ReviewSummary => ({
  id: date,
  status: 'closed',
  date,
  time: '10:00',
  facilitator: 'ana.costa',
  ledBy: 'ana.costa',
  attended: [],
  startedAtMs: 0,
  closedAtMs: 1,
  plannedMinutes: 60,
  usedMinutes: 58,
  findings: 0,
  own: { putForward: 0, decided: 0, findings: 0, owned: 0, promised: 0, kept: 0 },
  constraint: null,
  rating: null,
  waivers: [],
  handOver: null,
  blocks: [],
  picks: [],
  parking: [],
  settled: [],
  hasReadout: true,
  ...more,
});

type Rota = { readonly after?: readonly RotaStep[]; readonly absences?: readonly Absence[] };

const next = (
  reviews: readonly ReviewSummary[],
  today: string,
  cadence: Cadence | null = CADENCE,
  { after = [], absences = [] }: Rota = {},
) => {
  const listed: RotaStep = { kind: 'listed', rota: CADENCE.rota, inTurn: false };
  const earlier = ['maria', 'tom', 'ana.costa'].map(
    (person): RotaStep => ({ kind: 'held', review: person, date: null, person }),
  );
  const turns = foldTurns([listed, ...earlier, ...after]);
  return nextReview({ cadence, reviews, people: [], absences, turns }, today);
};

describe('the next review', () => {
  it('is today when today is its day', () => {
    expect(next([held('2026-11-11')], '2026-11-18')).toEqual({
      date: '2026-11-18',
      time: '10:00',
      slotMinutes: 60,
      template: 'organization-60',
      facilitator: 'li',
      scribe: 'maria',
      timekeeper: 'tom',
    });
  });

  it('is a week later once today has been held', () => {
    expect(next([held('2026-11-18')], '2026-11-18')?.date).toBe('2026-11-25');
  });

  it('is where and by whom the last one handed it over', () => {
    const handOver = { facilitator: 'tom', date: '2026-11-19', time: '14:00' };
    expect(next([held('2026-11-11', { handOver })], '2026-11-12')).toMatchObject({
      date: '2026-11-19',
      time: '14:00',
      facilitator: 'tom',
    });
  });

  it('falls back to the cadence when the agreed day has passed', () => {
    const handOver = { facilitator: 'tom', date: '2026-11-19', time: '14:00' };
    expect(next([held('2026-11-11', { handOver })], '2026-11-20')).toMatchObject({
      date: '2026-11-25',
      time: '10:00',
    });
  });

  it('is led by somebody else when who it was handed to is away by now, or has exchanged the turn', () => {
    const handOver = { facilitator: 'li', date: '2026-11-18', time: '10:00' };
    const reviews = [held('2026-11-11', { handOver })];
    const absences = [{ absence: 'a', person: 'li', from: '2026-11-16', until: '2026-11-20' }];
    expect(next(reviews, '2026-11-12', CADENCE, { absences })?.facilitator).toBe('maria');
    const after: RotaStep[] = [{ kind: 'swapped', event: 's', gives: 'li', takes: 'tom' }];
    expect(next(reviews, '2026-11-12', CADENCE, { after })?.facilitator).toBe('tom');
  });

  it('does not exist without a cadence', () => {
    expect(next([], '2026-11-18', null)).toBeNull();
  });

  it('is today without a cadence, and a week later once today has been held', () => {
    expect(dayWithoutCadence({ reviews: [] }, '2026-11-18')).toBe('2026-11-18');
    expect(dayWithoutCadence({ reviews: [held('2026-11-18')] }, '2026-11-18')).toBe('2026-11-25');
    expect(dayWithoutCadence({ reviews: [held('2026-11-11')] }, '2026-11-20')).toBe('2026-11-20');
  });

  it('keeps to every other week, across a year that has 53', () => {
    const days = reviewDays({ every: 'two-weeks', weekday: 3, anchor: '2026-11-18' }, '2026-12-10', 3);
    expect(days).toEqual(['2026-12-16', '2026-12-30', '2027-01-13']);
  });

  it('finds even weeks before the anchor as well', () => {
    expect(reviewDays({ every: 'two-weeks', weekday: 3, anchor: '2026-11-18' }, '2026-10-29', 1)).toEqual([
      '2026-11-04',
    ]);
  });
});

describe('days and instants of a zone', () => {
  it('change day at its own midnight', () => {
    expect(dayInZone(Date.parse('2026-11-18T23:30:00Z'), 'Europe/Berlin')).toBe('2026-11-19');
    expect(dayInZone(Date.parse('2026-11-18T03:00:00Z'), 'America/New_York')).toBe('2026-11-17');
  });

  it('keep the wall time when clocks change', () => {
    expect(instantInZone('2026-10-21', '10:00', 'Europe/London')).toBe(Date.parse('2026-10-21T09:00:00Z'));
    expect(instantInZone('2026-10-28', '10:00', 'Europe/London')).toBe(Date.parse('2026-10-28T10:00:00Z'));
  });
});
