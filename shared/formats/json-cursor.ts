import type { JsonValue } from './json-tree.ts';

/** Where and why a text is no JSON. `at` counts characters from 1; for `ends` it is the length of the text. */
export type JsonProblem = {
  readonly kind: 'ends' | 'deep' | 'wrong';
  readonly at: number;
  readonly line: number;
};

/** A key that an object has more than once. */
export type RepeatedKey = { readonly key: string; readonly line: number; readonly count: number };

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Words that scripts write where a number is missing; JSON itself knows the first three only. */
const WORDS: readonly (readonly [string, JsonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', null],
  ['Infinity', null],
  ['-Infinity', null],
];
/** A place in a text that is read from its beginning to its end, once. */
export type Cursor = {
  readonly text: string;
  at: number;
  line: number;
  /** Position of the next line break that is not counted yet, and of the next backslash; behind the end when none. */
  nextBreak: number;
  nextSlash: number;
  problem: JsonProblem | null;
  repeated: RepeatedKey | null;
  /** Keys of the object that closed last at each depth: equal ones are shared. */
  readonly shared: (readonly string[])[];
};

export function skipSpace(cursor: Cursor): number {
  const { text } = cursor;
  let { at } = cursor;
  let code = text.charCodeAt(at);
  while (
    code === 0x20 ||
    code === 0x0a ||
    code === 0x0d ||
    code === 0x09 ||
    code === 0x1e ||
    code === 0xfeff
  ) {
    at += 1;
    code = text.charCodeAt(at);
  }
  cursor.at = at;
  return code;
}

/** Position of a character from a place on; behind the end when there is none. */
function find(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from);
  return found < 0 ? text.length : found;
}

/** Line of the cursor; lines are counted forward only. */
export function lineHere(cursor: Cursor): number {
  while (cursor.nextBreak < cursor.at) {
    cursor.line += 1;
    cursor.nextBreak = find(cursor.text, '\n', cursor.nextBreak + 1);
  }
  return cursor.line;
}

function slashFrom(cursor: Cursor, from: number): number {
  if (cursor.nextSlash < from) cursor.nextSlash = find(cursor.text, '\\', from);
  return cursor.nextSlash;
}

export function fail(cursor: Cursor, kind: JsonProblem['kind']): null {
  const ended = kind === 'wrong' && cursor.at >= cursor.text.length;
  const at = ended ? cursor.text.length : cursor.at + 1;
  cursor.problem ??= { kind: ended ? 'ends' : kind, at, line: lineHere(cursor) };
  return null;
}

/** Position of the quote that closes a string, and whether anything before it is escaped. */
function closingQuote(cursor: Cursor, start: number): { readonly end: number; readonly escaped: boolean } {
  const { text } = cursor;
  let end = find(text, '"', start + 1);
  let escaped = false;
  for (let slash = slashFrom(cursor, start + 1); slash < end; slash = slashFrom(cursor, slash + 2)) {
    escaped = true;
    if (slash + 1 === end) end = find(text, '"', end + 1);
  }
  return { end, escaped };
}

export function readString(cursor: Cursor): string | null {
  const { text } = cursor;
  const start = cursor.at;
  lineHere(cursor);
  const { end, escaped } = closingQuote(cursor, start);
  const stop = Math.min(end, cursor.nextBreak);
  if (stop !== end || end === text.length) {
    cursor.at = stop;
    return fail(cursor, 'wrong');
  }
  cursor.at = end + 1;
  if (!escaped) return text.slice(start + 1, end);
  try {
    return JSON.parse(text.slice(start, end + 1).replaceAll('\t', '\\t')) as string;
  } catch {
    cursor.at = start;
    return fail(cursor, 'wrong');
  }
}

function readWord(cursor: Cursor): JsonValue {
  const { text, at } = cursor;
  const found = WORDS.find(([word]) => text.startsWith(word, at));
  if (found === undefined) {
    const rest = text.slice(at, at + 12);
    if (WORDS.some(([word]) => word.startsWith(rest))) cursor.at = text.length;
    return fail(cursor, 'wrong');
  }
  cursor.at += found[0].length;
  return found[1];
}

export function readScalar(cursor: Cursor, code: number): JsonValue {
  if (code === 0x22) return readString(cursor);
  NUMBER.lastIndex = cursor.at;
  const written = NUMBER.exec(cursor.text)?.[0];
  if (written === undefined) return readWord(cursor);
  cursor.at += written.length;
  const value = Number(written);
  return String(value) === written ? value : { kind: 'number', text: written };
}

/** A cursor at the beginning of a text. */
export function openCursor(text: string): Cursor {
  return {
    text,
    at: 0,
    line: 1,
    nextBreak: find(text, '\n', 0),
    nextSlash: find(text, '\\', 0),
    problem: null,
    repeated: null,
    shared: [],
  };
}
