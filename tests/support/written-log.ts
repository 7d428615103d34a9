import { organizationEvent, reviewEvent } from '#shared/events/commands.ts';
import type {
  OrganizationEventOf,
  OrganizationEventType,
  ReviewEventOf,
  ReviewEventType,
  StoredEvent,
} from '#shared/events/event.ts';
import { tick } from '#shared/events/hybrid-clock.ts';
import type { AgendaBlock } from '#shared/review/review.ts';
import type { Anomaly } from '#shared/signals/reading.ts';

/** Milliseconds of a wall time in UTC; a time alone is on the day of the review. */
export function ms(when: string): number {
  return Date.parse(when.length > 8 ? when : `2026-11-18T${when}Z`);
}

/** A log that a test writes line by line: `log.review('10:05', 'clock-held', { reason: null })`. */
export function aLog(review = 'r1', device = 'd1') {
  const events: StoredEvent[] = [];
  let last: string | null = null;
  const author = (when: string) => {
    last = tick(last, ms(when), device);
    const id = `${device}-${events.length + 1}`;
    return { at: last, device, actor: 'maria', newId: () => id };
  };
  return {
    events,
    review<Type extends ReviewEventType>(
      when: string,
      type: Type,
      content: ReviewEventOf<Type>['data'],
      of = review,
    ) {
      const event = reviewEvent(of, type, content, author(when));
      events.push(event);
      return event;
    },
    organization<Type extends OrganizationEventType>(
      when: string,
      type: Type,
      content: OrganizationEventOf<Type>['data'],
    ) {
      const event = organizationEvent(type, content, author(when));
      events.push(event);
      return event;
    },
  };
}

export function aBlock(id: string, minutes: number, more: Partial<AgendaBlock> = {}): AgendaBlock {
  return {
    id,
    kind: id,
    name: id,
    minutes,
    purpose: '',
    stage: '',
    speaks: '',
    done: '',
    protected: false,
    dimension: null,
    ...more,
  };
}

export function anAnomaly(id: string, more: Partial<Anomaly> = {}): Anomaly {
  return {
    id,
    kind: 'signal',
    dimension: 'delivery',
    headline: `Headline of ${id}`,
    sentence: '',
    direction: 'worse',
    onset: '2026-09-14',
    metric: 'change-lead-time',
    metricName: 'Change lead time',
    entity: 'Search',
    entityName: 'Search',
    outcome: null,
    questions: [],
    score: 100,
    because: '',
    movedWith: [],
    reading: {
      id: 'change-lead-time|Search',
      metric: 'change-lead-time',
      metricName: 'Change lead time',
      entity: 'Search',
      entityName: 'Search',
      dimension: 'delivery',
      unit: 'h',
      good: 'down',
      grain: 'week',
      chart: 'xmr',
      why: '',
      phases: [],
      points: [],
      target: null,
      signals: [],
      status: 'established',
      state: 'worse',
      sentence: '',
      bounds: [0, null],
    },
    ...more,
  };
}

export const AGENDA: readonly AgendaBlock[] = [
  aBlock('wins', 5),
  aBlock('commitments', 10, { protected: true }),
  aBlock('delivery', 20, { dimension: 'delivery' }),
  aBlock('reliability', 10, { dimension: 'reliability' }),
  aBlock('constraint', 5, { protected: true }),
];

export const STARTED: ReviewEventOf<'review-started'>['data'] = {
  asOf: '2026-11-18',
  anomalies: [],
  wins: [],
  dimensions: [],
  expectedFalse: 0,
  commitments: [],
  gaps: [],
};

export const VERDICT = { owner: null, due: null, until: null, reason: null };
export const CHECK = { doneOn: null, due: null, owner: null, reason: null, evidence: null, decision: null };

/** A log of a review that is live since 10:00 with the agenda above. */
export function aLiveLog(started: Partial<ReviewEventOf<'review-started'>['data']> = {}, review = 'r1') {
  const log = aLog(review);
  log.review('09:50:00', 'review-planned', {
    date: '2026-11-18',
    time: '10:00',
    slotMinutes: 50,
    template: 'organization-60',
    facilitator: 'li',
    scribe: 'sam',
  });
  log.review('09:51:00', 'agenda-set', { template: 'organization-60', slotMinutes: 50, blocks: AGENDA });
  log.review('10:00:00', 'review-started', { ...STARTED, ...started });
  return log;
}
