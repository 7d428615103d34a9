const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** Entity when the file names none. */
export const ORGANIZATION = 'organization';

/** Name as it is stored: composed, without invisible characters, white space as single spaces, none at the ends. */
export function normaliseEntity(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** Names that differ only in case, `_`, `-` and spaces share this key. They are proposed as one, never joined silently. */
export function aliasKey(name: string): string {
  return name.toLowerCase().replace(/[\s_\-./]+/g, '');
}

/** Groups of names that may stand for the same thing, `known` ones among them; each group has two names or more. */
export function likelyAliases(
  names: readonly string[],
  known: readonly string[],
): readonly (readonly string[])[] {
  const groups = new Map<string, Set<string>>();
  for (const name of [...known, ...names]) {
    const key = aliasKey(name);
    const group = groups.get(key) ?? new Set<string>();
    group.add(name);
    groups.set(key, group);
  }
  const inFile = new Set(names);
  return [...groups.values()]
    .filter((group) => group.size > 1 && [...group].some((name) => inFile.has(name)))
    .map((group) => [...group]);
}
