import { DAY_MS, msToDay, startOfWeek, WEEK_MS } from '#shared/day.ts';
import type { Grain } from '#shared/series/series.ts';
import type { Warning } from '#shared/tabular/reading.ts';
import type { Table } from '#shared/tabular/table.ts';

function lines(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 5).join(', ');
  return numbers.length > 5 ? `${shown} and ${numbers.length - 5} more` : shown;
}

function undated(table: Table): readonly Warning[] {
  const { period } = table.layout;
  if (period === null || table.span.undated === 0) return [];
  const missing = table.rows.filter((record) => Number.isNaN(table.startAt(record)));
  if (missing.length === 0) return [];
  const where = lines(Array.from(missing, (record) => table.records.line(record)));
  const rows = missing.length === 1 ? 'row has' : 'rows have';
  return [
    {
      code: 'no-date',
      message: `${missing.length} ${rows} no ${period.name} (line ${where}) and give no point.`,
    },
  ];
}

function implausible(table: Table, today: number): readonly Warning[] {
  const odd: number[] = [];
  const early = Date.UTC(1990, 0, 1);
  if (table.span.first >= early && table.span.last <= today + 366 * DAY_MS) return [];
  table.rows.forEach((record) => {
    const start = table.startAt(record);
    if (start > today + 366 * DAY_MS || start < early) odd.push(table.records.line(record));
  });
  if (odd.length === 0) return [];
  return [
    {
      code: 'implausible-date',
      message: `Dates before 1990 or more than a year ahead in line ${lines(odd)}.`,
    },
  ];
}

/** Tables up to this many rows are looked through for rows that repeat another. */
const LOOKED_THROUGH = 100_000;

/** Rows of amounts per period that are equal in every cell: pasted twice, or a ledger without ids. */
function repeated(table: Table): readonly Warning[] {
  const { records, rows, layout } = table;
  if (layout.shape === 'events' || layout.period === null || rows.length > LOOKED_THROUGH) return [];
  const seen = new Set<string>();
  const again: number[] = [];
  for (const record of rows) {
    const cells = Array.from({ length: records.width(record) }, (_, field) => records.text(record, field));
    const key = cells.join('\u001f');
    if (seen.has(key)) again.push(records.line(record));
    else seen.add(key);
  }
  if (again.length === 0) return [];
  const what = again.length === 1 ? '1 row repeats another' : `${again.length} rows repeat another`;
  const message = `${what} in every cell (line ${lines(again)}); all of them count. Remove them if they were pasted twice.`;
  return [{ code: 'repeated-rows', message }];
}

const LENGTH: Readonly<Record<Exclude<Grain, 'instant' | 'day'>, number>> = {
  week: 7 * DAY_MS,
  month: 28 * DAY_MS,
  quarter: 90 * DAY_MS,
  half: 181 * DAY_MS,
  year: 365 * DAY_MS,
};

function newest(table: Table): { readonly start: number; readonly grain: Grain } | null {
  const across = table.layout.periodColumns.toSorted((a, b) => b.moment.ms - a.moment.ms)[0];
  if (across !== undefined) return { start: across.moment.ms, grain: across.moment.grain };
  const start = table.span.last;
  if (!Number.isFinite(start)) return null;
  return table.layout.shape === 'events'
    ? { start: startOfWeek(start), grain: 'week' }
    : { start, grain: table.grain };
}

/** Whether the day on which the file is read, or one on which it says it was made, lies within its newest period. */
function partial(table: Table, days: readonly number[]): readonly Warning[] {
  const last = newest(table);
  if (last === null || last.grain === 'instant' || last.grain === 'day') return [];
  const { start, grain } = last;
  const length = grain === 'week' ? WEEK_MS : LENGTH[grain];
  const day = days.find((each) => each >= start && each < start + length);
  if (day === undefined) return [];
  const name = grain === 'half' ? 'half year' : grain;
  const when = day === days[0] ? 'is not over' : `was not over on ${msToDay(day)}, when the file was made`;
  const message = `The newest ${name} (from ${msToDay(start)}) ${when}: its values may still change.`;
  return [{ code: 'partial-period', message }];
}

function merged(table: Table): readonly Warning[] {
  const { entity, period } = table.layout;
  const filled = [
    { column: entity, rows: table.mergedEntity },
    { column: period, rows: table.mergedPeriod },
  ];
  return filled.flatMap(({ column, rows }) => {
    if (column === null || rows === null) return [];
    const message = `${column.name} is blank in ${rows.size} rows below a merged cell; they take the cell above.`;
    return [{ code: 'merged-cells', message }];
  });
}

const NAMED_GRAIN: Readonly<Record<Grain, string>> = {
  instant: 'moments',
  day: 'days',
  week: 'weeks',
  month: 'months',
  quarter: 'quarters',
  half: 'half years',
  year: 'years',
};

/** Periods of different lengths in one column: days beside months. Moments of a day are days. */
function mixedGrains(table: Table): readonly Warning[] {
  const across = table.layout.periodColumns.map(({ moment }) => moment.grain);
  const grains = [...new Set([...table.grains, ...across])].filter((grain) => grain !== 'instant');
  if (grains.length < 2) return [];
  const names = grains.map((grain) => NAMED_GRAIN[grain]).join(' and ');
  const message = `The file mixes ${names}: each value counts from the first day of its period. Export them apart if one contains the other.`;
  return [{ code: 'mixed-grains', message }];
}

/** Names that stand in a column of parents as well: their rows hold what those below them hold. */
function parentRows(table: Table): readonly Warning[] {
  const { entity } = table.layout;
  const parent = table.columns.find((column) => column.kind === 'text' && column.tokens.includes('parent'));
  if (entity === null || parent === undefined || parent === entity) return [];
  const names = [...parent.profile.distinct].filter((name) => entity.profile.distinct.has(name));
  if (names.length === 0) return [];
  const shown = names.slice(0, 4).join(', ');
  const message = `${shown} ${names.length === 1 ? 'contains' : 'contain'} others of ${entity.name}: kept beside them and never added to them.`;
  return [{ code: 'parent-rows', message }];
}

/**
 * What a person should know of the rows and their dates. `days` are starts of days: the one on which the file is
 * read, then those on which it says it was made.
 */
export function rowWarnings(table: Table, days: readonly number[]): readonly Warning[] {
  const [today = 0] = days;
  return [
    ...undated(table),
    ...implausible(table, today),
    ...partial(table, days),
    ...mixedGrains(table),
    ...parentRows(table),
    ...merged(table),
    ...repeated(table),
  ];
}
