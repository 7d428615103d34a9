import type { Day } from '#shared/day.ts';
import type { ColumnSetting, ReadingType, Warning } from '#shared/tabular/reading.ts';
import { type CellTable, cellTable } from './cell-table.ts';

/** One finding of a scanner, in the words that all scanners share. */
export type Finding = {
  /** CVE or advisory, else the scanner's rule. */
  readonly cve: string;
  /** As the scanner writes it; what is no vulnerability has its class behind it: `HIGH (misconfiguration)`. */
  readonly severity: string;
  readonly package: string;
  readonly version: string;
  /** Whether a fix exists; empty where the file does not say. */
  readonly fix: 'yes' | 'no' | '';
  readonly asset: string;
  readonly location: string;
  readonly state: string;
  readonly muted: boolean;
  readonly firstSeen: string;
  readonly fixedAt: string;
  readonly line: number;
};

/** A finding with only what a file says of it. */
export function finding(parts: Pick<Finding, 'cve' | 'severity' | 'line'> & Partial<Finding>): Finding {
  return {
    package: '',
    version: '',
    fix: '',
    asset: '',
    location: '',
    state: '',
    muted: false,
    firstSeen: '',
    fixedAt: '',
    ...parts,
  };
}

const SAME: Readonly<Record<string, string>> = {
  moderate: 'medium',
  important: 'high',
  informational: 'info',
  information: 'info',
  unspecified: 'unknown',
  '': 'unknown',
};

/** Severity word of any scanner in lower case, MODERATE being medium. */
export function severityWord(written: string): string {
  const word = written.trim().toLowerCase();
  return SAME[word] ?? word;
}

/** Grade of a CVSS score by its usual bands: 9, 7, 4. */
export function severityOfScore(score: number): string {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'none';
}

type Field = {
  readonly name: string;
  readonly role: ColumnSetting['role'];
  readonly of: (each: Finding) => string;
};

const FIELDS: readonly Field[] = [
  { name: 'cve', role: 'dimension', of: (each) => each.cve },
  { name: 'severity', role: 'dimension', of: (each) => severityWord(each.severity) },
  { name: 'package', role: 'dimension', of: (each) => each.package },
  { name: 'version', role: 'dimension', of: (each) => each.version },
  { name: 'fix available', role: 'dimension', of: (each) => each.fix },
  { name: 'asset', role: 'entity', of: (each) => each.asset },
  { name: 'location', role: 'dimension', of: (each) => each.location },
  { name: 'state', role: 'dimension', of: (each) => each.state },
  { name: 'muted', role: 'dimension', of: (each) => (each.muted ? 'yes' : '') },
  { name: 'first seen', role: 'period', of: (each) => each.firstSeen },
  { name: 'fixed at', role: 'dimension', of: (each) => each.fixedAt },
];
const ALWAYS = new Set(['cve', 'severity', 'asset']);

function bySeverity(findings: readonly Finding[]): readonly Warning[] {
  if (findings.length === 0) return [];
  const counts = new Map<string, number>();
  for (const each of findings) {
    const word = severityWord(each.severity);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const order = ['critical', 'high', 'medium', 'low'];
  const rank = (word: string): number => (order.includes(word) ? order.indexOf(word) : order.length);
  const told = [...counts]
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([word, count]) => `${count} ${word}`)
    .join(', ');
  const renamed = findings.some((each) => each.severity.toLowerCase() === 'moderate');
  const message = `Findings by severity: ${told}${renamed ? ' (moderate is medium)' : ''}. Those that are fixed, muted or without a fix are not open.`;
  return [{ code: 'by-severity', message }];
}

/** Findings as one table, a row each. `scanned` is the day of the scan; null where the file has none and it is asked. */
export function findingsTable(
  findings: readonly Finding[],
  parts: {
    readonly type: ReadingType;
    readonly from: string;
    readonly scanned: Day | null;
    /** What was scanned, where the file says that nothing was found on it. */
    readonly clean?: string | null;
    readonly warnings?: readonly Warning[];
  },
): CellTable {
  const { type, from, scanned, clean = null, warnings = [] } = parts;
  const used = FIELDS.filter(({ name, of }) => ALWAYS.has(name) || findings.some((each) => of(each) !== ''));
  const columns = used.map(({ name, role }) => ({ name, occurrence: 1, role }) as ColumnSetting);
  return cellTable({
    type,
    from,
    header: used.map((each) => each.name),
    rows: findings.map((each) => ({ line: each.line, cells: used.map(({ of }) => of(each)) })),
    scan: scanOf(findings, clean),
    sentence: findings.length > 0 || clean === null ? null : cleanSentence(clean),
    settings: { columns, ...(scanned === null ? {} : { asOf: scanned }) },
    warnings: [...asOf(scanned), ...bySeverity(findings), ...warnings],
  });
}

function scanOf(findings: readonly Finding[], clean: string | null): CellTable['scan'] {
  const assets = new Set(findings.map((each) => each.asset));
  const [asset = clean] = assets;
  return assets.size > 1 || asset === null ? null : { asset, found: findings.length };
}

function cleanSentence(asset: string): string {
  return `The scan of ${asset} found nothing: 0 open critical and high findings.`;
}

const IMAGE = /^[^\s@]*?([^\s/:@]+)(?::[\w][\w.-]{0,127})?(?:@sha256:[0-9a-f]{6,64})?$/;

/** Image without its registry, tag and digest, which change from build to build; other names as they are. */
export function imageName(reference: string): string {
  if (/\.tar(?:\.gz)?$/.test(reference) || !/[:@]/.test(reference)) return reference;
  return IMAGE.exec(reference)?.[1] ?? reference;
}

function asOf(scanned: Day | null): readonly Warning[] {
  if (scanned === null) return [];
  return [{ code: 'as-of', message: `The file says that it was made on ${scanned}: it describes that day.` }];
}

/** A file's name without its ending, where nothing in the file names what was scanned. */
export function fileStem(file: string): string {
  return file.replace(/\.[^.]{1,6}$/, '');
}
