import type { Live } from '#renderer/src/features/live/live.ts';
import { weekDay } from '#renderer/src/ui/dates.ts';
import { dimensionById } from '#shared/drive/catalogue.ts';
import type { CaptureFlag, CaptureParse } from '#shared/review/capture/capture.ts';
import { NOTHING_PROPOSED, type Proposed } from '#shared/review/proposed.ts';
import type { ReviewItem } from '#shared/review/review.ts';
import type { Entry } from './entries.ts';

export type LineChip = { readonly role: string | null; readonly value: string; readonly missing: boolean };

/** What is missing from an entry or doubtful in it, in a few words each. */
export const FLAG_WORDS: Readonly<Record<CaptureFlag, string>> = {
  'missing-owner': 'no owner',
  'missing-due': 'no date',
  'ambiguous-owner': 'which one?',
  'unknown-owner': 'who is that?',
  'second-owner': 'one owner only; the first counts',
  'check-date': 'check the day',
  'impossible-date': 'no such day',
  'past-date': 'a day that is past',
  'not-a-working-day': 'not a working day',
  'needs-fiscal-year': 'needs the start of the fiscal year',
  'second-date': 'two dates; the last counts',
  'unknown-priority': 'no such priority',
  'missing-review-date': 'no date to look again',
  'missing-rating': 'no likelihood and impact',
  'empty-text': 'no words yet',
};

function understood(role: string | null, value: string | null | undefined): readonly LineChip[] {
  return value === null || value === undefined ? [] : [{ role, value, missing: false }];
}

/** What was understood of a line, and (dashed) what is missing from it or doubtful in it. */
export function chipsOf(
  parse: CaptureParse,
  about: string | null,
  live: Live,
  proposed: Proposed = NOTHING_PROPOSED,
): readonly LineChip[] {
  const { nameOf } = live;
  const as = (role: string, from: string | null) => (from === null ? role : `${role}, proposed`);
  const day = (value: string | undefined) => (value === undefined ? null : weekDay(value));
  const named = parse.alsoNamed?.map(nameOf).join(', ');
  // What the anomaly on the stage lends is said by its own chip.
  const lent = about !== null && !parse.spans.some((span) => span.role === 'dimension');
  const rating = parse.likelihood === undefined ? null : `${parse.likelihood} × ${parse.impact ?? '?'}`;
  return [
    ...understood(as('owner', proposed.owner), parse.owner === undefined ? null : nameOf(parse.owner)),
    ...understood('named', named),
    ...understood(as('due', proposed.due), day(parse.due)),
    ...understood('look again', day(parse.reviewOn)),
    ...understood('dimension', lent ? null : dimensionById(parse.dimension ?? '')?.name),
    ...understood(as('priority', proposed.priority), parse.priority),
    ...understood('tier', parse.tier === undefined ? null : String(parse.tier)),
    ...understood('likelihood × impact', rating),
    ...understood('on', parse.entity),
    ...understood('tag', parse.tags?.join(', ')),
    ...understood('about', about),
    ...parse.flags
      .filter((flag) => flag !== 'empty-text')
      .map((flag) => ({
        role: null,
        value: flag === 'ambiguous-owner' ? whichOne(parse, nameOf) : wordsOf(flag, parse.ownerText),
        missing: true,
      })),
  ];
}

/** What is doubtful, with the name that nobody has. */
function wordsOf(flag: CaptureFlag, ownerText: string | null | undefined): string {
  if (flag !== 'unknown-owner' || ownerText == null) return FLAG_WORDS[flag];
  return `who is ${ownerText.length > 24 ? `${ownerText.slice(0, 23)}…` : ownerText}?`;
}

const MOST_NAMED = 3;

/** `Maria Silva or Maria Keller?`, or how many it might be. */
function whichOne({ ownerCandidates = [] }: CaptureParse, nameOf: Live['nameOf']): string {
  const fitting = ownerCandidates.length;
  return fitting > MOST_NAMED ? `which of ${fitting}?` : `${ownerCandidates.map(nameOf).join(' or ')}?`;
}

/** How many entries a line has, and how many of them lack something. */
export function chipsOfEntries(entries: readonly Entry[]): readonly LineChip[] {
  const flagged = (flag: CaptureFlag) => entries.filter(({ parse }) => parse.flags.includes(flag)).length;
  const lacking = (['missing-owner', 'missing-due'] as const).flatMap((flag): readonly LineChip[] =>
    flagged(flag) === 0
      ? []
      : [{ role: null, value: `${FLAG_WORDS[flag]}: ${flagged(flag)} of ${entries.length}`, missing: true }],
  );
  return [{ role: 'entries', value: String(entries.length), missing: false }, ...lacking];
}

/** What an entry that was taken down still lacks, and what is doubtful in it, in words. */
export function doubtsOf(item: ReviewItem): readonly string[] {
  const settled: Partial<Record<CaptureFlag, boolean>> = {
    'missing-owner': item.owner !== null,
    'unknown-owner': item.owner !== null,
    'ambiguous-owner': item.owner !== null,
    'missing-due': item.due !== null,
    'impossible-date': item.due !== null || item.reviewOn !== null,
    'needs-fiscal-year': item.due !== null,
    'missing-review-date': item.reviewOn !== null,
    'missing-rating': item.likelihood !== null,
  };
  const promises = item.kind === 'action' || item.kind === 'initiative';
  const missing: readonly CaptureFlag[] = promises
    ? [
        ...(item.owner === null ? (['missing-owner'] as const) : []),
        ...(item.due === null ? (['missing-due'] as const) : []),
      ]
    : [];
  const known = item.flags.filter((flag): flag is CaptureFlag => Object.hasOwn(FLAG_WORDS, flag));
  const flags = new Set([...missing, ...known.filter((flag) => settled[flag] !== true)]);
  // What was tried and not understood says more than that it is missing.
  if (flags.has('unknown-owner') || flags.has('ambiguous-owner')) flags.delete('missing-owner');
  if (flags.has('impossible-date') || flags.has('needs-fiscal-year')) flags.delete('missing-due');
  return [...flags].map((flag) => wordsOf(flag, item.ownerText));
}
