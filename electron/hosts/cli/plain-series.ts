import type { Series } from '#shared/series/series.ts';

const DELIMITERS = [',', ';', '\t'] as const;

function cellsOf(line: string, delimiter: string): readonly string[] {
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function numberOf(cell: string | undefined): number {
  return cell === undefined || cell === '' || !Number.isFinite(Number(cell)) ? Number.NaN : Number(cell);
}

/**
 * A file with a column `y` (and maybe `n`) as one series in file order, its periods being positions from 0; null when
 * it has no such column. A cell that is no number is missing. `column` names another one to read instead of `y`.
 */
export function plainSeries(text: string, name: string, column = 'y'): Series | null {
  const [header = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const delimiter = DELIMITERS.find((one) => header.includes(one)) ?? ',';
  const columns = cellsOf(header, delimiter);
  const y = columns.indexOf(column);
  const n = column === 'n' ? -1 : columns.indexOf('n');
  if (y === -1) return null;
  const records = rows.filter((row) => row.trim() !== '').map((row) => cellsOf(row, delimiter));
  return {
    metric: `own:${name}`,
    metricName: name,
    entity: 'organization',
    unit: null,
    grain: 'instant',
    aggregation: 'none',
    starts: Float64Array.from(records, (_, position) => position),
    values: Float64Array.from(records, (cells) => numberOf(cells[y])),
    numerators: null,
    denominators: n === -1 ? null : Float64Array.from(records, (cells) => numberOf(cells[n])),
    snapshots: new Uint32Array(records.length),
    lines: Uint32Array.from(records, (_, position) => position + 2),
    snapshotIds: [name],
  };
}

/** Whether the file tells when its rows were: then its periods count, not their positions. */
export function hasDates(text: string): boolean {
  const second = text.split(/\r\n|\n|\r/)[1] ?? '';
  return /\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}/.test(second);
}
