import type { Taken } from '#shared/tabular/intake.ts';
import { filledFields } from '#shared/tabular/records.ts';
import type { Table } from '#shared/tabular/table.ts';
import type { Understood } from '#shared/tabular/understand.ts';

const NO_TABLE =
  'This is text, and no table was found in it, so nothing was read. Export the table itself as CSV.';
const ONLY_DATES =
  'The file has dates and nothing that was measured: no amount, no state, no name. The export is empty; choose a period with activity.';
const TOO_WIDE =
  'columns are more than the 20,000 that Andon reads. Leave out columns you do not need and export again.';
const WIDEST = 20_000;

/** Why records are not even looked at, as a sentence: more columns than any table has. */
export function objectionToWidth(records: Taken['records']): string | null {
  const { widest } = records;
  return widest > WIDEST ? `${widest.toLocaleString('en-US')} ${TOO_WIDE}` : null;
}

/** Why records are no table worth reading, as a sentence; null when they are one. */
export function objection({ table, place }: Understood): string | null {
  const { records, columns } = table;
  if (table.format !== null) return table.rows.length > 0 && onlyDates(table) ? ONLY_DATES : null;
  const typed = columns.some((column) => column.kind !== 'text' && column.kind !== 'empty');
  const rows = table.rows.length + table.rejected.count;
  const isLone = place.width < 2 && place.records.length === 0 && rows < 2;
  if ((place.width < 2 && !typed) || isLone) return NO_TABLE;
  if (rows === 0) return place.records.length === 0 ? NO_TABLE : null;
  if (!typed && place.records.length === 0) return NO_TABLE;
  if (!typed && (isRagged(records, place.width) || isProse(records))) return NO_TABLE;
  return onlyDates(table) ? ONLY_DATES : null;
}

function onlyDates({ columns, layout }: Table): boolean {
  const dates = columns.filter((column) => column.kind === 'date').length;
  const rest = columns.filter((column) => column.kind !== 'date' && column.kind !== 'empty').length;
  return dates > 0 && rest === 0 && layout.periodColumns.length === 0;
}

const SENTENCE_END = /[.!?,:;]["”)]?$/;

/** Lines that end as sentences do. */
function isProse(records: Taken['records']): boolean {
  let seen = 0;
  let ended = 0;
  for (let record = 0; record < Math.min(records.count, 500); record += 1) {
    if (filledFields(records, record) === 0) continue;
    seen += 1;
    const width = records.width(record);
    const last = records.text(record, width - 1).trim();
    if (SENTENCE_END.test(last) || (last === '' && filledFields(records, record) === 1)) ended += 1;
  }
  return seen >= 2 && ended >= seen / 2;
}

/** Records of many widths, as commas in prose make them. */
function isRagged(records: Taken['records'], width: number): boolean {
  let seen = 0;
  let other = 0;
  for (let record = 0; record < Math.min(records.count, 500); record += 1) {
    if (filledFields(records, record) === 0) continue;
    seen += 1;
    if (records.width(record) !== width) other += 1;
  }
  return seen >= 3 && other > seen * 0.4;
}
