import { partsToMs } from '#shared/day.ts';
import { orderEvidence, readMoment } from '#shared/tabular/dates.ts';
import { grainOfDays } from '#shared/tabular/grain.ts';
import type { Moment } from '#shared/tabular/moment.ts';
import { readPeriod } from '#shared/tabular/periods.ts';
import type { ColumnRole, ReadSettings, Shape } from '#shared/tabular/reading.ts';
import {
  entityScore,
  identifiesRows,
  isMeasure,
  isMetricColumn,
  isPersonal,
  isTargetColumn,
  isUnitColumn,
  isValueColumn,
  looksLikeEvents,
  periodScore,
} from '#shared/tabular/roles.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';

/** A column whose header names a period; `metric` is the other row of a header of two, else null. */
export type PeriodColumn = {
  readonly column: TableColumn;
  readonly moment: Moment;
  readonly metric: string | null;
};

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
  readonly roles: readonly ColumnRole[];
};

function periodOf(text: string, order: 'dmy' | 'mdy' | 'ymd'): Moment | null {
  if (text === '') return null;
  const period = readPeriod(text);
  const moment = period ?? readMoment(text, { order, epoch: null });
  if (moment?.kind === 'moment') return moment;
  return /^(?:19|20)\d{2}$/.test(text)
    ? { kind: 'moment', ms: partsToMs(Number(text), 1, 1) ?? Number.NaN, grain: 'year', format: 'year' }
    : null;
}

/** Day or month first in headers that are dates: one above 12 decides. */
function headerOrder(columns: readonly TableColumn[]): 'dmy' | 'mdy' {
  const evidence = columns.flatMap((column) => [orderEvidence(column.upper), orderEvidence(column.lower)]);
  return evidence.includes('mdy') && !evidence.includes('dmy') ? 'mdy' : 'dmy';
}

/** Whether the headers are dates whose day and month nothing tells apart. */
export function isHeaderOrderOpen(layout: Layout, settings: ReadSettings): boolean {
  if (settings.dateOrder !== undefined) return false;
  const evidence = layout.periodColumns.map(
    ({ column }) => orderEvidence(column.upper) ?? orderEvidence(column.lower),
  );
  return evidence.includes('open') && evidence.every((each) => each === 'open' || each === null);
}

/** Days across that are a week or a month apart stand for weeks and months. */
function withGrain(found: readonly PeriodColumn[]): readonly PeriodColumn[] {
  if (!found.every((each) => each.moment.grain === 'day')) return found;
  const grain = grainOfDays(
    found.map((each) => each.moment.ms),
    null,
  );
  return found.map((each) => ({ ...each, moment: { ...each.moment, grain } }));
}

function periodColumns(columns: readonly TableColumn[], settings: ReadSettings): readonly PeriodColumn[] {
  const order = settings.dateOrder ?? headerOrder(columns);
  const found = columns.flatMap((column): PeriodColumn[] => {
    if (column.kind === 'date' || (column.kind === 'text' && column.profile.quantities === 0)) return [];
    const upper = periodOf(column.upper, order);
    const lower = periodOf(column.lower, order);
    if (upper !== null) return [{ column, moment: upper, metric: column.lower === '' ? null : column.lower }];
    return lower === null
      ? []
      : [{ column, moment: lower, metric: column.upper === '' ? null : column.upper }];
  });
  return found.length >= 2 || settings.shape === 'period-columns' ? withGrain(found) : [];
}

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
  const period = best(open, (column) => periodScore(column, rows));
  if (period === null) return { period: null, rivals: [], periodEnd: null };
  const top = periodScore(period, rows);
  const rivals = open.filter(
    (column) =>
      column !== period &&
      Math.abs(periodScore(column, rows) - top) < 2.5 &&
      unnamed(column) &&
      unnamed(period),
  );
  return { period, rivals, periodEnd: end === period ? null : end };
}

/** A date column whose name says nothing about what the date means. */
function unnamed(column: TableColumn): boolean {
  return periodScore({ ...column, tokens: [] }, 0) >= periodScore(column, 0) - 0.01;
}

function chooseShape(
  columns: readonly TableColumn[],
  parts: Omit<Layout, 'shape' | 'roles' | 'rivals' | 'periodEnd'>,
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

/** Finds the part that each column plays and the shape that follows. What a person decided stands. */
export function layOut(
  columns: readonly TableColumn[],
  rows: number,
  settings: ReadSettings,
  known: ReadonlySet<string>,
): Layout {
  const across = periodColumns(columns, settings);
  const rest = columns.filter((column) => !across.some((each) => each.column === column));
  const dated = across.length > 0 ? { period: null, rivals: [], periodEnd: null } : choosePeriod(rest, rows);
  const others = rest.filter((column) => column !== dated.period);
  const metric = withRole(columns, 'metric') ?? free(others, 'metric').find(isMetricColumn) ?? null;
  const open = others.filter((column) => column !== metric);
  const entity =
    withRole(columns, 'entity') ??
    best(free(open, 'entity'), (column) => (namesPerson(column, columns) ? 0 : entityScore(column, known)));
  const unit = withRole(columns, 'unit') ?? free(open, 'unit').find(isUnitColumn) ?? null;
  const measures = across.length > 0 ? [] : measuresOf(open, entity, unit);
  const only = measures.length === 1 ? (measures[0] ?? null) : null;
  const value = metric === null ? null : (withRole(columns, 'value') ?? measures.find(isValueColumn) ?? only);
  const parts = { period: dated.period, entity, metric, value, unit, measures, periodColumns: across };
  const shape = settings.shape ?? chooseShape(columns, parts, rows);
  const chosen = shape === 'long' && value !== null ? [value] : measures;
  const layout = { ...dated, ...parts, shape, measures: chosen };
  return { ...layout, roles: columns.map((column) => roleOf(column, layout, rows)) };
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
    return isMeasure(column);
  });
}
