import type { NewEvent } from '#renderer/src/data/author.ts';
import type { BlockAsk } from '#renderer/src/features/live/asks.ts';
import { captured, inReview } from '#renderer/src/features/live/authoring.ts';
import { listOf } from '#renderer/src/features/live/block-rows.ts';
import type { Live } from '#renderer/src/features/live/live.ts';
import { longDay } from '#renderer/src/ui/dates.ts';
import { recordChange } from '#shared/review/changes.ts';
import { nextParked, parkingLot } from '#shared/review/parking.ts';
import { changedEntry } from './row-edits.ts';
import type { Taken, Typed } from './taken.ts';

const NOTHING: Taken = { kind: 'nothing' };
const refused = (why: string): Taken => ({ kind: 'refused', why });

/** What a line does in a block that has a list of its own. */
export function takeForBlock(ask: BlockAsk, typed: Typed, live: Live): Taken {
  if (typed.text.trim() === '') return NOTHING;
  switch (ask.kind) {
    case 'row':
      return takeRow(ask, typed, live);
    case 'parked':
      return takeParked(ask, typed, live);
    case 'why-rating':
      return {
        kind: 'taken',
        events: [inReview(live.review, 'rating-explained', { reason: typed.text.trim() })],
        said: 'The reason is taken down, without a name.',
      };
    case 'change':
      return takeChange(typed);
  }
}

function takeRow(ask: Extract<BlockAsk, { kind: 'row' }>, { parse }: Typed, live: Live): Taken {
  const edit = changedEntry(ask.register, parse, live.today);
  if (edit.kind === 'refused') return edit;
  const { registers } = live;
  const seen = <Entry extends { readonly id: string }>(entries: readonly Entry[]) =>
    entries.find((entry) => entry.id === ask.id);
  const event = ((): NewEvent | null => {
    switch (edit.register) {
      case 'actions': {
        const entry = seen(registers.actions);
        if (entry === undefined) return null;
        const data = { action: entry.id, ...recordChange(entry, edit.changes) };
        return { stream: 'organization', type: 'action-changed', data };
      }
      case 'initiatives': {
        const entry = seen(registers.initiatives);
        if (entry === undefined) return null;
        const data = { initiative: entry.id, ...recordChange(entry, edit.changes) };
        return { stream: 'organization', type: 'initiative-changed', data };
      }
      case 'risks': {
        const entry = seen(registers.risks);
        if (entry === undefined) return null;
        const data = { risk: entry.id, ...recordChange(entry, edit.changes) };
        return { stream: 'organization', type: 'risk-changed', data };
      }
    }
  })();
  if (event === null) return refused(`${ask.id} is not on record any more.`);
  return { kind: 'taken', events: [event], said: `${ask.id}: ${edit.words(live.nameOf)}.` };
}

function takeParked(ask: Extract<BlockAsk, { kind: 'parked' }>, typed: Typed, live: Live): Taken {
  const { review, registers } = live;
  const { parse, text } = typed;
  const { item, outcome } = ask;
  const block = review.blocks.find((one) => one.id === review.currentBlock);
  const next = nextParked(parkingLot(review, registers.reviews), review, item);
  const point = next === null || block === undefined ? {} : { point: [listOf(block), next.item] as const };
  const settle = (reason: string | null, became: string | null) =>
    inReview(review, 'parking-settled', { item, outcome, reason, became });
  if (outcome === 'dropped')
    return {
      kind: 'taken',
      events: [settle(text.trim(), null)],
      said: 'Dropped, with its reason.',
      ...point,
    };
  const became = typed.newId();
  const made = captured(review, { ...parse, kind: outcome }, { item: became, line: text.trim() });
  const said = `${outcome === 'action' ? 'An action' : 'A decision'} now: ${parse.text}.`;
  return { kind: 'taken', events: [made, settle(null, became)], said, ...point };
}

function takeChange({ parse, newId }: Typed): Taken {
  const { text, due, owner, entity } = parse;
  if (text.trim() === '') return refused('What changes, and when: Peak sales freeze 25 nov.');
  if (due === undefined) return refused('When? Add a day: Peak sales freeze 25 nov.');
  const data = {
    change: newId(),
    text,
    from: due,
    until: null,
    owner: owner ?? null,
    entities: entity === undefined ? [] : [entity],
  };
  return {
    kind: 'taken',
    events: [{ stream: 'organization', type: 'upcoming-change-registered', data }],
    said: `${text}, ${longDay(due)}, is on the list of upcoming changes.`,
  };
}
