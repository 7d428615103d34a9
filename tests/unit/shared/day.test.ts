import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  DAY_MS,
  daysBetween,
  dayToMs,
  isoWeek,
  isoWeekday,
  isoWeekToMs,
  msToDay,
  partsToMs,
  startOfDay,
  startOfMonth,
  startOfWeek,
  WEEK_MS,
} from '#shared/day.ts';

const ms = (day: string) => dayToMs(day) ?? Number.NaN;

/** Any moment between the years 1000 and 3000. */
const moment = fc.integer({ min: ms('1000-01-01'), max: ms('3000-12-31') });

describe('a day as text and as a moment', () => {
  it('counts from the first of January 1970', () => {
    expect(dayToMs('1970-01-01')).toBe(0);
    expect(dayToMs('1970-01-02')).toBe(DAY_MS);
    expect(dayToMs('1969-12-31')).toBe(-DAY_MS);
  });

  it.each(['2026-02-29', '2026-02-30', '2014-06-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-01-32'])(
    'refuses %s, which does not exist',
    (day) => {
      expect(dayToMs(day)).toBeNull();
    },
  );

  it.each(['2026-1-2', '26-01-02', '2026-01-02T00:00', ' 2026-01-02', '2026-01-02\n', ''])(
    'refuses %j, which is no ISO day',
    (day) => {
      expect(dayToMs(day)).toBeNull();
    },
  );

  it('knows the leap days of 2024 and 2000, and that 1900 had none', () => {
    expect(msToDay(ms('2024-02-29'))).toBe('2024-02-29');
    expect(msToDay(ms('2000-02-29'))).toBe('2000-02-29');
    expect(dayToMs('1900-02-29')).toBeNull();
  });

  it('takes years before 100 as they are', () => {
    expect(msToDay(partsToMs(99, 1, 1) ?? Number.NaN)).toBe('0099-01-01');
  });

  it.each([
    [2026.5, 1, 1],
    [2026, 1.5, 1],
    [2026, 1, 1.5],
    [Number.NaN, 1, 1],
  ])('has no day for the parts %d, %d, %d', (year, month, date) => {
    expect(partsToMs(year, month, date)).toBeNull();
  });

  it('reads back what it writes', () => {
    fc.assert(fc.property(moment, (at) => dayToMs(msToDay(at)) === startOfDay(at)));
  });

  it('starts the day at midnight, before 1970 as well', () => {
    expect(startOfDay(-1)).toBe(-DAY_MS);
    expect(startOfDay(DAY_MS - 1)).toBe(0);
  });
});

describe('days apart', () => {
  it('crosses months, years and the changes of the clocks', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
  });

  it('refuses to count from a day that does not exist', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow('2026-02-30');
    expect(daysBetween('2026-02-30', '2026-03-01')).toBeNaN();
  });

  it('adds as many days as lie between', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -4000, max: 4000 }), (at, days) => {
        const day = msToDay(at);
        return daysBetween(day, addDays(day, days)) === days;
      }),
    );
  });
});

describe('weeks', () => {
  it('begin on Monday', () => {
    expect(isoWeekday(ms('2026-11-16'))).toBe(1);
    expect(isoWeekday(ms('2026-11-22'))).toBe(7);
    expect(isoWeekday(ms('1969-12-31'))).toBe(3);
    expect(msToDay(startOfWeek(ms('2026-11-22') + DAY_MS - 1))).toBe('2026-11-16');
  });

  it.each([
    ['2026-11-20', 2026, 47],
    ['2026-12-31', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2025-12-28', 2025, 52],
    ['2025-12-29', 2026, 1],
    ['2021-01-03', 2020, 53],
    ['2024-12-30', 2025, 1],
    ['1970-01-01', 1970, 1],
  ])('puts %s in the week %d-W%d', (day, year, week) => {
    expect(isoWeek(ms(day))).toEqual({ year, week });
  });

  it('has a week 53 in 2026 and none in 2025', () => {
    expect(msToDay(isoWeekToMs(2026, 53) ?? 0)).toBe('2026-12-28');
    expect(isoWeekToMs(2025, 53)).toBeNull();
    expect(isoWeekToMs(2026, 0)).toBeNull();
    expect(isoWeekToMs(2026, 54)).toBeNull();
    expect(isoWeekToMs(2026, 1.5)).toBeNull();
  });

  it('finds the Monday again from its number', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const { year, week } = isoWeek(at);
        return isoWeekToMs(year, week) === startOfWeek(at);
      }),
    );
  });

  it('holds every moment in the seven days that follow its Monday', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const monday = startOfWeek(at);
        return isoWeekday(monday) === 1 && at >= monday && at < monday + WEEK_MS;
      }),
    );
  });
});

describe('months', () => {
  it('begin on their first day', () => {
    expect(msToDay(startOfMonth(ms('2024-02-29') + DAY_MS - 1))).toBe('2024-02-01');
    expect(msToDay(startOfMonth(ms('1969-12-31')))).toBe('1969-12-01');
  });
});
