import { startOfDay } from '#shared/day.ts';
import type { CostMetric } from '#shared/series/derivations/cost-metric.ts';
import { costMetricOf } from '#shared/series/derivations/cost-metric.ts';
import type { DerivationContext } from '#shared/series/derivations/derivation-context.ts';
import type { DerivedMetric, DerivedPoint } from '#shared/series/derivations/derived-series.ts';
import { toDerivedSeries } from '#shared/series/derivations/derived-series.ts';
import type { EventColumns, EventRow } from '#shared/series/derivations/event-columns.ts';
import { groupBy } from '#shared/series/derivations/group-by.ts';
import type { NoteCollector } from '#shared/series/derivations/note-collector.ts';
import type { DerivedSeries } from '#shared/tabular/event-table.ts';

const TOTAL = /^(grand |sub|service )?total\b|^sum(me)?\b|^gesamt/i;
const NAMES: Readonly<Record<CostMetric, string>> = {
  'cloud-spend': 'Cloud spend',
  'llm-cost': 'AI and LLM cost',
};

type Cost = {
  readonly metric: CostMetric;
  readonly day: number;
  readonly amount: number;
  readonly line: number;
};

function toCost(row: EventRow, context: DerivationContext, notes: NoteCollector): Cost | null {
  const service = row.text('service');
  const at = row.moment('date');
  const amount = row.number('amount');
  if (TOTAL.test(service)) {
    notes.row(row.line, 'left out: a total repeats the rows above it', 'total');
    return null;
  }
  if (Number.isNaN(at) || Number.isNaN(amount)) {
    notes.row(row.line, 'left out: no date or no amount', 'filtered');
    return null;
  }
  return {
    metric: costMetricOf(service, context.modelServices),
    day: startOfDay(at),
    amount,
    line: row.line,
  };
}

/** Cloud spend and AI cost a day (a month where every row is dated the first), each row counted in one of them. */
export function deriveCosts(
  rows: readonly EventRow[],
  columns: EventColumns,
  context: DerivationContext,
  notes: NoteCollector,
): readonly DerivedSeries[] {
  const costs = rows.flatMap((row) => toCost(row, context, notes) ?? []);
  const units = new Set(rows.map((row) => row.unit('amount')));
  const [unit] = units;
  if (columns.amount !== undefined && (unit === undefined || unit === null)) {
    notes.file('The file names no currency.');
  }
  const metricOf = (metric: CostMetric): DerivedMetric => ({
    metric,
    metricName: NAMES[metric],
    unit: unit ?? 'money',
    aggregation: 'sum',
  });
  const points = [...groupBy(costs, ({ metric, day }) => `${metric}|${day}`).values()].flatMap((same) => {
    const first = same[0];
    if (first === undefined) return [];
    const point: DerivedPoint = {
      metric: metricOf(first.metric),
      entity: 'organization',
      start: first.day,
      value: same.reduce((sum, { amount }) => sum + amount, 0),
      line: first.line,
    };
    return [point];
  });
  const monthly = costs.length > 0 && costs.every(({ day }) => new Date(day).getUTCDate() === 1);
  return toDerivedSeries(points, monthly ? 'month' : 'day');
}
