import type { CellTable } from './cell-table.ts';
import { type Finding, fileStem, finding, findingsTable } from './findings.ts';
import {
  at,
  field,
  firstText,
  isList,
  isObject,
  items,
  type JsonObject,
  type JsonValue,
  objects,
  text,
} from './json-tree.ts';

function fixOf(each: JsonObject): Finding['fix'] {
  const told = ['isUpgradable', 'isPatchable', 'fixedIn', 'nearestFixedInVersion'].some(
    (key) => field(each, key) !== undefined,
  );
  if (!told) return '';
  const fixes = items(field(each, 'fixedIn')).length > 0 || text(field(each, 'nearestFixedInVersion')) !== '';
  const can = field(each, 'isUpgradable') === true || field(each, 'isPatchable') === true;
  return fixes || can ? 'yes' : 'no';
}

function issue(each: JsonObject, asset: string, muted: boolean): Finding {
  const severity = text(field(each, 'severity'));
  const isLicence = text(field(each, 'type')) === 'license';
  return finding({
    cve: firstText(items(at(each, 'identifiers.CVE'))[0], field(each, 'id')),
    severity: isLicence ? `${severity} (licence)` : severity,
    package: firstText(field(each, 'packageName'), field(each, 'moduleName'), field(each, 'name')),
    version: text(field(each, 'version')),
    fix: fixOf(each),
    asset,
    location: items(field(each, 'from')).map(text).join(' > '),
    muted,
    line: each.line,
  });
}

function projectFindings(project: JsonObject, file: string): readonly Finding[] {
  const asset = firstText(field(project, 'projectName'), field(project, 'path')) || fileStem(file);
  return [
    ...objects(field(project, 'vulnerabilities')).map((each) => issue(each, asset, false)),
    ...objects(at(project, 'filtered.ignore')).map((each) => issue(each, asset, true)),
  ];
}

function isProject(root: JsonObject): boolean {
  const told = field(root, 'projectName') ?? field(root, 'packageManager') ?? field(root, 'dependencyCount');
  return isList(field(root, 'vulnerabilities')) && told !== undefined;
}

/** Snyk's answer for one project or for several; null when the document is none. */
export function readSnyk(root: JsonValue, file: string): CellTable | null {
  const projects = isList(root) ? objects(root) : isObject(root) ? [root] : [];
  if (projects.length === 0 || !projects.every(isProject)) return null;
  const all = projects.flatMap((project) => [project, ...objects(field(project, 'applications'))]);
  const findings = all.flatMap((project) => projectFindings(project, file));
  const [first] = projects;
  const name = projects.length === 1 ? text(field(first, 'projectName')) : '';
  const clean = name === '' ? null : name;
  return findingsTable(findings, { type: 'snyk', from: 'vulnerabilities', scanned: null, clean });
}
