/** Letters as they are compared: without accents, without case. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export type Named = { readonly name: string; readonly group: string };

/** What is looked through, prepared once. */
export type NameIndex<Entry extends Named> = readonly { readonly entry: Entry; readonly text: string }[];

export function nameIndex<Entry extends Named>(entries: readonly Entry[]): NameIndex<Entry> {
  return entries.map((entry) => ({ entry, text: plain(`${entry.name} ${entry.group}`) }));
}

/** How well a text that has every word fits, smallest first: it begins so, a word begins so, it occurs somewhere. */
function closeness(text: string, words: readonly string[]): number {
  const [first = ''] = words;
  if (text.startsWith(words.join(' '))) return 0;
  if (text.startsWith(first)) return 1;
  return words.every((word) => ` ${text}`.includes(` ${word}`)) ? 2 : 3;
}

/** Entries whose name or group has every typed word, in any order; those that begin so first, at most `most`. */
export function findByName<Entry extends Named>(
  index: NameIndex<Entry>,
  typed: string,
  most: number,
): readonly Entry[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return index.slice(0, most).map(({ entry }) => entry);
  return index
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map(({ entry, text }) => ({ entry, rank: closeness(text, words) }))
    .sort((left, right) => left.rank - right.rank)
    .slice(0, most)
    .map(({ entry }) => entry);
}
