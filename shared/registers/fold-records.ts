import { groupBy } from '#shared/events/group-by.ts';
import { byTime } from '#shared/events/merge.ts';
import type { Review, ReviewItem } from '#shared/review/review.ts';
import type { Claim } from './counted.ts';
import { foldRecord, type Making } from './fold-record.ts';
import { itemsOf, type Logbook, recordsOf, standingRecordsOf, toFieldEdit } from './logbook.ts';
import type {
  Decision,
  DecisionFields,
  Initiative,
  InitiativeFields,
  OnRecord,
  Risk,
  RiskFields,
} from './registers.ts';

function makingOf<Fields>(
  log: Logbook,
  prefix: Claim['prefix'],
  entry: { readonly review: Review; readonly item: ReviewItem },
  fields: Fields,
): Making<Fields> {
  const { review, item } = entry;
  return {
    id: log.idOf(prefix, item.id),
    origin: item.id,
    event: item.made.event,
    at: log.atOf(item.made.event),
    actor: item.made.actor,
    review: review.id,
    fields,
  };
}

type Change<Fields> = Parameters<typeof toFieldEdit<Fields & object>>[0];

function foldAll<Fields extends object>(
  makings: readonly Making<Fields>[],
  changes: ReadonlyMap<string, readonly Change<Fields>[]>,
): readonly OnRecord<Fields>[] {
  return makings.toSorted(byTime).map((making) => {
    const ids = new Set([making.id, making.origin]);
    const edits = [...ids].flatMap((id) =>
      (changes.get(id) ?? []).map((entry) => toFieldEdit<Fields>(entry)),
    );
    return foldRecord(making, edits.sort(byTime));
  });
}

/** The dimension as a field, absent where nobody gave one. */
function dimensionOf({ dimension }: ReviewItem): { readonly dimension?: string } {
  return dimension === null ? {} : { dimension };
}

function initiativeFields(item: ReviewItem): InitiativeFields {
  return {
    text: item.text,
    tier: item.tier,
    accountable: item.owner,
    due: item.due,
    status: 'on-track',
    reason: null,
    blockedSince: null,
    unblockOwner: null,
    unblockBy: null,
    completion: null,
    waitsFor: [],
    links: item.links,
    ...dimensionOf(item),
  };
}

export function foldInitiatives(log: Logbook): readonly Initiative[] {
  const captured = itemsOf(log, 'initiative').map((entry) =>
    makingOf(log, 'I', entry, initiativeFields(entry.item)),
  );
  const recorded = standingRecordsOf(log, 'initiative-recorded').map(({ id, at, actor, data }) => {
    const { initiative, number: _number, ...fields } = data;
    return { id: log.idOf('I', initiative), origin: initiative, event: id, at, actor, review: null, fields };
  });
  const changes = groupBy(recordsOf(log, 'initiative-changed'), (entry) => entry.event.data.initiative);
  return foldAll<InitiativeFields>([...captured, ...recorded], changes);
}

function riskFields(item: ReviewItem): RiskFields {
  return {
    text: item.text,
    likelihood: item.likelihood,
    impact: item.impact,
    response: null,
    owner: item.owner,
    reviewOn: item.reviewOn,
    acceptedBy: null,
    acceptedUntil: null,
    transferredTo: null,
    status: 'open',
    links: item.links,
    ...dimensionOf(item),
  };
}

export function foldRisks(log: Logbook): readonly Risk[] {
  const captured = itemsOf(log, 'risk').map((entry) => makingOf(log, 'R', entry, riskFields(entry.item)));
  const recorded = standingRecordsOf(log, 'risk-recorded').map(({ id, at, actor, data }) => {
    const { risk, number: _number, ...fields } = data;
    return { id: log.idOf('R', risk), origin: risk, event: id, at, actor, review: null, fields };
  });
  const changes = groupBy(recordsOf(log, 'risk-changed'), (entry) => entry.event.data.risk);
  return foldAll<RiskFields>([...captured, ...recorded], changes);
}

function decisionFields(item: ReviewItem): DecisionFields {
  return {
    text: item.text,
    owner: item.owner,
    context: null,
    options: [],
    links: item.links,
    ...dimensionOf(item),
  };
}

export function foldDecisions(log: Logbook): readonly Decision[] {
  const captured = itemsOf(log, 'decision').map((entry) =>
    makingOf(log, 'D', entry, decisionFields(entry.item)),
  );
  const days = new Map<string, string>();
  const recorded = standingRecordsOf(log, 'decision-recorded').map(({ id, at, actor, data }) => {
    const { decision, number: _number, on, ...fields } = data;
    days.set(decision, on);
    return { id: log.idOf('D', decision), origin: decision, event: id, at, actor, review: null, fields };
  });
  const changes = groupBy(recordsOf(log, 'decision-changed'), (entry) => entry.event.data.decision);
  return foldAll<DecisionFields>([...captured, ...recorded], changes).map((decision) => ({
    ...decision,
    on: days.get(decision.origin) ?? log.dayOf(decision.madeAtMs),
  }));
}
