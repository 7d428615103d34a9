import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { withAnswer } from '#shared/tabular/answers.ts';
import { createReader, type ReadOutcome } from '#shared/tabular/read.ts';
import type { Question, Reading, ReadSettings } from '#shared/tabular/reading.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/exports');

function read(file: string, settings: ReadSettings = {}): ReadOutcome {
  const bytes = new Uint8Array(readFileSync(path.join(folder, file)));
  const context = { entities: [], today: '2026-11-20', remembered: [] };
  const reader = createReader({ name: file, bytes: bytes.length }, settings, context);
  reader.push(bytes);
  return reader.end('');
}

/** What a careful person reads from a file; what is absent is not looked at. */
type Careful = {
  readonly file: string;
  readonly status?: Reading['status'];
  readonly header?: readonly number[];
  readonly rows: number;
  /** Rows left out, without blank lines and those above the table. */
  readonly excluded?: number;
  readonly rejected: number;
  readonly questions?: readonly Question['code'][];
  readonly shape?: Reading['shape'];
  /** Start of the first period of a series. */
  readonly first?: string;
  readonly grain?: string;
  /** Filled cells of a table with periods across. */
  readonly cells?: number;
  readonly warnings?: readonly string[];
  readonly columns?: readonly {
    readonly name: string;
    readonly sum?: number;
    readonly filled?: number;
    readonly unit?: string;
    readonly role?: string;
  }[];
};

const CAREFUL: readonly Careful[] = [
  {
    file: 'jira-worklog-de.csv',
    rows: 3,
    status: 'read',
    excluded: 1,
    rejected: 0,
    questions: [],
    columns: [
      { name: 'Aufgewendete Zeit (h)', sum: 5.5, unit: 'h' },
      { name: 'Gestartet', role: 'period' },
    ],
  },
  {
    file: 'tempo-fr.csv',
    rows: 3,
    status: 'read',
    header: [2],
    excluded: 1,
    rejected: 0,
    questions: [],
    columns: [
      { name: 'Heures', sum: 20.75 },
      { name: 'Coût (€)', sum: 3112.5, unit: 'EUR' },
    ],
  },
  {
    file: 'everhour-es.csv',
    rows: 3,
    status: 'needs-answer',
    excluded: 1,
    rejected: 0,
    questions: ['duration'],
    first: '2026-03-30',
    columns: [
      { name: 'Importe', sum: 3112.5, unit: 'EUR' },
      { name: 'Fecha', role: 'period' },
    ],
  },
  {
    file: 'toggl-sv.csv',
    rows: 3,
    status: 'read',
    excluded: 1,
    rejected: 0,
    questions: [],
    columns: [
      { name: 'Belopp', sum: 28013.0, filled: 3, unit: 'kr' },
      { name: 'Tid (tim)', unit: 'h' },
    ],
  },
  {
    file: 'tempo-ja.csv',
    rows: 3,
    status: 'read',
    excluded: 1,
    rejected: 0,
    questions: [],
    columns: [
      { name: 'コスト(円)', sum: 311250, unit: 'JPY' },
      { name: '作業時間(h)', sum: 20.75, unit: 'h' },
      { name: '日付', role: 'period' },
    ],
  },
  {
    file: 'finance-inr-lakh.csv',
    rows: 3,
    status: 'read',
    rejected: 0,
    questions: [],
    grain: 'month',
    columns: [
      { name: 'Cloud spend (INR)', sum: 2556023.5, unit: 'INR' },
      { name: 'Budget (INR)', sum: 3900000 },
    ],
  },
  {
    file: 'finance-chf.csv',
    rows: 4,
    status: 'read',
    rejected: 0,
    questions: [],
    grain: 'month',
    columns: [{ name: 'Kosten CHF', sum: 15395.75, unit: 'CHF' }],
  },
  {
    file: 'victorops-incident-frequency.csv',
    rows: 2,
    status: 'read',
    rejected: 0,
    questions: [],
    shape: 'events',
    columns: [{ name: 'Ack Time (mm:ss)', sum: 180 }],
  },
  { file: 'cloudwatch-console.csv', rows: 4, status: 'read', rejected: 0 },
  {
    file: 'azure-monitor.csv',
    rows: 4,
    status: 'read',
    header: [6],
    rejected: 0,
    questions: [],
    columns: [{ name: 'Http Server Errors (Sum)', sum: 9 }],
  },
  {
    file: 'gcp-billing-report.csv',
    rows: 2,
    status: 'needs-answer',
    excluded: 1,
    rejected: 0,
    questions: ['as-of'],
    columns: [{ name: 'Cost ($)', sum: 1322.66, unit: 'USD' }],
  },
  {
    file: 'bedrock-usage.csv',
    rows: 3,
    status: 'needs-answer',
    rejected: 0,
    questions: ['no-amount'],
    columns: [
      { name: 'Invocations', sum: 3303 },
      { name: 'Cost', sum: 24.15, filled: 2, unit: 'USD' },
    ],
  },
  {
    file: 'sheet-quarter-over-months.csv',
    rows: 3,
    status: 'read',
    header: [1, 2],
    rejected: 0,
    questions: [],
    shape: 'period-columns',
    first: '2026-01-01',
    grain: 'month',
    cells: 18,
  },
  { file: 'sheet-kw-no-year.csv', rows: 2, status: 'needs-answer', rejected: 0, questions: ['year'] },
  {
    file: 'sheet-dotted-week.csv',
    rows: 3,
    status: 'read',
    rejected: 0,
    questions: [],
    first: '2026-03-30',
    grain: 'week',
  },
  { file: 'sheet-fiscal-rows.csv', rows: 3, status: 'needs-answer', rejected: 0, questions: ['fiscal-year'] },
  {
    file: 'sheet-second-table.csv',
    rows: 3,
    status: 'read',
    rejected: 0,
    questions: [],
    warnings: ['second-table'],
    columns: [{ name: 'Deploys', sum: 35 }],
  },
  {
    file: 'sheet-units-row.csv',
    rows: 3,
    status: 'read',
    header: [1, 2],
    rejected: 0,
    questions: [],
    columns: [
      { name: 'Lead time (h)', sum: 123.7, unit: 'h' },
      { name: 'Spend (EUR)', sum: 3750, unit: 'EUR' },
    ],
  },
  {
    file: 'sheet-targets-status.csv',
    rows: 4,
    status: 'read',
    rejected: 0,
    questions: [],
    shape: 'period-columns',
    first: '2026-03-30',
    cells: 6,
    columns: [{ name: 'Target', role: 'target' }],
  },
  {
    file: 'date-time-two-columns.csv',
    rows: 4,
    status: 'read',
    rejected: 0,
    questions: [],
    first: '2026-04-06T23:30:00Z',
    columns: [{ name: 'Response (ms)', sum: 540 }],
  },
  {
    file: 'excel-serial-dates.csv',
    rows: 3,
    status: 'read',
    rejected: 0,
    questions: [],
    first: '2025-12-01',
    columns: [{ name: 'Date', role: 'period' }],
  },
  {
    file: 'suffix-mio-mrd.csv',
    rows: 3,
    status: 'read',
    rejected: 0,
    questions: [],
    first: '2026-01-01',
    columns: [
      { name: 'Umsatz (EUR)', sum: 3280000, unit: 'EUR' },
      { name: 'Anfragen', sum: 9400000000.0 },
    ],
  },
  {
    file: 'accounting.csv',
    rows: 3,
    status: 'read',
    rejected: 0,
    questions: [],
    columns: [
      { name: 'Variance (USD)', sum: -354.5 },
      { name: 'Spend', sum: 21500, unit: 'USD' },
    ],
  },
  {
    file: 'nulls-languages.csv',
    rows: 10,
    rejected: 1,
    columns: [{ name: 'MTTR (h)', sum: 8.5, filled: 3 }],
  },
  {
    file: 'utf16be-nobom.csv',
    rows: 3,
    status: 'read',
    rejected: 0,
    questions: [],
    columns: [{ name: 'Wert', sum: 7 }],
  },
  { file: 'vertical-merged.csv', rows: 6, status: 'read', rejected: 0, questions: [] },
  { file: 'weeks-cross-year.csv', rows: 4, status: 'needs-answer', rejected: 0, questions: ['year'] },
  {
    file: 'azure-dashboards-range.csv',
    rows: 3,
    status: 'read',
    rejected: 0,
    questions: [],
    first: '2026-03-30',
    grain: 'week',
  },
  {
    file: 'header-dates-us.csv',
    rows: 2,
    status: 'read',
    rejected: 0,
    questions: [],
    shape: 'period-columns',
    first: '2026-03-30',
    grain: 'week',
    cells: 5,
  },
  { file: 'kpi-total-rows.csv', status: 'read', rows: 3, excluded: 0, rejected: 0, questions: [], cells: 6 },
  {
    file: 'requests-per-day.csv',
    status: 'read',
    rows: 3,
    rejected: 0,
    questions: [],
    columns: [{ name: 'Requests per day', role: 'value', sum: 132_000 }],
  },
  { file: 'sums-by-chance.csv', status: 'read', rows: 3, excluded: 0, rejected: 0, questions: [] },
  {
    file: 'arbeitszeit.csv',
    status: 'needs-answer',
    rows: 3,
    rejected: 0,
    questions: ['duration'],
    columns: [{ name: 'Zeit', role: 'value' }],
  },
  { file: 'worklog-shift-jis.csv', rows: 2, rejected: 0, warnings: ['other-encoding'] },
];

function expectColumns(reading: Reading, { columns = [], cells }: Careful): void {
  for (const { name, sum, filled, unit, role } of columns) {
    const column = reading.columns.find((each) => each.name === name);
    expect(column, name).toBeDefined();
    if (sum !== undefined) expect(column?.sum, name).toBeCloseTo(sum, 6);
    if (filled !== undefined) expect(column?.nonNull, name).toBe(filled);
    if (unit !== undefined) expect(column?.unit, name).toBe(unit);
    if (role !== undefined) expect(column?.role, name).toBe(role);
  }
  if (cells !== undefined) {
    expect(reading.columns.find((each) => each.name === '(cells)')?.nonNull).toBe(cells);
  }
}

describe('an export of a tool or a language that was not seen before', () => {
  it.each(CAREFUL)('is read as a careful person reads it: $file', (careful) => {
    const { reading } = read(careful.file);
    const left = reading.rows.excluded.filter(({ reason }) => reason !== 'blank' && reason !== 'preamble');
    expect(reading.rows.data).toBe(careful.rows);
    expect(reading.rows.rejected.map(({ message }) => message)).toHaveLength(careful.rejected);
    if (careful.status !== undefined) expect(reading.status).toBe(careful.status);
    if (careful.header !== undefined) expect(reading.header).toEqual(careful.header);
    if (careful.excluded !== undefined) expect(left).toHaveLength(careful.excluded);
    if (careful.questions !== undefined) {
      expect(reading.questions.map(({ code }) => code)).toEqual(careful.questions);
    }
    if (careful.shape !== undefined) expect(reading.shape).toBe(careful.shape);
    if (careful.first !== undefined) {
      expect(reading.series.map((series) => series.first?.period)).toContain(careful.first);
    }
    if (careful.grain !== undefined) {
      expect(new Set(reading.series.map((series) => series.grain))).toEqual(new Set([careful.grain]));
    }
    expect(reading.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining([...(careful.warnings ?? [])]),
    );
    expectColumns(reading, careful);
  });
});

function starts(outcome: ReadOutcome): readonly string[] {
  return [...(outcome.points?.starts ?? [])].map((ms) => new Date(ms).toISOString().slice(0, 10));
}

describe('an answer about a file places what it left open', () => {
  it('gives weeks without a year theirs, and the next one after the turn of the year', () => {
    const [question] = read('weeks-cross-year.csv').reading.questions;
    const settings = withAnswer({}, question as Question, '2025');
    expect(starts(read('weeks-cross-year.csv', settings))).toEqual([
      '2025-12-15',
      '2025-12-22',
      '2025-12-29',
      '2026-01-05',
    ]);
  });

  it('places fiscal quarters by the month in which the year begins, and by the year that names it', () => {
    const [question] = read('sheet-fiscal-rows.csv').reading.questions;
    const ends = withAnswer({}, question as Question, '04-ends');
    expect(starts(read('sheet-fiscal-rows.csv', ends))).toEqual(['2025-04-01', '2025-07-01', '2025-10-01']);
    const begins = withAnswer({}, question as Question, '04-begins');
    expect(starts(read('sheet-fiscal-rows.csv', begins))[0]).toBe('2026-04-01');
  });

  it('counts Included as nothing or as not known, as a person says', () => {
    const cost = (settings: ReadSettings) =>
      read('bedrock-usage.csv', settings).reading.columns.find(({ name }) => name === 'Cost');
    expect(cost({ noAmount: 'zero' })).toMatchObject({ nonNull: 3, nulls: 0 });
    expect(cost({ noAmount: 'missing' })).toMatchObject({ nonNull: 2, nulls: 1 });
  });
});

describe('rows that cannot be read', () => {
  it('are counted to the last and kept to a limit, and all of them are given back to correct', () => {
    const bad = Array.from({ length: 12_000 }, () => '2026-W14,broken');
    const good = Array.from({ length: 40_000 }, (_, row) => `2026-W${10 + (row % 40)},${row}`);
    const bytes = new TextEncoder().encode(['week,value', ...good, ...bad].join('\n'));
    const reader = createReader(
      { name: 'many.csv', bytes: bytes.length },
      {},
      { entities: [], today: '2026-11-20', remembered: [] },
    );
    reader.push(bytes);
    const outcome = reader.end('');
    expect(outcome.reading.rows.rejectedCount).toBe(12_000);
    expect(outcome.reading.rows.rejected).toHaveLength(10_000);
    expect(outcome.reading.rows.rejectedReasons).toEqual([
      'value: “broken” is not a number, 12,000 rows, first at line 40002',
    ]);
    expect(outcome.rejects().trimEnd().split('\r\n')).toHaveLength(12_001);
  });
});
