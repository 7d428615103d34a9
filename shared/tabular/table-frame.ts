import { cellKind } from '#shared/tabular/cell-kind.ts';
import type { HeaderPlace } from '#shared/tabular/header.ts';
import { cellReader, labelReader } from '#shared/tabular/read-cells.ts';
import { filledFields, isBlankRecord, type Records } from '#shared/tabular/records.ts';
import { isTotalLabel, speaksOfTotal } from '#shared/tabular/total-labels.ts';

/** Where the rows of a table are and what they usually look like, before anything of its columns is decided. */
export type TableFrame = {
  readonly records: Records;
  readonly place: HeaderPlace;
  readonly kinds: readonly string[];
  readonly usual: number;
  readonly last: number;
  /** Position of the last text column before the first number: labels of totals stand up to here. */
  readonly labels: number;
  /** For each column of labels, whether the cell of a record is a word that totals begin with. */
  readonly isSummary: readonly ((record: number) => boolean)[];
  /** Whether a record describes the columns and is none of the rows. */
  readonly isAnnotation: (record: number) => boolean;
  /** Whether the first cell of a record is that of the header. */
  readonly beginsAsHeader: (record: number) => boolean;
};

function usualFilled(records: Records, from: number): number {
  const counts: number[] = [];
  const step = Math.max(1, Math.floor((records.count - from) / 2000));
  for (let record = from; record < records.count; record += step) {
    const filled = filledFields(records, record);
    if (filled > 0) counts.push(filled);
  }
  counts.sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

/** Kind of most cells in each column, from a sample over the whole file. */
export function usualKinds(records: Records, place: HeaderPlace): readonly string[] {
  const step = Math.max(1, Math.floor((records.count - place.dataFrom) / 200));
  return Array.from({ length: Math.min(place.width, 500) }, (_, field) => {
    const counts = { number: 0, date: 0, text: 0 };
    for (let record = place.dataFrom; record < records.count; record += step) {
      const kind = cellKind(records.text(record, field));
      if (kind !== 'missing') counts[kind] += 1;
    }
    if (counts.number > counts.text && counts.number >= counts.date) return 'number';
    return counts.date > counts.text ? 'date' : 'text';
  });
}

/** Last record of the table: below it stand notes, a legend, an issue date. */
function lastRecord(records: Records, place: HeaderPlace, kinds: readonly string[]): number {
  const few = Math.max(1, usualFilled(records, place.dataFrom) * 0.25);
  for (let record = records.count - 1; record >= place.dataFrom; record -= 1) {
    if (isBlankRecord(records, record)) continue;
    const filled = filledFields(records, record);
    if (place.width < 2 || filled > few) return record;
    const fits = kinds.some(
      (kind, field) =>
        kind !== 'text' &&
        records.length(record, field) > 0 &&
        cellKind(records.text(record, field)) === kind,
    );
    const label = isTotalLabel(records.text(record, 0));
    if (fits || label || (filled === place.width && place.width < 3)) return record;
  }
  return place.dataFrom - 1;
}

/** Trimmed texts of a record. */
export function cellsOf(records: Records, record: number): readonly string[] {
  return Array.from({ length: records.width(record) }, (_, field) => records.text(record, field).trim());
}

/** Rows with which InfluxDB describes the columns, again before each table. */
const ANNOTATION = /^#(?:group|datatype|default)$/;

/** Whether a record that begins with this text describes the columns. */
export function annotates(text: string): boolean {
  return ANNOTATION.test(text);
}

/** Columns of more different texts than this are not looked through beforehand. */
const LOOKED_THROUGH = 4096;

/** Whether any cell of a column can be of some kind; where none is, no row has to be asked. */
function mayHold(records: Records, field: number, isOne: (text: string) => boolean): boolean {
  const cells = records.cells(field);
  if (cells.hasShapeless || cells.codes > LOOKED_THROUGH) return true;
  if (cells.shapes.some(({ text }) => isOne(text))) return true;
  for (let code = 0; code < cells.codes; code += 1) if (isOne(cells.text(code))) return true;
  return false;
}

/** Looks at the rows below the header as a whole. */
export function frameOf(records: Records, place: HeaderPlace): TableFrame {
  const kinds = usualKinds(records, place);
  const firstNumber = kinds.indexOf('number');
  const labels = Math.max(0, (firstNumber < 0 ? kinds.length : firstNumber) - 1);
  const header = place.records[place.records.length - 1];
  const first = header === undefined ? null : records.text(header, 0).trim().toLowerCase();
  const isFirst = (text: string): boolean => text.trim().toLowerCase() === first;
  return {
    records,
    place,
    kinds,
    usual: usualFilled(records, place.dataFrom),
    last: lastRecord(records, place, kinds),
    labels,
    isSummary: Array.from({ length: labels + 1 }, (_, field) => field)
      .filter((field) => mayHold(records, field, speaksOfTotal))
      .map((field) => labelReader(records, field, speaksOfTotal)),
    isAnnotation: mayHold(records, 0, annotates) ? labelReader(records, 0, annotates) : () => false,
    beginsAsHeader:
      first !== null && /\d/.test(first) ? cellReader(records, 0, isFirst) : labelReader(records, 0, isFirst),
  };
}
