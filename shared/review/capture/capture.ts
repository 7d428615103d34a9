import type { Day } from '#shared/day.ts';
import { type DimensionId, dimensionById } from '#shared/drive/catalogue.ts';
import type { PriorityId, Tier } from '#shared/drive/registers.ts';
import { type DateContext, type DatesFound, findDates } from './dates.ts';
import { flagsOf } from './flags.ts';
import { readKind } from './kinds.ts';
import { readLinks } from './links.ts';
import { type CapturePerson, withFullNames } from './owners.ts';
import { collectTokens, type Token, type TokensCollected } from './tokens.ts';
import { splitWords, type Word, withoutEscapes } from './words.ts';

export type CaptureKind = 'action' | 'note' | 'decision' | 'risk' | 'win' | 'parking' | 'initiative';

export type CaptureFlag =
  | 'missing-owner'
  | 'missing-due'
  | 'ambiguous-owner'
  | 'unknown-owner'
  | 'second-owner'
  | 'check-date'
  | 'impossible-date'
  | 'past-date'
  | 'not-a-working-day'
  | 'needs-fiscal-year'
  | 'second-date'
  | 'unknown-priority'
  | 'missing-review-date'
  | 'missing-rating'
  | 'empty-text';

export type CaptureRole =
  | 'kind'
  | 'owner'
  | 'named'
  | 'date'
  | 'dimension'
  | 'tier'
  | 'entity'
  | 'tag'
  | 'priority'
  | 'rating'
  | 'link';

/** A part of the line that was understood, or that looked like something and was not (then with its flag). */
export type CaptureSpan = {
  readonly start: number;
  readonly end: number;
  readonly role: CaptureRole;
  readonly flag?: CaptureFlag;
};

/** What the room knows when a line is typed. Nothing else is read: not the clock, not the machine's locale. */
export type CaptureContext = DateContext & {
  /** From the key that opened the line; a typed prefix wins over it. */
  readonly pressed: CaptureKind;
  readonly people: readonly CapturePerson[];
  /** Names of teams and services. */
  readonly entities: readonly string[];
  /** The anomaly on the stage: the entry is linked to it and takes its dimension unless one is typed. */
  readonly anomaly: { readonly id: string; readonly dimension: string } | null;
};

/** One line as it was understood. What was not given is absent; nothing is ever refused. */
export type CaptureParse = {
  readonly kind: CaptureKind;
  readonly text: string;
  /** Id of a person. */
  readonly owner?: string;
  /** A name that nobody known has, as typed. */
  readonly ownerText?: string;
  /** The people that an ambiguous name may mean. */
  readonly ownerCandidates?: readonly string[];
  readonly alsoNamed?: readonly string[];
  readonly due?: Day;
  /** A due date that needs something to be set first, as typed. */
  readonly dueText?: string;
  readonly reviewOn?: Day;
  readonly dimension?: DimensionId;
  readonly tier?: Tier;
  readonly priority?: PriorityId;
  readonly likelihood?: number;
  readonly impact?: number;
  readonly entity?: string;
  readonly tags?: readonly string[];
  readonly links?: readonly string[];
  readonly flags: readonly CaptureFlag[];
  readonly spans: readonly CaptureSpan[];
};

/** Kinds that hold a date. In all others a day named in the text stays what it is: text. */
const DATED: ReadonlySet<CaptureKind> = new Set(['action', 'initiative', 'risk']);

const NO_DATES: DatesFound = { consumed: new Set(), flags: [], spans: [] };

/** Reads one typed line by the grammar of `capture-cases.json`, in time linear in its length. */
export function parseCapture(line: string, context: CaptureContext): CaptureParse {
  const { kind, from, span } = readKind(line, context.pressed);
  const words = withFullNames(splitWords(line, from), context.people);
  const found = collectTokens(words, { ...context, kind });
  const dates = DATED.has(kind) ? findDates(words, found.tokens, context) : NO_DATES;
  const text = textOf(words, found.tokens, dates);
  const { links, spans: linkSpans } = readLinks(line, from);
  const understood = fieldsOf(kind, found, dates, context);
  const linked = context.anomaly === null ? links : [context.anomaly.id, ...links];
  return {
    kind,
    text,
    ...understood,
    ...(linked.length > 0 ? { links: linked } : {}),
    flags: flagsOf({ kind, text, parse: understood, flags: [...found.flags, ...dates.flags] }),
    spans: [...span, ...found.spans, ...dates.spans, ...linkSpans].sort((a, b) => a.start - b.start),
  };
}

/** Words that were not understood, and those that are both understood and part of the sentence. */
function textOf(words: readonly Word[], tokens: readonly (Token | null)[], dates: DatesFound): string {
  const kept: string[] = [];
  words.forEach((word, index) => {
    const token = tokens[index];
    if (dates.consumed.has(index)) return;
    if (token === null || token === undefined) kept.push(withoutEscapes(word.text));
    else if (token.kept !== '') kept.push(token.kept);
  });
  return kept.join(' ');
}

function fieldsOf(
  kind: CaptureKind,
  { fields }: TokensCollected,
  { day, dayText }: DatesFound,
  { anomaly }: CaptureContext,
): Partial<CaptureParse> {
  const lent = anomaly === null ? undefined : dimensionById(anomaly.dimension)?.id;
  return {
    ...(lent === undefined ? {} : { dimension: lent }),
    ...fields,
    ...(day === undefined ? {} : kind === 'risk' ? { reviewOn: day } : { due: day }),
    ...(dayText === undefined ? {} : { dueText: dayText }),
  };
}
