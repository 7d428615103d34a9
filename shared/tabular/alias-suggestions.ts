import { aliasKey } from '#shared/tabular/entity-name.ts';

/** A name of a file that may stand for one that is known, or for another name of the file, and why. */
export type AliasSuggestion = { readonly name: string; readonly standsFor: string; readonly because: string };

/** Shorter names differ by one letter too often to mean the same. */
const LONG_ENOUGH = 6;
/** Comparing every name with every other takes too long beyond this many. */
const MOST_NAMES = 2000;

const MARKS = /\p{M}+/gu;

function withoutAccents(name: string): string {
  return aliasKey(name).normalize('NFD').replace(MARKS, '');
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

function reasonFor(name: string, other: string): string | null {
  if (aliasKey(name) === aliasKey(other))
    return name.toLowerCase() === other.toLowerCase()
      ? 'differs in capitals only'
      : 'differs in _, - or spaces only';
  if (withoutAccents(name) === withoutAccents(other)) return 'differs in accents only';
  return isOneLetterApart(aliasKey(name), aliasKey(other)) ? 'differs in one letter' : null;
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
  const open = names.filter((name) => !fixed.has(name) && !settled.has(name)).slice(0, MOST_NAMES);
  const targets = [...known.slice(0, MOST_NAMES)];
  const found: AliasSuggestion[] = [];
  for (const name of open) {
    const like = targets.flatMap((standsFor) => {
      const because = reasonFor(name, standsFor);
      return because === null ? [] : [{ name, standsFor, because }];
    });
    const best = like.find((one) => !one.because.endsWith('letter')) ?? like[0];
    if (best === undefined) targets.push(name);
    else found.push(best);
  }
  return found;
}
