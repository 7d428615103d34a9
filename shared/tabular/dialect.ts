import { ownDelimiter } from '#shared/own-export/own-header.ts';
import { cellKind } from '#shared/tabular/cell-kind.ts';
import { createLexer } from '#shared/tabular/lexer.ts';
import type { Dialect } from '#shared/tabular/lexer-machine.ts';
import type { Delimiter } from '#shared/tabular/reading.ts';
import { type Records, recordsOf } from '#shared/tabular/records.ts';

export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/** Delimiters of few tools, tried where none of the usual ones splits the lines evenly. */
const RARE: readonly Delimiter[] = ['^', '~', ':', ' '];

/** Bytes at the beginning of a file that the dialect is decided from: well above 200 records of a usual export. */
export const HEAD_BYTES = 262_144;

const SAMPLE_RECORDS = 400;
/** Bytes that are split between two looks at how many records there are. */
const SAMPLE_STEP = 16_384;
const SAMPLE_FIELDS = 60;
const BACKSLASH = 0x5c;
const QUOTE = 0x22;
const SEPARATORS: ReadonlySet<number> = new Set([0x2c, 0x3b, 0x09, 0x7c, 0x0a, 0x0d]);

export type Sniffed = {
  readonly delimiter: Delimiter;
  /** The byte that quotes fields. */
  readonly quote: number;
  readonly backslash: boolean;
  /** True when line 1 says so (`sep=;`) and is therefore no record of the table. */
  readonly declared: boolean;
  readonly because: string;
};

/** Delimiter that line 1 declares for Excel, or null. */
export function declaredDelimiter(head: Uint8Array): Delimiter | null {
  const line = String.fromCharCode(...head.subarray(0, 8)).toLowerCase();
  const match = /^"?sep=([,;|\t])"?(?:\r|\n|$)/.exec(line);
  return DELIMITERS.find((delimiter) => delimiter === match?.[1]) ?? null;
}

const APOSTROPHE = 0x27;

/** Apostrophes quote where fields begin and end with them and no field begins with a double quote. */
function quoteOf(head: Uint8Array): number {
  let opening = 0;
  let closing = 0;
  let before = 0x0a;
  for (let index = 0; index < head.length; index += 1) {
    const byte = head[index] as number;
    const next = head[index + 1] ?? 0x0a;
    const starts = SEPARATORS.has(before);
    if (byte === QUOTE && starts) return QUOTE;
    if (byte === APOSTROPHE && starts) opening += 1;
    if (byte === APOSTROPHE && SEPARATORS.has(next)) closing += 1;
    before = byte;
  }
  return opening >= 4 && closing >= opening * 0.9 && opening >= closing * 0.9 ? APOSTROPHE : QUOTE;
}

/** Quotes escaped by a backslash inside a field, in a file that never doubles one. */
function escapesByBackslash(head: Uint8Array): boolean {
  let escaped = 0;
  for (let index = 1; index < head.length - 1; index += 1) {
    if (head[index] !== QUOTE) continue;
    const next = head[index + 1] ?? 0;
    const inText = next !== 0x2c && next !== 0x3b && next !== 0x09 && next !== 0x0a && next !== 0x0d;
    if (head[index - 1] === BACKSLASH && head[index - 2] !== BACKSLASH) escaped += inText ? 1 : 0;
    else if (head[index - 1] === QUOTE && inText && head[index - 2] !== 0x2c) return false;
  }
  return escaped > 0;
}

function sample(head: Uint8Array, dialect: Dialect, whole: boolean): Records {
  const lexer = createLexer(dialect);
  let taken = 0;
  for (; taken < head.length && lexer.records() <= SAMPLE_RECORDS; taken += SAMPLE_STEP)
    lexer.push(head.subarray(taken, taken + SAMPLE_STEP));
  const { store } = lexer.end();
  const isWhole = whole && taken >= head.length;
  const count = isWhole || store.count < 2 ? store.count : store.count - 1;
  return recordsOf({ ...store, count: Math.min(count, SAMPLE_RECORDS) }, true);
}

type Score = {
  readonly width: number;
  readonly regular: number;
  readonly typed: number;
  readonly torn: number;
  readonly tornTimes: number;
};

/** Ends and beginnings of cells that a colon inside a time of day tore apart. */
const TIME_LEFT = /(?:^|[T\s])\d{1,2}$/;
const TIME_RIGHT = /^\d{2}(?:$|\D)/;
const TORN_LEFT = /^\s?[-+]?\d{1,15}$/;
const TORN_RIGHT = /^\d{1,4}\s?%?$/;

/** Most frequent number of fields, weighed by its width so that a title block does not outvote the table. */
export function usualWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 1;
  let weight = 0;
  for (const [width, count] of counts) {
    if (width > 1 && width * count > weight) {
      best = width;
      weight = width * count;
    }
  }
  return best;
}

/** Says of a text whether it is more than words; of one that repeats, also between delimiters, it is asked once. */
function typedTexts(): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const isTyped = cellKind(text) !== 'text';
    known.set(text, isTyped);
    return isTyped;
  };
}

function score(records: Records, isTyped: (text: string) => boolean): Score {
  const rows: number[] = [];
  for (let record = 0; record < records.count; record += 1) {
    if (records.width(record) > 1 || records.length(record, 0) > 0) rows.push(record);
  }
  const width = usualWidth(rows.map((record) => records.width(record)));
  const regular = rows.filter((record) => records.width(record) === width);
  let typed = 0;
  let cells = 0;
  let torn = 0;
  let times = 0;
  for (const record of regular.slice(0, 120)) {
    let tornHere = false;
    let tornTime = false;
    for (let field = 0; field < Math.min(width, SAMPLE_FIELDS); field += 1) {
      const text = records.text(record, field);
      if (text === '') continue;
      cells += 1;
      if (isTyped(text)) typed += 1;
      const left = field > 0 ? records.text(record, field - 1) : '';
      if (TORN_RIGHT.test(text) && TORN_LEFT.test(left)) tornHere = true;
      if (TIME_RIGHT.test(text) && TIME_LEFT.test(left)) tornTime = true;
    }
    if (tornHere) torn += 1;
    if (tornTime) times += 1;
  }
  const share = (part: number, all: number): number => (all === 0 ? 0 : part / all);
  return {
    width,
    regular: share(regular.length, rows.length),
    typed: share(typed, cells),
    torn: share(torn, Math.min(regular.length, 120)),
    tornTimes: share(times, Math.min(regular.length, 120)),
  };
}

function points(each: Score, others: readonly Score[]): number {
  if (each.width < 2) return 0;
  const rival = others.some((other) => other !== each && other.width > 1 && other.regular > 0.8);
  const tornApart = each.torn > 0.5 && rival ? 0.3 : 1;
  return each.regular * (0.4 + 0.6 * each.typed) * Math.min(1, 0.9 + each.width / 100) * tornApart;
}

/** Share of records of one width from which a table is told. */
const EVEN = 0.9;

/** The delimiter that splits best, the earlier of two that do it equally well. */
function fittest(
  delimiters: readonly Delimiter[],
  scoreOf: (delimiter: Delimiter) => Score,
): readonly [Delimiter, Score] {
  const scores = delimiters.map(scoreOf);
  let best = 0;
  scores.forEach((each, index) => {
    if (points(each, scores) > points(scores[best] as Score, scores) + 1e-9) best = index;
  });
  return [delimiters[best] ?? ',', scores[best] as Score];
}

/** Decides how the fields of a file are written from its beginning; `whole` is true when that is all of it. */
export function sniffDialect(head: Uint8Array, whole: boolean): Sniffed {
  const own = ownDelimiter(head);
  if (own !== null) {
    const because = 'Andon wrote it';
    return { delimiter: own, quote: QUOTE, backslash: false, declared: false, because };
  }
  const declared = declaredDelimiter(head);
  const backslash = escapesByBackslash(head);
  const quote = quoteOf(head);
  if (declared !== null) {
    return { delimiter: declared, quote, backslash, declared: true, because: 'line 1 declares it (sep=)' };
  }
  const isTyped = typedTexts();
  const scoreOf = (delimiter: Delimiter): Score =>
    score(sample(head, { delimiter: delimiter.charCodeAt(0), quote, backslash }, whole), isTyped);
  const [usual, chosen] = fittest(DELIMITERS, scoreOf);
  const rare = chosen.width > 1 && chosen.regular >= EVEN ? null : fittest(RARE, scoreOf);
  // Prose and times of day have spaces and colons as well; only a table has them evenly, and values between them.
  const isRare =
    rare !== null &&
    rare[1].width >= 3 &&
    rare[1].regular >= EVEN &&
    rare[1].typed > 0.2 &&
    rare[1].tornTimes < 0.5;
  const [delimiter, found] = isRare ? rare : [usual, chosen];
  const share = Math.round(found.regular * 100);
  const because =
    found.width < 2
      ? 'no delimiter splits the lines'
      : `${share} % of the records have ${found.width} fields`;
  return { delimiter, quote, backslash, declared: false, because };
}
