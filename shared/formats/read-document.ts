import type { Warning } from '#shared/tabular/reading.ts';
import { readGitlabScan, readNpmAudit } from './audits.ts';
import { readAwsSlo } from './aws-slo.ts';
import { readBackstage } from './backstage.ts';
import { type CellTable, cellTable } from './cell-table.ts';
import { readCloudwatch } from './cloudwatch.ts';
import { readDatadog } from './datadog.ts';
import { readDependabot } from './dependabot.ts';
import { readGrafana, readInflux } from './frames.ts';
import { readGrype } from './grype.ts';
import { readJsonRows } from './json-rows.ts';
import { isList, type JsonValue } from './json-tree.ts';
import { readNestedSeries } from './nested-series.ts';
import { readObjectives } from './objectives.ts';
import { type JsonDocument, parseJson } from './parse-json.ts';
import { readPrometheus } from './prometheus.ts';
import { errorSentence, problemSentence } from './refusals.ts';
import { readSarif } from './sarif.ts';
import { readSnyk } from './snyk.ts';
import { readStatuspage } from './statuspage.ts';
import { readTrivy } from './trivy.ts';
import { parseYaml } from './yaml.ts';

export type ReadDocument = CellTable | { readonly type: 'refused'; readonly sentence: string };

/** A known format, told from the content alone: null when the document is not of it. */
type Format = (root: JsonValue, file: string) => CellTable | null;

const FORMATS: readonly Format[] = [
  readPrometheus,
  readDatadog,
  readCloudwatch,
  readGrafana,
  readInflux,
  readAwsSlo,
  readStatuspage,
  readSarif,
  readTrivy,
  readGrype,
  readGitlabScan,
  readNpmAudit,
  readSnyk,
  readDependabot,
];

function repeatedKeys({ repeated }: JsonDocument): readonly Warning[] {
  if (repeated === null) return [];
  const { key, line, count } = repeated;
  const more = count === 1 ? '' : `, and ${count - 1} more`;
  const message = `“${key}” stands twice in one object (line ${line}${more}): the last one counts.`;
  return [{ code: 'repeated-keys', message }];
}

const NO_ROWS =
  'This is JSON, and no list of rows was found in it, so nothing was read. Export the rows themselves, as CSV or as a list of objects.';

/** Pages that follow each other, and objects on lines of their own, as the one list that they are parts of. */
function asOne(roots: readonly JsonValue[]): JsonValue {
  const [first = null] = roots;
  if (roots.length < 2) return first;
  return { kind: 'list', items: roots.flatMap((root) => (isList(root) ? root.items : [root])), line: 1 };
}

function known(document: JsonDocument, file: string): CellTable | null {
  const root = asOne(document.roots);
  const catalogue = readBackstage(document.roots.flatMap((each) => (isList(each) ? each.items : [each])));
  if (catalogue !== null) return catalogue;
  for (const format of FORMATS) {
    const table = format(root, file);
    if (table !== null) return table;
  }
  return null;
}

function emptySentence(from: string): string {
  return `0 data rows: ${from} is empty. Nothing changes; choose a time in which something happened.`;
}

function empty(from: string): ReadDocument {
  return cellTable({ type: 'json-rows', header: ['rows'], rows: [], from, sentence: emptySentence(from) });
}

/** Reads a JSON text as the table it stands for, or says in one sentence why there is none. */
export function readJsonText(text: string, file: string, path?: string): ReadDocument {
  const document = parseJson(text);
  if ('kind' in document) return { type: 'refused', sentence: problemSentence(document) };
  const error = errorSentence(document.roots[0]);
  if (error !== null) return { type: 'refused', sentence: error };
  const table =
    known(document, file) ?? readNestedSeries(document.roots, file) ?? readJsonRows(document, file, path);
  if (table === null) return { type: 'refused', sentence: NO_ROWS };
  if (table.header.length === 0) return empty(table.from);
  const { sentence, rows, rejected } = table;
  const isEmpty = rows.length === 0 && rejected.length === 0;
  const told = isEmpty && sentence === null ? emptySentence(table.from) : sentence;
  return { ...table, sentence: told, warnings: [...repeatedKeys(document), ...table.warnings] };
}

const NO_OBJECTIVES =
  'This is YAML without objectives (OpenSLO, Nobl9, Sloth, Pyrra) or a catalogue (Backstage), so nothing was read. Export what was measured as CSV or JSON.';

/** Reads a YAML text for its objectives or owners, or says in one sentence why there are none. */
export function readYamlText(text: string): ReadDocument {
  const documents = parseYaml(text);
  if (documents.kind === 'wrong') return { type: 'refused', sentence: documents.sentence };
  const table = readObjectives(documents.roots) ?? readBackstage(documents.roots);
  return table ?? { type: 'refused', sentence: NO_OBJECTIVES };
}
