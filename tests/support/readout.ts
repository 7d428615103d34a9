import { agendaTemplateById } from '#shared/drive/agenda-templates.ts';
import type { ReadoutSource } from '#shared/readout/to-readout.ts';
import type { Initiative, Registers, Risk } from '#shared/registers/registers.ts';
import type { Review, ReviewAnomaly, ReviewItem, Verdict } from '#shared/review/review.ts';
import { readCurrentState } from '#shared/signals/current-state.ts';
import type { Anomaly, CurrentState } from '#shared/signals/reading.ts';
import { sampleAsOf, sampleIds, sampleSeries } from './sample-series.ts';

const START = Date.UTC(2026, 10, 18, 10, 0);
const MINUTE = 60_000;
const stamp = { event: 'e-1', atMs: START, actor: 'li' };

export function aReviewAnomaly(anomaly: Anomaly, changes: Partial<ReviewAnomaly> = {}): ReviewAnomaly {
  return {
    ...anomaly,
    status: 'decided',
    verdict: null,
    contested: [],
    asideReason: null,
    openedAtMs: START,
    asked: [],
    ...changes,
  };
}

export function aVerdict(changes: Partial<Verdict> = {}): Verdict {
  return { ...stamp, verdict: 'act', owner: 'li', due: '2026-12-04', until: null, reason: null, ...changes };
}

export function anItem(changes: Partial<ReviewItem> & Pick<ReviewItem, 'id' | 'kind' | 'text'>): ReviewItem {
  return {
    owner: null,
    ownerText: null,
    alsoNamed: [],
    due: null,
    dueText: null,
    reviewOn: null,
    dimension: null,
    priority: null,
    tier: null,
    likelihood: null,
    impact: null,
    entity: null,
    tags: [],
    links: [],
    flags: [],
    made: stamp,
    source: 'captured',
    line: changes.text,
    number: null,
    block: null,
    anomaly: null,
    private: false,
    confirmed: true,
    history: [],
    contested: [],
    heads: {},
    ...changes,
  };
}

const onRecord = {
  origin: 'o-1',
  madeAtMs: START,
  madeBy: 'sam',
  review: null,
  history: [],
  contested: [],
  heads: {},
  links: [],
};

export function anInitiative(changes: Partial<Initiative> & Pick<Initiative, 'id' | 'text'>): Initiative {
  return {
    ...onRecord,
    tier: 1,
    accountable: 'ana.petrova',
    due: '2026-12-18',
    status: 'on-track',
    reason: null,
    blockedSince: null,
    unblockOwner: null,
    unblockBy: null,
    completion: null,
    waitsFor: [],
    ...changes,
  };
}

export function aRisk(changes: Partial<Risk> & Pick<Risk, 'id' | 'text'>): Risk {
  return {
    ...onRecord,
    likelihood: 3,
    impact: 3,
    response: 'reduce',
    owner: 'priya',
    reviewOn: '2027-01-15',
    acceptedBy: null,
    acceptedUntil: null,
    transferredTo: null,
    status: 'open',
    ...changes,
  };
}

const PEOPLE = [
  ['maria', 'Maria Silva'],
  ['priya', 'Priya Nair'],
  ['jonas', 'Jonas Weber'],
  ['li', 'Li Wei'],
  ['ana.costa', 'Ana Costa'],
  ['ana.petrova', 'Ana Petrova'],
  ['tom', 'Tom Okafor'],
  ['ruth', 'Ruth Adeyemi'],
  ['sam', 'Sam Lindqvist'],
  ['noor', 'Noor Rahman'],
] as const;

const TEAMS = ['checkout', 'payments', 'catalog', 'search', 'identity', 'fulfilment', 'platform', 'data'];

export function emptyRegisters(): Registers {
  return {
    organization: {
      name: 'Fernhill Market',
      timeZone: 'Europe/London',
      locale: 'en-GB',
      currency: 'USD',
      workingWeek: [1, 2, 3, 4, 5],
      fiscalYearStart: 1,
    },
    pinnedDay: '2026-11-18',
    cadence: {
      every: 'week',
      weekday: 3,
      time: '10:00',
      anchor: '2026-11-18',
      slotMinutes: 60,
      template: 'organization-60',
      rota: ['maria', 'tom', 'ana.costa', 'li'],
      owner: 'ruth',
    },
    templates: [],
    absences: [],
    turns: { slots: [], taken: [] },
    people: PEOPLE.map(([id, name]) => ({ ...onRecord, id, name, team: null, role: null, active: true })),
    entities: TEAMS.map((id) => ({
      ...onRecord,
      id,
      kind: 'team',
      displayName: null,
      tier: null,
      team: null,
      aliasOf: null,
      customerFacing: false,
      active: true,
    })),
    actions: [],
    initiatives: [],
    risks: [],
    decisions: [],
    annotations: [],
    targets: [],
    rebaselines: [],
    baselines: [],
    upcomingChanges: [],
    snapshots: [],
    mappings: new Map(),
    reviews: [],
    verdicts: new Map(),
  };
}

function pastReview(id: string, date: string, constraint: string): Registers['reviews'][number] {
  return {
    id,
    status: 'closed',
    date,
    time: '10:00',
    facilitator: 'maria',
    ledBy: 'maria',
    attended: [],
    startedAtMs: Date.parse(`${date}T10:00:00Z`),
    closedAtMs: Date.parse(`${date}T11:00:00Z`),
    plannedMinutes: 60,
    usedMinutes: 61,
    findings: 3,
    own: { putForward: 5, decided: 5, findings: 3, owned: 3, promised: 4, kept: 3 },
    constraint: {
      ...stamp,
      name: constraint,
      kind: 'typed',
      unchanged: false,
      evidence: [],
      subordinated: null,
      lastBecame: null,
      moved: null,
    },
    rating: 4,
    waivers: [],
    handOver: null,
    blocks: [],
    hasReadout: true,
    picks: [],
    parking: [],
    settled: [],
  };
}

function sampleRegisters(): Registers {
  return {
    ...emptyRegisters(),
    initiatives: [
      anInitiative({
        id: 'I-1',
        text: 'Event bus migration',
        status: 'blocked',
        reason: 'security has not decided on the schema registry',
        blockedSince: '2026-10-07',
        completion: 0.68,
      }),
      anInitiative({ id: 'I-3', text: 'Admin access with second factor', due: '2027-01-29' }),
      anInitiative({ id: 'I-4', text: 'AI coding tools', status: 'done' }),
      anInitiative({ id: 'I-2', text: 'Runbook for every service', tier: 2 }),
    ],
    risks: [
      aRisk({
        id: 'R-5',
        origin: 'r-new',
        review: 'rv-4',
        text: 'Carrier contract ends before the new labels work',
        likelihood: 4,
        impact: 4,
        owner: 'tom',
      }),
      aRisk({
        id: 'R-3',
        text: 'Old admin panel',
        likelihood: 2,
        impact: 3,
        response: 'accept',
        acceptedBy: 'ruth',
        acceptedUntil: '2026-10-31',
        owner: 'noor',
      }),
      aRisk({
        id: 'R-2',
        text: 'Two people know the ledger',
        likelihood: 4,
        impact: 4,
        reviewOn: '2026-11-18',
      }),
      aRisk({ id: 'R-1', text: 'Single card provider', impact: 5 }),
    ],
    annotations: [
      {
        annotation: 'an-1',
        series: ['change-lead-time|search'],
        from: '2026-09-15',
        until: null,
        text: 'Search moved to the event bus',
        review: null,
        atMs: START,
      },
    ],
    upcomingChanges: [
      {
        change: 'uc-1',
        text: 'Freeze for the peak sales week',
        from: '2026-11-25',
        until: '2026-11-30',
        owner: 'ruth',
        entities: ['organization'],
      },
      {
        change: 'uc-2',
        text: 'Registry decision meeting',
        from: '2026-11-20',
        until: null,
        owner: 'noor',
        entities: ['platform'],
      },
      {
        change: 'uc-3',
        text: 'Carrier API switch',
        from: '2026-12-02',
        until: null,
        owner: 'tom',
        entities: ['fulfilment'],
      },
    ],
    reviews: [
      pastReview('rv-1', '2026-10-28', 'Review capacity of Platform'),
      pastReview('rv-2', '2026-11-04', 'Review capacity of Platform'),
      pastReview('rv-3', '2026-11-11', 'The decision on the schema registry'),
      { ...pastReview('rv-4', '2026-11-18', ''), constraint: null },
    ],
  };
}

const TEAM_NAMES = TEAMS.map((id) => ({
  id,
  kind: 'team' as const,
  displayName: id.charAt(0).toUpperCase() + id.slice(1),
}));

function sampleState(): CurrentState {
  return readCurrentState(
    sampleIds.map((id) => sampleSeries(id)),
    {
      asOf: sampleAsOf,
      entities: [...TEAM_NAMES, { id: 'organization', kind: 'organization', displayName: 'Fernhill Market' }],
      setAside: [{ metric: 'deployment-frequency', entity: null, from: '2025-12-22', to: '2026-01-04' }],
      rebaselines: [
        { series: 'on-call-pages|checkout', from: '2026-06-29', cause: 'E-1: retries with backoff' },
      ],
      targets: [
        { metric: 'slo-attainment', entity: 'search-api', target: { op: '>=', value: 0.995 } },
        { metric: 'slo-attainment', entity: 'payments-gateway', target: { op: '>=', value: 0.999 } },
      ],
    },
  );
}

function sampleAnomalies({ anomalies }: CurrentState): readonly ReviewAnomaly[] {
  const decided: Readonly<Record<string, Partial<ReviewAnomaly>>> = {
    'change-lead-time|search': {
      verdict: aVerdict({ reason: 'The second deploy slot is ready to be tried.' }),
    },
    'on-call-pages|platform': {
      verdict: aVerdict({
        owner: 'ana.petrova',
        due: '2026-11-25',
        reason: 'Half of the pages need no action.',
      }),
    },
    'slo-attainment|search-api': { verdict: aVerdict({ owner: 'li', due: '2026-11-27' }) },
    'incidents|organization': {
      verdict: aVerdict({ verdict: 'watch', owner: null, due: null, until: '2026-12-02' }),
    },
    'llm-cost|organization': {
      verdict: aVerdict({
        verdict: 'explained',
        owner: null,
        due: null,
        reason: 'A nightly batch of Catalog describes every item again; the owner decides by Friday.',
      }),
    },
    'deployment-rework-rate|catalog': { status: 'shown' },
    'capacity-toil|fulfilment': { status: 'not-reached' },
  };
  return anomalies
    .filter(({ reading }) => reading.id in decided)
    .map((anomaly) => aReviewAnomaly(anomaly, decided[anomaly.reading.id]));
}

const USED = [3, 2, 2, 7, 13, 9, 6, 5, 4, 6, 4, 2];

function sampleReview(state: CurrentState): Review {
  const template = agendaTemplateById('organization-60');
  const blocks = (template?.blocks ?? []).map((block) => ({
    ...block,
    dimension: block.dimension ?? null,
    planned: block.minutes,
  }));
  let atMs = START;
  const marks = blocks.map((block, index) => {
    const mark = { kind: 'entered' as const, atMs, block: block.id };
    atMs += (USED[index] ?? 1) * MINUTE;
    return mark;
  });
  const anomalies = sampleAnomalies(state);
  const of = (id: string) => anomalies.find((anomaly) => anomaly.reading.id === id)?.id ?? null;
  return {
    attendance: {},
    presence: {},
    guests: [],
    timekeeper: null,
    roleSpans: [],
    picks: [],
    id: 'rv-4',
    status: 'closed',
    date: '2026-11-18',
    time: '10:00',
    slotMinutes: 60,
    template: 'organization-60',
    facilitator: 'li',
    scribe: 'sam',
    preReadAtMs: null,
    startedAtMs: START,
    closedAtMs: atMs,
    blocks,
    currentBlock: blocks.at(-1)?.id ?? null,
    currentAnomaly: null,
    currentPart: null,
    votes: { counts: [0, 0, 0, 0, 0], averaged: 0, reasons: [] },
    ticked: {},
    charts: [],
    settled: {},
    anomalySinceMs: null,
    asOf: '2026-11-18',
    anomalies,
    contested: [],
    heads: {},
    order: {},
    aside: {},
    wins: [],
    dimensions: state.dimensions,
    expectedFalse: state.expectedFalse,
    candidates: [],
    constraintSince: null,
    notChecked: [],
    commitments: (
      [
        ['A-102', 'Page limits per team written down', 'ana.petrova', '2026-11-04', 'open', null, 2],
        ['A-105', 'Carrier labels by script', 'tom', '2026-11-11', 'done', '2026-11-16', 0],
        ['A-107', 'Post-mortem of INC-20261103-01', 'maria', '2026-11-06', 'open', null, 1],
        ['A-109', 'List owners of legacy-export', 'noor', '2026-11-11', 'done', '2026-11-17', 0],
        ['A-110', 'Latency budget of search-api by query type', 'li', '2026-11-18', 'open', null, 0],
        ['A-111', 'Alert on declined payments', 'priya', '2026-11-18', 'done', '2026-11-17', 0],
        ['A-112', 'Forecast of AI cost', 'jonas', '2026-11-18', 'open', null, 0],
      ] as const
    ).map(([action, text, owner, due, status, doneOn, slips]) => ({
      action,
      text,
      owner,
      due,
      firstDue: due,
      status,
      doneOn,
      slips,
      review: 'rv-3',
      check:
        action === 'A-102'
          ? {
              ...stamp,
              status: 'open',
              doneOn: null,
              due: '2026-11-27',
              owner: null,
              reason: 'waits for the registry',
              evidence: null,
              decision: 'scope',
            }
          : null,
    })),
    gapsAtStart: [],
    restated: [],
    items: [
      anItem({
        id: 'i-1',
        number: 'A-114',
        kind: 'action',
        text: 'Try the second deploy slot for Search and report the wait',
        owner: 'li',
        due: '2026-12-04',
        dimension: 'delivery',
        anomaly: of('change-lead-time|search'),
      }),
      anItem({
        id: 'i-2',
        number: 'A-115',
        kind: 'action',
        text: 'Remove or reroute the ten pages of Platform that need no action',
        owner: 'ana.petrova',
        due: '2026-11-25',
        dimension: 'reliability',
        anomaly: of('on-call-pages|platform'),
        priority: 'high',
      }),
      anItem({
        id: 'i-3',
        number: 'A-116',
        kind: 'action',
        text: 'Declare the slow searches of November as an incident and write its timeline',
        owner: 'li',
        due: '2026-11-27',
        dimension: 'reliability',
        anomaly: of('slo-attainment|search-api'),
      }),
      anItem({
        id: 'i-4',
        number: 'A-117',
        kind: 'action',
        text: 'Find an owner for each legacy-export asset',
        due: '2026-11-25',
        dimension: 'vigilance',
      }),
      anItem({
        id: 'd-1',
        number: 'D-8',
        kind: 'decision',
        text: 'No new features on search-api until its error budget is positive',
        owner: 'ruth',
      }),
      anItem({
        id: 'd-2',
        number: 'D-9',
        kind: 'decision',
        text: 'Registry decision is taken on Friday by Noor Rahman, with or without the vendor',
        owner: 'noor',
      }),
      anItem({
        id: 'w-1',
        kind: 'win',
        text: 'Checkout is paged 9 times a week, 15 before the retries were limited',
      }),
      anItem({ id: 'p-1', kind: 'parking', text: 'Do we still need two search clusters?' }),
      anItem({ id: 'n-1', kind: 'note', text: 'Customer called twice about payouts' }),
      anItem({ id: 'n-2', kind: 'note', text: 'Only for the facilitator', private: true }),
    ],
    removed: [],
    andons: [
      {
        ...stamp,
        reason: 'people are overloaded',
        by: null,
        block: null,
        released: { ...stamp, decided: 'Platform takes no new services until its pages are under 14' },
      },
    ],
    constraint: {
      ...stamp,
      name: 'The decision on the schema registry',
      kind: 'decision',
      unchanged: true,
      evidence: [
        'I-1 Event bus migration is blocked by it',
        'I-3 waits for it',
        'Search waits for deployment since it moved',
      ],
      subordinated: 'Platform starts no other migration until it is taken',
      lastBecame: 'Asked for on 10 November; no decision came',
      moved: 'no',
    },
    answers: {},
    rating: { mean: 4.2, voters: 9 },
    waivers: [{ ...stamp, rule: 'findings-owned', reason: 'Noor names the owner of A-117 by Friday.' }],
    handOver: { facilitator: 'maria', date: '2026-11-25', time: '10:00' },
    edits: {},
    readout: null,
    marks: [...marks, { kind: 'closed', atMs }],
    gaps: [],
    passedOver: 0,
  };
}

/** A closed review of the sample organization, as the readout is made from it. */
export function aReadoutSource(changes: Partial<Review> = {}): ReadoutSource {
  const state = sampleState();
  return {
    review: { ...sampleReview(state), ...changes },
    registers: sampleRegisters(),
    state,
    nowMs: Date.UTC(2026, 10, 18, 11, 4),
  };
}

/** The first review of an organization that has nothing yet: no data, no register, nothing said. */
export function anEmptyReadoutSource(): ReadoutSource {
  const state = readCurrentState([], { asOf: sampleAsOf });
  return {
    review: {
      ...sampleReview(state),
      commitments: [],
      items: [],
      andons: [],
      constraint: null,
      rating: null,
      waivers: [],
      handOver: null,
    },
    registers: { ...emptyRegisters(), cadence: null, people: [], entities: [] },
    state,
    nowMs: Date.UTC(2026, 10, 18, 11, 4),
  };
}

const WORDY =
  'A sentence that goes on about the many things which were said in the room, and then on again because nobody stopped it in time. ';

/** More of everything than two pages hold: thirty long entries, seven second slips, long answers to all six questions. */
export function aCrowdedReadoutSource(): ReadoutSource {
  const { review, ...source } = aReadoutSource();
  const wordy = WORDY.repeat(4);
  const kinds = ['action', 'decision', 'win', 'action'] as const;
  const items = Array.from({ length: 30 }, (_, index) =>
    anItem({
      id: `crowd-${index}`,
      number: `A-${200 + index}`,
      kind: kinds[index % kinds.length] ?? 'note',
      text: index % 3 === 0 ? wordy : `Write down limit ${index} and check that it holds`,
      owner: index % 5 === 0 ? null : 'ana.petrova',
      due: index % 7 === 0 ? null : '2026-12-04',
      tags: index % 6 === 1 ? ['ask'] : [],
    }),
  );
  const edited = { ...stamp, answer: { kind: 'edited' as const, text: wordy }, computed: 'Computed.' };
  return {
    ...source,
    review: {
      ...review,
      items: [...review.items, ...items],
      commitments: review.commitments.map((commitment) => ({ ...commitment, slips: 2 })),
      edits: { title: wordy, headline: wordy, 'dimension:delivery': wordy, 'outcome:incident-cost': wordy },
      answers: { q1: edited, q2: edited, q3: edited, q4: edited, q5: edited, q6: edited },
    },
  };
}
