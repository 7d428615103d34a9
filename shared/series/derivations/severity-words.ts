import registers from '#shared/drive/data/registers.json' with { type: 'json' };

export type Severity = 'Sev0' | 'Sev1' | 'Sev2' | 'Sev3';

/** What a severity word means: a grade, no incident at all (maintenance), or nothing that is known. */
export type SeverityWord = Severity | 'none' | 'unknown';

const MAPPED: ReadonlyMap<string, string | null> = new Map(
  registers.severities.mapping.flatMap(({ words, sev }) => words.map((word) => [word, sev] as const)),
);

function isSeverity(text: string): text is Severity {
  return text === 'Sev0' || text === 'Sev1' || text === 'Sev2' || text === 'Sev3';
}

/** Grade of a word as a tool writes it (`P1`, `SEV-2`, `critical`), by the organization's own words and the register's. */
export function severityOf(word: string, own: Readonly<Record<string, string | null>> = {}): SeverityWord {
  const key = word.trim().toLowerCase().replace(/\s+/g, '');
  const mapped = Object.hasOwn(own, key) ? own[key] : MAPPED.get(key);
  if (mapped === undefined) return 'unknown';
  if (mapped === null) return 'none';
  return isSeverity(mapped) ? mapped : 'unknown';
}
