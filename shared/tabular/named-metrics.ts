import { chosen } from '#shared/tabular/measure-plan.ts';
import { type MetricChoice, metricFor } from '#shared/tabular/metric-mapping.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import type { NamedMetric, NamedMetricSetting, ReadSettings } from '#shared/tabular/reading.ts';
import type { Table } from '#shared/tabular/table.ts';
import { type Unit, unitNamed } from '#shared/tabular/units.ts';

/** What a person decided about the metrics that rows name, by that name. */
export type NamedSettings = ReadonlyMap<string, NamedMetricSetting>;

export function namedSettings({ metrics }: Pick<ReadSettings, 'metrics'>): NamedSettings {
  return new Map((metrics ?? []).map((each) => [each.name, each]));
}

type Setting = NamedMetricSetting | undefined;

/** Unit of a named metric: as a person said, else as the file says. */
export function unitOfNamed(setting: Setting, unit: Unit | null): Unit | null {
  const given = setting?.unit;
  if (given === undefined) return unit;
  return unitNamed(given) ?? { label: given, family: 'other', factor: 1 };
}

/** Metric of a name in the file, as a person decided or as it is proposed; null where it was left out. */
export function metricOfNamed(
  setting: Setting,
  name: string,
  unit: Unit | null,
  given?: string,
): MetricChoice | null {
  if (setting?.leftOut === true) return null;
  return chosen(metricFor(name, unit, setting?.metric ?? given), setting ?? null);
}

/** So many rows are looked through for the names of metrics; a name that comes later is shown by its series alone. */
const LOOKED_THROUGH = 20_000;

/** The metrics that the rows name, in the order in which they first appear, with what each becomes. */
export function namedMetrics(table: Table): readonly NamedMetric[] {
  const { metric, unit: unitColumn } = table.layout;
  if (metric === null) return [];
  const found = new Map<string, NamedMetric>();
  for (const record of table.rows.slice(0, LOOKED_THROUGH)) {
    const name = table.records.text(record, metric.index).trim();
    if (isMissing(name) || found.has(name)) continue;
    const said = unitColumn === null ? '' : table.records.text(record, unitColumn.index).trim();
    const own = unitColumn === null ? (table.layout.value?.unit ?? null) : unitNamed(said);
    const setting = table.named.get(name);
    const unit = unitOfNamed(setting, own);
    const { id, aggregation } = metricOfNamed(setting, name, unit) ?? metricFor(name, unit, undefined);
    found.set(name, { name, metric: id, unit: unit?.label ?? null, aggregation });
  }
  return [...found.values()];
}
