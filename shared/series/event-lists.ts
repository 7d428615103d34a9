import { startOfWeek } from '#shared/day.ts';
import { deriveRecognized } from '#shared/series/derivations/derive-series.ts';
import { weeksBetween } from '#shared/series/derivations/derived-series.ts';
import type { EventColumns } from '#shared/series/derivations/event-columns.ts';
import { groupBy } from '#shared/series/derivations/group-by.ts';
import type { CountedMetric, CountingRule, EventList } from '#shared/series/event-list.ts';
import { spanOf } from '#shared/series/force.ts';
import type { Snapshot } from '#shared/series/parts.ts';
import type { PointTable, SeriesHeader } from '#shared/series/series.ts';
import type { EventTable } from '#shared/tabular/event-table.ts';

/** A row of one of the lists that are joined. */
export type Row = { readonly member: number; readonly row: number };
export type Member = { readonly snapshot: number; readonly list: EventList };
type Point = {
  readonly header: SeriesHeader;
  readonly start: number;
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  /** Index of the row that the point names as its line. */
  readonly row: number;
};

/** The rows of lists that are joined, each once, as the last list has it. */
export function memberRows(members: readonly Member[], snapshots: readonly Snapshot[]): readonly Row[] {
  const rows = new Map<number, Row>();
  for (const [member, { list, snapshot }] of members.entries()) {
    const replacing = snapshots[snapshot]?.existing === 'replace-range';
    if (replacing) dropRange(rows, members, list);
    for (const [row, key] of list.keys.entries()) rows.set(key, { member, row });
  }
  return [...rows.values()];
}

function dropRange(rows: Map<number, Row>, members: readonly Member[], { starts }: EventList): void {
  const known = starts.filter((start) => !Number.isNaN(start));
  const from = known.reduce((least, start) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const until = known.reduce((most, start) => Math.max(most, start), Number.NEGATIVE_INFINITY);
  for (const [key, { member, row }] of rows) {
    const start = members[member]?.list.starts[row] ?? Number.NaN;
    if (start >= from && start <= until) rows.delete(key);
  }
}

function tableOf(members: readonly Member[], rows: readonly Row[]): EventTable {
  const at = (row: number) => {
    const place = rows[row];
    const list = place === undefined ? undefined : members[place.member]?.list;
    return place === undefined || list === undefined ? null : { list, row: place.row };
  };
  const cell = (row: number, column: number) => {
    const place = at(row);
    return place === null ? null : { ...place, column: place.list.columns[column] };
  };
  const columns = members[0]?.list.columns ?? [];
  return {
    headers: columns.map(({ header }) => header),
    rows: rows.length,
    text: (row, column) => {
      const found = cell(row, column);
      return found?.list.texts[found.column?.texts?.[found.row] ?? -1] ?? '';
    },
    moment: (row, column) => {
      const found = cell(row, column);
      return found?.column?.moments?.[found.row] ?? Number.NaN;
    },
    number: (row, column) => {
      const found = cell(row, column);
      return found?.column?.numbers?.[found.row] ?? Number.NaN;
    },
    units: columns.map(({ unit }) => unit),
    periodColumn: null,
    starts: Float64Array.from(rows, (_, row) => {
      const place = at(row);
      return place?.list.starts[place.row] ?? Number.NaN;
    }),
    entityColumn: null,
    entities: rows.map((_, row) => {
      const place = at(row);
      return place?.list.texts[place.list.entities[place.row] ?? -1] ?? 'organization';
    }),
    // Rows stand for their own lines here: which file and line they are is looked up afterwards.
    lines: Uint32Array.from(rows, (_, row) => row),
    asOf: Number.NaN,
  };
}

function weekHeader(of: CountedMetric, entity: string): SeriesHeader {
  return { ...of, entity, grain: 'week' };
}

function countedPoints(
  rule: Extract<CountingRule, { kind: 'counted' }>,
  table: EventTable,
): readonly Point[] {
  const dated = [...table.starts.keys()].filter((row) => !Number.isNaN(table.starts[row]));
  const weekOf = (row: number) => startOfWeek(table.starts[row] ?? Number.NaN);
  const weeks = dated.map(weekOf);
  const first = weeks.reduce((least, week) => Math.min(least, week), Number.POSITIVE_INFINITY);
  const last = weeks.reduce((most, week) => Math.max(most, week), Number.NEGATIVE_INFINITY);
  const none = { numerator: Number.NaN, denominator: Number.NaN };
  return [...groupBy(dated, (row) => table.entities[row] ?? '')].flatMap(([entity, own]) => {
    const byWeek = groupBy(own, weekOf);
    const count = weekHeader(rule.count, entity);
    const counts = weeksBetween(first, last).map((start): Point => {
      const inWeek = byWeek.get(start) ?? [];
      return { header: count, start, value: inWeek.length, row: inWeek[0] ?? own[0] ?? 0, ...none };
    });
    const measures = rule.measures.flatMap(({ column, of }) => {
      const header = weekHeader(of, entity);
      return own.flatMap((row): readonly Point[] => {
        const value = table.number(row, column);
        return Number.isNaN(value) ? [] : [{ header, start: weekOf(row), value, row, ...none }];
      });
    });
    return [...counts, ...measures];
  });
}

function derivedPointsOf(
  rule: Extract<CountingRule, { kind: 'derived' }>,
  table: EventTable,
): readonly Point[] {
  const columns: EventColumns = rule.roles;
  return deriveRecognized({ kind: rule.events, columns }, table).series.flatMap((one) =>
    one.starts.map((start, at) => ({
      header: one.header,
      start,
      value: one.values[at] ?? Number.NaN,
      numerator: one.numerators?.[at] ?? Number.NaN,
      denominator: one.denominators?.[at] ?? Number.NaN,
      row: one.lines[at] ?? 0,
    })),
  );
}

/** Places points: `rank` is the snapshot whose place a point takes, `origin` and `line` are those of its row. */
type Placed = Point & { readonly rank: number; readonly origin: number; readonly line: number };

function placed(points: readonly Point[], members: readonly Member[], rows: readonly Row[], spans: Spans) {
  return points.flatMap((point): readonly Placed[] => {
    // Weeks between two files, which neither of them speaks of, are not known.
    const covering = members.findLast((_, member) => {
      const span = spans[member];
      return span !== undefined && span !== null && point.start >= span.from && point.start < span.until;
    });
    const row = rows[point.row];
    const of = row === undefined ? undefined : members[row.member];
    if (covering === undefined || row === undefined || of === undefined) return [];
    return [{ ...point, rank: covering.snapshot, origin: of.snapshot, line: of.list.lines[row.row] ?? 0 }];
  });
}

type Spans = readonly ReturnType<typeof spanOf>[];

function toTable(points: readonly Placed[]): PointTable {
  const headers: SeriesHeader[] = [];
  const places = new Map<string, number>();
  const seriesIndex = Uint32Array.from(points, ({ header }) => {
    const key = JSON.stringify([header.metric, header.entity, header.unit]);
    const known = places.get(key) ?? headers.push(header) - 1;
    places.set(key, known);
    return known;
  });
  const counted = points.some(({ denominator }) => !Number.isNaN(denominator));
  return {
    series: headers,
    seriesIndex,
    starts: Float64Array.from(points, ({ start }) => start),
    values: Float64Array.from(points, ({ value }) => value),
    numerators: counted ? Float64Array.from(points, ({ numerator }) => numerator) : null,
    denominators: counted ? Float64Array.from(points, ({ denominator }) => denominator) : null,
    lines: Uint32Array.from(points, ({ line }) => line),
    origins: Uint32Array.from(points, ({ origin }) => origin),
  };
}

/** What rows of lists of one layout give, as points that name a row each. */
export function pointsOfRows(members: readonly Member[], rows: readonly Row[]): readonly Point[] {
  const rule = members[0]?.list.rule;
  if (rule === undefined) return [];
  const table = tableOf(members, rows);
  return rule.kind === 'derived' ? derivedPointsOf(rule, table) : countedPoints(rule, table);
}

function joinedPoints(members: readonly Member[], snapshots: readonly Snapshot[]): readonly Placed[] {
  const rows = memberRows(members, snapshots);
  const points = pointsOfRows(members, rows);
  const spans = members.map(({ snapshot }) => {
    const own = snapshots[snapshot]?.points;
    return own === undefined ? null : spanOf(own);
  });
  return placed(points, members, rows, spans);
}

/** The lists of events among snapshots in order of force, those of one layout together. */
export function listsByLayout(snapshots: readonly Snapshot[]): readonly (readonly Member[])[] {
  const lists = snapshots.flatMap(({ points }, snapshot): readonly Member[] =>
    points.events === undefined ? [] : [{ snapshot, list: points.events }],
  );
  return [...groupBy(lists, ({ list }) => list.layout).values()];
}

/**
 * Snapshots, in order of force, in which lists of events of one layout are counted as one list: a row that several
 * have counts once, as the last one has it. Each point takes the place of the last file that speaks of its week.
 */
export function joinEventLists(snapshots: readonly Snapshot[]): readonly Snapshot[] {
  const groups = listsByLayout(snapshots).filter((group) => group.length > 1);
  if (groups.length === 0) return snapshots;
  const replaced = new Map<number, PointTable>();
  for (const members of groups) {
    const byRank = groupBy(joinedPoints(members, snapshots), ({ rank }) => rank);
    for (const { snapshot } of members) replaced.set(snapshot, toTable(byRank.get(snapshot) ?? []));
  }
  return snapshots.map((snapshot, at) => ({ ...snapshot, points: replaced.get(at) ?? snapshot.points }));
}
