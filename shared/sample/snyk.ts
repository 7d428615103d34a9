import { DAY_MS, dayToMs } from '#shared/day.ts';
import { lines, quotedRecord, record } from '#shared/sample/comma-separated.ts';
import { TEAMS } from '#shared/sample/fernhill.ts';
import { SAMPLE_AS_OF } from '#shared/sample/weekly-values.ts';
import type { Random } from '#shared/seeded-random.ts';
import { seededRandom } from '#shared/seeded-random.ts';

const HEADER = [
  'ISSUE_SEVERITY_RANK',
  'ISSUE_SEVERITY',
  'SCORE',
  'PROBLEM_TITLE',
  'CVE',
  'CVE_URL',
  'CWE',
].concat([
  'PROJECT_NAME',
  'PROJECT_URL',
  'EXPLOIT_MATURITY',
  'COMPUTED_FIXABILITY',
  'FIRST_INTRODUCED',
  'PRODUCT_NAME',
  'ORG_NAME',
  'PACKAGE_NAME_AND_VERSION',
  'ISSUE_URL',
  'ISSUE_STATUS_INDICATOR',
  'ISSUE_TYPE',
]);
const RANKS = { Critical: 4, High: 3, Medium: 2, Low: 1 } as const;
const TITLES = [
  'Regular Expression Denial of Service (ReDoS)',
  'HTTP Request Smuggling',
  'Deserialization of Untrusted Data',
  'Prototype Pollution',
  'Directory Traversal',
  'Improper Input Validation',
] as const;
const PACKAGES = ['json-reader: 2.4.1', 'tiny-http: 1.9.0', 'yaml-front: 0.8.3', 'image-box: 3.2.0'].concat([
  'queue-client: 5.0.2',
  'form-parser: 1.1.7',
  'xml-walk: 2.0.0',
]);

type Finding = {
  readonly severity: keyof typeof RANKS;
  readonly project: string;
  /** Days before the export on which it was first seen. */
  readonly age: number;
  readonly fixable: boolean;
  readonly state: 'Open' | 'Ignored';
};

function finding(severity: Finding['severity'], project: string, age: number): Finding {
  return { severity, project, age, fixable: true, state: 'Open' };
}

/** Three findings that nobody owns since 2026-08-24, two muted ones, and the usual young ones. */
function findings(random: Random): readonly Finding[] {
  const services = TEAMS.flatMap((team) => team.services.map(({ id }) => id));
  const some = () => services[random.whole(0, services.length - 1)] ?? 'cart';
  return [
    finding('Critical', 'legacy-export-1', 86),
    finding('Critical', 'legacy-export-2', 86),
    finding('Critical', 'legacy-export-4', 86),
    finding('Critical', 'media', 4),
    { ...finding('Critical', 'ml-features', 61), state: 'Ignored' },
    { ...finding('High', 'reporting-api', 140), state: 'Ignored' },
    { ...finding('Critical', 'indexer', 33), fixable: false },
    { ...finding('High', 'shipping', 52), fixable: false },
    ...[1, 3, 6, 9, 13, 17].map((age) => finding('High', some(), age)),
    ...Array.from({ length: 31 }, () => finding('Medium', some(), random.whole(2, 160))),
    ...Array.from({ length: 44 }, () => finding('Low', some(), random.whole(1, 300))),
    finding('Medium', 'catalog-api', 0),
  ];
}

function rowOf(random: Random, { severity, project, age, fixable, state }: Finding, index: number): string {
  const cve = `CVE-2026-${20_000 + index * 137}`;
  const seen = (dayToMs(SAMPLE_AS_OF) ?? Number.NaN) - age * DAY_MS + random.whole(3 * 3600, 8 * 3600) * 1000;
  return quotedRecord([
    RANKS[severity],
    severity,
    RANKS[severity] * 180 + random.whole(0, 120),
    random.pick(TITLES),
    severity === 'Low' && random.chance(0.3) ? '[]' : `["${cve}"]`,
    `["https://cve.example/${cve}"]`,
    `["CWE-${random.whole(20, 1300)}"]`,
    `fernhill/${project}:package-lock.json`,
    `https://findings.example/org/fernhill/project/${project}`,
    random.chance(0.2) ? 'Proof of Concept' : 'No Known Exploit',
    fixable ? 'Fixable' : 'No Fix Supported',
    new Date(seen).toISOString().replace('T', ' ').replace('Z', ''),
    'Open Source',
    'Fernhill Market',
    PACKAGES[index % PACKAGES.length] ?? '',
    `https://findings.example/org/fernhill/issue/${index + 1}`,
    state,
    'Vulnerability',
  ]);
}

/** One row per open finding, with JSON in its cells, two muted ones and two that cannot be fixed yet. */
export function snykIssues(): string {
  const random = seededRandom('snyk-issues');
  const rows = random.shuffled(findings(random)).map((one, index) => rowOf(random, one, index));
  return lines([record(HEADER), ...rows]);
}
