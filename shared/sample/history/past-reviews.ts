import type { ReviewEventOf } from '#shared/events/event.ts';

type Verdict = ReviewEventOf<'verdict-given'>['data'];
type Check = ReviewEventOf<'commitment-checked'>['data'];

/** One earlier review: what differs from one to the next. */
export type PastReview = {
  readonly day: string;
  readonly facilitator: string;
  readonly scribe: string;
  readonly next: { readonly facilitator: string; readonly date: string };
  /** Minutes that each block used, in the order of the agenda. */
  readonly used: readonly number[];
  /** Series whose signals were put before the room, and what was said of them; null: not reached. */
  readonly anomalies: readonly { readonly series: string; readonly said: Omit<Verdict, 'anomaly'> | null }[];
  readonly checks: readonly Check[];
  readonly constraintUnchanged: boolean;
  /** Answers to the six questions, in their order. */
  readonly answers: readonly string[];
  readonly rating: number;
  readonly voters: number;
};

function watch(until: string, reason: string): Omit<Verdict, 'anomaly'> {
  return { verdict: 'watch', owner: null, due: null, until, reason };
}

function checked(action: string, status: Check['status'], more: Partial<Check> = {}): Check {
  return {
    action,
    status,
    doneOn: null,
    due: null,
    owner: null,
    reason: null,
    evidence: null,
    decision: null,
    ...more,
  };
}

const LEAD_SEARCH = 'change-lead-time|search';

export const PAST_REVIEWS: readonly PastReview[] = [
  {
    day: '2026-10-28',
    facilitator: 'maria',
    scribe: 'sam',
    next: { facilitator: 'tom', date: '2026-11-04' },
    used: [3, 3, 2, 7, 12, 13, 8, 6, 5, 4, 3, 1],
    anomalies: [
      { series: LEAD_SEARCH, said: watch('2026-11-04', 'the move to the event bus has just ended') },
    ],
    checks: [],
    constraintUnchanged: false,
    answers: [
      'Search: about 37 h over six weeks against 22 h before; the wait for deployment made most of it.',
      'search-api uses more of its error budget than usual; no incident tells of it.',
      'I-1 Event bus migration has been blocked for three weeks; nobody is named to unblock it.',
      'Three critical findings stand open past their limit, all on legacy-export; six assets have no owner.',
      'New work 51 %, upkeep 17 %, toil 25 %, compliance 7 %; Fulfilment has 34 % toil.',
      'Nothing was promised before this review.',
    ],
    rating: 3.4,
    voters: 11,
  },
  {
    day: '2026-11-04',
    facilitator: 'tom',
    scribe: 'sam',
    next: { facilitator: 'ana.costa', date: '2026-11-11' },
    used: [3, 2, 2, 8, 8, 13, 7, 5, 5, 4, 3, 1],
    anomalies: [{ series: LEAD_SEARCH, said: watch('2026-11-11', 'one more week before a cause is named') }],
    checks: [
      checked('A-101', 'kept', { doneOn: '2026-11-03' }),
      checked('A-103', 'kept', { doneOn: '2026-11-04' }),
      checked('A-102', 'open', {
        due: '2026-11-13',
        reason: 'two teams have not answered',
        decision: 're-commit',
      }),
    ],
    constraintUnchanged: true,
    answers: [
      'Search: about 36 h over seven weeks against 22 h before; the wait for deployment made most of it.',
      'search-api has used more than half of its error budget; card payments failed on 3 November beside a green objective.',
      'I-1 Event bus migration has been blocked for four weeks; nobody is named to unblock it.',
      'Three critical findings stand open past their limit, all on legacy-export; six assets have no owner.',
      'New work 51 %, upkeep 17 %, toil 25 %, compliance 7 %; Fulfilment has 35 % toil.',
      'Two of three were kept; A-102 has a new date.',
    ],
    rating: 3.9,
    voters: 12,
  },
  {
    day: '2026-11-11',
    facilitator: 'ana.costa',
    scribe: 'sam',
    next: { facilitator: 'li', date: '2026-11-18' },
    used: [3, 2, 3, 7, 8, 10, 7, 5, 4, 4, 4, 1],
    anomalies: [
      {
        series: LEAD_SEARCH,
        said: { verdict: 'explained', owner: null, due: null, until: null, reason: 'migration' },
      },
      { series: 'on-call-pages|platform', said: watch('2026-11-18', 'the migration may explain it') },
      { series: 'slo-attainment|search-api', said: null },
    ],
    checks: [
      checked('A-106', 'kept', { doneOn: '2026-11-06' }),
      checked('A-108', 'kept', { doneOn: '2026-11-10' }),
      checked('A-104', 'dropped', { doneOn: '2026-11-11', reason: 'done by the vendor course' }),
      checked('A-105', 'open', { reason: 'the carrier’s test account came late' }),
      checked('A-107', 'open', { reason: 'not started' }),
      checked('A-109', 'open', { reason: 'two owners do not answer' }),
    ],
    constraintUnchanged: true,
    answers: [
      'Search: about 36 h over eight weeks against 22 h before; the move to the event bus explains it.',
      'search-api has spent most of its error budget; no incident tells of it.',
      'I-1 Event bus migration has been blocked for five weeks; nobody is named to unblock it.',
      'Three critical findings stand open past their limit, all on legacy-export; six assets have no owner.',
      'New work 51 %, upkeep 17 %, toil 25 %, compliance 7 %; Fulfilment has 36 % toil.',
      'Two of six were kept, one was dropped, three are past their date.',
    ],
    rating: 4.1,
    voters: 12,
  },
];
