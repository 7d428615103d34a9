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

/** Repository in an address of an alert (`https://github.com/acme/shop/security/dependabot/7`). */
const REPOSITORY = /^https?:\/\/[^/]{1,100}\/(?:api\/v3\/|repos\/)?([^/]{1,100}\/[^/]{1,100})\//;

function fixOf(fixed: JsonValue | undefined): Finding['fix'] {
  if (fixed === undefined) return '';
  return isObject(fixed) || text(fixed) !== '' ? 'yes' : 'no';
}

function restAlert(alert: JsonObject, file: string): Finding {
  const advisory = field(alert, 'security_advisory');
  const vulnerability = field(alert, 'security_vulnerability');
  const repository = firstText(
    at(alert, 'repository.full_name'),
    at(alert, 'repository.name'),
    REPOSITORY.exec(text(field(alert, 'html_url')))?.[1],
  );
  return finding({
    cve: firstText(field(advisory, 'cve_id'), field(advisory, 'ghsa_id'), field(alert, 'number')),
    severity: firstText(field(vulnerability, 'severity'), field(advisory, 'severity')),
    package: firstText(at(alert, 'dependency.package.name'), at(vulnerability, 'package.name')),
    fix: fixOf(field(vulnerability, 'first_patched_version')),
    asset: repository || fileStem(file),
    location: text(at(alert, 'dependency.manifest_path')),
    state: text(field(alert, 'state')).replace('auto_dismissed', 'dismissed'),
    firstSeen: text(field(alert, 'created_at')),
    fixedAt: text(field(alert, 'fixed_at')),
    line: alert.line,
  });
}

function identifier(advisory: JsonValue | undefined): string {
  const all = objects(field(advisory, 'identifiers'));
  const typed = (type: string): JsonObject | undefined =>
    all.find((each) => text(field(each, 'type')) === type);
  return firstText(field(typed('CVE') ?? typed('GHSA') ?? all[0], 'value'), field(advisory, 'ghsaId'));
}

function graphAlert(alert: JsonObject, asset: string): Finding {
  const vulnerability = field(alert, 'securityVulnerability');
  const advisory = field(vulnerability, 'advisory') ?? field(alert, 'securityAdvisory');
  return finding({
    cve: identifier(advisory) || text(field(alert, 'id')),
    severity: firstText(field(vulnerability, 'severity'), field(advisory, 'severity')),
    package: text(at(vulnerability, 'package.name')),
    fix: fixOf(field(vulnerability, 'firstPatchedVersion')),
    asset,
    location: text(field(alert, 'vulnerableManifestPath')),
    state: text(field(alert, 'state')).toLowerCase().replace('auto_dismissed', 'dismissed'),
    muted: text(field(alert, 'dismissedAt')) !== '',
    firstSeen: text(field(alert, 'createdAt')),
    fixedAt: text(field(alert, 'fixedAt')),
    line: alert.line,
  });
}

function nodes(connection: JsonValue | undefined): readonly JsonObject[] {
  const edges = objects(field(connection, 'edges')).map((edge) => field(edge, 'node'));
  return [...objects(field(connection, 'nodes')), ...edges.filter(isObject)];
}

/** Every repository of an answer that has alerts, at any depth, without a walk that could run out of stack. */
function repositories(root: JsonValue): readonly JsonObject[] {
  const found: JsonObject[] = [];
  const waiting: JsonValue[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (isList(value)) waiting.push(...value.items.toReversed());
    if (!isObject(value)) continue;
    if (isObject(field(value, 'vulnerabilityAlerts'))) found.push(value);
    else waiting.push(...value.values.toReversed());
  }
  return found;
}

function isAlert(each: JsonObject): boolean {
  return (
    field(each, 'security_advisory') !== undefined || field(each, 'security_vulnerability') !== undefined
  );
}

/** Dependabot alerts of GitHub, from its REST or its GraphQL interface; null when the document is none. */
export function readDependabot(root: JsonValue, file: string): CellTable | null {
  const listed = items(root).flatMap((each) => (isList(each) ? objects(each) : isObject(each) ? [each] : []));
  if (listed.length > 0 && listed.every(isAlert)) {
    const findings = listed.map((alert) => restAlert(alert, file));
    return findingsTable(findings, { type: 'dependabot', from: 'the list', scanned: null });
  }
  const [page = null] = isList(root) ? root.items : [root];
  if (!isObject(field(page, 'data'))) return null;
  const found = repositories(root);
  if (found.length === 0) return null;
  const findings = found.flatMap((repository) => {
    const name = firstText(field(repository, 'nameWithOwner'), field(repository, 'name')) || fileStem(file);
    return nodes(field(repository, 'vulnerabilityAlerts')).map((alert) => graphAlert(alert, name));
  });
  return findingsTable(findings, { type: 'dependabot', from: 'vulnerabilityAlerts.nodes', scanned: null });
}
