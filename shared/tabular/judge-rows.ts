import { cellNumber } from '#shared/tabular/cell-value.ts';
import { readMoment } from '#shared/tabular/dates.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import { isFiscal, isYearlessWeek } from '#shared/tabular/periods.ts';
import type { ReadSettings, RejectedRow } from '#shared/tabular/reading.ts';
import type { Records } from '#shared/tabular/records.ts';
import type { Layout } from '#shared/tabular/shape.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';

export type Judged = {
  readonly rows: readonly number[];
  readonly starts: Float64Array;
  readonly rejected: readonly RejectedRow[];
};

/** Start of a row's period; NaN when the cell is missing, or why it cannot be read. */
function dateOf(column: TableColumn, text: string): number | Pick<RejectedRow, 'code' | 'message'> {
  if (isMissing(text)) return Number.NaN;
  const moment = readMoment(text, column.style);
  if (moment?.kind === 'moment') return moment.ms;
  const shown = `“${text.trim().slice(0, 40)}”`;
  if (moment !== null)
    return { code: 'impossible-date', message: `${column.name}: ${shown} does not exist, ${moment.why}` };
  if (isYearlessWeek(text.trim())) {
    return { code: 'not-a-date', message: `${column.name}: ${shown} names a week and no year` };
  }
  const what = isFiscal(text.trim()) ? 'is a fiscal period whose months are not known' : 'is not a date';
  return { code: 'not-a-date', message: `${column.name}: ${shown} ${what}` };
}

function measured(layout: Layout): readonly TableColumn[] {
  if (layout.shape === 'events') return [];
  if (layout.periodColumns.length > 0) return layout.periodColumns.map((each) => each.column);
  return layout.measures;
}

function badNumber(columns: readonly TableColumn[], records: Records, record: number): RejectedRow | null {
  for (const column of columns) {
    const text = records.text(record, column.index);
    if (text === '' || cellNumber(column, text) !== null) continue;
    const value = text.trim();
    const message = `${column.name}: “${value.slice(0, 40)}” is not a number`;
    return { line: records.line(record), column: column.name, value, code: 'not-a-number', message };
  }
  return null;
}

/** Reads the date and the numbers of every data row and sets aside the rows where one of them cannot be read. */
export function judgeRows(
  records: Records,
  data: readonly number[],
  layout: Layout,
  settings: ReadSettings,
): Judged {
  const columns = settings.rejects === 'as-missing' ? [] : measured(layout);
  const period = layout.period;
  const rows: number[] = [];
  const starts = new Float64Array(data.length);
  const rejected: RejectedRow[] = [];
  for (const record of data) {
    let start = Number.NaN;
    if (period !== null) {
      const text = records.text(record, period.index);
      const date = dateOf(period, text);
      if (typeof date !== 'number') {
        rejected.push({ line: records.line(record), column: period.name, value: text.trim(), ...date });
        continue;
      }
      start = date;
    }
    const bad = badNumber(columns, records, record);
    if (bad !== null) {
      rejected.push(bad);
      continue;
    }
    starts[rows.length] = start;
    rows.push(record);
  }
  return { rows, starts: starts.subarray(0, rows.length), rejected };
}
