import { startOfDay } from '#shared/day.ts';
import { type CostMetric, costMetricOf } from '#shared/series/derivations/cost-metric.ts';
import type { DerivationContext } from '#shared/series/derivations/derivation-context.ts';
import {
  catalogueMetric,
  type DerivedPoint,
  toDerivedSeries,
} from '#shared/series/derivations/derived-series.ts';
import type { EventRow, EventRows } from '#shared/series/derivations/event-columns.ts';
import { groupBy } from '#shared/series/derivations/group-by.ts';
import type { NoteCollector } from '#shared/series/derivations/note-collector.ts';
import { isTotalOfCosts } from '#shared/series/derivations/service-columns.ts';
import type { DerivedSeries, EventTable } from '#shared/tabular/event-table.ts';

type Cost = {
  readonly metric: CostMetric;
  readonly service: string;
  readonly day: number;
  readonly amount: number;
  readonly line: number;
};

function toSeries(costs: readonly Cost[], currency: string | null): readonly DerivedSeries[] {
  const points = [...groupBy(costs, ({ service, day }) => `${day}|${service}`).values()].flatMap(
    (same): readonly DerivedPoint[] => {
      const [first] = same;
      if (first === undefined) return [];
      return [
        {
          metric: { ...catalogueMetric(first.metric), unit: currency },
          entity: first.service === '' ? 'organization' : first.service,
          start: first.day,
          value: same.reduce((sum, { amount }) => sum + amount, 0),
          line: first.line,
        },
      ];
    },
  );
  const monthly = costs.length > 0 && costs.every(({ day }) => new Date(day).getUTCDate() === 1);
  return toDerivedSeries(points, monthly ? 'month' : 'day');
}

function toCost(row: EventRow, context: DerivationContext, notes: NoteCollector): Cost | null {
  const service = row.text('service');
  const at = row.moment('date');
  const amount = row.number('amount');
  if (isTotalOfCosts(service)) {
    notes.row(row.line, 'left out: a total repeats the rows above it', 'total');
    return null;
  }
  if (Number.isNaN(at) || Number.isNaN(amount)) {
    notes.row(row.line, 'left out: no date or no amount', 'filtered');
    return null;
  }
  const metric = costMetricOf(service, context.modelServices);
  return { metric, service, day: startOfDay(at), amount, line: row.line };
}

/**
 * Cloud spend and AI cost a day by service, equal keys summed (a month where every row is dated the first). Each row
 * counts in one of the two.
 */
export function deriveCosts(
  rows: EventRows,
  context: DerivationContext,
  notes: NoteCollector,
): readonly DerivedSeries[] {
  const [currency = null] = rows.read(
    (row) => row.unit('amount') ?? (row.text('currency').toUpperCase() || null),
  );
  if (rows.count > 0 && currency === null) notes.file('The file names no currency.');
  return toSeries(
    rows.read((row) => toCost(row, context, notes)),
    currency,
  );
}

/** The same from a report with one row a day and one column for each service. */
export function deriveCostColumns(
  table: EventTable,
  services: ReadonlyMap<number, string>,
  context: DerivationContext,
): readonly DerivedSeries[] {
  const date = table.periodColumn ?? 0;
  const costs = Array.from({ length: table.rows }, (_, row) => row).flatMap((row) =>
    [...services].flatMap(([column, service]): readonly Cost[] => {
      const day = startOfDay(table.moment(row, date));
      const amount = table.number(row, column);
      if (Number.isNaN(day) || Number.isNaN(amount)) return [];
      const metric = costMetricOf(service, context.modelServices);
      return [{ metric, service, day, amount, line: table.lines[row] ?? 0 }];
    }),
  );
  const [first] = services.keys();
  return toSeries(costs, first === undefined ? null : (table.units[first] ?? null));
}
