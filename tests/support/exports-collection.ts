import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createReader } from '#shared/tabular/read.ts';
import type { Column, Reading, ReadSettings } from '#shared/tabular/reading.ts';

/** The collection of real and constructed exports beside the repository, with a reading worked out for each. */
export const exportsFolder = path.resolve(import.meta.dirname, '../../../shared/data/exports');

export const hasExports = existsSync(path.join(exportsFolder, 'expected.json'));

type Measure = {
  readonly column?: string | number;
  readonly nonnull?: number;
  readonly nulls?: number;
  readonly sum?: number;
};

export type Expected = {
  readonly file: string;
  readonly expected: {
    readonly kind: string;
    readonly rows?: number;
    readonly header_records?: readonly number[];
    readonly rows_ignored?: readonly unknown[];
    readonly rows_rejected?: readonly unknown[];
    readonly rows_rejected_count?: number;
    readonly measures?: readonly Measure[];
    readonly date?: { readonly column?: string | number; readonly first?: string } | null;
    readonly warnings?: readonly unknown[];
    readonly why?: string;
  };
};

export function expectations(): readonly Expected[] {
  return JSON.parse(readFileSync(path.join(exportsFolder, 'expected.json'), 'utf8')) as readonly Expected[];
}

export function readCollected(
  file: string,
  settings: ReadSettings = {},
): ReturnType<ReturnType<typeof createReader>['end']> {
  const bytes = new Uint8Array(readFileSync(path.join(exportsFolder, file)));
  const context = { entities: [], today: '2026-11-20', remembered: [] };
  const reader = createReader({ name: file, bytes: bytes.length }, settings, context);
  reader.push(bytes);
  return reader.end('');
}

function columnOf(reading: Reading, name: string | number): Column | undefined {
  if (typeof name === 'number') return reading.columns[name - 1];
  const exact = reading.columns.find((column) => column.name === name);
  return (
    exact ?? reading.columns.find((column) => column.name.trim().toLowerCase() === name.trim().toLowerCase())
  );
}

/** The collection's own tolerance for sums. */
function close(a: number | null, b: number): boolean {
  return a !== null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
}

function measureFaults(reading: Reading, measure: Measure): readonly string[] {
  if (measure.column === undefined || String(measure.column).startsWith('(')) return [];
  const column = columnOf(reading, measure.column);
  if (column === undefined) return [`no column ${measure.column}`];
  const faults: string[] = [];
  const { nonnull, nulls, sum } = measure;
  if (nonnull !== undefined && column.nonNull !== nonnull)
    faults.push(`${column.name}: ${column.nonNull} filled, not ${nonnull}`);
  if (nulls !== undefined && column.nulls !== nulls)
    faults.push(`${column.name}: ${column.nulls} missing, not ${nulls}`);
  if (sum !== undefined && !close(column.sum, sum))
    faults.push(`${column.name}: sum ${column.sum}, not ${sum}`);
  return faults;
}

function rowFaults(reading: Reading, expected: Expected['expected']): readonly string[] {
  const faults: string[] = [];
  const { rows, header_records: header, rows_ignored: ignored, rows_rejected: rejected } = expected;
  if (typeof rows === 'number' && reading.rows.data !== rows)
    faults.push(`${reading.rows.data} rows, not ${rows}`);
  if (header !== undefined && JSON.stringify(reading.header) !== JSON.stringify(header)) {
    faults.push(`header ${JSON.stringify(reading.header)}, not ${JSON.stringify(header)}`);
  }
  const excluded = reading.rows.excluded;
  const layoutOnly = excluded.every((row) => row.reason === 'blank' || row.reason === 'preamble');
  if (
    ignored !== undefined &&
    header !== undefined &&
    excluded.length !== ignored.length &&
    !(ignored.length === 0 && layoutOnly)
  ) {
    faults.push(`left out ${JSON.stringify(excluded)}, not ${JSON.stringify(ignored)}`);
  }
  const wanted = expected.rows_rejected_count ?? rejected?.length;
  if (wanted !== undefined && header !== undefined && reading.rows.rejected.length !== wanted) {
    faults.push(`${reading.rows.rejected.length} rejected, not ${wanted}`);
  }
  return faults;
}

/** What of a reading differs from the expected one; empty when nothing does. */
export function faultsOf(reading: Reading, expected: Expected['expected']): readonly string[] {
  if (expected.kind === 'reject')
    return reading.status === 'refused' ? [] : [`not refused: ${reading.sentence}`];
  if (reading.status === 'refused') return [`refused: ${reading.sentence}`];
  const faults = [...rowFaults(reading, expected)];
  for (const measure of expected.measures ?? []) faults.push(...measureFaults(reading, measure));
  const { date } = expected;
  if (date?.column != null && date.first != null && reading.status === 'read') {
    const role = columnOf(reading, date.column)?.role;
    if (role !== 'period') faults.push(`${date.column} is ${role}, not the period`);
  }
  const asks = [...(expected.warnings ?? []), expected.why ?? ''].some((text) =>
    /ask|ambiguous/i.test(String(text)),
  );
  if (asks && reading.questions.length + reading.warnings.length === 0) faults.push('neither asks nor warns');
  return faults;
}
