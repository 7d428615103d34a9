import type { OrganizationEventOf } from '#shared/events/event.ts';
import type { HistoryLog } from '#shared/sample/history/history-log.ts';

type Initiative = OrganizationEventOf<'initiative-recorded'>['data'];
type Risk = OrganizationEventOf<'risk-recorded'>['data'];

const RECORDED = '2026-08-03T09:00:00Z';

const PLAIN: Omit<Initiative, 'initiative' | 'text' | 'tier' | 'accountable' | 'due' | 'completion'> = {
  status: 'on-track',
  reason: null,
  blockedSince: null,
  unblockOwner: null,
  unblockBy: null,
  waitsFor: [],
  links: [],
};

const INITIATIVES: readonly Initiative[] = [
  {
    ...PLAIN,
    initiative: 'I-1',
    text: 'Event bus migration',
    tier: 1,
    accountable: 'ana.petrova',
    due: '2026-12-18',
    completion: 0.68,
    waitsFor: ['Decision on the schema registry'],
  },
  {
    ...PLAIN,
    initiative: 'I-2',
    text: 'Runbook for every service',
    tier: 2,
    accountable: 'priya',
    due: '2027-01-29',
    completion: 0.84,
  },
  {
    ...PLAIN,
    initiative: 'I-3',
    text: 'Admin access with second factor',
    tier: 1,
    accountable: 'noor',
    due: '2027-02-26',
    completion: 0.6,
    waitsFor: ['Decision on the schema registry'],
  },
  {
    ...PLAIN,
    initiative: 'I-4',
    text: 'AI coding tools',
    tier: 1,
    accountable: 'ruth',
    due: '2026-10-30',
    completion: 1,
  },
  {
    ...PLAIN,
    initiative: 'I-5',
    text: 'End of an old language runtime',
    tier: 2,
    accountable: 'ben',
    due: '2026-12-31',
    completion: 0.55,
  },
];

const RISKS: readonly Risk[] = [
  {
    risk: 'R-1',
    text: 'A single card provider',
    likelihood: 3,
    impact: 5,
    response: 'reduce',
    owner: 'priya',
    reviewOn: '2026-12-02',
    acceptedBy: null,
    acceptedUntil: null,
    transferredTo: null,
    status: 'open',
    links: ['payments-gateway'],
  },
  {
    risk: 'R-2',
    text: 'Two people know the ledger',
    likelihood: 4,
    impact: 4,
    response: 'reduce',
    owner: 'priya',
    reviewOn: '2026-11-18',
    acceptedBy: null,
    acceptedUntil: null,
    transferredTo: null,
    status: 'open',
    links: ['ledger'],
  },
  {
    risk: 'R-3',
    text: 'The old admin panel',
    likelihood: 2,
    impact: 3,
    response: 'accept',
    owner: 'ana.costa',
    reviewOn: '2026-10-31',
    acceptedBy: 'ruth',
    acceptedUntil: '2026-10-31',
    transferredTo: null,
    status: 'open',
    links: ['accounts'],
  },
  {
    risk: 'R-4',
    text: 'The carrier contract ends in spring',
    likelihood: 3,
    impact: 3,
    response: 'transfer',
    owner: 'tom',
    reviewOn: '2027-01-13',
    acceptedBy: null,
    acceptedUntil: null,
    transferredTo: 'the second carrier',
    status: 'open',
    links: ['shipping'],
  },
];

/** Initiatives and risks, and how the initiatives came to stand as they do. */
export function writeRecords(log: HistoryLog): void {
  for (const initiative of INITIATIVES) {
    const { initiative: id, text, tier } = initiative;
    log.organization(RECORDED, 'initiative-recorded', { ...initiative, number: id });
    log.organization(RECORDED, 'entity-changed', {
      entity: id,
      changes: { kind: 'initiative', displayName: text, tier, active: true },
    });
  }
  for (const risk of RISKS) log.organization(RECORDED, 'risk-recorded', { ...risk, number: risk.risk });
  log.organization('2026-10-07T15:30:00Z', 'initiative-changed', {
    initiative: 'I-1',
    changes: {
      status: 'blocked',
      reason: 'security has not decided on the schema registry',
      blockedSince: '2026-10-07',
    },
  });
  log.organization('2026-10-21T11:10:00Z', 'initiative-changed', {
    initiative: 'I-5',
    changes: { status: 'at-risk', reason: 'two services still need the old runtime for their tests' },
  });
  log.organization('2026-10-30T14:00:00Z', 'initiative-changed', {
    initiative: 'I-4',
    changes: { status: 'done' },
  });
}
