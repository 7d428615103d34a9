import type { NewEvent } from '#renderer/src/data/author.ts';
import type { Ask } from '#renderer/src/features/live/asks.ts';
import {
  answered,
  captured,
  checked,
  inReview,
  named,
  retyped,
} from '#renderer/src/features/live/authoring.ts';
import { nextUnchecked } from '#renderer/src/features/live/commitment-keys.ts';
import type { Live } from '#renderer/src/features/live/live.ts';
import { longDay } from '#renderer/src/ui/dates.ts';
import { addDays } from '#shared/day.ts';
import { verdictById } from '#shared/drive/registers.ts';
import { CANDIDATE_TAG } from '#shared/review/candidates.ts';
import type { CaptureParse } from '#shared/review/capture/capture.ts';
import { recordChange, verdictChange } from '#shared/review/changes.ts';
import { isWaiverReason } from '#shared/review/closing.ts';
import { reviewDays } from '#shared/review/next-review.ts';
import type { NamedConstraint } from '#shared/review/review.ts';
import { defaultWatchUntil } from '#shared/review/verdicts.ts';
import { KIND_NAMES, SLIP_NAMES } from './line-spec.ts';
import { takeCourse } from './taken-course.ts';

/** What Enter does with a line: events and what is said, or why not, or (for an empty line) nothing. */
export type Taken =
  | {
      readonly kind: 'taken';
      readonly events: readonly NewEvent[];
      readonly said: string;
      /** The promise to point at next. */
      readonly point?: string;
    }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'nothing' };

export type Typed = {
  readonly text: string;
  /** The line as it was understood; for plain lines the text alone. */
  readonly parse: CaptureParse;
  readonly newId: () => string;
};

const NOTHING: Taken = { kind: 'nothing' };
const refused = (why: string): Taken => ({ kind: 'refused', why });
const taken = (events: readonly NewEvent[], said: string): Taken => ({ kind: 'taken', events, said });

/** Owner and date as they are read back: `Maria Silva, by Friday 27 November`. */
function promised(parse: CaptureParse, { nameOf }: Live): string {
  const owner = parse.owner === undefined ? null : nameOf(parse.owner);
  const due = parse.due === undefined ? null : `by ${longDay(parse.due)}`;
  return [owner, due].filter((part) => part !== null).join(', ');
}

/** When a watched anomaly comes back unless somebody says otherwise. */
export function watchDefault({ registers, today }: Live): string {
  const { cadence } = registers;
  const days = cadence === null ? [] : reviewDays(cadence, addDays(today, 1), 2);
  return defaultWatchUntil(days) ?? addDays(today, 14);
}

function takeVerdict(ask: Extract<Ask, { kind: 'verdict' }>, typed: Typed, live: Live): Taken {
  const { parse, text } = typed;
  const understood = ask.verdict !== 'explained' && ask.verdict !== 'noise';
  const words = (understood ? parse.text : text).trim();
  const name = verdictById(ask.verdict)?.name ?? ask.verdict;
  const anomaly = live.review.anomalies.find((one) => one.id === ask.anomaly);
  if (anomaly === undefined) return NOTHING;
  const content = verdictChange(anomaly, {
    verdict: ask.verdict,
    owner: understood ? (parse.owner ?? null) : null,
    due: understood && ask.verdict !== 'watch' ? (parse.due ?? null) : null,
    until: ask.verdict === 'watch' ? (parse.due ?? watchDefault(live)) : null,
    reason: ask.verdict === 'act' || words === '' ? null : words,
  });
  const given = inReview(live.review, 'verdict-given', content);
  const acts = ask.verdict === 'act' && words !== '';
  const events = acts
    ? [given, captured(live.review, parse, { item: typed.newId(), line: text.trim() })]
    : [given];
  const said = [words, promised(parse, live)].filter((part) => part !== '').join('. ');
  return taken(events, `Verdict: ${name.toLowerCase()}. ${said}`);
}

function takeCheck(ask: Extract<Ask, { kind: 'check' }>, typed: Typed, { review, today }: Live): Taken {
  const { parse } = typed;
  const dropped = ask.status === 'dropped';
  const words = (dropped ? typed.text : parse.text).trim();
  if (dropped && words === '') return refused('Say why it is dropped; the reason stays with it.');
  if (ask.decision === 're-commit' && words === '') return refused('A second new date needs its reason.');
  if (ask.decision === 'owner' && parse.owner === undefined) return refused('Name the new owner: @name.');
  const becomes = ask.decision === 'initiative';
  const promise = review.commitments.find((one) => one.action === ask.action);
  const text = words === '' ? (promise?.text ?? '') : words;
  const closed = dropped || becomes;
  const check = checked(review, ask.action, {
    status: closed ? 'dropped' : 'open',
    doneOn: closed ? today : null,
    due: closed ? null : (parse.due ?? null),
    owner: closed ? null : (parse.owner ?? null),
    reason: becomes ? `Made an initiative: ${text}` : words === '' ? null : words,
    decision: ask.decision,
  });
  const initiative: CaptureParse = { ...parse, kind: 'initiative', text };
  const made = becomes
    ? [captured(review, initiative, { item: typed.newId(), line: typed.text.trim() })]
    : [];
  const how =
    ask.decision === null ? (dropped ? 'dropped' : 'still open') : SLIP_NAMES[ask.decision].toLowerCase();
  const next = nextUnchecked(review, ask.action);
  const result = { kind: 'taken', events: [check, ...made], said: `${ask.action}: ${how}.` } as const;
  return next === null ? result : { ...result, point: next.action };
}

/** Who unblocks a Tier 1 initiative, and by when: an edit of the register. */
function takeUnblock(ask: Extract<Ask, { kind: 'unblock' }>, { parse }: Typed, live: Live): Taken {
  const initiative = live.registers.initiatives.find((one) => one.id === ask.initiative);
  if (initiative === undefined) return NOTHING;
  const unblockOwner = parse.owner ?? initiative.unblockOwner;
  const unblockBy = parse.due ?? initiative.unblockBy;
  if (unblockOwner === null || unblockBy === null)
    return refused('Who unblocks it, and by when: @name friday.');
  const edit = recordChange(initiative, { unblockOwner, unblockBy });
  const data = { initiative: initiative.id, changes: edit.changes, seen: edit.seen };
  const said = `${initiative.id}: ${live.nameOf(unblockOwner)} unblocks it by ${longDay(unblockBy)}.`;
  return taken([{ stream: 'organization', type: 'initiative-changed', data }], said);
}

const MOVED = /^(yes|no|elsewhere)\b[\s,;:.]*/i;

function takeConstraint(ask: Ask, words: string, { review }: Live): Taken {
  const standing = review.constraint;
  if (standing === null) return NOTHING;
  const { event: _event, atMs: _atMs, actor: _actor, ...fields } = standing;
  if (ask.kind === 'subordinate') {
    return taken([named(review, { ...fields, subordinated: words })], `For it: ${words}`);
  }
  const answer = MOVED.exec(words)?.[1]?.toLowerCase();
  const moved: NamedConstraint['moved'] =
    answer === 'yes' || answer === 'no' ? answer : answer === 'elsewhere' ? 'moved-elsewhere' : null;
  const became = words.replace(MOVED, '');
  const lastBecame = became === '' ? null : became;
  return taken([named(review, { ...fields, moved, lastBecame })], `The last one: ${words}`);
}

/** The events that a typed line stands for, in the review it was typed in. */
export function take(ask: Ask, typed: Typed, live: Live): Taken {
  const { review } = live;
  const words = typed.text.trim();
  const { parse } = typed;
  if (ask.kind === 'verdict') return takeVerdict(ask, typed, live);
  if (ask.kind === 'check') return takeCheck(ask, typed, live);
  if (ask.kind === 'unblock') return takeUnblock(ask, typed, live);
  if (ask.kind === 'suspend' || ask.kind === 'hold' || ask.kind === 'insert' || ask.kind === 'chair')
    return takeCourse(ask, typed, live);
  if (words === '') return NOTHING;
  switch (ask.kind) {
    case 'capture': {
      const entry = { item: typed.newId(), line: words, private: ask.private };
      const said = [parse.text, promised(parse, live)].filter((part) => part !== '').join('. ');
      return taken([captured(review, parse, entry)], `${KIND_NAMES[parse.kind]} taken down: ${said}`);
    }
    case 'edit': {
      const item = review.items.find((one) => one.id === ask.item);
      return item === undefined ? NOTHING : taken([retyped(review, item, parse)], `Corrected: ${parse.text}`);
    }
    case 'candidate': {
      const entry = { item: typed.newId(), line: words, tags: [CANDIDATE_TAG] };
      const plainly: CaptureParse = { kind: 'note', text: words, flags: [], spans: [] };
      return taken([captured(review, plainly, entry)], `Candidate: ${words}`);
    }
    case 'waive':
      return isWaiverReason(words)
        ? taken(
            [inReview(review, 'rule-waived', { rule: ask.rule, reason: words })],
            'Waived with its reason.',
          )
        : refused('Ten characters or more: the reason opens the next review.');
    case 'subordinate':
    case 'became':
      return takeConstraint(ask, words, live);
    default:
      return takeSpoken(ask, typed, live);
  }
}

type Spoken = Extract<Ask, { kind: 'set-aside' | 'pull' | 'release' | 'answer' | 'missing' }>;

function takeSpoken(ask: Spoken, { text, parse }: Typed, { review, nameOf }: Live): Taken {
  const words = text.trim();
  switch (ask.kind) {
    case 'set-aside':
      return taken(
        [inReview(review, 'anomaly-set-aside', { anomaly: ask.anomaly, reason: words })],
        `Set aside: ${words}`,
      );
    case 'pull': {
      const by = parse.owner === undefined ? (parse.ownerText ?? null) : nameOf(parse.owner);
      const reason = parse.text === '' ? words : parse.text;
      return taken([inReview(review, 'andon-pulled', { reason, by })], `The line is held: ${reason}`);
    }
    case 'release':
      return taken([inReview(review, 'andon-released', { decided: words })], 'The line runs again.');
    case 'answer':
    case 'missing': {
      const answer =
        ask.kind === 'answer'
          ? ({ kind: 'edited', text: words } as const)
          : ({ kind: 'not-answered', missing: words } as const);
      return taken([answered(review, ask.question, answer, ask.computed)], 'The answer is taken down.');
    }
  }
}
