import type { CellTable } from './cell-table.ts';
import { type Finding, fileStem, finding, findingsTable, imageName } from './findings.ts';
import { at, field, firstText, isList, type JsonObject, type JsonValue, objects, text } from './json-tree.ts';
import { scanDay } from './scan-day.ts';

function matchFinding(match: JsonObject, asset: string, muted: boolean): Finding {
  const state = text(at(match, 'vulnerability.fix.state'));
  return finding({
    cve: text(at(match, 'vulnerability.id')),
    severity: text(at(match, 'vulnerability.severity')),
    package: text(at(match, 'artifact.name')),
    version: text(at(match, 'artifact.version')),
    fix: state === 'fixed' ? 'yes' : 'no',
    asset,
    location: text(field(objects(at(match, 'artifact.locations'))[0], 'path')),
    muted,
    line: match.line,
  });
}

function isMatch(each: JsonObject): boolean {
  return at(each, 'vulnerability.severity') !== undefined && field(each, 'artifact') !== undefined;
}

/** Grype's report; null when the document is none. */
export function readGrype(root: JsonValue, file: string): CellTable | null {
  const list = field(root, 'matches');
  const matches = objects(list);
  const isGrype = matches.length > 0 ? matches.every(isMatch) : text(at(root, 'descriptor.name')) === 'grype';
  if (!isList(list) || !isGrype) return null;
  const source = field(root, 'source');
  const named = firstText(at(source, 'target.userInput'), field(source, 'target'), field(source, 'name'));
  const asset = imageName(named) || fileStem(file);
  const ignored = objects(field(root, 'ignoredMatches')).filter(isMatch);
  const findings = [
    ...matches.map((match) => matchFinding(match, asset, false)),
    ...ignored.map((match) => matchFinding(match, asset, true)),
  ];
  const scanned = scanDay(text(at(root, 'descriptor.timestamp')));
  return findingsTable(findings, { type: 'grype', from: 'matches', scanned, clean: asset });
}
