import { cellNumber } from '#shared/tabular/cell-value.ts';
import { readMoment } from '#shared/tabular/dates.ts';
import { dateShape } from '#shared/tabular/digit-dates.ts';
import { digitMoments } from '#shared/tabular/digit-moments.ts';
import type { PlainShape } from '#shared/tabular/digit-shapes.ts';
import { isHashText } from '#shared/tabular/hash-text.ts';
import type { MomentStyle } from '#shared/tabular/moment.ts';
import type { CellShape, Records } from '#shared/tabular/records.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';

/** Reads the cells of a column with a rule for one text; equal texts are read once. */
export function cellReader<Value>(
  records: Records,
  field: number,
  read: (text: string) => Value,
): (record: number) => Value {
  const cells = records.cells(field);
  const known: Value[] = [];
  const isKnown = new Uint8Array(cells.codes);
  return (record) => {
    const code = cells.code(record);
    if (code < 0) return read(records.text(record, field));
    if (isKnown[code] === 0) {
      known[code] = read(cells.text(code));
      isKnown[code] = 1;
    }
    return known[code] as Value;
  };
}

/**
 * Reads the cells of a column with a rule to which one digit is as good as another: cells that differ in their digits
 * only are read once.
 */
export function labelReader(
  records: Records,
  field: number,
  read: (text: string) => boolean,
): (record: number) => boolean {
  const { shapes, shape: shapeAt, code: codeAt } = records.cells(field);
  const ofText = cellReader(records, field, (text) => !isHashText(text) && read(text));
  const ofShape = shapes.map(({ text }) => read(text));
  return (record) => (codeAt(record) < 0 ? ofShape[shapeAt(record)] : undefined) ?? ofText(record);
}

/** The moments of a column: calendar milliseconds, NaN where a cell holds none. */
export function momentReader(
  records: Records,
  field: number,
  style: MomentStyle,
): (record: number) => number {
  const cells = records.cells(field);
  const ofText = cellReader(records, field, (text) => {
    const moment = readMoment(text, style);
    return moment?.kind === 'moment' ? moment.ms : Number.NaN;
  });
  const ofDigits = cells.shapes.map((shape) => digitMoments(shape, style));
  return (record) => {
    const moments = cells.code(record) < 0 ? ofDigits[cells.shape(record)] : null;
    const ms = moments == null ? Number.NaN : moments.ms(cells.digits(record));
    return Number.isNaN(ms) ? ofText(record) : ms;
  };
}

/** Number of a record's cell: NaN where it is missing, null where it is neither a number nor missing. */
export type NumberReader = (record: number) => number | null;

/** What the digits of a shape say in a column where they are worth that and nothing more; else null. */
export function plainIn(column: TableColumn, { plain, text }: CellShape): PlainShape | null {
  const isPlain = plain !== null && column.bareUnit === null && (plain.mark ?? column.mark) === column.mark;
  return isPlain && dateShape(text) === null ? plain : null;
}

const NOT_KNOWN = 0;
const NUMBER = 1;
const NEITHER = 2;

/** Reads the numbers of a column in the column's unit, as `cellNumber` does. */
export function numberReader(records: Records, column: TableColumn): NumberReader {
  const cells = records.cells(column.index);
  const { shapes } = cells;
  const values = new Float64Array(cells.codes);
  const kinds = new Uint8Array(cells.codes);
  const plains = shapes.map((shape) => plainIn(column, shape));

  function ofCode(code: number): number | null {
    if (kinds[code] === NOT_KNOWN) {
      const value = cellNumber(column, cells.text(code));
      kinds[code] = value === null ? NEITHER : NUMBER;
      values[code] = value ?? 0;
    }
    return kinds[code] === NEITHER ? null : (values[code] as number);
  }

  const isDate = shapes.map(({ text }) => dateShape(text) !== null);
  return (record) => {
    const code = cells.code(record);
    if (code >= 0) return ofCode(code);
    const shape = cells.shape(record);
    if (isDate[shape] === true) return null;
    const plain = plains[shape] ?? null;
    if (plain === null) return cellNumber(column, records.text(record, column.index));
    const digits = cells.digits(record);
    // Both parts are exact, so their quotient is the number nearest to what is written.
    return digits === 0 ? 0 : (plain.sign * digits) / plain.divisor;
  };
}
