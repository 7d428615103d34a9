import { cellKind } from '#shared/tabular/cell-kind.ts';
import { readMoment } from '#shared/tabular/dates.ts';
import { usualWidth } from '#shared/tabular/dialect.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import { isFiscal, readPeriod } from '#shared/tabular/periods.ts';
import { filledFields, type Records } from '#shared/tabular/records.ts';

/** Where the header stands: records from 0, none, one or two of them, and the first record below it. */
export type HeaderPlace = {
  readonly records: readonly number[];
  readonly dataFrom: number;
  /** Number of columns of the table. */
  readonly width: number;
  readonly because: string;
};

const SEARCH = 60;
const SAMPLE = 400;
const PLACEHOLDER = /^unnamed: \d+$/i;

function texts(records: Records, record: number, width: number): readonly string[] {
  return Array.from({ length: width }, (_, field) => records.text(record, field).trim());
}

const STYLE = { order: 'dmy', epoch: null } as const;

/** Whether a header cell names a period whose values stand below it. */
export function namesPeriod(text: string): boolean {
  if (isFiscal(text) || readPeriod(text)?.kind === 'moment') return true;
  return readMoment(text, STYLE)?.kind === 'moment';
}

function consecutiveYears(cells: readonly string[]): boolean {
  const years = cells.filter((cell) => /^(?:19|20)\d{2}$/.test(cell)).map(Number);
  return (
    years.length >= 2 && years.every((year, index) => index === 0 || year === (years[index - 1] ?? 0) + 1)
  );
}

/** Whether a record can be a header: texts and periods, no numbers, no long prose. */
function readsAsHeader(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0 || filled.filter((cell) => PLACEHOLDER.test(cell)).length > filled.length / 2)
    return false;
  const periods = filled.filter(namesPeriod).length;
  const years = consecutiveYears(filled);
  return filled.every((cell) => {
    const kind = cellKind(cell);
    if (kind === 'text') return true;
    if (kind === 'missing') return filled.length > 2;
    if (kind === 'date')
      return periods >= 2 || (filled.length > 1 && periods === 1 && readPeriod(cell) !== null);
    return years && /^(?:19|20)\d{2}$/.test(cell);
  });
}

function repeats(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '').map((cell) => cell.toLowerCase());
  return new Set(filled).size < filled.length;
}

/** Two header rows: the upper one has gaps where the lower one goes on, and the lower one repeats itself. */
function pairsWith(upper: readonly string[], lower: readonly string[]): boolean {
  if (!readsAsHeader(upper) || !readsAsHeader(lower) || !repeats(lower)) return false;
  const upperFilled = upper.filter((cell) => cell !== '').length;
  const gaps = upper.filter((cell, index) => cell === '' && (lower[index] ?? '') !== '').length;
  const covered = upper.filter((cell, index) => cell !== '' || (lower[index] ?? '') !== '').length;
  return upperFilled >= 2 && gaps >= 1 && covered >= upper.length * 0.8;
}

function dense(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => cell !== '').length;
  return width === 1 ? filled === 1 : filled >= 2 && filled >= width * 0.5;
}

/** Width of the table: the usual number of fields of the whole file. */
export function tableWidth(records: Records): number {
  const step = Math.max(1, Math.floor(records.count / 20_000));
  const widths: number[] = [];
  for (let record = 0; record < records.count; record += record < SAMPLE ? 1 : step) {
    if (filledFields(records, record) > 0) widths.push(records.width(record));
  }
  return usualWidth(widths);
}

/** Share of the cells below that are dates or numbers where this record has one too: it is data, not a header. */
function isDataLikeBelow(records: Records, record: number, width: number): boolean {
  const kinds = texts(records, record, width).map(cellKind);
  const typed = kinds.flatMap((kind, field) => (kind === 'number' || kind === 'date' ? [field] : []));
  if (typed.length === 0) return false;
  return typed.some((field) => {
    let same = 0;
    let seen = 0;
    for (let below = record + 1; below < Math.min(records.count, record + 40); below += 1) {
      const kind = cellKind(records.text(below, field));
      if (kind === 'missing') continue;
      seen += 1;
      if (kind === kinds[field]) same += 1;
    }
    return seen === 0 || same >= seen * 0.7;
  });
}

/** Finds the header from a record on: the first dense record of texts, perhaps with a second row; none when data begins at once. */
export function findHeader(records: Records, from: number): HeaderPlace {
  const width = tableWidth(records);
  const limit = Math.min(records.count, SEARCH);
  for (let record = from; record < limit; record += 1) {
    const upper = texts(records, record, Math.max(width, records.width(record)));
    if (upper.every((cell) => isMissing(cell))) continue;
    const lower = texts(records, record + 1, upper.length);
    if (record + 1 < records.count && width > 1 && pairsWith(upper, lower)) {
      const because = 'the upper row has gaps and the lower one repeats';
      return { records: [record, record + 1], dataFrom: record + 2, width: upper.length, because };
    }
    if (!dense(upper, width)) continue;
    if (readsAsHeader(upper)) {
      const because = 'the first record of names, with values below';
      return { records: [record], dataFrom: record + 1, width: upper.length, because };
    }
    if (isDataLikeBelow(records, record, width)) {
      return {
        records: [],
        dataFrom: record,
        width,
        because: 'the first record holds dates or numbers already',
      };
    }
  }
  return { records: [], dataFrom: from, width, because: 'no record of names was found' };
}

/** The header that a person chose, in records from 1. */
export function givenHeader(records: Records, given: readonly number[]): HeaderPlace {
  const chosen = given.map((record) => record - 1).filter((record) => record < records.count);
  const last = chosen[chosen.length - 1];
  const width = Math.max(tableWidth(records), ...chosen.map((record) => records.width(record)));
  return { records: chosen, dataFrom: last === undefined ? 0 : last + 1, width, because: 'chosen by hand' };
}
