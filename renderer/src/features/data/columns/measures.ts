import type { Aggregation, SeriesHeader } from '#shared/series/series.ts';
import { withColumn, withNamedMetric, withoutColumn, withoutNamedMetric } from '#shared/tabular/answers.ts';
import type { Column, ColumnRole, Reading, ReadSettings } from '#shared/tabular/reading.ts';
import { CELLS, WHOLE_NAMES } from '#shared/tabular/whole-names.ts';

/** What a person may decide about a measure. */
export type MeasureSetting = {
  readonly role?: ColumnRole;
  readonly metric?: string;
  readonly unit?: string;
  readonly aggregation?: Aggregation;
  readonly per?: string;
};

/** A row of the table of columns: a column, a metric that the rows name, or all rows or cells together. */
export type Measure = {
  readonly key: string;
  readonly name: string;
  readonly kind: 'column' | 'named' | 'whole';
  readonly role: ColumnRole;
  readonly isPersonal: boolean;
  readonly metric: string | null;
  readonly unit: string | null;
  /** Unit in which its values are stored, where that is another one. */
  readonly storedIn: string | null;
  readonly aggregation: Aggregation | null;
  /** Name of the column below the line of a rate; null where it is none. */
  readonly per: string | null;
  readonly filled: number | null;
  readonly missing: number | null;
  readonly with: (settings: ReadSettings, change: MeasureSetting) => ReadSettings;
  /** Leaves it to detection again; null where nobody decided anything about it. */
  readonly without: ((settings: ReadSettings) => ReadSettings) | null;
};

/** For each column, which one of those with its name it is, from 1. */
function occurrencesOf(columns: readonly Column[]): ReadonlyMap<Column, number> {
  const seen = new Map<string, number>();
  return new Map(
    columns.map((column) => {
      const occurrence = (seen.get(column.name) ?? 0) + 1;
      seen.set(column.name, occurrence);
      return [column, occurrence];
    }),
  );
}

function withoutRole({
  role: _role,
  per: _per,
  ...rest
}: MeasureSetting): Omit<MeasureSetting, 'role' | 'per'> {
  return rest;
}

function wholeMeasure(column: Column): Measure['with'] {
  if (column.name === CELLS)
    return (settings, change) =>
      withNamedMetric(settings, { name: CELLS, ...withoutRole(change), leftOut: change.role === 'ignored' });
  return (settings, change) => withColumn(settings, { name: column.name, occurrence: 1, ...change });
}

function columnMeasure(column: Column, occurrence: number, { settings }: Reading): Measure {
  const isWhole = WHOLE_NAMES.has(column.name);
  const setting = settings.columns?.find((one) => one.name === column.name && one.occurrence === occurrence);
  return {
    key: `column ${column.index}`,
    name: isWhole ? (column.name === CELLS ? 'All values of the table' : 'Number of rows') : column.name,
    kind: isWhole ? 'whole' : 'column',
    role: column.role,
    isPersonal: column.personal,
    metric: column.metric,
    unit: column.unit,
    storedIn: null,
    aggregation: column.aggregation,
    per: setting?.per ?? null,
    filled: column.nonNull,
    missing: column.nulls,
    with: isWhole
      ? wholeMeasure(column)
      : (all, change) => withColumn(all, { name: column.name, occurrence, ...change }),
    without: setting === undefined ? null : (all) => withoutColumn(all, setting),
  };
}

function namedMeasures({ named, settings, series }: Reading): readonly Measure[] {
  const decided = new Set(settings.metrics?.map((one) => one.name));
  const unitOf = (metric: string) => series.find((one) => one.metric === metric)?.unit ?? null;
  return named.map((one) => ({
    key: `named ${one.name}`,
    name: one.name,
    kind: 'named',
    role: settings.metrics?.find((each) => each.name === one.name)?.leftOut === true ? 'ignored' : 'value',
    isPersonal: false,
    metric: one.metric,
    unit: one.unit ?? unitOf(one.metric),
    storedIn: null,
    aggregation: one.aggregation,
    per: null,
    filled: null,
    missing: null,
    with: (all, change) =>
      withNamedMetric(all, {
        name: one.name,
        ...withoutRole(change),
        ...(change.role === undefined ? {} : { leftOut: change.role === 'ignored' }),
      }),
    without: decided.has(one.name) ? (all) => withoutNamedMetric(all, one.name) : null,
  }));
}

const ORDER: Readonly<Record<ColumnRole, number>> = {
  period: 0,
  entity: 1,
  metric: 2,
  value: 3,
  numerator: 3,
  denominator: 3,
  unit: 4,
  target: 4,
  id: 5,
  dimension: 5,
  ignored: 6,
};

/** Unit in which a measure is stored; null where it is the file's, or nothing is stored. */
function otherUnit(
  { metric, unit, role }: Measure,
  units: ReadonlyMap<string, string | null>,
): string | null {
  const stored = metric === null || role !== 'value' ? null : (units.get(metric) ?? null);
  return stored === null || stored === unit || unit === null
    ? null
    : stored === 'share'
      ? 'share of 1'
      : stored;
}

/** Everything of the file that may become something: what is used first, then what was left out. */
export function measuresOf(reading: Reading, stored: readonly SeriesHeader[]): readonly Measure[] {
  const units = new Map(stored.map((header) => [header.metric, header.unit]));
  const occurrences = occurrencesOf(reading.columns);
  const isAcross = reading.shape === 'period-columns';
  const columns = reading.columns
    .filter((column) => !(isAcross && column.role === 'value' && !WHOLE_NAMES.has(column.name)))
    .filter((column) => !(column.name === CELLS && reading.named.length > 0))
    .map((column) => columnMeasure(column, occurrences.get(column) ?? 1, reading));
  const all = [...columns, ...namedMeasures(reading)];
  return all
    .map((one) => ({ ...one, storedIn: otherUnit(one, units) }))
    .toSorted((a, b) => ORDER[a.role] - ORDER[b.role]);
}
