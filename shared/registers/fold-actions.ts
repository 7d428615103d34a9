import type { ReviewEventOf } from '#shared/events/event.ts';
import type { FieldEdit } from '#shared/events/field-edits.ts';
import { groupBy } from '#shared/events/group-by.ts';
import { hybridMs } from '#shared/events/hybrid-clock.ts';
import { byTime, type PlacedEvent } from '#shared/events/merge.ts';
import { placedOf } from '#shared/review/placed.ts';
import type { Commitment, Review, ReviewItem } from '#shared/review/review.ts';
import { foldRecord, type Making } from './fold-record.ts';
import { itemsOf, type Logbook, recordsOf, standingRecordsOf, toFieldEdit } from './logbook.ts';
import type { Action, ActionCheck, ActionFields, DueDate } from './registers.ts';

function fieldsOf(item: ReviewItem): ActionFields {
  return {
    text: item.text,
    owner: item.owner,
    due: item.due,
    status: 'open',
    doneOn: null,
    evidence: null,
    reason: null,
    dimension: item.dimension,
    priority: item.priority ?? 'normal',
    links: item.links,
  };
}

function toCheckEdit(
  { event, undone }: PlacedEvent<ReviewEventOf<'commitment-checked'>>,
  log: Logbook,
): FieldEdit<ActionFields> {
  const { status, doneOn, due, owner, reason, evidence } = event.data;
  const on = doneOn ?? log.dayOf(hybridMs(event.at));
  const settled: Partial<ActionFields> =
    status === 'open'
      ? { status: 'open', doneOn: null, ...(due === null ? {} : { due }) }
      : { status: status === 'dropped' ? 'dropped' : 'done', doneOn: on };
  const changes = {
    ...settled,
    ...(owner === null ? {} : { owner }),
    ...(reason === null ? {} : { reason }),
    ...(evidence === null ? {} : { evidence }),
  };
  return { event: event.id, at: event.at, actor: event.actor, changes, seen: null, undone };
}

type Dated = { readonly atMs: number; readonly changes: Readonly<Partial<{ due: string | null }>> };

function duesOf(edits: readonly Dated[], review: Review | null, log: Logbook): readonly DueDate[] {
  const dues: DueDate[] = [];
  for (const { atMs, changes } of edits) {
    const due = changes.due ?? null;
    if (due === null || due === dues.at(-1)?.due) continue;
    const inItsReview = review !== null && (review.closedAtMs === null || atMs <= review.closedAtMs);
    dues.push({ due, setAtMs: atMs, setOn: log.dayOf(atMs), inItsReview });
  }
  return dues;
}

type Carried = { readonly review: Review; readonly commitment: Commitment };

function checksOf(carried: readonly Carried[], log: Logbook): readonly ActionCheck[] {
  return carried.flatMap(({ review, commitment: { check } }) => {
    if (check === null) return [];
    const { atMs, status, reason, decision } = check;
    return [{ review: review.id, atMs, on: log.dayOf(atMs), status, reason, decision }];
  });
}

function timesLeftOpen(carried: readonly Carried[]): number {
  return carried.filter(
    ({ review, commitment: { check, status } }) =>
      review.status === 'closed' && (check === null ? status === 'open' : check.status === 'open'),
  ).length;
}

type Source = {
  readonly making: Making<ActionFields>;
  readonly review: Review | null;
  readonly item: ReviewItem | null;
};

function sourcesOf(log: Logbook): readonly Source[] {
  const captured = itemsOf(log, 'action').map(({ review, item }): Source => {
    const making = {
      id: log.idOf('A', item.id),
      origin: item.id,
      event: item.made.event,
      at: log.atOf(item.made.event),
      actor: item.made.actor,
      review: review.id,
      fields: fieldsOf(item),
    };
    return { making, review, item };
  });
  const recorded = standingRecordsOf(log, 'action-recorded').map(({ id, at, actor, data }): Source => {
    const { action, number: _number, ...fields } = data;
    return {
      making: { id: log.idOf('A', action), origin: action, event: id, at, actor, review: null, fields },
      review: null,
      item: null,
    };
  });
  return [...captured, ...recorded].sort((left, right) => byTime(left.making, right.making));
}

/** The register of actions: those of every review and those written down between reviews, oldest first. */
export function foldActions(log: Logbook): readonly Action[] {
  const edits = groupBy(recordsOf(log, 'action-changed'), (entry) => entry.event.data.action);
  const checks = groupBy(placedOf(log.meetings, 'commitment-checked'), (entry) => entry.event.data.action);
  const carriedInto = groupBy(
    log.reviews.flatMap((review) => review.commitments.map((commitment) => ({ review, commitment }))),
    ({ commitment }) => commitment.action,
  );
  return sourcesOf(log).map(({ making, review, item }) => {
    const ids = [...new Set([making.id, making.origin])];
    const own = ids
      .flatMap((id) => [
        ...(edits.get(id) ?? []).map((entry) => toFieldEdit<ActionFields>(entry)),
        ...(checks.get(id) ?? []).map((entry) => toCheckEdit(entry, log)),
      ])
      .sort(byTime);
    const carried = ids.flatMap((id) => carriedInto.get(id) ?? []);
    const record = foldRecord(making, own);
    const before: readonly Dated[] = item === null ? record.history.slice(0, 1) : item.history;
    return {
      ...record,
      contested: [...new Set([...(item?.contested ?? []), ...record.contested])],
      dues: duesOf([...before, ...record.history.slice(1)], review, log),
      checks: checksOf(carried, log),
      carried: timesLeftOpen(carried),
      anomaly: item?.anomaly ?? null,
    };
  });
}
