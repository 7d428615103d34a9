import { fold } from './words.ts';

export type CapturePerson = {
  readonly id: string;
  /** What is typed after `@`; never with a space. */
  readonly handle: string;
  readonly name: string;
};

export type OwnerMatch =
  | { readonly kind: 'one'; readonly person: CapturePerson }
  | { readonly kind: 'several'; readonly people: readonly CapturePerson[] }
  | { readonly kind: 'none' };

/** Spaces, dots and hyphens do not tell names apart: `@ana-costa` is Ana Costa. */
function nameKey(text: string): string {
  return fold(text).replace(/[\s._-]+/g, '');
}

/** Whom a typed name means: an exact handle or full name first, else a prefix of handle, first or full name. */
export function matchOwner(typed: string, people: readonly CapturePerson[]): OwnerMatch {
  const key = nameKey(typed);
  if (key === '') return { kind: 'none' };
  const exact = people.filter((person) => nameKey(person.handle) === key || nameKey(person.name) === key);
  const found =
    exact.length > 0
      ? exact
      : people.filter((person) => [person.handle, person.name].some((name) => nameKey(name).startsWith(key)));
  const [first] = found;
  if (first === undefined) return { kind: 'none' };
  return found.length === 1 ? { kind: 'one', person: first } : { kind: 'several', people: found };
}

function completionRank(person: CapturePerson, key: string): number {
  if (nameKey(person.handle) === key) return 0;
  if (nameKey(person.handle).startsWith(key)) return 1;
  if (nameKey(person.name).startsWith(key)) return 2;
  return fold(person.name)
    .split(/[\s-]+/)
    .some((part) => part.startsWith(key))
    ? 3
    : 4;
}

/** People that a half-typed name may mean, the likeliest first; family names count here, since a list is shown. */
export function completeOwner(prefix: string, people: readonly CapturePerson[]): readonly CapturePerson[] {
  const key = nameKey(prefix.replace(/^@"?/, ''));
  return people
    .map((person) => ({ person, rank: completionRank(person, key) }))
    .filter(({ rank }) => rank < 4)
    .sort((a, b) => a.rank - b.rank || a.person.name.localeCompare(b.person.name))
    .map(({ person }) => person);
}

/** The name being typed at the caret, with its place in the line (from `@`), or null when none is. */
export function ownerPrefixAt(
  line: string,
  caret: number,
): { readonly start: number; readonly end: number; readonly prefix: string } | null {
  const before = line.slice(Math.max(0, caret - 122), caret);
  const typed = /(?:^|\s)@(?:"([^"]*)|([\p{L}\p{N}\p{M}._-]*))$/u.exec(before);
  if (typed === null) return null;
  const prefix = typed[1] ?? typed[2] ?? '';
  const signs = typed[1] === undefined ? 1 : 2;
  return { start: caret - prefix.length - signs, end: caret, prefix };
}

/** What completing to a person leaves in the line: the handle, or the quoted name where the handle is not plain. */
export function ownerToken(person: CapturePerson): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]*$/u.test(person.handle)
    ? `@${person.handle}`
    : `@"${person.name}"`;
}
