import { msToDay } from '#shared/day.ts';
import { ORGANIZATION } from '#shared/tabular/entity-name.ts';
import type { SeriesSummary } from '#shared/tabular/reading.ts';
import type { Table } from '#shared/tabular/table.ts';

/** How many values the points hold, and how many of them are missing. */
export type Filled = { readonly values: number; readonly missing: number };

export function filledOf(values: Float64Array): Filled {
  let missing = 0;
  for (const value of values) if (Number.isNaN(value)) missing += 1;
  return { values: values.length - missing, missing };
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

function span(table: Table): string {
  const across = table.layout.periodColumns.map((each) => each.moment.ms);
  const first = across.length > 0 ? Math.min(...across) : table.span.first;
  const last = across.length > 0 ? Math.max(...across) : table.span.last;
  if (first > last) return '';
  return first === last ? `, ${msToDay(first)}` : `, ${msToDay(first)} to ${msToDay(last)}`;
}

function rowsOf(table: Table): string {
  const { shape, periodColumns, metric } = table.layout;
  const rows = table.rows.length;
  if (shape === 'events') return plural(rows, 'event');
  const first = periodColumns[0];
  if (first === undefined) return plural(rows, 'row');
  const periods = new Set(periodColumns.map((each) => each.moment.ms)).size;
  const below = new Set(periodColumns.map((each) => each.metric)).size;
  const across = `${plural(periods, first.moment.grain)} across`;
  const each = below > 1 ? ` × ${plural(below, 'metric')} below each` : '';
  return `${across}${each} × ${plural(rows, metric === null ? 'row' : 'metric row')}`;
}

/** One sentence: what the table is and what it becomes (`6 weeks across × 8 metric rows: 8 metrics on 2 names = 48 values, 5 of them missing`). */
export function sentenceOf(table: Table, series: readonly SeriesSummary[], filled: Filled): string {
  const rows = table.rows.length;
  if (rows === 0) {
    const rejected = table.rejected.count;
    const why =
      rejected === 0
        ? 'The header is there, nothing is below it'
        : `${plural(rejected, 'row was', 'rows were')} rejected`;
    return `0 data rows. ${why}; nothing changes.`;
  }
  const what = `${rowsOf(table)}${span(table)}`;
  const { values, missing } = filled;
  if (values + missing === 0) return `${what}: no values.`;
  const names = new Set(series.map((each) => each.entity));
  const metrics = plural(new Set(series.map((each) => each.metric)).size, 'metric');
  const whole = names.size === 1 && names.has(ORGANIZATION);
  const of = whole ? 'for the organization' : `on ${plural(names.size, 'name')}`;
  const gaps = missing === 0 ? '' : `, ${missing.toLocaleString('en-US')} of them missing`;
  return `${what}: ${metrics} ${of} = ${plural(values + missing, 'value')}${gaps}.`;
}
