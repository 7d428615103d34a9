import type { ReadTarget } from '#shared/tabular/reading.ts';
import { type CellTable, cellTable } from './cell-table.ts';
import { flatten } from './flatten.ts';
import { at, field, items, type JsonObject, type JsonValue, numberOf, objects, text } from './json-tree.ts';
import { scanDay } from './scan-day.ts';

function targetOf(report: JsonObject): readonly ReadTarget[] {
  const goal = numberOf(at(report, 'Goal.AttainmentGoal'));
  const entity = text(field(report, 'Name'));
  if (Number.isNaN(goal) || entity === '') return [];
  const rolling = at(report, 'Goal.Interval.RollingInterval') ?? at(report, 'Goal.Interval.CalendarInterval');
  const length = text(field(rolling, 'Duration'));
  const window = length === '' ? null : `${length} ${text(field(rolling, 'DurationUnit')).toLowerCase()}`;
  const value = Number((goal / 100).toPrecision(12));
  return [
    { metric: 'slo-attainment', entity, op: '>=', value, name: 'Attainment goal', window, line: report.line },
  ];
}

/** Budget report of AWS Application Signals: how every SLO stands, and its goal; null when the document is none. */
export function readAwsSlo(root: JsonValue): CellTable | null {
  const reports = objects(field(root, 'Reports'));
  const isReport = (each: JsonObject): boolean =>
    field(each, 'BudgetStatus') !== undefined && field(each, 'Name') !== undefined;
  if (reports.length === 0 || !reports.every(isReport)) return null;
  const { header, cells } = flatten(reports);
  const time = text(field(root, 'Timestamp'));
  const day = scanDay(time);
  const failed = items(field(root, 'Errors')).length;
  const columns = header.map((name) => {
    const role = name === 'Name' ? 'entity' : name === 'Attainment' ? 'value' : 'dimension';
    const measured = /^Budget\w+Remaining$/.test(name) ? 'value' : role;
    const part = /^Goal\.AttainmentGoal$/.test(name) ? 'target' : measured;
    const unit = name === 'Attainment' ? { unit: '%' } : {};
    return { name, occurrence: 1, role: part, ...unit } as const;
  });
  const message = `${failed} of the SLOs could not be reported and are missing.`;
  return cellTable({
    type: 'aws-slo',
    header,
    rows: cells.map((row, index) => ({ line: reports[index]?.line ?? 0, cells: row })),
    from: 'Reports',
    settings: { shape: 'entity-rows', columns, ...(day === null ? {} : { asOf: day }) },
    targets: reports.flatMap(targetOf),
    warnings: failed === 0 ? [] : [{ code: 'told-by-file', message }],
  });
}
