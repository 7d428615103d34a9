import { type CellColumn, codeAt, copyCodes, digitsAt, shapeAt } from '#shared/tabular/cell-column.ts';
import { NO_SHAPE, type PlainShape, plainShape, writeShape } from '#shared/tabular/digit-shapes.ts';
import { decode, isUtf8Text } from '#shared/tabular/encoding.ts';
import type { RecordStore, Runs } from '#shared/tabular/record-store.ts';
import { keptText } from '#shared/tabular/text-slabs.ts';

/** The records of a delimited file, addressed by position from 0. Field texts stay bytes until they are asked for. */
export type Records = {
  readonly count: number;
  /** Number of fields of the widest record. */
  readonly widest: number;
  /** Number of fields of a record; a blank line has one empty field. */
  readonly width: (record: number) => number;
  /** Text of a field as it stands between its delimiters, unquoted; empty where the record is too short. */
  readonly text: (record: number, field: number) => string;
  /** Bytes of a field's text: 0 when it is empty. */
  readonly length: (record: number, field: number) => number;
  /** Whether a field holds more than spaces and tabs. */
  readonly isFilled: (record: number, field: number) => boolean;
  /** Physical line on which the record begins, from 1. */
  readonly line: (record: number) => number;
  /** The cells of a column by their codes. */
  readonly cells: (field: number) => Cells;
};

/** The cells of a column: cells with one code have one text. Cells of columns that hardly repeat have no code. */
export type Cells = {
  /** Codes are below this. */
  readonly codes: number;
  /** Code of a record's cell; -1 where it has none. */
  readonly code: (record: number) => number;
  /** Puts the codes of so many records from one on into a list; null where they are had one by one only. */
  readonly copyCodes: ((from: number, count: number, into: Int32Array) => void) | null;
  /** Text of a code. */
  readonly text: (code: number) => string;
  /**
   * For a cell without a code: its shape, in which every digit is `0`, and its digits as one number. Cells of one
   * shape differ in nothing else. Shape -1 where the cell has none and is its text alone.
   */
  readonly shape: (record: number) => number;
  readonly digits: (record: number) => number;
  readonly shapes: readonly CellShape[];
  /**
   * Puts shapes and digits of consecutive cells, none of which has a code, into lists; `NO_SHAPE` for a text alone.
   * Null where they are had one by one only.
   */
  readonly copyLoose: ((from: number, count: number, into: LooseBlock) => void) | null;
  /** Whether some cells have neither a code nor a shape. */
  readonly hasShapeless: boolean;
};

/** Shapes and digits of some cells that have no code. */
export type LooseBlock = { readonly shapes: Uint8Array; readonly digits: Float64Array };

export type CellShape = {
  readonly text: string;
  /** What the digits are worth where the shape is a plain number (`-00.0`), else null. */
  readonly plain: PlainShape | null;
};

type Decoder = (bytes: Uint8Array, start: number, end: number) => string;

/** In a file of single bytes a cell that is UTF-8 all the same is read as such: two sources were pasted together. */
function createDecoder(single: boolean): Decoder {
  return (bytes, start, end) => decode(bytes, start, end, single && !isUtf8Text(bytes, start, end));
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index];
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false;
  }
  return true;
}

/** Finds the value of a record; records that are asked for one after the other are found at once. */
function runReader({ from, value }: Runs): (record: number) => number {
  let at = 0;
  return (record) => {
    const start = from[at] ?? 0;
    const next = from[at + 1] ?? Number.POSITIVE_INFINITY;
    if (record >= start && record < next) return value[at] ?? 0;
    let low = 0;
    let high = from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((from[middle] ?? 0) <= record) low = middle;
      else high = middle - 1;
    }
    at = low;
    return value[at] ?? 0;
  };
}

/** What of a column can be read: bytes and texts of a cell, of a code. */
type ColumnReader = Cells & {
  readonly textAt: (record: number) => string;
  readonly lengthAt: (record: number) => number;
  readonly isFilledAt: (record: number) => boolean;
};

const BUFFER = new Uint8Array(64);

/** The bytes of a loose cell; a view that the next call may change. */
function looseBytes(column: CellColumn, record: number): Uint8Array {
  const shape = shapeAt(column, record);
  if (shape === NO_SHAPE) return keptText(column.slabs, digitsAt(column, record));
  const template = column.shapes.templates[shape] as Uint8Array;
  return BUFFER.subarray(0, writeShape(template, digitsAt(column, record), BUFFER));
}

const NOT_KNOWN = 0;
const FILLED = 1;
const BLANK = 2;

function columnReader(column: CellColumn, decoder: Decoder): ColumnReader {
  const { texts, shapes } = column;
  const { heap, ends, size } = texts;
  const known: (string | undefined)[] = [];
  const filled = new Uint8Array(size);
  const blankShapes = shapes.templates.map((template) => isBlank(template, 0, template.length));
  const start = (code: number): number => (code === 0 ? 0 : (ends[code - 1] as number));

  function text(code: number): string {
    const before = known[code];
    if (before !== undefined) return before;
    const found = decoder(heap, start(code), ends[code] as number);
    known[code] = found;
    return found;
  }

  function isFilled(code: number): boolean {
    if (filled[code] === NOT_KNOWN)
      filled[code] = isBlank(heap, start(code), ends[code] as number) ? BLANK : FILLED;
    return filled[code] === FILLED;
  }

  return {
    codes: size,
    code: (record) => codeAt(column, record),
    copyCodes: (from, count, into) => copyCodes(column, from, count, into),
    text,
    shape: (record) => {
      const shape = shapeAt(column, record);
      return shape === NO_SHAPE ? -1 : shape;
    },
    digits: (record) => digitsAt(column, record),
    shapes: shapes.templates.map((template) => ({
      text: decoder(template, 0, template.length),
      plain: plainShape(template),
    })),
    copyLoose: (from, count, into) => {
      for (let at = 0; at < count; at += 1) {
        into.shapes[at] = shapeAt(column, from + at);
        into.digits[at] = digitsAt(column, from + at);
      }
    },
    hasShapeless: column.shapeless > 0,
    textAt: (record) => {
      const code = codeAt(column, record);
      if (code >= 0) return text(code);
      const bytes = looseBytes(column, record);
      return decoder(bytes, 0, bytes.length);
    },
    lengthAt: (record) => {
      const code = codeAt(column, record);
      if (code >= 0) return (ends[code] as number) - start(code);
      const shape = shapeAt(column, record);
      return (shapes.templates[shape] ?? looseBytes(column, record)).length;
    },
    isFilledAt: (record) => {
      const code = codeAt(column, record);
      if (code >= 0) return isFilled(code);
      const blank = blankShapes[shapeAt(column, record)];
      if (blank !== undefined) return !blank;
      const bytes = looseBytes(column, record);
      return !isBlank(bytes, 0, bytes.length);
    },
  };
}

const NO_CELLS: Cells = {
  codes: 1,
  code: () => 0,
  copyCodes: null,
  text: () => '',
  shape: () => -1,
  digits: () => 0,
  shapes: [],
  copyLoose: null,
  hasShapeless: false,
};

export function recordsOf(store: RecordStore, single: boolean): Records {
  const decoder = createDecoder(single);
  const readers = store.columns.map((column) => columnReader(column, decoder));
  const width = runReader(store.widths);
  const offset = runReader(store.lines);
  return {
    count: store.count,
    widest: store.widest,
    width: (record) => (record < store.count ? width(record) : 0),
    text: (record, field) => readers[field]?.textAt(record) ?? '',
    length: (record, field) => readers[field]?.lengthAt(record) ?? 0,
    isFilled: (record, field) => readers[field]?.isFilledAt(record) ?? false,
    line: (record) => (record < store.count ? record + offset(record) : 0),
    cells: (field) => readers[field] ?? NO_CELLS,
  };
}

/** Whether a record holds nothing but white space. */
export function isBlankRecord(records: Records, record: number): boolean {
  return filledFields(records, record, 1) === 0;
}

/** Fields of a record that hold more than white space; those above `enough` need not be counted. */
export function filledFields(records: Records, record: number, enough = Number.POSITIVE_INFINITY): number {
  let filled = 0;
  const width = records.width(record);
  for (let field = 0; field < width && filled < enough; field += 1)
    if (records.isFilled(record, field)) filled += 1;
  return filled;
}
