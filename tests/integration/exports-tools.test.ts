import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemDecoding } from '#electron/services/read-exports/system-decoding.ts';
import { createReader } from '#shared/tabular/read.ts';
import type { Reading } from '#shared/tabular/reading.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/exports/tools');

/** What a careful person reads from a file, written down before it was read; what is absent is not looked at. */
type Careful = {
  readonly file: string;
  /** Words of the sentence with which the file is refused. */
  readonly refused?: string;
  readonly status?: Reading['status'];
  readonly type?: Reading['type'];
  readonly encoding?: Reading['encoding'];
  readonly delimiter?: Reading['delimiter'];
  readonly header?: readonly number[];
  readonly shape?: Reading['shape'];
  readonly rows?: number;
  /** Rows left out, without blank lines and those that describe the table. */
  readonly excluded?: number;
  readonly rejected?: number;
  readonly questions?: readonly string[];
  readonly warnings?: readonly string[];
  readonly first?: string;
  readonly grain?: string;
  readonly series?: number;
  readonly entityColumn?: string;
  readonly entities?: readonly string[];
  readonly columns?: readonly {
    readonly name: string;
    readonly sum?: number;
    readonly filled?: number;
    readonly unit?: string;
    readonly role?: string;
    readonly format?: string;
  }[];
};

const CAREFUL = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as readonly Careful[];

function read(file: string): Reading {
  const bytes = new Uint8Array(readFileSync(path.join(folder, file)));
  const context = { entities: [], today: '2026-11-20', remembered: [], decoding: systemDecoding };
  const reader = createReader({ name: file, bytes: bytes.length }, {}, context);
  reader.push(bytes);
  return reader.end('').reading;
}

function expectColumns(reading: Reading, columns: Careful['columns'] = []): void {
  for (const { name, sum, filled, unit, role, format } of columns) {
    const column = reading.columns.find((each) => each.name === name);
    expect(column, name).toBeDefined();
    if (sum !== undefined) expect(column?.sum, name).toBeCloseTo(sum, 6);
    if (filled !== undefined) expect(column?.nonNull, name).toBe(filled);
    if (unit !== undefined) expect(column?.unit, name).toBe(unit);
    if (role !== undefined) expect(column?.role, name).toBe(role);
    if (format !== undefined) expect(column?.format, name).toBe(format);
  }
}

function expectSeries(reading: Reading, { first, grain, series, entities }: Careful): void {
  if (first !== undefined) expect(reading.series.map((each) => each.first?.period)).toContain(first);
  if (grain !== undefined)
    expect(new Set(reading.series.map((each) => each.grain))).toEqual(new Set([grain]));
  if (series !== undefined) expect(reading.series).toHaveLength(series);
  if (entities !== undefined)
    expect(new Set(reading.series.map((each) => each.entity))).toEqual(new Set(entities));
}

/** What of a reading is told in one word or number, as far as the expectation says it. */
function told(reading: Reading, careful: Careful): object {
  const left = reading.rows.excluded.filter(({ reason }) => reason !== 'blank' && reason !== 'preamble');
  const entity = reading.columns.find(({ role }) => role === 'entity')?.name ?? null;
  const all = {
    status: reading.status,
    type: reading.type,
    encoding: reading.encoding,
    delimiter: reading.delimiter,
    header: reading.header,
    shape: reading.shape,
    rows: reading.rows.data,
    excluded: left.length,
    rejected: reading.rows.rejectedCount,
    questions: reading.questions.map(({ code }) => code),
    entityColumn: entity,
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in careful));
}

const TOLD =
  'status type encoding delimiter header shape rows excluded rejected questions entityColumn'.split(' ');

describe('an export as a tool writes it', () => {
  it.each(CAREFUL)('is read as a careful person reads it: $file', (careful) => {
    const reading = read(careful.file);
    if (careful.refused !== undefined) {
      expect(reading.status).toBe('refused');
      expect(reading.sentence).toContain(careful.refused);
      return;
    }
    const wanted = Object.fromEntries(Object.entries(careful).filter(([key]) => TOLD.includes(key)));
    expect(told(reading, careful)).toEqual(wanted);
    expect(reading.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining([...(careful.warnings ?? [])]),
    );
    expectSeries(reading, careful);
    expectColumns(reading, careful.columns);
  });

  it('has its expectation, and each expectation its file', () => {
    const files = readdirSync(folder).filter((file) => file !== 'expected.json');
    expect(files.toSorted()).toEqual(CAREFUL.map(({ file }) => file).toSorted());
  });
});
