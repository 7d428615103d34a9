import { describe, expect, it } from 'vitest';
import { foldRegisters } from '#shared/registers/fold.ts';
import { personNames } from '#shared/registers/person-names.ts';
import { aLog } from '#tests/support/written-log.ts';

function named(...people: readonly (readonly [person: string, name: string, team: string | null])[]) {
  const log = aLog();
  for (const [person, name, team] of people)
    log.organization('09:00:00', 'person-added', { person, name, team, role: null, active: true });
  return Object.fromEntries(personNames(foldRegisters(log.events)));
}

describe('what a person is called', () => {
  it('is the name', () => {
    expect(named(['li', 'Li Wei', 'search'])).toEqual({ li: 'Li Wei' });
  });

  it('says the team of those who share a name', () => {
    expect(named(['maria', 'Maria Silva', 'search'], ['maria2', 'Maria Silva', 'payments'])).toEqual({
      maria: 'Maria Silva (search)',
      maria2: 'Maria Silva (payments)',
    });
  });

  it('says the handle where the team does not tell them apart', () => {
    expect(
      named(['a', 'Ana Costa', 'search'], ['b', 'Ana Costa', 'search'], ['c', 'Ana Costa', null]),
    ).toEqual({
      a: 'Ana Costa (@a)',
      b: 'Ana Costa (@b)',
      c: 'Ana Costa (@c)',
    });
  });
});
