import { describe, expect, it } from 'vitest';
import { recordsOfTable } from '#shared/series/derivations/records-of-table.ts';
import { mergeRecords, recordsUnderOneName } from '#shared/series/records/merge-records.ts';
import type { FileRecord } from '#shared/series/records/record.ts';
import { eventTable } from '#tests/support/event-table.ts';
import { aFinding, aLaunch, anAsset, anIncident } from '#tests/support/records.ts';

const file = (...records: FileRecord[]) => ({ asOfMs: null, records });
const recordsIn = (text: string) => recordsOfTable(eventTable(text))?.records ?? [];

describe('what a row says beside its numbers', () => {
  it('is an incident with its service, times and severity; the share that its title names counts', () => {
    expect(
      recordsIn(`incident_number,description,service_name,created_on,seconds_to_resolve,severity
7,"INC-20261103-01: 60 % of card payments are declined",payments,2026-11-03T11:08:00Z,4320,SEV1
8,slow answers,cart,2026-11-04T10:00:00Z,,SEV3
9,Planned maintenance,cart,2026-11-05T10:00:00Z,7200,maintenance`),
    ).toEqual([
      anIncident({
        title: '60 % of card payments are declined',
        service: 'payments',
        startMs: Date.UTC(2026, 10, 3, 11, 8),
        endMs: Date.UTC(2026, 10, 3, 12, 20),
        affectedShare: 0.6,
      }),
      anIncident({
        id: '8',
        title: 'slow answers',
        severity: 'Sev3',
        startMs: Date.UTC(2026, 10, 4, 10),
        endMs: null,
        affectedShare: null,
      }),
    ]);
  });

  it('is an asset with its owner, orphaned where that owner is gone', () => {
    expect(
      recordsIn(`Name,Kind,Owner,Exposed
cart,service,Checkout,no
export-1,service,Exports (dissolved),yes
export-2,bucket,,`),
    ).toEqual([
      anAsset('cart', 'Checkout'),
      anAsset('export-1', 'Exports (dissolved)', { orphaned: true, exposed: true }),
      anAsset('export-2', null, { exposed: null }),
    ]);
  });

  it('is a launch with adoption as shares, its target and its tickets', () => {
    expect(
      recordsIn(`Launch,Tier,Launch date,Eligible,Adopted 30,Adopted 90,Target 90,Tickets 14d,Usual tickets 14d
Saved carts,1,2026-08-17,1000,50,,12,644,280`),
    ).toEqual([
      aLaunch('Saved carts', '2026-08-17', {
        tier: 1,
        adopted30: 0.05,
        target90: 0.12,
        tickets: 644,
        usualTickets: 280,
      }),
    ]);
  });

  it('is an initiative of a tracker: its tier, status, date and who is accountable', () => {
    expect(
      recordsIn(`Summary,Issue key,Issue Type,Status,Priority,Assignee,Due date
Event bus,I-1,Initiative,Blocked,Tier 1,Ana,2026-12-18
A bug,B-7,Bug,Open,High,Tom,2026-12-01`),
    ).toEqual([
      {
        kind: 'initiative',
        id: 'I-1',
        name: 'Event bus',
        tier: 1,
        status: 'blocked',
        accountable: 'Ana',
        dueMs: Date.UTC(2026, 11, 18),
        blockedSinceMs: null,
        reason: null,
        unblockOwner: null,
      },
    ]);
  });

  it('is nothing where rows are measurements', () => {
    expect(recordsIn('Week,Team,Lead time\n2026-11-02,a,20\n2026-11-09,a,21')).toEqual([]);
  });
});

describe('records of several files', () => {
  it('are those of the later file where both speak of one incident or launch', () => {
    const merged = mergeRecords([
      file(anIncident({ endMs: null }), aLaunch('a', '2026-08-01')),
      file(anIncident(), aLaunch('A', '2026-08-01', { tickets: 5 })),
    ]);
    expect(merged.incidents).toEqual([anIncident()]);
    expect(merged.launches.map(({ tickets }) => tickets)).toEqual([5]);
  });

  it('take what a later list of the same assets leaves out as gone', () => {
    const merged = mergeRecords([
      file(aFinding('cart', '2026-08-01'), aFinding('login', '2026-08-01')),
      file(aFinding('cart', '2026-09-01')),
    ]);
    expect(merged.findings).toEqual([aFinding('cart', '2026-09-01')]);
  });

  it('stand beside each other where the lists are of different assets', () => {
    const merged = mergeRecords([
      file(aFinding('cart', '2026-08-01')),
      file(aFinding('login', '2026-08-01')),
    ]);
    expect(merged.findings).toHaveLength(2);
  });

  it('are unknown, not none, where no file lists any', () => {
    expect(mergeRecords([])).toMatchObject({ incidents: null, findings: null, assets: null });
  });

  it('go by the name that the organization uses', () => {
    const named = recordsUnderOneName(file(anIncident({ service: 'cart-svc' })), { 'cart-svc': 'cart' });
    expect(named.records).toEqual([anIncident()]);
  });
});
