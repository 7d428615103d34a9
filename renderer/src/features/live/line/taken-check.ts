import type { NewEvent } from '#renderer/src/data/author.ts';
import type { Ask } from '#renderer/src/features/live/asks.ts';
import { captured, checked } from '#renderer/src/features/live/authoring.ts';
import { nextUnchecked } from '#renderer/src/features/live/commitment-keys.ts';
import type { Live } from '#renderer/src/features/live/live.ts';
import type { CaptureParse } from '#shared/review/capture/capture.ts';
import type { Commitment } from '#shared/review/review.ts';
import { SLIP_NAMES } from './line-words.ts';
import type { Taken, Typed } from './taken.ts';

type CheckAsk = Extract<Ask, { kind: 'check' }>;

const refused = (why: string): Taken => ({ kind: 'refused', why });

/** Why a check cannot stand as it was typed; null where it can. */
function lacks(ask: CheckAsk, words: string, parse: CaptureParse): string | null {
  if (ask.status === 'dropped' && words === '') return 'Say why it is dropped; the reason stays with it.';
  if (ask.decision === 're-commit' && words === '') return 'A second new date needs its reason.';
  if (ask.decision === 'owner' && parse.owner === undefined) return 'Name the new owner: @name.';
  return null;
}

/** The promise goes on as an initiative: with its owner, its date and its history linked, unless others are typed. */
function initiativeOf(promise: Commitment, text: string, typed: Typed, live: Live): NewEvent {
  const { parse } = typed;
  const owner = parse.owner ?? promise.owner;
  const initiative: CaptureParse = {
    ...parse,
    kind: 'initiative',
    text,
    ...(owner === null ? {} : { owner }),
    links: [...new Set([...(parse.links ?? []), promise.action])],
  };
  return captured(live.review, initiative, { item: typed.newId(), line: typed.line ?? typed.text.trim() });
}

/** What the room found of a promise: dropped, still open with a new date, or one of the decisions of a second slip. */
export function takeCheck(ask: CheckAsk, typed: Typed, live: Live): Taken {
  const { parse } = typed;
  const { review, today } = live;
  const dropped = ask.status === 'dropped';
  const words = (dropped ? typed.text : parse.text).trim();
  const why = lacks(ask, words, parse);
  if (why !== null) return refused(why);
  const becomes = ask.decision === 'initiative';
  const promise = review.commitments.find((one) => one.action === ask.action) ?? null;
  const text = words === '' ? (promise?.text ?? '') : words;
  const closed = dropped || becomes;
  const owner = parse.owner === promise?.owner ? null : (parse.owner ?? null);
  const check = checked(review, ask.action, {
    // The promise itself is closed undone; what it asked for goes on as the initiative.
    status: closed ? 'dropped' : 'open',
    doneOn: closed ? today : null,
    due: closed ? null : (parse.due ?? null),
    owner: closed ? null : owner,
    reason: becomes ? `Made an initiative: ${text}` : words === '' ? null : words,
    decision: ask.decision,
  });
  const made = becomes && promise !== null ? [initiativeOf(promise, text, typed, live)] : [];
  const how =
    ask.decision === null ? (dropped ? 'dropped' : 'still open') : SLIP_NAMES[ask.decision].toLowerCase();
  const next = nextUnchecked(review, ask.action);
  const result = { kind: 'taken', events: [check, ...made], said: `${ask.action}: ${how}.` } as const;
  return next === null ? result : { ...result, point: ['commitments', next.action] };
}
