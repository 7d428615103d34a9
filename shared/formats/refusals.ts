import type { JsonProblem } from './json-cursor.ts';
import { field, isList, isObject, type JsonObject, type JsonValue, text } from './json-tree.ts';
import { DEEPEST } from './parse-json.ts';

/** What is wrong with a text that is no JSON, and what to do, as a sentence. */
export function problemSentence(problem: JsonProblem): string {
  switch (problem.kind) {
    case 'ends':
      return `This JSON ends in the middle, at character ${problem.at}: the file is incomplete and nothing was read. Download it again.`;
    case 'deep':
      return `This JSON is nested more than ${DEEPEST.toLocaleString('en-US')} levels deep (line ${problem.line}), and no export is. Nothing was read; export it again, or as CSV.`;
    case 'wrong':
      return `This JSON has an error in line ${problem.line} (character ${problem.at}), so nothing was read. Export it again, or as CSV.`;
  }
}

const MESSAGES = ['message', 'detail', 'title', 'description', 'error', 'errors', 'reason'];

function messageIn(value: JsonValue | undefined): string | null {
  let found = value;
  for (let step = 0; step < 20; step += 1) {
    if (typeof found === 'string') return found;
    if (isList(found)) found = found.items[0];
    else {
      const inside: JsonValue | undefined = found;
      const key = MESSAGES.find((each) => field(inside, each) !== undefined);
      if (key === undefined) return null;
      found = field(inside, key);
    }
  }
  return null;
}

function isNothing(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  if (isObject(value)) return value.keys.length === 0;
  return isList(value) && value.items.length === 0;
}

/** Value of a key, however it is capitalised. */
function named(value: JsonObject, name: string): JsonValue | undefined {
  const key = value.keys.find((each) => each.toLowerCase() === name);
  return key === undefined ? undefined : field(value, key);
}

const ERROR_KEYS = [
  'errors',
  'error',
  'errormessages',
  'errormessage',
  'error_description',
  'fault',
  'exception',
];

/** Sentence for an API's error answer that was saved in place of the export; null when the value is none. */
export function errorSentence(root: JsonValue | undefined): string | null {
  if (!isObject(root)) return null;
  const told = ERROR_KEYS.map((key) => named(root, key)).find((value) => !isNothing(value));
  const isBare = root.keys.length <= 4 && !root.values.some(isList);
  const short = isBare ? (named(root, 'message') ?? named(root, 'detail') ?? named(root, 'msg')) : undefined;
  const error = isNothing(told) ? short : told;
  if (isNothing(error)) return null;
  const holdsRows = root.keys.some((key, index) => {
    const value = root.values[index];
    if (/error/i.test(key)) return false;
    return (isList(value) && value.items.length > 0) || (isObject(value) && value.keys.length > 0);
  });
  if (holdsRows) return null;
  const message = messageIn(error) ?? (text(error) || 'without a message');
  return `This is an error answer of an API, not an export: “${message.slice(0, 200)}”. Export again once that is solved.`;
}
