import type { CellTable } from './cell-table.ts';
import { type Finding, fileStem, finding, findingsTable, imageName, severityWord } from './findings.ts';
import {
  at,
  field,
  firstText,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
  objects,
  text,
} from './json-tree.ts';
import { levelsTable } from './levels.ts';
import { scanDay } from './scan-day.ts';

function identifierOf(each: JsonObject): string {
  const all = objects(field(each, 'identifiers'));
  const cve = all.find((one) => text(field(one, 'type')).toLowerCase() === 'cve') ?? all[0];
  return firstText(field(cve, 'value'), field(cve, 'name'), field(each, 'id'));
}

/** Categories of GitLab's scans whose findings are vulnerable packages; others are rules that code broke. */
const OF_PACKAGES = /^(?:dependency_scanning|container_scanning|cluster_image_scanning|)$/;

function gitlabFinding(each: JsonObject, file: string): Finding {
  const dependency = at(each, 'location.dependency');
  const place = firstText(at(each, 'location.file'), at(each, 'location.image'));
  const line = text(at(each, 'location.start_line'));
  const image = text(at(each, 'location.image'));
  return finding({
    cve: identifierOf(each),
    severity: text(field(each, 'severity')),
    package: text(at(dependency, 'package.name')) || `${place}:${line}`,
    version: text(field(dependency, 'version')),
    asset: image === '' ? fileStem(file) : imageName(image),
    location: line === '' ? place : `${place}:${line}`,
    state: objects(field(each, 'flags')).some((flag) => /false-positive/.test(text(field(flag, 'type'))))
      ? 'false positive'
      : '',
    line: each.line,
  });
}

/** Report of a security scan of GitLab; null when the document is none. */
export function readGitlabScan(root: JsonValue, file: string): CellTable | null {
  const list = field(root, 'vulnerabilities');
  const scan = field(root, 'scan');
  if (!isList(list) || !isObject(scan) || field(scan, 'scanner') === undefined) return null;
  const kind = text(field(scan, 'type'));
  const findings = objects(list).map((each) => gitlabFinding(each, file));
  const scanned = scanDay(firstText(field(scan, 'end_time'), field(scan, 'start_time')));
  const parts = { type: 'gitlab-security', from: 'vulnerabilities', scanned } as const;
  if (OF_PACKAGES.test(kind)) return findingsTable(findings, { ...parts, clean: fileStem(file) });
  const graded = findings.map((each) => ({
    finding: each,
    level: severityWord(each.severity),
    isOpen: each.state === '',
    source: kind,
  }));
  return levelsTable(graded, parts);
}

function advisoryOf(via: JsonObject, of: JsonObject, file: string): Finding {
  const address = text(field(via, 'url'));
  return finding({
    cve: /GHSA-[\w-]+/.exec(address)?.[0] ?? firstText(field(via, 'source'), field(via, 'title')),
    severity: firstText(field(via, 'severity'), field(of, 'severity')),
    package: firstText(field(via, 'name'), field(of, 'name')),
    version: text(field(via, 'range')),
    fix: field(of, 'fixAvailable') === false ? 'no' : 'yes',
    asset: fileStem(file),
    line: via.line,
  });
}

/** What `npm audit` answers: the advisories themselves, not the packages that only depend on them. */
export function readNpmAudit(root: JsonValue, file: string): CellTable | null {
  const packages = field(root, 'vulnerabilities');
  if (field(root, 'auditReportVersion') === undefined || !isObject(packages)) return null;
  const findings = packages.values
    .filter(isObject)
    .flatMap((each) => objects(field(each, 'via')).map((via) => advisoryOf(via, each, file)));
  const clean = fileStem(file);
  return findingsTable(findings, { type: 'npm-audit', from: 'vulnerabilities', scanned: null, clean });
}
