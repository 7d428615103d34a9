import { fold, type Word } from './words.ts';

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

/** Spaces, dots, hyphens and apostrophes do not tell names apart: `@ana-costa` is Ana Costa. */
function nameKey(text: string): string {
  return fold(text).replace(/[\s._'’-]+/g, '');
}

/** The name as typed where umlauts are written out: `mueller`. */
function writtenOut(name: string): string {
  const long: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüåø]/gu, (letter) => long[letter] ?? letter);
}

type NameKeys = {
  /** Handle and full name. */
  readonly whole: readonly string[];
  /** What follows the first name, from each part on: `de Vries`, `Vries`. */
  readonly later: readonly string[];
  readonly initials: string;
};

function keysOf({ handle, name }: CapturePerson): NameKeys {
  const spellings = [...new Set([name, writtenOut(name)])];
  const partsOf = (spelling: string) => spelling.split(/[\s-]+/u).filter((part) => part !== '');
  return {
    whole: [handle, ...spellings].map(nameKey),
    later: spellings.flatMap((spelling) => {
      const parts = partsOf(spelling);
      return parts.slice(1).map((_, index) => nameKey(parts.slice(index + 1).join('')));
    }),
    initials: partsOf(fold(name))
      .map((part) => [...part][0] ?? '')
      .join(''),
  };
}

const nameKeys = new WeakMap<CapturePerson, NameKeys>();

function keysFor(person: CapturePerson): NameKeys {
  const known = nameKeys.get(person) ?? keysOf(person);
  nameKeys.set(person, known);
  return known;
}

/** How closely a typed name fits a person: 0 exactly, then the beginning of the name, of a later part, the initials. */
function closeness(person: CapturePerson, key: string): number | null {
  const { whole, later, initials } = keysFor(person);
  if (whole.includes(key)) return 0;
  if (whole.some((name) => name.startsWith(key))) return 1;
  if (later.some((name) => name.startsWith(key))) return 2;
  return [...key].length > 1 && initials === key ? 3 : null;
}

/** Whom a typed name means: those whom it fits most closely. */
export function matchOwner(typed: string, people: readonly CapturePerson[]): OwnerMatch {
  const key = nameKey(typed);
  if (key === '') return { kind: 'none' };
  const fits = people.flatMap((person) => {
    const close = closeness(person, key);
    return close === null ? [] : [{ person, close }];
  });
  const closest = Math.min(...fits.map(({ close }) => close));
  const found = fits.filter(({ close }) => close === closest).map(({ person }) => person);
  const [first] = found;
  if (first === undefined) return { kind: 'none' };
  return found.length === 1 ? { kind: 'one', person: first } : { kind: 'several', people: found };
}

/** The longest name that is looked for behind a sign, in words beside the first. */
const MOST_FURTHER_NAMES = 3;

const fullNames = new WeakMap<readonly CapturePerson[], ReadonlySet<string>>();

/** Names of several words, compared as names are; kept for as long as the list of people is. */
function fullNamesOf(people: readonly CapturePerson[]): ReadonlySet<string> {
  const remembered = fullNames.get(people);
  if (remembered !== undefined) return remembered;
  const several = people.filter(({ name }) => /\s/.test(name));
  const keys = new Set(several.flatMap((person) => keysFor(person).whole.slice(1)));
  fullNames.set(people, keys);
  return keys;
}

/** The words of a line where `@Maria Silva`, typed without quotes, is one word when somebody has that very name. */
export function withFullNames(words: readonly Word[], people: readonly CapturePerson[]): readonly Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    if (word === undefined) break;
    const further = /^\(?@\p{L}/u.test(word.text) ? furtherNames(words, at, people) : 0;
    const last = words[at + further] ?? word;
    const text = words.slice(at, at + further + 1).map((one) => one.text);
    const name = text.join(' ').replace(/^\(?@/, '');
    joined.push(
      further === 0 ? word : { text: `@"${name.replace(END, '')}"`, start: word.start, end: last.end },
    );
    at += further + 1;
  }
  return joined;
}

const END = /[,;:.!?)]+$/u;

function furtherNames(words: readonly Word[], at: number, people: readonly CapturePerson[]): number {
  for (let further = MOST_FURTHER_NAMES; further > 0; further -= 1) {
    const texts = words.slice(at, at + further + 1).map(({ text }) => text);
    const name = texts.join(' ').replace(/^\(?@/, '').replace(END, '');
    if (texts.length === further + 1 && fullNamesOf(people).has(nameKey(name))) return further;
  }
  return 0;
}

/** People that a half-typed name may mean, the likeliest first; all of them while nothing is typed. */
export function completeOwner(prefix: string, people: readonly CapturePerson[]): readonly CapturePerson[] {
  const key = nameKey(prefix.replace(/^@"?/, ''));
  return people
    .map((person) => ({ person, close: closeness(person, key) }))
    .filter(({ close }) => close !== null)
    .sort((a, b) => (a.close ?? 0) - (b.close ?? 0) || (a.person.name < b.person.name ? -1 : 1))
    .map(({ person }) => person);
}

/** The name being typed at the caret, with its place in the line (from `@`), or null when none is. */
export function ownerPrefixAt(
  line: string,
  caret: number,
): { readonly start: number; readonly end: number; readonly prefix: string } | null {
  const before = line.slice(Math.max(0, caret - 122), caret);
  const typed = /(?:^|[\s(])@(?:"([^"]*)|([\p{L}\p{N}\p{M}._'’-]*))$/u.exec(before);
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
