import type { ColumnSetting, ReadSettings, RejectedRow } from '#shared/tabular/reading.ts';
import type { Records } from '#shared/tabular/records.ts';

/** Headers of the two columns that are added: where the row stood, and why it was rejected. */
const ADDED = ['rejected in line', 'reason for rejection'] as const;

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** A cell as text of a CSV file. Rejected cells go back as they came, so that a corrected file reads as it would have. */
function quoted(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function line(cells: readonly string[]): string {
  return cells.map(quoted).join(',');
}

/** Whether these are the headers of rejected rows that were saved, and come back: their last two are not of the file. */
export function isSavedRejects(headers: readonly string[]): boolean {
  return ADDED.every((name, at) => headers[headers.length - ADDED.length + at] === name);
}

const NO_NUMBER = /^(.+): “.*” is not a number$/su;
const NO_DATE = /^(.+): “.*” (?:is not a date|does not exist|names a week|is a fiscal)/su;

/** What a reason says its column is: one whose cells were to be numbers, or dates, stays one while none is mended. */
function roleBy(reason: string): ColumnSetting | null {
  const number = NO_NUMBER.exec(reason)?.[1];
  if (number !== undefined) return { name: number, occurrence: 1, role: 'value' };
  const date = NO_DATE.exec(reason)?.[1];
  return date === undefined ? null : { name: date, occurrence: 1, role: 'period' };
}

/** The settings for rejected rows that come back: the two added columns are left out, the others stay what they were. */
export function withoutReasons(
  settings: ReadSettings,
  headers: readonly string[],
  records: Pick<Records, 'count' | 'text'>,
): ReadSettings {
  if (!isSavedRejects(headers)) return settings;
  const reasons = new Set<string>();
  for (let record = 1; record < records.count; record += 1)
    reasons.add(records.text(record, headers.length - 1).trim());
  const known = new Map<string, ColumnSetting>();
  for (const reason of reasons) {
    const setting = roleBy(reason);
    if (setting !== null) known.set(setting.name, setting);
  }
  const added = ADDED.map((name): ColumnSetting => ({ name, occurrence: 1, role: 'ignored' }));
  return { ...settings, columns: [...(settings.columns ?? []), ...known.values(), ...added] };
}

/** How many of the headers are the file's own. */
export function ownHeaders(headers: readonly string[]): number {
  return headers.length - (isSavedRejects(headers) ? ADDED.length : 0);
}

/** CSV of the rejected rows under the file's header, each with its line and the reason, to correct and bring again. */
export function rejectsCsv(
  records: Records,
  names: readonly string[],
  rejected: readonly RejectedRow[],
): string {
  const byLine = new Map(rejected.map((row) => [row.line, row]));
  const lines = [line([...names, ...ADDED])];
  for (let record = 0; record < records.count; record += 1) {
    const row = byLine.get(records.line(record));
    if (row === undefined) continue;
    const width = Math.max(names.length, records.width(record));
    const cells = Array.from({ length: width }, (_, field) => records.text(record, field));
    lines.push(line([...cells, String(row.line), row.message]));
  }
  return `${lines.join('\r\n')}\r\n`;
}
