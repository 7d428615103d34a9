import type { NewEvent } from '#renderer/src/data/author.ts';
import type { Ask } from '#renderer/src/features/live/asks.ts';
import {
  answered,
  captured,
  inReview,
  named,
  retyped,
  verdictGiven,
} from '#renderer/src/features/live/authoring.ts';
import type { Live } from '#renderer/src/features/live/live.ts';
import { promisesOf } from '#renderer/src/features/live/readback.ts';
import { counted } from '#renderer/src/features/live/wording.ts';
import { longDay } from '#renderer/src/ui/dates.ts';
import { undecidedIn } from '#renderer/src/walk/steps.ts';
import { addDays } from '#shared/day.ts';
import { verdictById } from '#shared/drive/registers.ts';
import { CANDIDATE_TAG } from '#shared/review/candidates.ts';
import type { CaptureParse } from '#shared/review/capture/capture.ts';
import { itemChange, recordChange } from '#shared/review/changes.ts';
import { isWaiverReason } from '#shared/review/closing.ts';
import { reviewDays } from '#shared/review/next-review.ts';
import type { NamedConstraint } from '#shared/review/review.ts';
import { defaultWatchUntil, offersRebaseline } from '#shared/review/verdicts.ts';
import type { Entry } from './entries.ts';
import { KIND_NAMES } from './line-words.ts';
import { takeForBlock } from './taken-blocks.ts';
import { takeCheck } from './taken-check.ts';
import { takeCourse } from './taken-course.ts';

/** What Enter does with a line: events and what is said, or why not, or (for an empty line) nothing. */
export type Taken =
  | {
      readonly kind: 'taken';
      readonly events: readonly NewEvent[];
      readonly said: string;
      /** The list and the entry in it to point at next. */
      readonly point?: readonly [list: string, entry: string];
    }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'nothing' };

export type Typed = {
  readonly text: string;
  /** The line as an entry keeps it: the text, and in the signs of the line what was proposed and left to stand. */
  readonly line?: string;
  /** The line as it was understood; for plain lines the text alone. */
  readonly parse: CaptureParse;
  /** The entries of a line that has several. */
  readonly entries?: readonly Entry[] | null;
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

const OFFERS_LIMITS = 'The level has held: l gives it limits of its own.';

function takeVerdict(ask: Extract<Ask, { kind: 'verdict' }>, typed: Typed, live: Live): Taken {
  const { parse, text } = typed;
  const understood = ask.verdict !== 'explained' && ask.verdict !== 'noise';
  const words = (understood ? parse.text : text).trim();
  const name = verdictById(ask.verdict)?.name ?? ask.verdict;
  const anomaly = live.review.anomalies.find((one) => one.id === ask.anomaly);
  if (anomaly === undefined || (ask.stands === true && words === '')) return NOTHING;
  const given = verdictGiven(live.review, anomaly, {
    verdict: ask.verdict,
    owner: understood ? (parse.owner ?? null) : null,
    due: understood && ask.verdict !== 'watch' ? (parse.due ?? null) : null,
    until: ask.verdict === 'watch' ? (parse.due ?? watchDefault(live)) : null,
    reason: ask.verdict === 'act' || words === '' ? null : words,
  });
  const acts = ask.verdict === 'act' && words !== '';
  const events = acts
    ? [...given, captured(live.review, parse, { item: typed.newId(), line: typed.line ?? text.trim() })]
    : given;
  const said = [words, promised(parse, live)].filter((part) => part !== '').join('. ');
  const offer =
    ask.verdict === 'explained' && offersRebaseline(anomaly)
      ? `${/[.!?]$/.test(said) ? '' : '.'} ${OFFERS_LIMITS}`
      : '';
  return taken(events, `Verdict: ${name.toLowerCase()}. ${said}${offer}`);
}

/** One owner, one date for every promise of today that lacks it. What has one keeps it. */
function takeFill({ owner, due, ownerText, flags }: CaptureParse, { review, nameOf }: Live): Taken {
  if (ownerText !== undefined || flags.includes('ambiguous-owner'))
    return refused('Name one person who is known: @name and Tab.');
  if (owner === undefined && due === undefined) return refused('Name an owner, a day or both: @name friday.');
  const filled = promisesOf(review).flatMap((item) => {
    const changes = {
      ...(item.owner === null && owner !== undefined ? { owner } : {}),
      ...(item.due === null && due !== undefined ? { due } : {}),
    };
    return Object.keys(changes).length === 0 ? [] : [{ item, changes }];
  });
  const of = (field: 'owner' | 'due') => filled.filter(({ changes }) => field in changes).length;
  const said = [
    ...(owner === undefined ? [] : [`${nameOf(owner)} owns ${counted(of('owner'), 'more promise')}`]),
    ...(due === undefined ? [] : [`${counted(of('due'), 'promise')} due ${longDay(due)}`]),
  ];
  return taken(
    filled.map(({ item, changes }) => inReview(review, 'item-changed', itemChange(item, changes))),
    `${said.join('; ')}. u takes it back.`,
  );
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

function takeCapture(ask: Extract<Ask, { kind: 'capture' }>, typed: Typed, live: Live): Taken {
  const { parse, newId } = typed;
  const words = typed.text.trim();
  if (words === '') return NOTHING;
  const entry = (line: string) => ({ item: newId(), line, private: ask.private });
  if (typed.entries != null) {
    const events = typed.entries.map((one) => captured(live.review, one.parse, entry(one.text)));
    return taken(events, `${counted(events.length, 'entry', 'entries')} taken down. u takes them back.`);
  }
  const said = [parse.text, promised(parse, live)].filter((part) => part !== '').join('. ');
  return taken([captured(live.review, parse, entry(words))], `${KIND_NAMES[parse.kind]} taken down: ${said}`);
}

/** An entry corrected; one that was emptied goes. */
function takeEdit(ask: Extract<Ask, { kind: 'edit' }>, { text, parse }: Typed, { review }: Live): Taken {
  const item = review.items.find((one) => one.id === ask.item);
  if (item === undefined) return NOTHING;
  if (text.trim() === '') {
    const removed = inReview(review, 'item-removed', { item: item.id, reason: null });
    return taken([removed], 'Removed; u takes that back.');
  }
  return taken([retyped(review, item, parse)], `Corrected: ${parse.text}`);
}

/** The events that a typed line stands for, in the review it was typed in. */
export function take(ask: Ask, typed: Typed, live: Live): Taken {
  const { review } = live;
  const words = typed.text.trim();
  const { parse } = typed;
  if (ask.kind === 'verdict') return takeVerdict(ask, typed, live);
  if (ask.kind === 'check') return takeCheck(ask, typed, live);
  if (ask.kind === 'unblock') return takeUnblock(ask, typed, live);
  if (ask.kind === 'fill') return takeFill(parse, live);
  if (ask.kind === 'suspend' || ask.kind === 'hold' || ask.kind === 'insert' || ask.kind === 'chair')
    return takeCourse(ask, typed, live);
  if (ask.kind === 'row' || ask.kind === 'parked' || ask.kind === 'why-rating' || ask.kind === 'change')
    return takeForBlock(ask, typed, live);
  if (ask.kind === 'capture') return takeCapture(ask, typed, live);
  if (ask.kind === 'edit') return takeEdit(ask, typed, live);
  if (words === '') return NOTHING;
  switch (ask.kind) {
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

type Spoken = Extract<
  Ask,
  { kind: 'set-aside' | 'set-aside-rest' | 'pull' | 'release' | 'answer' | 'missing' }
>;

function takeSpoken(ask: Spoken, { text, parse }: Typed, { review, nameOf }: Live): Taken {
  const words = text.trim();
  switch (ask.kind) {
    case 'set-aside':
      return taken(
        [inReview(review, 'anomaly-set-aside', { anomaly: ask.anomaly, reason: words })],
        `Set aside: ${words}`,
      );
    case 'set-aside-rest': {
      const rest = undecidedIn(review, ask.block);
      return taken(
        rest.map(({ id }) => inReview(review, 'anomaly-set-aside', { anomaly: id, reason: words })),
        `${counted(rest.length, 'anomaly', 'anomalies')} set aside: ${words}`,
      );
    }
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
