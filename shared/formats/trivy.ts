import type { CellTable } from './cell-table.ts';
import { type Finding, fileStem, finding, findingsTable, imageName } from './findings.ts';
import {
  field,
  firstText,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
  objects,
  text,
} from './json-tree.ts';
import { type Graded, levelsTable } from './levels.ts';
import { scanDay } from './scan-day.ts';

/** States of Trivy in which a vendor says that the package is not affected, or no longer. */
const NOT_AFFECTED = /^not_affected$/i;

type Target = { readonly asset: string; readonly location: string };

function vulnerability(each: JsonObject, { asset, location }: Target): Finding {
  const status = text(field(each, 'Status'));
  return finding({
    cve: text(field(each, 'VulnerabilityID')),
    severity: text(field(each, 'Severity')),
    package: text(field(each, 'PkgName')),
    version: text(field(each, 'InstalledVersion')),
    fix: text(field(each, 'FixedVersion')) === '' ? 'no' : 'yes',
    asset,
    location,
    state: NOT_AFFECTED.test(status) ? 'resolved' : '',
    line: each.line,
  });
}

/** Misconfigurations and secrets have a severity as well, and are no CVEs: the class stands behind it. */
function other(each: JsonObject, kind: string, { asset, location }: Target): Finding {
  const severity = text(field(each, 'Severity')).toLowerCase() || 'unknown';
  return finding({
    cve: firstText(field(each, 'AVDID'), field(each, 'ID'), field(each, 'RuleID'), field(each, 'Name')),
    severity: `${severity} (${kind})`,
    package: text(field(each, 'PkgName')),
    asset,
    location,
    state: text(field(each, 'Status')) === 'PASS' ? 'passed' : '',
    line: each.line,
  });
}

const OTHERS: readonly (readonly [string, string])[] = [
  ['Misconfigurations', 'misconfiguration'],
  ['Secrets', 'secret'],
  ['Licenses', 'licence'],
];

function resultFindings(result: JsonObject, asset: string): readonly Finding[] {
  const target = { asset, location: text(field(result, 'Target')) };
  const suppressed = objects(field(result, 'ExperimentalModifiedFindings')).flatMap((each): Finding[] => {
    const inside = field(each, 'Finding');
    return isObject(inside) ? [{ ...vulnerability(inside, target), muted: true }] : [];
  });
  return [
    ...objects(field(result, 'Vulnerabilities')).map((each) => vulnerability(each, target)),
    ...OTHERS.flatMap(([key, kind]) => objects(field(result, key)).map((each) => other(each, kind, target))),
    ...suppressed,
  ];
}

/** What was found on no package: `high (misconfiguration)`. */
const NO_PACKAGE = /^(\S+) \((\w+)\)$/;

/** Where only configuration was looked at, nothing is said about vulnerable packages: not even that there are none. */
function graded(each: Finding): Graded {
  const [, level = each.severity, source = ''] = NO_PACKAGE.exec(each.severity) ?? [];
  return { finding: each, level, isOpen: each.state === '' && !each.muted, source };
}

function isReport(root: JsonValue): boolean {
  const named = field(root, 'ArtifactName') ?? field(root, 'SchemaVersion') ?? field(root, 'ArtifactType');
  return named !== undefined && (isList(field(root, 'Results')) || field(root, 'ArtifactName') !== undefined);
}

/** Trivy's report of an image, a file system or a repository; null when the document is none. */
export function readTrivy(root: JsonValue, file: string): CellTable | null {
  const reports = isList(root) ? objects(root) : isObject(root) ? [root] : [];
  if (reports.length === 0 || !reports.every(isReport)) return null;
  const findings = reports.flatMap((report) =>
    objects(field(report, 'Results')).flatMap((result) => resultFindings(result, assetOf(report, file))),
  );
  const scanned = scanDay(text(field(reports[reports.length - 1], 'CreatedAt')));
  const parts = { type: 'trivy', from: 'Results', scanned } as const;
  if (findings.length > 0 && findings.every((each) => NO_PACKAGE.test(each.severity))) {
    return levelsTable(findings.map(graded), parts);
  }
  const [first = null] = reports;
  const isScanned = reports.length === 1 && objects(field(first, 'Results')).length > 0;
  const clean = isScanned ? assetOf(first, file) : null;
  return findingsTable(findings, { ...parts, clean });
}

function assetOf(root: JsonValue, file: string): string {
  const named = text(field(root, 'ArtifactName'));
  const isImage = text(field(root, 'ArtifactType')) === 'container_image';
  return (isImage ? imageName(named) : named) || fileStem(file);
}
