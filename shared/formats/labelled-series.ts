import type { Aggregation } from '#shared/series/series.ts';
import type { ColumnSetting, ReadingType, Warning } from '#shared/tabular/reading.ts';
import { headerTokens } from '#shared/tabular/table-column.ts';
import { type CellRow, type CellTable, cellTable } from './cell-table.ts';

export type Sample = { readonly time: string; readonly value: string; readonly line: number };

/** One series of a monitor: a metric under a set of labels, with its samples in file order. */
export type LabelledSeries = {
  readonly metric: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly unit: string;
  readonly aggregation: Aggregation;
  readonly samples: readonly Sample[];
};

/** Labels that name what is measured, the best first. */
const ENTITY_LABELS =
  'service service_name servicename app application component job_name deployment team namespace slo host hostname instance pod container name job'.split(
    ' ',
  );

function isTellingApart(label: string, series: readonly LabelledSeries[]): boolean {
  const values = new Set(series.map((each) => each.labels.get(label) ?? ''));
  return values.size === series.length && !values.has('');
}

/** Labels that tell the series of one metric apart: one that names them, else all that differ. */
function entityLabels(series: readonly LabelledSeries[]): readonly string[] {
  const [first] = series;
  const present = ENTITY_LABELS.filter((label) => first?.labels.has(label));
  if (series.length === 1) return present.slice(0, 1);
  const one = present.find((label) => isTellingApart(label, series));
  if (one !== undefined) return [one];
  const all = [...new Set(series.flatMap((each) => [...each.labels.keys()]))];
  const differing = all.filter((label) => new Set(series.map((each) => each.labels.get(label))).size > 1);
  return differing.length === 0
    ? present.slice(0, 1)
    : differing.toSorted((a, b) => Number(ENTITY_LABELS.includes(b)) - Number(ENTITY_LABELS.includes(a)));
}

function byMetric(series: readonly LabelledSeries[]): ReadonlyMap<string, readonly LabelledSeries[]> {
  const groups = new Map<string, LabelledSeries[]>();
  for (const each of series) {
    const group = groups.get(each.metric);
    if (group === undefined) groups.set(each.metric, [each]);
    else group.push(each);
  }
  return groups;
}

const NO_NUMBER = /^[+-]?(?:inf(?:inity)?|nan)$/i;

const ROLES: readonly (readonly [string, NonNullable<ColumnSetting['role']>])[] = [
  ['time', 'period'],
  ['metric', 'metric'],
  ['entity', 'entity'],
  ['unit', 'unit'],
  ['value', 'value'],
  ['labels', 'dimension'],
];

/** Metric name where the answer of a query has none: the file's own name, as words. */
export function fileWords(file: string): string {
  return headerTokens(file.replace(/\.[^.]{1,6}$/, '')).join(' ') || 'value';
}

function warningsOf(series: readonly LabelledSeries[]): readonly Warning[] {
  const all = series.flatMap((each) => each.samples);
  const lost = all.filter((sample) => NO_NUMBER.test(sample.value)).length;
  if (lost === 0) return [];
  const what = lost === 1 ? 'sample is' : 'samples are';
  return [{ code: 'no-number', message: `${lost} ${what} NaN or infinite and taken as missing, not as 0.` }];
}

/** Series of a monitor as one table: a row for each sample. */
export function seriesTable(
  series: readonly LabelledSeries[],
  parts: { readonly type: ReadingType; readonly from: string; readonly warnings: readonly Warning[] },
): CellTable {
  const rows: CellRow[] = [];
  for (const [metric, group] of byMetric(series)) {
    const naming = entityLabels(group);
    for (const { labels, unit, samples } of group) {
      const entity = naming
        .map((label) => labels.get(label) ?? '')
        .filter((value) => value !== '')
        .join(' / ');
      const written = [...labels].map(([label, value]) => `${label}=${value}`).join(', ');
      for (const { time, value, line } of samples) {
        const number = NO_NUMBER.test(value) ? '' : value;
        rows.push({ line, cells: [time, metric, entity, unit, number, written] });
      }
    }
  }
  const used = ROLES.map((_, index) => index).filter((index) =>
    index !== 2 && index !== 3 && index !== 5 ? true : rows.some((row) => row.cells[index] !== ''),
  );
  return cellTable({
    type: parts.type,
    from: parts.from,
    header: used.map((index) => ROLES[index]?.[0] ?? ''),
    rows: rows.map(({ line, cells }) => ({ line, cells: used.map((index) => cells[index] ?? '') })),
    settings: {
      shape: 'long',
      columns: used.map((index) => ({
        name: ROLES[index]?.[0] ?? '',
        occurrence: 1,
        role: ROLES[index]?.[1] ?? 'dimension',
      })),
    },
    aggregations: new Map(series.map((each) => [each.metric, each.aggregation])),
    warnings: [...parts.warnings, ...warningsOf(series)],
  });
}
