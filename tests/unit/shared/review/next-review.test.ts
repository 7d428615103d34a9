import { describe, expect, it } from 'vitest';
import type { Cadence, ReviewSummary } from '#shared/registers/registers.ts';
import { dayWithoutCadence, nextReview, reviewDays } from '#shared/review/next-review.ts';
import { nextFacilitator } from '#shared/review/rota.ts';
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
  startedAtMs: 0,
  closedAtMs: 1,
  plannedMinutes: 60,
  usedMinutes: 58,
  findings: 0,
  constraint: null,
  rating: null,
  waivers: [],
  handOver: null,
  blocks: [],
  picks: [],
  parking: [],
  hasReadout: true,
  ...more,
});

const next = (reviews: readonly ReviewSummary[], today: string, cadence: Cadence | null = CADENCE) =>
  nextReview({ cadence, reviews, people: [] }, today);

describe('the next review', () => {
  it('is today when today is its day', () => {
    expect(next([held('2026-11-11')], '2026-11-18')).toEqual({
      date: '2026-11-18',
      time: '10:00',
      slotMinutes: 60,
      template: 'organization-60',
      facilitator: 'li',
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

describe('the rota', () => {
  const gone = [{ id: 'li', active: false }];

  it('goes round, and starts at the top for the first review', () => {
    expect(nextFacilitator(CADENCE.rota, 'li', [])).toBe('maria');
    expect(nextFacilitator(CADENCE.rota, null, [])).toBe('maria');
  });

  it('passes over who has left, and starts at the top after a guest', () => {
    expect(nextFacilitator(CADENCE.rota, 'ana.costa', gone)).toBe('maria');
    expect(nextFacilitator(CADENCE.rota, 'ruth', [])).toBe('maria');
  });

  it('names nobody when nobody is in it', () => {
    expect(nextFacilitator([], 'li', [])).toBeNull();
    expect(nextFacilitator(['li'], null, gone)).toBeNull();
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
