import { startOfDay, startOfWeek, WEEK_MS } from '#shared/day.ts';
import type { Grain } from '#shared/series/series.ts';
import { targetSeries } from '#shared/tabular/measure-plan.ts';
import { type MetricChoice, metricFor } from '#shared/tabular/metric-mapping.ts';
import type { PointSink } from '#shared/tabular/point-sink.ts';
import type { CountSetting } from '#shared/tabular/reading.ts';
import type { Table } from '#shared/tabular/table.ts';
import { unitNamed } from '#shared/tabular/units.ts';

/** Rows of one period on one entity: how many, how many of them meet the condition, and the line of the first that does. */
type Tally = { all: number; met: number; line: number };

type Counted = {
  readonly byEntity: ReadonlyMap<string, ReadonlyMap<number, Tally>>;
  readonly grain: Grain;
  readonly first: number;
  readonly last: number;
};

function plain(text: string): string {
  return text.trim().toLowerCase();
}

/** A snapshot is counted on the day that it describes, everything else by the week. */
function countedRows(table: Table, { column: name, values }: CountSetting): Counted | null {
  const column = table.columns.find((each) => each.name === name);
  if (column === undefined) return null;
  const wanted = new Set(values.map(plain));
  const stands = table.layout.period === null;
  const byEntity = new Map<string, Map<number, Tally>>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  table.rows.forEach((record) => {
    const start = stands ? (table.asOf ?? Number.NaN) : table.startAt(record);
    if (Number.isNaN(start)) return;
    const at = stands ? startOfDay(start) : startOfWeek(start);
    first = Math.min(first, at);
    last = Math.max(last, at);
    const entity = table.entityAt(record);
    const periods = byEntity.get(entity) ?? new Map<number, Tally>();
    byEntity.set(entity, periods);
    const tally = periods.get(at) ?? { all: 0, met: 0, line: table.records.line(record) };
    periods.set(at, tally);
    tally.all += 1;
    if (!wanted.has(plain(table.records.text(record, column.index)))) return;
    if (tally.met === 0) tally.line = table.records.line(record);
    tally.met += 1;
  });
  return { byEntity, grain: stands ? 'day' : 'week', first, last };
}

function choiceOf({ metric, as }: CountSetting): MetricChoice {
  const choice = metricFor(metric, null, metric);
  return { ...choice, aggregation: as === 'share' ? 'ratio' : 'sum' };
}

/** Counts the rows that meet a condition. Weeks of the file in which none does are zero; a share of no rows is missing. */
export function countPoints(table: Table, setting: CountSetting, sink: PointSink): void {
  const counted = countedRows(table, setting);
  if (counted === null) return;
  const { byEntity, grain, first, last } = counted;
  const isShare = setting.as === 'share';
  const choice = choiceOf(setting);
  const unit = isShare ? unitNamed('share') : null;
  for (const [entity, periods] of byEntity) {
    const { header } = targetSeries(choice, unit, { entity, grain, upToOne: isShare });
    let line = 0;
    for (let at = first; at <= last; at += WEEK_MS) {
      const tally = periods.get(at);
      line = tally?.line ?? line;
      const numerator = tally?.met ?? 0;
      const denominator = tally?.all ?? 0;
      const value = isShare ? (denominator > 0 ? numerator / denominator : Number.NaN) : numerator;
      const ratio = isShare ? { ratio: { numerator, denominator } } : {};
      sink.add(header, header.unit, { start: at, value, line, ...ratio });
    }
  }
}
