import { metricsByHeader } from '#shared/drive/catalogue.ts';
import { epochUnit, readMoment } from '#shared/tabular/dates.ts';
import type { ReadSettings, Warning } from '#shared/tabular/reading.ts';
import { headerTokens } from '#shared/tabular/table-column.ts';
import { type CellTable, cellTable } from './cell-table.ts';
import { type FoundRows, findRows } from './find-rows.ts';
import { flatten } from './flatten.ts';
import { field, isList, isObject, items, type JsonObject, type JsonValue, text } from './json-tree.ts';
import { nestedRows } from './nested-rows.ts';
import type { JsonDocument } from './parse-json.ts';

const ISO = { order: 'ymd', epoch: null } as const;
const DATED = /date|time|_at$|At$|stamp|day|week|month|as_?of/i;

function isMomentText(written: string): boolean {
  return epochUnit(written) !== null || readMoment(written, ISO)?.kind === 'moment';
}

/** What the object around the list says about when: it dates rows that have no date of their own. */
function envelopeDate(
  envelope: JsonObject | null,
): { readonly key: string; readonly written: string } | null {
  if (envelope === null) return null;
  for (const key of envelope.keys) {
    const written = text(field(envelope, key));
    if (DATED.test(key) && isMomentText(written)) return { key, written };
  }
  return null;
}

function holdsDates(cells: readonly (readonly string[])[], index: number): boolean {
  const filled = cells.map((row) => row[index] ?? '').filter((cell) => cell !== '');
  return filled.length > 0 && filled.slice(0, 50).every(isMomentText);
}

const BARE_VALUES = new Set(['value', 'count', 'total', 'y', 'val', 'metric_value']);

/** Metric that a file's name gives: its words from the left until a metric of the catalogue is named. */
function metricOfName(file: string): string {
  const words = headerTokens(file.replace(/\.[^.]{1,6}$/, ''));
  for (let from = 0; from < words.length; from += 1) {
    const [metric, second] = metricsByHeader(words.slice(from).join(' '));
    if (metric !== undefined && second === undefined) return metric.id;
  }
  return `own:${words.join(' ')}`;
}

/** A date and a bare value name no metric, as GitLab answers for each of the DORA metrics: the file's name does. */
function nameOfValue(
  header: readonly string[],
  file: string,
): { readonly settings: ReadSettings; readonly warnings: readonly Warning[] } {
  const value = header.find((name) => BARE_VALUES.has(name.toLowerCase()));
  const others = header.filter((name) => name !== value);
  if (
    value === undefined ||
    !others.every((name) => DATED.test(name) || /name|service|team|project/i.test(name))
  ) {
    return { settings: {}, warnings: [] };
  }
  const metric = metricOfName(file);
  const shown = metric.startsWith('own:') ? `“${metric.slice(4)}”` : metric;
  const message = `The file does not say what ${value} measures; it is taken from the file's name: ${shown}. Choose another metric if it is not.`;
  const settings = { columns: [{ name: value, occurrence: 1, metric }] };
  return { settings, warnings: [{ code: 'metric-of-file-name', message }] };
}

function notesOf(found: FoundRows, counted: readonly string[]): readonly Warning[] {
  const warnings: Warning[] = [];
  if (found.others.length > 0) {
    const shown = found.others.slice(0, 4).join(', ');
    const message = `The rows under ${found.from} are read; ${shown} in the same file ${found.others.length === 1 ? 'is' : 'are'} not.`;
    warnings.push({ code: 'other-lists', message });
  }
  if (counted.length > 0) {
    const message = `${counted.slice(0, 4).join(', ')}: of lists, the number of entries is read.`;
    warnings.push({ code: 'lists-counted', message });
  }
  return warnings;
}

/** Rows that are lists, under a list of names beside them (`columns` and `rows`) or under their own first row. */
function grid(root: JsonValue | undefined): CellTable | null {
  const names = isObject(root) ? items(field(root, 'columns') ?? field(root, 'fields')) : [];
  const body = isObject(root) ? (field(root, 'rows') ?? field(root, 'data') ?? field(root, 'values')) : root;
  const lists = items(body).filter(isList);
  if (lists.length < 1 || lists.length < items(body).length) return null;
  const [first] = lists;
  const bare = names.length === 0;
  if (bare && !(first?.items ?? []).every((item) => typeof item === 'string')) return null;
  const named = bare ? (first?.items ?? []) : names;
  const header = named.map((name) =>
    text(isObject(name) ? (field(name, 'name') ?? field(name, 'text')) : name),
  );
  const rows = (bare ? lists.slice(1) : lists).map(({ line, items: cells }) => ({
    line,
    cells: cells.map(text),
  }));
  return cellTable({
    type: 'json-rows',
    header,
    rows,
    from: bare ? 'the list of lists' : 'columns and rows',
  });
}

const DORA = new Set([
  'deployment-frequency',
  'change-lead-time',
  'change-fail-rate',
  'failed-deployment-recovery-time',
]);

/** Whether the rows are as GitLab answers for one of the DORA metrics. */
function isDora(header: readonly string[], settings: ReadSettings): boolean {
  return header.join() === 'date,value' && DORA.has(settings.columns?.[0]?.metric ?? '');
}

function isLines(document: JsonDocument): boolean {
  return document.roots.length > 1 && document.roots.every(isObject);
}

/** Any list of flat or nested objects as a table; null when the document has none. */
export function readJsonRows(document: JsonDocument, file: string, path?: string): CellTable | null {
  const table = grid(document.roots[0]);
  if (table !== null) return table;
  const outer = findRows(document.roots, path);
  if (outer === null) return null;
  const inner = nestedRows(outer.rows);
  const from = inner.path === '' ? outer.from : `${outer.from}.${inner.path}`;
  const found = { ...outer, rows: inner.rows, from };
  const { header, cells, counted } = flatten(found.rows);
  const named = nameOfValue(header, file);
  const dated = header.some((_, index) => holdsDates(cells, index)) ? null : envelopeDate(found.envelope);
  const lines = found.rows.map((row) => row.line);
  return cellTable({
    type: isLines(document) ? 'ndjson' : isDora(header, named.settings) ? 'gitlab-dora' : 'json-rows',
    header: dated === null ? header : [dated.key, ...header],
    rows: cells.map((row, index) => ({
      line: lines[index] ?? 0,
      cells: dated === null ? row : [dated.written, ...row],
    })),
    settings: named.settings,
    warnings: [...notesOf(found, counted), ...named.warnings],
    rejected: document.badLines.map(({ line, text: value }) => ({
      line,
      column: null,
      value,
      code: 'bad-text' as const,
      message: 'this line is not JSON',
    })),
    from: found.from,
    choices: outer.choices ?? [],
  });
}
