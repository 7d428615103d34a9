import { cellKind } from '#shared/tabular/cell-kind.ts';
import { usualWidth } from '#shared/tabular/dialect.ts';
import { pairsWith, readsAsHeader } from '#shared/tabular/header-cells.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import { yearlessPeriod } from '#shared/tabular/periods.ts';
import { filledFields, isBlankRecord, type Records } from '#shared/tabular/records.ts';
import { unitNamed } from '#shared/tabular/units.ts';

/** Where the header stands: records from 0, none, one or two of them, and the first record below it. */
export type HeaderPlace = {
  readonly records: readonly number[];
  readonly dataFrom: number;
  /** Number of columns of the table. */
  readonly width: number;
  readonly because: string;
  /** Whether the second record of the header gives the units of the columns. */
  readonly hasUnits?: boolean;
};

const SEARCH = 60;
const SAMPLE = 400;

function texts(records: Records, record: number, width: number): readonly string[] {
  return Array.from({ length: width }, (_, field) => records.text(record, field).trim());
}

/** Whether enough of the columns are filled in a record; `used` is the number of columns that any record fills. */
function dense(cells: readonly string[], used: number): boolean {
  const filled = cells.filter((cell) => cell !== '').length;
  return used === 1 ? filled === 1 : filled >= 2 && filled >= used * 0.5;
}

/** Columns that hold anything in the first records; a table saved with empty columns behind it has fewer than fields. */
function usedColumns(records: Records, width: number): number {
  const until = Math.min(records.count, SAMPLE);
  let used = 0;
  for (let field = 0; field < width; field += 1) {
    let record = 0;
    while (record < until && !records.isFilled(record, field)) record += 1;
    if (record < until) used += 1;
  }
  return Math.max(1, used);
}

/** A line of a title block: one word with a colon, and what it is. */
function isKeyAndValue(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length <= 2 && (cells[0] ?? '').endsWith(':');
}

const BRACKETED = /^[([](.{1,24})[)\]]$/;

/** A second row that says in which unit each column is. */
function namesUnits(upper: readonly string[], lower: readonly string[]): boolean {
  const filled = lower.filter((cell) => cell !== '');
  const units = lower.filter((cell) => unitNamed(BRACKETED.exec(cell)?.[1] ?? cell) !== null).length;
  const first = lower[0] ?? '';
  const label =
    first === '' || /^(?:units?|einheit(?:en)?|unit[ée]s?|unidad(?:es)?|enhet|jednostka|単位)$/i.test(first);
  const named = lower.every((cell, index) => cell === '' || (upper[index] ?? '') !== '');
  const words = filled.length - (first === '' ? 0 : 1);
  return label && named && units >= 1 && units >= words * 0.6;
}

/** Records below the header that still describe the columns: texts and settings where only dates follow. */
function describingRecords(records: Records, from: number): number {
  const isDate = (record: number): boolean => cellKind(records.text(record, 0)) === 'date';
  const isText = (record: number): boolean => {
    const text = records.text(record, 0).trim();
    return cellKind(text) === 'text' && yearlessPeriod(text) === null;
  };
  let first = from;
  while (first < Math.min(records.count, from + MOST_DESCRIBING) && isText(first)) first += 1;
  const until = Math.min(records.count, first + 40);
  if (first === from || until - first < 2) return 0;
  for (let record = first; record < until; record += 1) {
    if (!isDate(record) && filledFields(records, record) > 0) return 0;
  }
  return first - from;
}

const MOST_DESCRIBING = 6;

/** Width of the table: the usual number of fields of the whole file. */
export function tableWidth(records: Records): number {
  const step = Math.max(1, Math.floor(records.count / 20_000));
  const widths: number[] = [];
  for (let record = 0; record < records.count; record += record < SAMPLE ? 1 : step) {
    if (!isBlankRecord(records, record)) widths.push(records.width(record));
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

const COMMENT = /^#(?!\s*$)/;

/** Whether a record is a remark in front of the table, as tools write them after a `#`. */
function isComment(records: Records, record: number): boolean {
  return COMMENT.test(records.text(record, 0).trimStart()) && !/^#\s?(?:\d|$)/.test(records.text(record, 0));
}

/** Where the remarks in front of the table end: at its header, which may be the last of them itself. */
function afterComments(records: Records, from: number, width: number): number {
  let record = from;
  while (record < records.count && isComment(records, record)) record += 1;
  if (record === from || record >= records.count) return from;
  const last = texts(records, record - 1, Math.max(width, records.width(record - 1)));
  const isHeader = width > 1 && dense(last, width) && readsAsHeader(last);
  return isHeader && isDataLikeBelow(records, record, width) ? record - 1 : record;
}

/** Number of columns: the header's own where hardly any record below has more; then those that have are rejected. */
function columnsBelow(records: Records, header: number, usual: number): number {
  const own = records.width(header);
  if (own >= usual) return own;
  let wider = 0;
  let seen = 0;
  for (let record = header + 1; record < Math.min(records.count, header + SAMPLE); record += 1) {
    if (isBlankRecord(records, record)) continue;
    seen += 1;
    if (records.width(record) > own) wider += 1;
  }
  return wider >= 2 && wider >= seen / 2 ? usual : own;
}

/** Finds the header from a record on: the first dense record of texts, perhaps with a second row; none when data begins at once. */
export function findHeader(records: Records, from: number): HeaderPlace {
  const width = tableWidth(records);
  const used = usedColumns(records, width);
  const limit = Math.min(records.count, SEARCH);
  for (let record = afterComments(records, from, width); record < limit; record += 1) {
    const upper = texts(records, record, Math.max(width, records.width(record)));
    if (upper.every((cell) => isMissing(cell))) continue;
    const lower = texts(records, record + 1, upper.length);
    if (record + 1 < records.count && width > 1 && pairsWith(upper, lower)) {
      const because = 'the upper row has gaps and the lower one repeats';
      return { records: [record, record + 1], dataFrom: record + 2, width: upper.length, because };
    }
    if (!dense(upper, used) || isKeyAndValue(upper)) continue;
    if (readsAsHeader(upper)) {
      if (namesUnits(upper, lower)) {
        const because = 'names, and their units in the record below';
        return {
          records: [record, record + 1],
          dataFrom: record + 2,
          width: upper.length,
          because,
          hasUnits: true,
        };
      }
      const because = 'the first record of names, with values below';
      const dataFrom = record + 1 + describingRecords(records, record + 1);
      return { records: [record], dataFrom, width: columnsBelow(records, record, upper.length), because };
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
