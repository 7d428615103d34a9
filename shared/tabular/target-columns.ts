import type { Metric } from '#shared/drive/catalogue.ts';
import { scaled } from '#shared/tabular/exact.ts';
import { isUpToOne, planMeasures, targetSeries } from '#shared/tabular/measure-plan.ts';
import type { MetricChoice } from '#shared/tabular/metric-mapping.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import { metricOfNamed, unitOfNamed } from '#shared/tabular/named-metrics.ts';
import { quantityValue, readQuantity } from '#shared/tabular/quantity.ts';
import type { ReadTarget } from '#shared/tabular/reading.ts';
import type { Table } from '#shared/tabular/table.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';
import { type Unit, unitNamed } from '#shared/tabular/units.ts';

const COMPARED = /^(>=|=>|≥|<=|=<|≤|>|<|at least|at most|min\.?|max\.?|mindestens|höchstens)?\s*(.+)$/iu;

const OPERATORS: Readonly<Record<string, ReadTarget['op']>> = {
  '>=': '>=',
  '=>': '>=',
  '≥': '>=',
  'at least': '>=',
  min: '>=',
  mindestens: '>=',
  '<=': '<=',
  '=<': '<=',
  '≤': '<=',
  'at most': '<=',
  max: '<=',
  höchstens: '<=',
  '>': '>',
  '<': '<',
};

/** How a target is met where its cell has no sign: by the direction in which the metric is good. */
function opOf(sign: string | undefined, metric: Metric | null): ReadTarget['op'] | null {
  if (sign !== undefined) return OPERATORS[sign.toLowerCase().replace('.', '')] ?? null;
  if (metric === null || metric.good === 'neutral') return null;
  return metric.good === 'up' ? '>=' : '<=';
}

type Written = { readonly sign: string | undefined; readonly value: number; readonly unit: Unit | null };

/** A cell such as `≥ 12`, `< 4h` or `99.9%`; null when it is none of the kind. */
function written(text: string, column: TableColumn): Written | null {
  const match = COMPARED.exec(text.trim());
  const quantity = match === null ? null : readQuantity((match[2] ?? '').trim());
  if (match === null || quantity === null) return null;
  const value = quantityValue(quantity, column.mark, column.clock);
  if (value === null) return null;
  return { sign: match[1], value, unit: quantity.kind === 'plain' ? quantity.unit : unitNamed('s') };
}

type Measured = { readonly choice: MetricChoice; readonly unit: Unit | null; readonly upToOne: boolean };

/** What a row measures: the metric that it names, else the only measure of the table. */
function measuredBy(table: Table): ((record: number) => Measured | null) | null {
  const { metric, measures, unit: unitColumn, value } = table.layout;
  if (metric !== null) {
    return (record) => {
      const name = table.records.text(record, metric.index).trim();
      const said = unitColumn === null ? null : unitNamed(table.records.text(record, unitColumn.index));
      const setting = table.named.get(name);
      const unit = unitOfNamed(setting, said ?? value?.unit ?? null);
      const choice = isMissing(name) ? null : metricOfNamed(setting, name, unit);
      return choice === null ? null : { choice, unit, upToOne: false };
    };
  }
  const [only, another] = planMeasures(measures);
  if (only === undefined || another !== undefined) return null;
  const { column, choice } = only;
  return () => ({ choice, unit: column.unit, upToOne: isUpToOne(column) });
}

function targetIn(table: Table, column: TableColumn, record: number, measured: Measured): ReadTarget | null {
  const cell = written(table.records.text(record, column.index), column);
  if (cell === null) return null;
  const op = opOf(cell.sign, measured.choice.metric);
  if (op === null) return null;
  const entity = table.entityAt(record);
  const place = { entity, grain: 'week', upToOne: measured.upToOne } as const;
  const { header, conversion } = targetSeries(measured.choice, cell.unit ?? measured.unit, place);
  const value = scaled(cell.value, conversion.factor);
  const line = table.records.line(record);
  return { metric: header.metric, entity, op, value, name: column.name, window: null, line };
}

/** Targets that a column of the table gives to the metrics of its rows; of several for one series the last. */
export function columnTargets(table: Table): readonly ReadTarget[] {
  const column = table.columns.find((_, index) => table.layout.roles[index] === 'target');
  const measured = measuredBy(table);
  if (column === undefined || measured === null || table.format !== null) return [];
  const found = new Map<string, ReadTarget>();
  for (const record of table.rows) {
    const of = measured(record);
    const target = of === null ? null : targetIn(table, column, record, of);
    if (target !== null) found.set(`${target.metric}\u001f${target.entity}`, target);
  }
  return [...found.values()];
}
