import { aliasKey } from '#shared/tabular/entity-name.ts';

/** A name of a file that may stand for one that is known, or for another name of the file, and why. */
export type AliasSuggestion = { readonly name: string; readonly standsFor: string; readonly because: string };

/** Shorter names differ by one letter too often to mean the same. */
const LONG_ENOUGH = 6;
/** Beyond this many names nobody goes through suggestions one by one. */
const MOST_NAMES = 5000;
const MOST_ALIKE = 20;

const MARKS = /\p{M}+/gu;

function withoutAccents(key: string): string {
  return key.normalize('NFD').replace(MARKS, '');
}

/** Whether two keys are one letter apart: changed, added, left out, or two beside each other swapped. Digits tell names apart. */
function isOneLetterApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < LONG_ENOUGH || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const left = short.slice(start, short.length - end);
  const right = long.slice(start, long.length - end);
  if (/\d/.test(left + right) || left === right) return false;
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/**
 * A key and all that it becomes with one character left out: names one letter apart share one of these. Digits stay,
 * since names that differ in one are never alike.
 */
function shortenings(key: string): readonly string[] {
  if (key.length < LONG_ENOUGH) return [];
  const all = [key];
  for (let at = 0; at < key.length; at += 1) {
    if (!/\d/.test(key.charAt(at))) all.push(key.slice(0, at) + key.slice(at + 1));
  }
  return all;
}

type Named = { readonly name: string; readonly key: string };

/** Names by what is left of them, each found by a name that is nearly the same. */
function createNames() {
  const byKey = new Map<string, string>();
  const byLetters = new Map<string, string>();
  const byShortening = new Map<string, Named[]>();
  const add = (name: string): void => {
    const key = aliasKey(name);
    if (!byKey.has(key)) byKey.set(key, name);
    const letters = withoutAccents(key);
    if (!byLetters.has(letters)) byLetters.set(letters, name);
    for (const short of shortenings(key)) {
      const like = byShortening.get(short);
      if (like === undefined) byShortening.set(short, [{ name, key }]);
      else if (like.length < MOST_ALIKE) like.push({ name, key });
    }
  };
  const find = (name: string): Omit<AliasSuggestion, 'name'> | null => {
    const key = aliasKey(name);
    const same = byKey.get(key);
    if (same !== undefined) {
      const capitals = name.toLowerCase() === same.toLowerCase();
      return {
        standsFor: same,
        because: capitals ? 'differs in capitals only' : 'differs in _, - or spaces only',
      };
    }
    const plain = byLetters.get(withoutAccents(key));
    if (plain !== undefined) return { standsFor: plain, because: 'differs in accents only' };
    const like = shortenings(key).flatMap((short) => byShortening.get(short) ?? []);
    const near = like.find((other) => isOneLetterApart(key, other.key));
    return near === undefined ? null : { standsFor: near.name, because: 'differs in one letter' };
  };
  return { add, find };
}

/**
 * Names of a file that may stand for others: for a known name first, else for the one that the file names first. They
 * are suggestions; nothing is joined before a person says so. `settled` are names that a decision exists for.
 */
export function aliasSuggestions(
  names: readonly string[],
  known: readonly string[],
  settled: ReadonlySet<string> = new Set(),
): readonly AliasSuggestion[] {
  const fixed = new Set(known);
  const seen = createNames();
  for (const name of known.slice(0, MOST_NAMES)) seen.add(name);
  const found: AliasSuggestion[] = [];
  for (const name of names.slice(0, MOST_NAMES)) {
    if (fixed.has(name) || settled.has(name)) continue;
    const like = seen.find(name);
    if (like === null) seen.add(name);
    else found.push({ name, ...like });
  }
  return found;
}
