/** Letters that no decomposition opens, as they are typed without them. */
const OPENED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Most names have nothing to fold, and there may be thousands. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Letters as they are compared: without accents, case, ligatures and widths, in any script. */
export function foldLetters(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => OPENED[letter] ?? letter);
}

export type Named = {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  /** Further words that find it: its owner, team, dimension. */
  readonly words?: string;
};

type Folded<Entry extends Named> = { readonly entry: Entry; readonly name: string; readonly all: string };

/** What is looked through, prepared once. */
export type NameIndex<Entry extends Named> = readonly Folded<Entry>[];

export function nameIndex<Entry extends Named>(entries: readonly Entry[]): NameIndex<Entry> {
  return entries.map((entry) => {
    const name = foldLetters(entry.name);
    return { entry, name, all: `${name} ${foldLetters(`${entry.group} ${entry.words ?? ''}`)}` };
  });
}

const INSIDE_A_WORD = /[\p{L}\p{N}]/u;

/** Whether a word of the text begins with `word`; a sign before it (`@`, `-`) ends the word before. */
function beginsAWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !INSIDE_A_WORD.test(text.charAt(at - 1)) || !INSIDE_A_WORD.test(word.charAt(0)))
      return true;
  }
  return false;
}

/** How well an entry fits that has every word, smallest first: it is so, begins so, has it as words, has it somewhere. */
function distance({ name, all }: Folded<Named>, typed: string, words: readonly string[]): number {
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  if (words.length > 1 && beginsAWord(name, typed)) return 2;
  if (words.every((word) => beginsAWord(name, word))) return name.startsWith(words[0] ?? '') ? 2 : 3;
  if (words.every((word) => name.includes(word))) return 4;
  return words.every((word) => beginsAWord(all, word)) ? 5 : 6;
}

export type Wanted = {
  readonly most: number;
  /** As many of one group come before the others have had their turn. */
  readonly mostOfGroup?: number;
  /** Ids that were chosen before, newest first: of two that fit as well, the one chosen last comes first. */
  readonly recent?: readonly string[];
};

export type Found<Entry extends Named> = { readonly count: number; readonly shown: readonly Entry[] };

/** The best, but no group takes all places while others have fitting entries too. */
function fairly<Entry extends Named>(ranked: readonly Entry[], { most, mostOfGroup = most }: Wanted) {
  const taken = new Map<string, number>();
  const first: Entry[] = [];
  const later: Entry[] = [];
  for (const entry of ranked) {
    const count = (taken.get(entry.group) ?? 0) + 1;
    taken.set(entry.group, count);
    if (count <= mostOfGroup) first.push(entry);
    else if (later.length < most) later.push(entry);
    if (first.length === most) break;
  }
  const shown = new Set([...first, ...later.slice(0, most - first.length)]);
  return ranked.filter((entry) => shown.has(entry));
}

/** Entries that have every typed word, in any order, in name, group or further words: the best first, at most `most`. */
export function findByName<Entry extends Named>(
  index: NameIndex<Entry>,
  typed: string,
  wanted: Wanted,
): Found<Entry> {
  const words = foldLetters(typed).split(/\s+/).filter(Boolean);
  const recent = new Map((wanted.recent ?? []).map((id, at) => [id, at]));
  const whole = words.join(' ');
  const ranks: Folded<Entry>[][] = Array.from({ length: 7 }, () => []);
  for (const one of index) {
    if (!words.every((word) => one.all.includes(word))) continue;
    ranks[words.length === 0 ? 6 : distance(one, whole, words)]?.push(one);
  }
  const at = ({ entry }: Folded<Entry>) => recent.get(entry.id) ?? Number.MAX_SAFE_INTEGER;
  const ranked = ranks.flatMap((rank) =>
    recent.size === 0
      ? rank
      : [
          ...rank.filter((one) => recent.has(one.entry.id)).sort((a, b) => at(a) - at(b)),
          ...rank.filter((one) => !recent.has(one.entry.id)),
        ],
  );
  return {
    count: ranked.length,
    shown: fairly(
      ranked.map(({ entry }) => entry),
      wanted,
    ),
  };
}
