import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/day.ts';
import { type Absence, awayOn, foldTurns, type RotaStep, turnsAhead } from '#shared/review/rota.ts';

const WEEKS = 52;
const FIRST = '2026-01-07';
const dayOf = (week: number) => addDays(FIRST, week * 7);

const rotas = fc.integer({ min: 2, max: 9 }).map((size) => Array.from({ length: size }, (_, at) => `p${at}`));

const years = rotas.chain((rota) =>
  fc.record({
    rota: fc.constant(rota),
    absences: fc.array(
      fc
        .record({
          person: fc.constantFrom(...rota),
          week: fc.integer({ min: 0, max: WEEKS - 1 }),
          weeks: fc.integer({ min: 1, max: 16 }),
        })
        .map(
          ({ person, week, weeks }): Absence => ({
            absence: `${person}-${week}`,
            person,
            from: dayOf(week),
            until: addDays(dayOf(week + weeks), -1),
          }),
        ),
      { maxLength: 12 },
    ),
  }),
);

type Year = { readonly rota: readonly string[]; readonly absences: readonly Absence[] };

/** Holds a review a week by the rota and says who led each; null where everybody was away. */
function heldYear({ rota, absences }: Year): readonly (string | null)[] {
  const steps: RotaStep[] = [{ kind: 'listed', rota, inTurn: true }];
  return Array.from({ length: WEEKS }, (_, week) => {
    const person = turnsAhead(foldTurns(steps), [dayOf(week)], { people: [], absences })[0]?.person ?? null;
    if (person !== null) steps.push({ kind: 'held', review: `r${week}`, date: dayOf(week), person });
    return person;
  });
}

const isAway = (year: Year, person: string, week: number) =>
  awayOn(person, dayOf(week), { people: [], absences: year.absences }) !== null;

describe('a year of turns', () => {
  it('never asks who is away, and leaves no review without somebody while one is there', () => {
    fc.assert(
      fc.property(years, (year) => {
        for (const [week, person] of heldYear(year).entries()) {
          const there = year.rota.filter((one) => !isAway(year, one, week));
          expect(person === null ? there : there.includes(person)).toEqual(person === null ? [] : true);
        }
      }),
    );
  });

  it('lets nobody get two turns ahead of another while both are there', () => {
    fc.assert(
      fc.property(years, (year) => {
        const led = heldYear(year);
        for (const [at, one] of year.rota.entries()) {
          for (const other of year.rota.slice(at + 1)) {
            let ahead = 0;
            let most = 0;
            let least = 0;
            for (const [week, person] of led.entries()) {
              if (isAway(year, one, week) || isAway(year, other, week)) {
                ahead = 0;
                most = 0;
                least = 0;
              }
              ahead += Number(person === one) - Number(person === other);
              most = Math.max(most, ahead);
              least = Math.min(least, ahead);
              expect(most - least).toBeLessThan(2);
            }
          }
        }
      }),
    );
  });

  it('gives everybody the same number of turns, within one, where nobody is away', () => {
    fc.assert(
      fc.property(rotas, (rota) => {
        const led = heldYear({ rota, absences: [] });
        const counts = rota.map((one) => led.filter((person) => person === one).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('makes up for an absence at the first review after it', () => {
    fc.assert(
      fc.property(rotas, fc.integer({ min: 1, max: 20 }), (rota, weeks) => {
        const [first = 'p0'] = rota;
        const absence = { absence: 'a', person: first, from: FIRST, until: addDays(FIRST, weeks * 7 - 1) };
        expect(heldYear({ rota, absences: [absence] })[weeks]).toBe(first);
      }),
    );
  });
});
