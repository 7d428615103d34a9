import type { Series } from '#shared/series/series.ts';
import type { SampleColumns } from '#shared/signals/control-charts/control-chart.ts';

const DELIMITERS = [',', ';', '\t'] as const;

function cellsOf(line: string, delimiter: string): readonly string[] {
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function numberOf(cell: string | undefined): number {
  return cell === undefined || cell === '' || !Number.isFinite(Number(cell)) ? Number.NaN : Number(cell);
}

/** Which columns of a plain file are read. */
export type PlainColumns = {
  /** The column of the series, or two with a bar between them for a rate: `y/n`. */
  readonly column?: string;
  /** Rows with one entry here are one sample of several values. */
  readonly group?: string;
};

/** One series in file order, and what lies within its periods where each is a sample of several values. */
export type PlainSeries = { readonly series: Series; readonly samples: SampleColumns | null };

type Table = { readonly columns: readonly string[]; readonly records: readonly (readonly string[])[] };

function tableOf(text: string): Table {
  const [header = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const delimiter = DELIMITERS.find((one) => header.includes(one)) ?? ',';
  const records = rows.filter((row) => row.trim() !== '').map((row) => cellsOf(row, delimiter));
  return { columns: cellsOf(header, delimiter), records };
}

/** The column of this name, or one over another where the name has a bar; null when the file lacks it. */
function columnOf({ columns, records }: Table, name: string): Float64Array | null {
  const at = columns.indexOf(name);
  if (at !== -1) return Float64Array.from(records, (cells) => numberOf(cells[at]));
  const [above, below, ...rest] = name.split('/');
  if (above === undefined || below === undefined || rest.length > 0) return null;
  const numerators = columns.includes(above) ? columnOf({ columns, records }, above) : null;
  const denominators = columns.includes(below) ? columnOf({ columns, records }, below) : null;
  if (numerators === null || denominators === null) return null;
  return numerators.map((value, index) => value / (denominators[index] || Number.NaN));
}

/** Values of each sample in the order in which the samples first appear. */
function grouped(
  values: Float64Array,
  { columns, records }: Table,
  group: string,
): readonly (readonly number[])[] {
  const at = columns.indexOf(group);
  const samples = new Map<string, number[]>();
  for (const [index, cells] of records.entries()) {
    const name = cells[at] ?? '';
    const sample = samples.get(name) ?? [];
    samples.set(name, sample);
    const value = values[index] ?? Number.NaN;
    if (!Number.isNaN(value)) sample.push(value);
  }
  return [...samples.values()];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function samplesOf(samples: readonly (readonly number[])[]): SampleColumns {
  return {
    sizes: Float64Array.from(samples, ({ length }) => length),
    ranges: Float64Array.from(samples, (sample) => Math.max(...sample) - Math.min(...sample)),
    deviations: Float64Array.from(samples, deviationOf),
  };
}

/**
 * A file with a column `y` (and maybe `n`) as one series in file order, its periods being positions from 0; null when
 * it has no such column. A cell that is no number is missing. Rows of one `group` are one period: their mean, with
 * their spread beside it.
 */
export function plainSeries(
  text: string,
  name: string,
  { column = 'y', group }: PlainColumns = {},
): PlainSeries | null {
  const table = tableOf(text);
  const rows = columnOf(table, column);
  if (rows === null || (group !== undefined && !table.columns.includes(group))) return null;
  const samples = group === undefined ? null : grouped(rows, table, group);
  const values = samples === null ? rows : Float64Array.from(samples, meanOf);
  const isOwn = samples === null && column !== 'n' && !column.includes('/');
  const series: Series = {
    metric: `own:${name}`,
    metricName: name,
    entity: 'organization',
    unit: null,
    grain: 'instant',
    aggregation: 'none',
    starts: Float64Array.from(values, (_, position) => position),
    values,
    numerators: null,
    denominators: isOwn ? columnOf(table, 'n') : null,
    snapshots: new Uint32Array(values.length),
    lines: Uint32Array.from(values, (_, position) => position + 2),
    snapshotIds: [name],
  };
  return { series, samples: samples === null ? null : samplesOf(samples) };
}

/** Whether the file tells when its rows were: then its periods count, not their positions. */
export function hasDates(text: string): boolean {
  const second = text.split(/\r\n|\n|\r/)[1] ?? '';
  return /\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}/.test(second);
}
