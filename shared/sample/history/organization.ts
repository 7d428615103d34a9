import { PEOPLE, TEAMS } from '#shared/sample/fernhill.ts';
import type { HistoryLog } from '#shared/sample/history/history-log.ts';
import { OBJECTIVES } from '#shared/sample/objectives.ts';
import { dayOfWeek, SAMPLE_AS_OF } from '#shared/sample/weekly-values.ts';

const SET_UP = '2026-08-03T08:00:00Z';

function nameOrganization(log: HistoryLog): void {
  log.organization(SET_UP, 'organization-named', {
    name: 'Fernhill Market',
    timeZone: 'Europe/London',
    locale: 'en-GB',
    currency: 'USD',
    workingWeek: [1, 2, 3, 4, 5],
    fiscalYearStart: 1,
  });
  log.organization(SET_UP, 'cadence-set', {
    every: 'week',
    weekday: 3,
    time: '10:00',
    anchor: '2026-10-28',
    slotMinutes: 60,
    template: 'organization-60',
    rota: ['maria', 'tom', 'ana.costa', 'li'],
    owner: 'ruth',
  });
}

function nameEntities(log: HistoryLog): void {
  const change = (
    entity: string,
    changes: Parameters<typeof log.organization<'entity-changed'>>[2]['changes'],
  ) => log.organization(SET_UP, 'entity-changed', { entity, changes });
  for (const { id, name, services } of TEAMS) {
    change(id, { kind: 'team', displayName: name, active: true });
    for (const service of services) {
      const { tier, customerFacing } = service;
      change(service.id, { kind: 'service', tier, team: id, customerFacing, active: true });
    }
  }
  change('exports', { kind: 'team', displayName: 'Exports', active: false });
}

function setTargets(log: HistoryLog): void {
  for (const { service, target } of OBJECTIVES) {
    log.organization(SET_UP, 'target-set', {
      metric: 'slo-attainment',
      entity: service,
      target: { op: '>=', value: target },
    });
  }
}

type Annotated = {
  readonly from: string;
  readonly until?: string;
  readonly series: readonly string[];
  readonly text: string;
};

const ANNOTATIONS: readonly Annotated[] = [
  {
    from: dayOfWeek(5, 0),
    until: dayOfWeek(6, 6),
    series: ['organization', ...TEAMS.map(({ id }) => id)].map((id) => `deployment-frequency|${id}`),
    text: 'Year-end holidays',
  },
  {
    from: '2026-06-29',
    series: ['on-call-pages|checkout'],
    text: 'Experiment E-1: retries with backoff in checkout; hoped -40 %, worked, standardized',
  },
  {
    from: '2026-06-08',
    series: ['ci-duration|catalog'],
    text: 'Experiment E-3: build cache in Catalog; the build had become faster four weeks before it began',
  },
  {
    from: '2026-07-27',
    series: ['review-pickup-time|identity'],
    text: 'Experiment E-2: first review within a day at Identity; no change beyond noise',
  },
  {
    from: '2026-08-31',
    series: ['capacity-toil|fulfilment', 'capacity-new-work|fulfilment'],
    text: 'The carrier changed; returns are handled by hand',
  },
  {
    from: '2026-09-15',
    series: ['change-lead-time|search', 'deploy-wait-time|search'],
    text: 'Search moves to the event bus',
  },
  {
    from: '2026-09-21',
    series: [
      'deployment-frequency|checkout',
      'deployment-frequency|payments',
      'deployment-frequency|catalog',
    ],
    text: 'AI coding tools reach Checkout, Payments and Catalog',
  },
  { from: '2026-09-21', series: [], text: 'The team Exports is dissolved' },
  {
    from: '2026-10-05',
    series: ['llm-cost|organization'],
    text: 'A nightly batch of Catalog describes every item anew',
  },
  {
    from: '2026-10-26',
    series: ['deploy-wait-time|search'],
    text: 'Experiment E-4: second deploy slot for Search; hoped -40 %, too early to tell',
  },
];

function annotate(log: HistoryLog): void {
  for (const [index, { from, until, series, text }] of ANNOTATIONS.entries()) {
    log.organization(SET_UP, 'annotation-added', {
      annotation: `note-${index + 1}`,
      series: [...series],
      from,
      until: until ?? null,
      text,
    });
  }
  log.organization('2026-10-21T11:05:00Z', 'rebaselined', {
    series: 'on-call-pages|checkout',
    from: '2026-06-29',
    cause: 'Experiment E-1: retries with backoff in checkout',
  });
}

type Registered = {
  readonly text: string;
  readonly from: string;
  readonly until?: string;
  readonly owner: string;
  readonly entities: readonly string[];
};

const CHANGES: readonly Registered[] = [
  {
    text: 'Year-end holidays',
    from: dayOfWeek(5, 0),
    until: dayOfWeek(6, 6),
    owner: 'sam',
    entities: TEAMS.map(({ id }) => id),
  },
  {
    text: 'Search moves to the event bus',
    from: '2026-09-15',
    owner: 'li',
    entities: ['search', 'search-api'],
  },
  {
    text: 'Saved carts: adoption at 90 days is read',
    from: '2026-11-15',
    owner: 'maria',
    entities: ['Saved carts'],
  },
  {
    text: 'Decision on the schema registry',
    from: '2026-11-20',
    owner: 'noor',
    entities: ['event-bus', 'I-1', 'I-3'],
  },
  {
    text: 'Freeze for the peak sales',
    from: '2026-11-25',
    until: '2026-11-30',
    owner: 'ruth',
    entities: TEAMS.map(({ id }) => id),
  },
  {
    text: 'Carrier API switches',
    from: '2026-12-02',
    owner: 'tom',
    entities: ['fulfilment', 'shipping', 'returns'],
  },
];

/** Names, people, entities, targets, annotations and changes: what the organization set up before its reviews. */
export function writeOrganization(log: HistoryLog): void {
  nameOrganization(log);
  for (const { id, name, team, role } of PEOPLE) {
    log.organization(SET_UP, 'person-added', { person: id, name, team, role, active: true });
  }
  nameEntities(log);
  setTargets(log);
  annotate(log);
  for (const [index, { text, from, until, owner, entities }] of CHANGES.entries()) {
    log.organization(SET_UP, 'upcoming-change-registered', {
      change: `change-${index + 1}`,
      text,
      from,
      until: until ?? null,
      owner,
      entities: [...entities],
    });
  }
}

/** Stops the calendar on the day of the next review: what was done before keeps its own days. */
export function pinDay(log: HistoryLog): void {
  log.organization('2026-11-17T20:00:00Z', 'day-pinned', { day: SAMPLE_AS_OF });
}
