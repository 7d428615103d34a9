import {
  type Cursor,
  fail,
  type JsonProblem,
  lineHere,
  openCursor,
  type RepeatedKey,
  readScalar,
  readString,
  skipSpace,
} from './json-cursor.ts';
import type { JsonObject, JsonValue } from './json-tree.ts';

export type JsonDocument = {
  /** One value, or one for each line of newline-delimited JSON. */
  readonly roots: readonly JsonValue[];
  readonly repeated: RepeatedKey | null;
  /** Lines of newline-delimited JSON that are none. */
  readonly badLines: readonly { readonly line: number; readonly text: string }[];
};

/** Deeper than any export. The walk itself has no limit, so that a deeper file is told in words. */
export const DEEPEST = 1000;

const MANY_KEYS = 32;

type Frame = {
  readonly keys: string[] | null;
  readonly values: JsonValue[];
  readonly line: number;
  seen: Set<string> | null;
};

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
  const { keys, line } = frame;
  // A list that was filled one by one has room for more than twice a row.
  const values = frame.values.slice();
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

/** One value of a text that holds nothing else; undefined where it is not one. */
function only(text: string, line: number): JsonValue | undefined {
  const cursor = openCursor(text);
  cursor.line = line;
  const value = readValue(cursor);
  skipSpace(cursor);
  return cursor.problem === null && cursor.at >= text.length ? value : undefined;
}

/** Newline-delimited JSON some lines of which are broken; null where most of them are. */
function byLines(text: string): JsonDocument | null {
  const roots: JsonValue[] = [];
  const badLines: { line: number; text: string }[] = [];
  text.split('\n').forEach((each, index) => {
    if (each.trim() === '') return;
    const value = only(each, index + 1);
    if (value === undefined) badLines.push({ line: index + 1, text: each.trim().slice(0, 300) });
    else roots.push(value);
  });
  return roots.length > badLines.length ? { roots, repeated: null, badLines } : null;
}

/** Reads JSON or newline-delimited JSON of any depth and with any keys, or says where it stops being such. */
export function parseJson(text: string): JsonDocument | JsonProblem {
  const cursor = openCursor(text);
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
    if (aside !== null) badLines.push(aside);
    else return (roots.length === 0 ? null : byLines(text)) ?? problem;
  }
  return { roots, repeated: cursor.repeated, badLines };
}
