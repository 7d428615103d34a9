import { describe, expect, it } from 'vitest';
import { foldRegisters } from '#shared/registers/fold.ts';
import { dueFor, leadOf, proposedFor } from '#shared/review/proposed.ts';
import { aLog, anAnomaly } from '#tests/support/written-log.ts';

const WEDNESDAY = '2026-11-18';

function known(write: (log: ReturnType<typeof aLog>) => void) {
  const log = aLog();
  write(log);
  return foldRegisters(log.events);
}

type Log = ReturnType<typeof aLog>;
const person = (log: Log, id: string, team: string, role: string | null, active = true) =>
  log.organization('09:00:00', 'person-added', { person: id, name: id, team, role, active });
const service = (log: Log, entity: string, tier: number, team: string) =>
  log.organization('09:01:00', 'entity-changed', { entity, changes: { kind: 'service', tier, team } });

describe('who answers for a team', () => {
  it('is its lead by role', () => {
    const registers = known((log) => {
      person(log, 'sam', 'search', 'Engineer');
      person(log, 'priya', 'search', 'Team lead');
    });
    expect(leadOf('search', registers)).toBe('priya');
  });

  it('is its only active member', () => {
    const registers = known((log) => {
      person(log, 'sam', 'search', null);
      person(log, 'gone', 'search', null, false);
    });
    expect(leadOf('search', registers)).toBe('sam');
  });

  it('is nobody where two would', () => {
    const registers = known((log) => {
      person(log, 'sam', 'search', null);
      person(log, 'priya', 'search', null);
    });
    expect(leadOf('search', registers)).toBeNull();
  });
});

describe('what is proposed for a finding', () => {
  const anomaly = anAnomaly('change-lead-time|search-api|signal|2026-09-14', { entity: 'search-api' });

  it('is the lead of the team whose service it is, in two weeks', () => {
    const registers = known((log) => {
      person(log, 'priya', 'search', 'Team lead');
      service(log, 'search-api', 2, 'search');
    });
    expect(proposedFor(anomaly, WEDNESDAY, registers)).toEqual({
      owner: 'priya',
      due: '2026-12-02',
      priority: null,
    });
  });

  it('is high and in a week for a service of tier 1', () => {
    const registers = known((log) => service(log, 'search-api', 1, 'search'));
    expect(proposedFor(anomaly, WEDNESDAY, registers)).toEqual({
      owner: null,
      due: '2026-11-25',
      priority: 'high',
    });
  });

  it('is whoever has an open action on the same series in hand', () => {
    const registers = known((log) => {
      person(log, 'priya', 'search', 'Team lead');
      person(log, 'tom', 'payments', null);
      service(log, 'search-api', 2, 'search');
      log.review('09:10:00', 'captured', {
        item: 'i1',
        kind: 'action',
        text: 'Split it',
        line: 'Split it @tom',
        owner: 'tom',
        block: null,
        anomaly: 'change-lead-time|search-api|signal|2026-08-03',
      });
    });
    expect(proposedFor(anomaly, WEDNESDAY, registers).owner).toBe('tom');
  });
});

describe('the date that a priority proposes', () => {
  it('moves on to the working week', () => {
    const registers = known((log) =>
      log.organization('09:00:00', 'organization-named', {
        name: 'Fernhill',
        timeZone: 'UTC',
        locale: 'en-GB',
        currency: 'USD',
        workingWeek: [1, 2, 3, 4, 5],
        fiscalYearStart: 1,
      }),
    );
    // Two days after a Thursday is a Saturday.
    expect(dueFor('urgent', '2026-11-19', registers)).toBe('2026-11-23');
    expect(dueFor('urgent', '2026-11-18', registers)).toBe('2026-11-20');
  });
});
