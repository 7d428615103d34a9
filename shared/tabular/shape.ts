import { looksLikeEvents } from '#shared/tabular/event-signs.ts';
import { type PeriodColumn, periodColumns } from '#shared/tabular/period-columns.ts';
import type { ColumnRole, ReadSettings, Shape } from '#shared/tabular/reading.ts';
import {
  entityScore,
  identifiesRows,
  isAttribute,
  isIdentifier,
  isMeasure,
  isMetricColumn,
  isPersonal,
  isTargetColumn,
  isUnitColumn,
  isValueColumn,
  periodScore,
} from '#shared/tabular/roles.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';

/** How the table is laid out: which column plays which part. */
export type Layout = {
  readonly shape: Shape;
  readonly period: TableColumn | null;
  /** Date columns that fit as well as the chosen one; a person chooses. */
  readonly rivals: readonly TableColumn[];
  readonly periodEnd: TableColumn | null;
  readonly entity: TableColumn | null;
  readonly metric: TableColumn | null;
  readonly value: TableColumn | null;
  readonly unit: TableColumn | null;
  readonly measures: readonly TableColumn[];
  readonly periodColumns: readonly PeriodColumn[];
  /** Times of a day that belong to the dates of `period`. */
  readonly timeOfDay: TableColumn | null;
  /** A period without a year, or of a fiscal year, as long as nobody said which; else null. */
  readonly yearOpen: string | null;
  readonly fiscalOpen: string | null;
  readonly roles: readonly ColumnRole[];
};

function best<Item>(items: readonly Item[], score: (item: Item) => number): Item | null {
  let top: Item | null = null;
  let most = 0;
  for (const item of items) {
    const each = score(item);
    if (each > most) {
      top = item;
      most = each;
    }
  }
  return top;
}

function withRole(columns: readonly TableColumn[], role: ColumnRole): TableColumn | null {
  return columns.find((column) => column.setting?.role === role) ?? null;
}

function free(columns: readonly TableColumn[], role: ColumnRole): readonly TableColumn[] {
  return columns.filter((column) => column.setting?.role === undefined || column.setting.role === role);
}

function choosePeriod(
  columns: readonly TableColumn[],
  rows: number,
): Pick<Layout, 'period' | 'rivals' | 'periodEnd'> {
  const dates = columns.filter((column) => column.kind === 'date');
  const end = dates.find((column) => column.tokens.includes('end')) ?? null;
  const given = withRole(columns, 'period');
  if (given !== null) return { period: given, rivals: [], periodEnd: end === given ? null : end };
  const open = free(dates, 'period');
  const varies = open.some((column) => column.profile.distinct.size > 1);
  // The bounds of a query are the same in every row and date none of them.
  const score = (column: TableColumn): number =>
    periodScore(column, rows) * (varies && rows > 2 && column.profile.distinct.size === 1 ? 0.6 : 1);
  const period = best(open, score);
  if (period === null) return { period: null, rivals: [], periodEnd: null };
  const top = score(period);
  const rivals = open.filter(
    (column) =>
      column !== period && Math.abs(score(column) - top) < 2.5 && unnamed(column) && unnamed(period),
  );
  return { period, rivals, periodEnd: end === period ? null : end };
}

const UNDATED: Pick<Layout, 'period' | 'rivals' | 'periodEnd'> = {
  period: null,
  rivals: [],
  periodEnd: null,
};

/** Whether each row is a thing of its own whose only date tells something about it: the rows describe one day. */
function isRegister(columns: readonly TableColumn[], period: TableColumn, rows: number): boolean {
  if (period.setting?.role === 'period' || !isAttribute(period)) return false;
  return columns.some((column) => column.kind !== 'date' && identifiesRows(column, rows));
}

/** A date column whose name says nothing about what the date means. */
function unnamed(column: TableColumn): boolean {
  return periodScore({ ...column, tokens: [] }, 0) >= periodScore(column, 0) - 0.01;
}

function chooseShape(
  columns: readonly TableColumn[],
  parts: Pick<Layout, 'period' | 'entity' | 'metric' | 'value' | 'measures' | 'periodColumns'>,
  rows: number,
): Shape {
  if (parts.periodColumns.length > 0) return 'period-columns';
  if (parts.metric !== null && parts.value !== null) return 'long';
  if (parts.period !== null) {
    if (parts.measures.length === 0 || looksLikeEvents(columns, parts.period, rows)) return 'events';
  }
  return parts.entity === null && parts.period !== null ? 'metric-columns' : 'entity-rows';
}

function roleOf(column: TableColumn, layout: Omit<Layout, 'roles'>, rows: number): ColumnRole {
  if (column.setting?.role !== undefined) return column.setting.role;
  if (column === layout.period) return 'period';
  if (column === layout.entity) return 'entity';
  if (column === layout.metric) return 'metric';
  if (column === layout.unit) return 'unit';
  if (layout.periodColumns.some((each) => each.column === column)) return 'value';
  if (column.kind === 'empty') return 'ignored';
  if (layout.measures.includes(column)) return 'value';
  if (isTargetColumn(column)) return 'target';
  if (isPersonal(column)) return 'ignored';
  if (identifiesRows(column, rows)) return 'id';
  return 'dimension';
}

/** Whether a column called name, in a table with columns of people, holds their names. */
function namesPerson(column: TableColumn, columns: readonly TableColumn[]): boolean {
  return column.tokens.join(' ') === 'name' && columns.some(isPersonal);
}

/** How well a column names what the rows are about; an id that is the same in every row does so worse than a name that differs. */
function naming(column: TableColumn, columns: readonly TableColumn[], known: ReadonlySet<string>): number {
  if (namesPerson(column, columns)) return 0;
  const score = entityScore(column, known);
  const isConstantId =
    column.profile.distinct.size === 1 && column.profile.filled > 1 && isIdentifier(column);
  return score > 0 && isConstantId ? Math.min(score, 1.5) : score;
}

/** Times of day for the dates of a column: under the same words (`Start Date`, `Start Time`), or the only ones. */
function timesFor(period: TableColumn | null, columns: readonly TableColumn[]): TableColumn | null {
  if (period === null || period.profile.instants > 0) return null;
  const times = columns.filter((column) => column.kind === 'time-of-day');
  const own = period.tokens.filter((token) => !/^dat/.test(token));
  const same = times.find((column) => own.some((token) => column.tokens.includes(token)));
  if (same !== undefined) return same;
  const next = columns[columns.indexOf(period) + 1];
  if (next !== undefined && times.includes(next)) return next;
  return times.length === 1 && own.length === 0 ? (times[0] ?? null) : null;
}

/** What of the periods only a person can say: their year, the calendar of their fiscal year. */
function openPeriods(
  period: TableColumn | null,
  across: readonly PeriodColumn[],
): Pick<Layout, 'yearOpen' | 'fiscalOpen'> {
  const example = (kind: 'yearless' | 'fiscal'): string => period?.profile.examples.get(kind)?.text ?? '';
  const yearless = across.find((each) => each.open === 'year');
  const fiscal = across.find((each) => each.open === 'fiscal-year');
  return {
    yearOpen: period?.yearOpen === true ? example('yearless') : (yearless?.text ?? null),
    fiscalOpen: period?.fiscalOpen === true ? example('fiscal') : (fiscal?.text ?? null),
  };
}

/** Finds the part that each column plays and the shape that follows. What a person decided stands. */
export function layOut(
  columns: readonly TableColumn[],
  rows: number,
  settings: ReadSettings,
  context: { readonly known: ReadonlySet<string>; readonly year: number },
): Layout {
  const { known, year } = context;
  const across = periodColumns(columns, settings, year);
  const rest = columns.filter((column) => !across.some((each) => each.column === column));
  const found = across.length > 0 ? UNDATED : choosePeriod(rest, rows);
  const dated = found.period !== null && isRegister(rest, found.period, rows) ? UNDATED : found;
  const others = rest.filter((column) => column !== dated.period);
  const metric = withRole(columns, 'metric') ?? free(others, 'metric').find(isMetricColumn) ?? null;
  const left = others.filter((column) => column !== metric);
  const entity =
    withRole(columns, 'entity') ?? best(free(left, 'entity'), (column) => naming(column, columns, known));
  const unit = withRole(columns, 'unit') ?? free(left, 'unit').find(isUnitColumn) ?? null;
  const measures = across.length > 0 ? [] : measuresOf(left, entity, unit);
  const only = measures.length === 1 ? (measures[0] ?? null) : null;
  const value = metric === null ? null : (withRole(columns, 'value') ?? measures.find(isValueColumn) ?? only);
  const parts = { period: dated.period, entity, metric, value, unit, measures, periodColumns: across };
  const shape = settings.shape ?? chooseShape(columns, parts, rows);
  const chosen = shape === 'long' && value !== null ? [value] : measures;
  const timeOfDay = timesFor(dated.period, columns);
  const open = openPeriods(dated.period, across);
  const layout = { ...dated, ...parts, ...open, timeOfDay, shape, measures: chosen };
  return { ...layout, roles: columns.map((column) => roleOf(column, layout, rows)) };
}

/** A first column without a name that counts the rows, as data frames are written with their index. */
function isRowNumber({ index, header, profile }: TableColumn): boolean {
  const counts = profile.largest === profile.filled || profile.largest === profile.filled - 1;
  return (
    index === 0 &&
    header === '' &&
    counts &&
    profile.integers === profile.filled &&
    profile.distinct.size === profile.filled
  );
}

function measuresOf(
  columns: readonly TableColumn[],
  entity: TableColumn | null,
  unit: TableColumn | null,
): readonly TableColumn[] {
  return columns.filter((column) => {
    if (column === entity || column === unit) return false;
    const role = column.setting?.role;
    if (role !== undefined) return role === 'value' || role === 'numerator' || role === 'denominator';
    return isMeasure(column) && !(isRowNumber(column) && columns.some((each) => each.header !== ''));
  });
}
