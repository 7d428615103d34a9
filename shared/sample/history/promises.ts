import type { HistoryLog } from '#shared/sample/history/history-log.ts';

/** A commitment that a review took down. */
export type Promised = {
  readonly number: string;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  readonly dimension: string;
  /** Name and day as they were typed. */
  readonly typed: string;
};

function promised(
  number: string,
  text: string,
  whom: readonly [owner: string, typed: string],
  when: readonly [due: string, dimension: string],
): Promised {
  const [owner, typed] = whom;
  const [due, dimension] = when;
  return { number, text, owner, due, dimension, typed };
}

/** What was promised, by the day of the review. */
export const PROMISES: Readonly<Record<string, readonly Promised[]>> = {
  '2026-10-28': [
    promised('A-101', 'Cap retries in media', ['jonas', '@jonas by 4 Nov'], ['2026-11-04', 'reliability']),
    promised(
      'A-102',
      'Write down page limits per team',
      ['ana.petrova', '@ana.petrova by 4 Nov'],
      ['2026-11-04', 'delivery'],
    ),
    promised(
      'A-103',
      'Runbooks for ledger and payouts',
      ['priya', '@priya by 4 Nov'],
      ['2026-11-04', 'vigilance'],
    ),
    promised('A-104', 'Training on post-mortems', ['ruth', '@ruth by 11 Nov'], ['2026-11-11', 'vigilance']),
    promised('A-105', 'Carrier labels by script', ['tom', '@tom by 11 Nov'], ['2026-11-11', 'efficiency']),
  ],
  '2026-11-04': [
    promised(
      'A-106',
      'Status page text for card failures',
      ['eva', '@eva by Fri'],
      ['2026-11-06', 'reliability'],
    ),
    promised(
      'A-107',
      'Post-mortem of INC-20261103-01',
      ['maria', '@maria by Fri'],
      ['2026-11-06', 'vigilance'],
    ),
    promised(
      'A-108',
      'Ask security for the registry decision',
      ['sam', '@sam by 11 Nov'],
      ['2026-11-11', 'initiatives'],
    ),
    promised(
      'A-109',
      'List owners of legacy-export',
      ['noor', '@noor by 11 Nov'],
      ['2026-11-11', 'vigilance'],
    ),
  ],
  '2026-11-11': [
    promised(
      'A-110',
      'Latency budget of search-api by query type',
      ['li', '@li by next Wed'],
      ['2026-11-18', 'reliability'],
    ),
    promised(
      'A-111',
      'Alert on declined payments',
      ['priya', '@priya by next Wed'],
      ['2026-11-18', 'reliability'],
    ),
    promised('A-112', 'Forecast of AI cost', ['jonas', '@jonas by next Wed'], ['2026-11-18', 'efficiency']),
    promised('A-113', 'Plan for returns by hand', ['tom', '@tom by 25 Nov'], ['2026-11-25', 'efficiency']),
  ],
};

type Done = { readonly at: string; readonly action: string; readonly by: string; readonly evidence: string };

const DONE: readonly Done[] = [
  { at: '2026-11-03T16:20:00Z', action: 'A-101', by: 'jonas', evidence: 'retries capped at 3 in media' },
  { at: '2026-11-04T09:10:00Z', action: 'A-103', by: 'priya', evidence: 'both runbooks in the handbook' },
  { at: '2026-11-06T13:45:00Z', action: 'A-106', by: 'eva', evidence: 'text approved by support' },
  { at: '2026-11-10T15:00:00Z', action: 'A-108', by: 'sam', evidence: 'asked in writing; no decision came' },
  { at: '2026-11-16T17:30:00Z', action: 'A-105', by: 'tom', evidence: 'script runs for the first carrier' },
  {
    at: '2026-11-17T11:00:00Z',
    action: 'A-109',
    by: 'noor',
    evidence: 'list made; six assets without owner',
  },
  { at: '2026-11-17T16:40:00Z', action: 'A-111', by: 'priya', evidence: 'alert fires in the rehearsal' },
];

/** What became of the promises between the reviews. */
export function writeDone(log: HistoryLog): void {
  for (const { at, action, by, evidence } of DONE) {
    log.organization(
      at,
      'action-changed',
      { action, changes: { status: 'done', doneOn: at.slice(0, 10), evidence } },
      by,
    );
  }
}
