import { describe, expect, it } from 'vitest';
import {
  type Availability,
  awayOn,
  besidesFacilitator,
  foldTurns,
  type RotaStep,
  turnsAhead,
} from '#shared/review/rota.ts';

const EVERYBODY: Availability = { people: [], absences: [] };
const listed = (rota: readonly string[], inTurn = false): RotaStep => ({ kind: 'listed', rota, inTurn });
const held = (person: string, review = person): RotaStep => ({ kind: 'held', review, date: null, person });
const swapped = (gives: string, takes: string): RotaStep => ({ kind: 'swapped', event: 's', gives, takes });
const row = (steps: readonly RotaStep[]) => foldTurns(steps).slots.map(({ owner }) => owner);
const ahead = (steps: readonly RotaStep[], count: number, available = EVERYBODY) =>
  turnsAhead(
    foldTurns(steps),
    Array.from({ length: count }, (_, at) => `2026-12-${String(at + 1).padStart(2, '0')}`),
    available,
  ).map(({ person }) => person);

const FOUR = listed(['maria', 'tom', 'ana', 'li']);

describe('the row of turns', () => {
  it('starts as it is listed, and whoever has facilitated goes to its end', () => {
    expect(row([FOUR])).toEqual(['maria', 'tom', 'ana', 'li']);
    expect(row([FOUR, held('maria'), held('tom')])).toEqual(['ana', 'li', 'maria', 'tom']);
    expect(ahead([FOUR, held('maria')], 5)).toEqual(['tom', 'ana', 'li', 'maria', 'tom']);
  });

  it('keeps the place of whoever was passed over, so that they come first when they are back', () => {
    expect(row([FOUR, held('tom')])).toEqual(['maria', 'ana', 'li', 'tom']);
  });

  it('passes over who is away, and makes up for it on the first day after', () => {
    const away = { absence: 'a', person: 'maria', from: '2026-11-30', until: '2026-12-02' };
    expect(ahead([FOUR], 4, { people: [], absences: [away] })).toEqual(['tom', 'ana', 'maria', 'li']);
  });

  it('asks for one turn after a long absence, not for all that were missed', () => {
    const rounds = ['tom', 'ana', 'li', 'tom', 'ana', 'li', 'tom'].map((person, at) =>
      held(person, `r${at}`),
    );
    expect(ahead([FOUR, ...rounds], 5)).toEqual(['maria', 'ana', 'li', 'tom', 'maria']);
  });

  it('does not count a review that somebody outside the rota led', () => {
    expect(row([FOUR, held('ruth')])).toEqual(['maria', 'tom', 'ana', 'li']);
    expect(foldTurns([FOUR, held('ruth')]).taken).toHaveLength(1);
  });

  it('puts who is new last, and forgets who is taken out, without moving the turns of the others', () => {
    const grown = [FOUR, held('maria'), listed(['maria', 'tom', 'ana', 'li', 'noor'])];
    expect(row(grown)).toEqual(['tom', 'ana', 'li', 'maria', 'noor']);
    expect(row([...grown, listed(['maria', 'ana', 'li', 'noor'])])).toEqual(['ana', 'li', 'maria', 'noor']);
  });

  it('takes the order of a list that somebody put in order', () => {
    expect(row([FOUR, held('maria'), listed(['maria', 'tom', 'ana', 'li'], true)])).toEqual([
      'maria',
      'tom',
      'ana',
      'li',
    ]);
    expect(row([FOUR, listed(['li', 'maria', 'tom', 'ana'])])).toEqual(['li', 'maria', 'tom', 'ana']);
  });

  it('passes over who has left, and says so', () => {
    const available = { people: [{ id: 'maria', active: false }], absences: [] };
    expect(turnsAhead(foldTurns([FOUR]), ['2026-12-01'], available)[0]).toEqual({
      date: '2026-12-01',
      person: 'tom',
      insteadOf: null,
      passedOver: [{ person: 'maria', why: { kind: 'left' } }],
    });
  });

  it('names nobody where nobody is there', () => {
    expect(ahead([], 1)).toEqual([null]);
    const absences = ['maria', 'tom', 'ana', 'li'].map((person) => ({
      absence: person,
      person,
      from: '2026-12-01',
      until: '2026-12-01',
    }));
    expect(ahead([FOUR], 2, { people: [], absences })).toEqual([null, 'maria']);
  });
});

describe('two who exchange their turns', () => {
  it('each take the other’s, once, and the order is the old one afterwards', () => {
    expect(ahead([FOUR, swapped('maria', 'ana')], 7)).toEqual([
      'ana',
      'tom',
      'maria',
      'li',
      'maria',
      'tom',
      'ana',
    ]);
    const done = [FOUR, swapped('maria', 'ana'), held('ana'), held('tom'), held('maria')];
    expect(foldTurns(done).slots.every(({ owner, by }) => owner === by)).toBe(true);
    expect(foldTurns(done).taken.map(({ person, insteadOf }) => [person, insteadOf])).toEqual([
      ['ana', 'maria'],
      ['tom', null],
      ['maria', 'ana'],
    ]);
  });

  it('give the turn back although the day moves', () => {
    const away = { absence: 'a', person: 'maria', from: '2026-12-01', until: '2026-12-02' };
    const after = [FOUR, swapped('maria', 'tom'), held('tom')];
    expect(ahead(after, 3, { people: [], absences: [away] })).toEqual(['ana', 'li', 'maria']);
  });

  it('are not asked twice in a row when what they owe and their own turn come together', () => {
    const away = { absence: 'a', person: 'maria', from: '2026-12-01', until: '2026-12-02' };
    const after = [FOUR, swapped('maria', 'tom'), held('tom')];
    expect(ahead(after, 5, { people: [], absences: [away] })).toEqual(['ana', 'li', 'maria', 'ana', 'maria']);
  });

  it('may exchange again, and back', () => {
    expect(ahead([FOUR, swapped('maria', 'tom'), swapped('tom', 'maria')], 2)).toEqual(['maria', 'tom']);
    expect(ahead([FOUR, swapped('maria', 'tom'), swapped('tom', 'li')], 4)).toEqual([
      'li',
      'maria',
      'ana',
      'tom',
    ]);
  });

  it('have their own turns again when one of them leaves', () => {
    const available = { people: [{ id: 'tom', active: false }], absences: [] };
    expect(ahead([FOUR, swapped('maria', 'tom')], 3, available)).toEqual(['maria', 'ana', 'li']);
  });

  it('may be one of the rota and somebody who only stands in', () => {
    expect(ahead([FOUR, swapped('maria', 'ruth')], 5)).toEqual(['ruth', 'tom', 'ana', 'li', 'maria']);
  });
});

describe('who is there', () => {
  it('is away on both ends of an absence, and until the last where two overlap', () => {
    const absences = [
      { absence: 'a', person: 'tom', from: '2026-12-01', until: '2026-12-04' },
      { absence: 'b', person: 'tom', from: '2026-12-03', until: '2026-12-11' },
    ];
    const on = (day: string) => awayOn('tom', day, { people: [], absences });
    expect(on('2026-11-30')).toBeNull();
    expect(on('2026-12-01')).toEqual({ kind: 'absent', until: '2026-12-04' });
    expect(on('2026-12-03')).toEqual({ kind: 'absent', until: '2026-12-11' });
    expect(on('2026-12-12')).toBeNull();
  });

  it('writes and keeps the time: those who come next in the row', () => {
    const turns = foldTurns([FOUR, held('maria')]);
    expect(besidesFacilitator(turns, '2026-12-01', 'tom', EVERYBODY)).toEqual({
      scribe: 'ana',
      timekeeper: 'li',
    });
    expect(besidesFacilitator(foldTurns([listed(['maria'])]), '2026-12-01', 'maria', EVERYBODY)).toEqual({
      scribe: null,
      timekeeper: null,
    });
  });
});
