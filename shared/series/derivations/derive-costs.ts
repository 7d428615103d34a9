import { startOfDay } from '#shared/day.ts';
import { type CostMetric, costMetricOf } from '#shared/series/derivations/cost-metric.ts';
import type { DerivationContext } from '#shared/series/derivations/derivation-context.ts';
import {
  catalogueMetric,
  type DerivedMetric,
  type DerivedPoint,
  toDerivedSeries,
} from '#shared/series/derivations/derived-series.ts';
import type { EventRow, EventRows } from '#shared/series/derivations/event-columns.ts';
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

type Sum = Omit<DerivedPoint, 'value'> & { value: number };

/** Adds up costs of one service and day. A month of a large account has many rows, so they are summed as they come. */
function toSeries(costs: readonly Cost[], currency: string | null): readonly DerivedSeries[] {
  const metrics = new Map<CostMetric, DerivedMetric>();
  const sums = new Map<string, Sum>();
  let monthly = costs.length > 0;
  for (const { metric, service, day, amount, line } of costs) {
    monthly &&= new Date(day).getUTCDate() === 1;
    const key = `${day}|${service}`;
    const before = sums.get(key);
    if (before !== undefined) {
      before.value += amount;
      continue;
    }
    const known = metrics.get(metric) ?? { ...catalogueMetric(metric), unit: currency };
    metrics.set(metric, known);
    const entity = service === '' ? 'organization' : service;
    sums.set(key, { metric: known, entity, start: day, value: amount, line });
  }
  return toDerivedSeries([...sums.values()], monthly ? 'month' : 'day');
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
