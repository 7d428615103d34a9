import { startOfWeek, WEEK_MS } from '#shared/day.ts';
import { eventNames } from '#shared/formats/proposals.ts';
import type { Derivation, EventTable } from '#shared/tabular/event-table.ts';
import {
  denominatorOf,
  type PlannedMeasure,
  planMeasures,
  targetSeries,
} from '#shared/tabular/measure-plan.ts';
import { type MetricChoice, metricFor, ownMetric } from '#shared/tabular/metric-mapping.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import type { PointSink } from '#shared/tabular/point-sink.ts';
import { cellReader, momentReader, numberReader } from '#shared/tabular/read-cells.ts';
import { entityTargets } from '#shared/tabular/series-targets.ts';
import type { Table } from '#shared/tabular/table.ts';

/** What reads a cell of a row, made for each column when it is first asked for. */
function byColumn<Value>(
  rows: Uint32Array,
  reader: (column: number) => (record: number) => Value,
): (row: number, column: number) => Value {
  const known = new Map<number, (record: number) => Value>();
  return (row, column) => {
    let read = known.get(column);
    if (read === undefined) {
      read = reader(column);
      known.set(column, read);
    }
    return read(rows[row] ?? -1);
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The rows of the table as events, for a derivation. */
export function eventTable(table: Table): EventTable {
  const { records, rows, layout, columns } = table;
  // Whole columns are made when they are first asked for: most tables are looked at and found to be no events.
  const starts = once(() => Float64Array.from(rows, (record) => table.startAt(record)));
  const entities = once(() => Array.from(rows, (record) => table.entityAt(record)));
  const lines = once(() => Uint32Array.from(rows, (record) => records.line(record)));
  const { last } = table.span;
  return {
    headers: eventNames(columns, table.format !== null),
    rows: rows.length,
    text: byColumn(rows, (column) =>
      cellReader(records, column, (cell) => {
        const text = cell.trim();
        return isMissing(text) ? '' : text;
      }),
    ),
    moment: byColumn(rows, (column) => {
      const style = columns[column]?.style;
      if (style === undefined) return () => Number.NaN;
      return momentReader(records, column, style);
    }),
    number: byColumn(rows, (column) => {
      const each = columns[column];
      if (each === undefined) return () => Number.NaN;
      const numberAt = numberReader(records, each);
      return (record) => numberAt(record) ?? Number.NaN;
    }),
    units: columns.map((column) => column.unit?.label ?? null),
    periodColumn: layout.period?.index ?? null,
    get starts() {
      return starts();
    },
    entityColumn: layout.entity?.index ?? null,
    get entities() {
      return entities();
    },
    get lines() {
      return lines();
    },
    asOf: table.asOf ?? (Number.isFinite(last) ? last : Number.NaN),
  };
}

/** Words that say what the rows are, and the metric that their number a week gives. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\bincidents?\b/i, 'Incidents'],
  [/\b(?:deployments?|deploys?|releases?)\b/i, 'Deployments'],
];

/** What the rows of an event list count as: what a person said, its key column, else the file's name. */
export function countedAs(table: Table): MetricChoice {
  const given = table.countMetric;
  if (given !== null) return metricFor(given, null, given);
  const headers = table.columns.map((column) => column.tokens.join(' '));
  if (headers.includes('issue key')) return ownMetric('Issues', null);
  const names = [...table.columns.filter((_, index) => table.layout.roles[index] === 'id'), null];
  const found = KINDS.find(([pattern]) =>
    names.some((column) => pattern.test(column === null ? table.fileName : column.tokens.join(' '))),
  );
  return found === undefined
    ? ownMetric(`${table.fileName} rows`, null)
    : metricFor(found[1], null, undefined);
}

type Counted = { count: number; line: number };

/** Counts rows by week and entity. Weeks without any between the file's first and last event are real zeros. */
function countWeeks(table: Table, sink: PointSink): void {
  const choice = countedAs(table);
  const byEntity = new Map<string, Map<number, Counted>>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  table.rows.forEach((record) => {
    const start = table.startAt(record);
    if (Number.isNaN(start)) return;
    const week = startOfWeek(start);
    first = Math.min(first, week);
    last = Math.max(last, week);
    const entity = table.entityAt(record);
    const weeks = byEntity.get(entity) ?? new Map<number, Counted>();
    byEntity.set(entity, weeks);
    const counted = weeks.get(week);
    if (counted === undefined) weeks.set(week, { count: 1, line: table.records.line(record) });
    else counted.count += 1;
  });
  for (const [entity, weeks] of byEntity) {
    const target = targetSeries({ ...choice, aggregation: 'sum' }, null, {
      entity,
      grain: 'week',
      upToOne: false,
    });
    let line = 0;
    for (let week = first; week <= last; week += WEEK_MS) {
      const counted = weeks.get(week);
      line = counted?.line ?? line;
      const value = counted?.count ?? 0;
      sink.add(target.header, target.unit, { start: week, value, line });
    }
  }
}

function isChosen({ column }: PlannedMeasure): boolean {
  return column.setting?.metric !== undefined;
}

/** Measures of events that a person mapped, where the rows' own series are derived. */
export function chosenMeasures(table: Table, sink: PointSink): void {
  measureWeeks(table, sink, isChosen);
}

/** Measures of events (a lead time, a time to resolve): one value a week and entity. */
function measureWeeks(table: Table, sink: PointSink, isTaken: (measure: PlannedMeasure) => boolean): void {
  const planned = planMeasures(table.layout.measures).filter(
    (measure) => isTaken(measure) && denominatorOf(table.columns, measure) === null,
  );
  for (const { column, choice } of planned) {
    const targets = entityTargets(sink, choice, column.unit, {
      grain: 'week',
      upToOne: false,
      entities: { codes: 0, entityAt: table.entityAt },
    });
    const numberAt = numberReader(table.records, column);
    table.rows.forEach((record) => {
      const start = table.startAt(record);
      const value = numberAt(record);
      if (Number.isNaN(start) || value === null || Number.isNaN(value)) return;
      sink.put(targets(record, -1), startOfWeek(start), value, table.records.line(record));
    });
  }
}

/** Series of an event list: how many a week, and the measures that the catalogue knows. */
export function eventPoints(table: Table, sink: PointSink): void {
  if (table.isCounted) countWeeks(table, sink);
  measureWeeks(table, sink, (measure) => measure.choice.metric !== null || isChosen(measure));
}

/** Puts the series that a derivation worked out from the rows into the file's points. */
export function derivedPoints(derivation: Derivation, sink: PointSink): void {
  for (const { header, starts, values, numerators, denominators, lines } of derivation.series) {
    starts.forEach((start, index) => {
      const value = values[index] ?? Number.NaN;
      const numerator = numerators?.[index] ?? Number.NaN;
      const denominator = denominators?.[index] ?? Number.NaN;
      const ratio = numerators === null ? {} : { ratio: { numerator, denominator } };
      sink.add(header, header.unit, { start, value, line: lines[index] ?? 0, ...ratio });
    });
  }
}
