import type { ReviewEventOf } from '#shared/events/event.ts';
import { type FieldEdit, foldEdits } from '#shared/events/field-edits.ts';
import { groupBy } from '#shared/events/group-by.ts';
import { hybridMs } from '#shared/events/hybrid-clock.ts';
import type { PlacedEvent } from '#shared/events/merge.ts';
import { eventsOf, type Placed, placedOf, stamp } from './placed.ts';
import type { ItemFields, Review, ReviewAnomaly, ReviewItem, Verdict } from './review.ts';

const EMPTY: ItemFields = {
  kind: 'note',
  text: '',
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
};

/** Only the fields of an item, and only those that are given. */
function given(values: object): Partial<ItemFields> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => Object.hasOwn(EMPTY, name) && value !== undefined),
  );
}

type Made = Omit<ReviewItem, keyof ItemFields | 'history' | 'contested' | 'heads' | 'confirmed'> & {
  readonly fields: ItemFields;
  readonly at: string;
};

function madeByCapture(event: ReviewEventOf<'captured'>): Made {
  return {
    id: event.data.item,
    made: stamp(event),
    at: event.at,
    source: 'captured',
    line: event.data.line,
    number: event.data.number ?? null,
    block: event.data.block,
    anomaly: event.data.anomaly,
    private: event.data.private ?? false,
    fields: { ...EMPTY, ...given(event.data) },
  };
}

const OPENS_ACTION = ['act', 'data-problem', 'wrong-measure'];

function actionText(anomaly: ReviewAnomaly, verdict: Verdict): string {
  if (verdict.verdict === 'data-problem') return `Correct the data: ${anomaly.headline}`;
  if (verdict.verdict === 'wrong-measure') return `Change the measure: ${anomaly.headline}`;
  return verdict.reason ?? anomaly.headline;
}

function madeByVerdict(anomaly: ReviewAnomaly, verdict: Verdict, at: string): Made {
  return {
    id: `of-${verdict.event}`,
    made: { event: verdict.event, atMs: verdict.atMs, actor: verdict.actor },
    at,
    source: 'verdict',
    line: '',
    number: null,
    block: null,
    anomaly: anomaly.id,
    private: false,
    fields: {
      ...EMPTY,
      kind: 'action',
      text: actionText(anomaly, verdict),
      owner: verdict.owner,
      due: verdict.due,
      dimension: anomaly.dimension,
      links: [anomaly.id],
    },
  };
}

function toEdit({ event, undone }: PlacedEvent<ReviewEventOf<'item-changed'>>): FieldEdit<ItemFields> {
  const { id, at, actor, data } = event;
  return { event: id, at, actor, changes: given(data.changes), seen: data.seen ?? null, undone };
}

function toItem(
  made: Made,
  edits: readonly FieldEdit<ItemFields>[],
  confirmed: ReadonlySet<string>,
): ReviewItem {
  const { fields, at, ...rest } = made;
  const first = {
    event: made.made.event,
    at,
    actor: made.made.actor,
    changes: fields,
    seen: null,
    undone: false,
  };
  const record = foldEdits<ItemFields>(first, edits);
  return {
    ...record.fields,
    ...rest,
    confirmed: confirmed.has(made.id),
    history: record.history.map((edit) => ({
      event: edit.event,
      atMs: hybridMs(edit.at),
      actor: edit.actor,
      changes: edit.changes,
    })),
    contested: record.contested,
    heads: record.heads,
  };
}

/** Everything captured, with its edits; a verdict that needs an action and has none yet opens one. */
export function foldItems(
  placed: Placed,
  anomalies: readonly ReviewAnomaly[],
): Pick<Review, 'items' | 'removed'> {
  const confirmed = new Set(eventsOf(placed, 'readback-confirmed').map((event) => event.data.item));
  const removals = new Map(eventsOf(placed, 'item-removed').map((event) => [event.data.item, event]));
  const editsOf = groupBy(placedOf(placed, 'item-changed'), (entry) => entry.event.data.item);
  const build = (made: Made): ReviewItem => toItem(made, (editsOf.get(made.id) ?? []).map(toEdit), confirmed);

  const captured = eventsOf(placed, 'captured').map((event) => build(madeByCapture(event)));
  const times = new Map(eventsOf(placed, 'verdict-given').map((event) => [event.id, event.at]));
  const answered = new Set(
    captured
      .filter((item) => (item.kind === 'action' || item.kind === 'initiative') && !removals.has(item.id))
      .map((item) => item.anomaly),
  );
  const opened = anomalies.flatMap((anomaly) =>
    anomaly.verdict !== null && OPENS_ACTION.includes(anomaly.verdict.verdict) && !answered.has(anomaly.id)
      ? [build(madeByVerdict(anomaly, anomaly.verdict, times.get(anomaly.verdict.event) ?? ''))]
      : [],
  );
  const all = [...captured, ...opened].sort((left, right) => left.made.atMs - right.made.atMs);
  return {
    items: all.filter((item) => !removals.has(item.id)),
    removed: all.flatMap((item) => {
      const removal = removals.get(item.id);
      return removal === undefined
        ? []
        : [{ ...item, removal: { ...stamp(removal), reason: removal.data.reason } }];
    }),
  };
}
