import { describe, expect, it } from 'vitest';
import { attendanceOf, rolesOf } from '#shared/readout/people.ts';
import type { Registers } from '#shared/registers/registers.ts';
import { foldReview } from '#shared/review/fold.ts';
import { AGENDA, aLog } from '#tests/support/written-log.ts';

const NAMES: Readonly<Record<string, string>> = { li: 'Li Wei', tom: 'Tom Okafor', ana: 'Ana Costa' };
const nameOf = (id: string | null) => (id === null ? null : (NAMES[id] ?? id));

/** London keeps UTC in November, Berlin is an hour ahead. */
const known = (timeZone: string, attended: readonly string[] = []) =>
  ({
    organization: { timeZone },
    reviews: [
      { id: 'r0', attended },
      { id: 'r1', attended: [] },
    ],
  }) as unknown as Pick<Registers, 'organization' | 'reviews'>;

function held() {
  const log = aLog();
  log.review('2026-11-17T10:00:00Z', 'review-planned', {
    date: '2026-11-18',
    time: '10:00',
    slotMinutes: 60,
    template: 'organization-60',
    facilitator: 'li',
    scribe: 'ana',
  });
  log.review('2026-11-17T10:01:00Z', 'agenda-set', {
    template: 'organization-60',
    slotMinutes: 60,
    blocks: AGENDA,
  });
  log.review('10:00:00', 'review-started', {
    asOf: '2026-11-18',
    anomalies: [],
    wins: [],
    dimensions: [],
    expectedFalse: 0,
    commitments: [],
    gaps: [],
  });
  return log;
}

const folded = (log: ReturnType<typeof aLog>) => foldReview('r1', log.events);

describe('who did what in the meeting', () => {
  it('is a sentence for each role, with the organization’s time where it changed hands', () => {
    const log = held();
    log.review('10:23:10', 'roles-set', { facilitator: 'tom', scribe: 'ana' });
    log.review('10:40:00', 'roles-set', { facilitator: 'li', scribe: 'ana' });
    expect(rolesOf(folded(log), known('Europe/Berlin'), nameOf)).toEqual({
      roles: ['Li Wei led until 11:23, then Tom Okafor, then Li Wei from 11:40.', 'Ana Costa wrote.'],
    });
  });

  it('is left out where nobody had a role', () => {
    expect(rolesOf(foldReview('r1', []), known('UTC'), nameOf)).toEqual({});
  });
});

describe('who was there', () => {
  it('says who was remote, late, a guest or new', () => {
    const log = held();
    log.review('10:01:00', 'attendance-marked', { person: 'li', attendance: 'here' });
    log.review('10:01:01', 'attendance-marked', { person: 'tom', attendance: 'here', remote: true });
    log.review('10:12:00', 'attendance-marked', { person: 'ana', attendance: 'here', late: true });
    log.review('10:12:01', 'guest-marked', { guest: 'g', name: 'Kim from Acme', here: true });
    expect(attendanceOf(folded(log), known('Europe/London', ['li', 'tom']), nameOf)).toEqual({
      attendance: {
        here: ['Li Wei', 'Tom Okafor', 'Ana Costa'],
        sentWord: [],
        guests: ['Kim from Acme'],
        remote: ['Tom Okafor'],
        late: ['Ana Costa at 10:12'],
        first: ['Ana Costa'],
      },
    });
  });

  it('is left out where nobody was marked', () => {
    expect(attendanceOf(folded(held()), known('UTC'), nameOf)).toEqual({});
  });
});
