import type { JsonObject, JsonValue } from './json-tree.ts';

/** Where and why a text is no JSON. `at` counts characters from 1; for `ends` it is the length of the text. */
export type JsonProblem = {
  readonly kind: 'ends' | 'deep' | 'wrong';
  readonly at: number;
  readonly line: number;
};

/** A key that an object has more than once. */
export type RepeatedKey = { readonly key: string; readonly line: number; readonly count: number };

export type JsonDocument = {
  /** One value, or one for each line of newline-delimited JSON. */
  readonly roots: readonly JsonValue[];
  readonly repeated: RepeatedKey | null;
  /** Lines of newline-delimited JSON that are none. */
  readonly badLines: readonly { readonly line: number; readonly text: string }[];
};

/** Deeper than any export. The walk itself has no limit, so that a deeper file is told in words. */
export const DEEPEST = 1000;

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
const MANY_KEYS = 32;

type Frame = {
  readonly keys: string[] | null;
  readonly values: JsonValue[];
  readonly line: number;
  seen: Set<string> | null;
};

type Cursor = {
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

function skipSpace(cursor: Cursor): number {
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
function lineHere(cursor: Cursor): number {
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

function fail(cursor: Cursor, kind: JsonProblem['kind']): null {
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

function readString(cursor: Cursor): string | null {
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

function readScalar(cursor: Cursor, code: number): JsonValue {
  if (code === 0x22) return readString(cursor);
  NUMBER.lastIndex = cursor.at;
  const written = NUMBER.exec(cursor.text)?.[0];
  if (written === undefined) return readWord(cursor);
  cursor.at += written.length;
  const value = Number(written);
  return String(value) === written ? value : { kind: 'number', text: written };
}

function noteRepeated(cursor: Cursor, frame: Frame, key: string): void {
  const keys = frame.keys ?? [];
  if (keys.length >= MANY_KEYS) frame.seen ??= new Set(keys);
  const before = frame.seen?.has(key) ?? keys.includes(key);
  frame.seen?.add(key);
  if (!before) return;
  const { repeated } = cursor;
  if (repeated === null) cursor.repeated = { key, line: lineHere(cursor), count: 1 };
  else cursor.repeated = { ...repeated, count: repeated.count + 1 };
}

/** Reads `"key":` into the object under way. */
function readKey(cursor: Cursor, frame: Frame, depth: number): void {
  if (skipSpace(cursor) !== 0x22) {
    fail(cursor, 'wrong');
    return;
  }
  const key = readString(cursor);
  if (key === null) return;
  const known = cursor.shared[depth]?.[frame.keys?.length ?? 0];
  if (skipSpace(cursor) !== 0x3a) {
    fail(cursor, 'wrong');
    return;
  }
  cursor.at += 1;
  noteRepeated(cursor, frame, key);
  frame.keys?.push(known === key ? known : key);
}

function sharedKeys(cursor: Cursor, keys: readonly string[], depth: number): readonly string[] {
  const before = cursor.shared[depth];
  if (before?.length === keys.length && keys.every((key, index) => key === before[index])) return before;
  cursor.shared[depth] = keys;
  return keys;
}

function close(cursor: Cursor, stack: Frame[]): JsonValue {
  const frame = stack.pop();
  if (frame === undefined) return null;
  const { keys, values, line } = frame;
  if (keys === null) return { kind: 'list', items: values, line };
  const object: JsonObject = { kind: 'object', keys: sharedKeys(cursor, keys, stack.length), values, line };
  return object;
}

/** Begins an object or a list; answers it at once when it is empty, else undefined: its first value follows. */
function open(cursor: Cursor, stack: Frame[], isObject: boolean): JsonValue | undefined {
  const frame: Frame = { keys: isObject ? [] : null, values: [], line: lineHere(cursor), seen: null };
  stack.push(frame);
  if (stack.length > DEEPEST) return fail(cursor, 'deep');
  cursor.at += 1;
  if (skipSpace(cursor) === (isObject ? 0x7d : 0x5d)) {
    cursor.at += 1;
    return close(cursor, stack);
  }
  if (isObject) readKey(cursor, frame, stack.length - 1);
  return undefined;
}

/** Puts a value where it belongs and closes what ends after it; true once the outermost value is complete. */
function settle(cursor: Cursor, stack: Frame[], first: JsonValue): { readonly done: JsonValue } | null {
  let value = first;
  for (;;) {
    const top = stack[stack.length - 1];
    if (top === undefined) return { done: value };
    top.values.push(value);
    const code = skipSpace(cursor);
    if (code === 0x2c) {
      cursor.at += 1;
      if (top.keys !== null) readKey(cursor, top, stack.length - 1);
      return null;
    }
    if (code !== (top.keys === null ? 0x5d : 0x7d)) return { done: fail(cursor, 'wrong') };
    cursor.at += 1;
    value = close(cursor, stack);
  }
}

function readValue(cursor: Cursor): JsonValue {
  const stack: Frame[] = [];
  while (cursor.problem === null) {
    const code = skipSpace(cursor);
    const isOpening = code === 0x7b || code === 0x5b;
    const value = isOpening ? open(cursor, stack, code === 0x7b) : readScalar(cursor, code);
    if (cursor.problem !== null) return null;
    const settled = value === undefined ? null : settle(cursor, stack, value);
    if (settled !== null) return settled.done;
  }
  return null;
}

/** Whether a line that is no JSON stands among others that are: it is set aside, the others are read. */
function setAside(
  cursor: Cursor,
  start: number,
  roots: readonly JsonValue[],
): { line: number; text: string } | null {
  const { problem, text } = cursor;
  if (problem === null || problem.kind !== 'wrong' || roots.length === 0) return null;
  const begins = text.lastIndexOf('\n', start - 1) + 1;
  const ends = text.indexOf('\n', start);
  if (text.slice(begins, start).trim() !== '' || ends < 0 || problem.at - 1 > ends) return null;
  cursor.at = start;
  const line = lineHere(cursor);
  cursor.problem = null;
  cursor.at = ends;
  return { line, text: text.slice(start, ends).slice(0, 300) };
}

/** Reads JSON or newline-delimited JSON of any depth and with any keys, or says where it stops being such. */
export function parseJson(text: string): JsonDocument | JsonProblem {
  const cursor: Cursor = {
    text,
    at: 0,
    line: 1,
    nextBreak: find(text, '\n', 0),
    nextSlash: find(text, '\\', 0),
    problem: null,
    repeated: null,
    shared: [],
  };
  const roots: JsonValue[] = [];
  const badLines: { line: number; text: string }[] = [];
  for (;;) {
    skipSpace(cursor);
    if (cursor.at >= text.length && roots.length > 0) break;
    const start = cursor.at;
    const root = readValue(cursor);
    const problem: JsonProblem | null = cursor.problem;
    if (problem === null) {
      roots.push(root);
      continue;
    }
    const aside = setAside(cursor, start, roots);
    if (aside === null) return problem;
    badLines.push(aside);
  }
  return { roots, repeated: cursor.repeated, badLines };
}
