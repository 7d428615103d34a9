import type { CellTable } from './cell-table.ts';
import { fileStem, finding, findingsTable, severityOfScore } from './findings.ts';
import {
  at,
  field,
  firstText,
  isList,
  items,
  type JsonObject,
  type JsonValue,
  numberOf,
  objects,
  text,
} from './json-tree.ts';
import { type Graded, levelsTable } from './levels.ts';
import { scanDay } from './scan-day.ts';

/** A result with everything that its rule and its run say about it. */
type Result = Graded & {
  /** Whether it is a vulnerability: it has a score or the number of one. */
  readonly isVulnerability: boolean;
};

function componentsOf(run: JsonObject): readonly JsonValue[] {
  return [field(field(run, 'tool'), 'driver') ?? null, ...items(at(run, 'tool.extensions'))];
}

/** Rule of a result: by its place in the list of rules of its tool, else by its id. */
function ruleOf(result: JsonObject, run: JsonObject): JsonValue | undefined {
  const extension = numberOf(at(result, 'rule.toolComponent.index'));
  const components = componentsOf(run);
  const owner = Number.isNaN(extension) ? components[0] : components[extension + 1];
  const place = numberOf(field(result, 'ruleIndex') ?? at(result, 'rule.index'));
  const listed = Number.isNaN(place) || place < 0 ? undefined : items(field(owner, 'rules'))[place];
  if (listed !== undefined) return listed;
  const id = ruleId(result);
  const all = components.flatMap((component) => objects(field(component, 'rules')));
  // An id may go on after the one of its rule: CA1000/1 is CA1000.
  return (
    all.find((rule) => text(field(rule, 'id')) === id) ??
    all.find((rule) => id.startsWith(`${text(field(rule, 'id'))}/`))
  );
}

function ruleId(result: JsonObject): string {
  return firstText(field(result, 'ruleId'), at(result, 'rule.id'));
}

/** Level of a result: its own, else the rule's; a warning where nothing says, and none where the check did not fail. */
function levelOf(result: JsonObject, rule: JsonValue | undefined): string {
  const kind = text(field(result, 'kind'));
  if (kind !== '' && kind !== 'fail') return 'none';
  return firstText(field(result, 'level'), at(rule, 'defaultConfiguration.level')) || 'warning';
}

function isSuppressed(result: JsonObject): boolean {
  const open = ['underReview', 'rejected'];
  return objects(field(result, 'suppressions')).some((each) => !open.includes(text(field(each, 'status'))));
}

function placeOf(result: JsonObject): string {
  const physical = at(objects(field(result, 'locations'))[0], 'physicalLocation');
  const line = text(at(physical, 'region.startLine'));
  const uri = text(at(physical, 'artifactLocation.uri'));
  return line === '' ? uri : `${uri}:${line}`;
}

function assetOf(run: JsonObject, file: string): string {
  const [provenance] = objects(field(run, 'versionControlProvenance'));
  const repository = text(field(provenance, 'repositoryUri'))
    .replace(/\.git$/, '')
    .replace(/^https?:\/\/[^/]{1,200}\//, '');
  return firstText(repository, at(run, 'properties.imageName')) || fileStem(file);
}

const PACKAGE = /\bPackage:\s{0,4}(\S{1,200})/;
const NUMBERED = /^(?:CVE-\d{4}-\d+|GHSA-[\w-]+)/;

function resultOf(result: JsonObject, run: JsonObject, file: string): Result {
  const rule = ruleOf(result, run);
  const level = levelOf(result, rule);
  const score = numberOf(
    at(result, 'properties.security-severity') ?? at(rule, 'properties.security-severity'),
  );
  const id = ruleId(result) || text(field(rule, 'id'));
  const place = placeOf(result);
  const muted = isSuppressed(result);
  const isGone = text(field(result, 'baselineState')) === 'absent' || level === 'none';
  const packaged = PACKAGE.exec(text(at(result, 'message.text')))?.[1];
  return {
    level,
    isOpen: !muted && !isGone,
    source: text(at(run, 'tool.driver.name')),
    isVulnerability: !Number.isNaN(score) || NUMBERED.test(id),
    finding: finding({
      cve: id,
      severity: Number.isNaN(score) ? level : severityOfScore(score),
      package: packaged ?? place,
      asset: assetOf(run, file),
      location: place,
      state: isGone ? 'resolved' : '',
      muted,
      line: result.line,
    }),
  };
}

function scannedOn(runs: readonly JsonObject[]): string | null {
  const times = runs.flatMap((run) =>
    objects(field(run, 'invocations')).map((each) =>
      firstText(field(each, 'endTimeUtc'), field(each, 'startTimeUtc')),
    ),
  );
  return times.map(scanDay).findLast((day) => day !== null) ?? null;
}

/** Results of static analysis in SARIF: vulnerabilities by their score, anything else by its level. */
export function readSarif(root: JsonValue, file: string): CellTable | null {
  const list = field(root, 'runs');
  const runs = objects(list);
  const isSarif =
    runs.length > 0
      ? runs.every((run) => at(run, 'tool.driver') !== undefined)
      : /sarif/i.test(text(field(root, '$schema')));
  if (!isList(list) || !isSarif) return null;
  const results = runs.flatMap((run) =>
    objects(field(run, 'results')).map((each) => resultOf(each, run, file)),
  );
  const scanned = scannedOn(runs);
  if (results.length > 0 && !results.some((each) => each.isVulnerability)) {
    return levelsTable(results, { type: 'sarif', from: 'runs.results', scanned });
  }
  return findingsTable(
    results.map((each) => each.finding),
    { type: 'sarif', from: 'runs.results', scanned, clean: null },
  );
}
