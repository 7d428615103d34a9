import { describe, expect, it } from 'vitest';
import { readAbsence } from '#shared/review/absence-line.ts';

const CONTEXT = {
  today: '2026-11-18',
  locale: 'en-GB',
  workweek: [1, 2, 3, 4, 5],
  fiscalYearStart: null,
  people: [
    { id: 'tom', handle: 'tom', name: 'Tom Okafor' },
    { id: 'ana.costa', handle: 'ana.costa', name: 'Ana Costa' },
  ],
  entities: [],
};
const read = (line: string) => Object.values(readAbsence(line, CONTEXT));

describe('who is away from when to when', () => {
  it.each([
    ['@tom 25 nov to 4 dec', 'tom', '2026-11-25', '2026-12-04'],
    ['@ana.costa from 1 dec until 15 jan', 'ana.costa', '2026-12-01', '2027-01-15'],
    ['@tom 25 nov - 27 nov', 'tom', '2026-11-25', '2026-11-27'],
    ['@tom fri', 'tom', '2026-11-20', '2026-11-20'],
    ['@tom until 4 dec', 'tom', '2026-11-18', '2026-12-04'],
    ['@tom 2026-12-01 to 2026-12-04', 'tom', '2026-12-01', '2026-12-04'],
  ])('reads %s', (line, person, from, until) => {
    expect(read(line)).toEqual([person, from, until]);
  });

  it('leaves open what it cannot read', () => {
    expect(read('@tom')).toEqual(['tom', null, null]);
    expect(read('25 nov to 4 dec')).toEqual([null, '2026-11-25', '2026-12-04']);
    expect(read('@tom 4 dec to sometime')).toEqual(['tom', '2026-12-04', null]);
    expect(read('@tom 2026-12-04 to 2026-12-01')).toEqual(['tom', '2026-12-04', null]);
  });
});
