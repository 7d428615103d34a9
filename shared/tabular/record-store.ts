import { viewOf } from '#shared/tabular/byte-dictionary.ts';
import {
  type CellColumn,
  type ColumnRoom,
  createColumn,
  noteBare,
  putAhead,
  putCell,
  USUAL_ROOM,
} from '#shared/tabular/cell-column.ts';

/** A number for each record that seldom changes from one to the next, kept where it does. */
export type Runs = { readonly from: number[]; readonly value: number[] };

/** The records of a file by columns. */
export type RecordStore = {
  readonly columns: readonly CellColumn[];
  readonly count: number;
  /** Fields of each record, and its line less its number. */
  readonly widths: Runs;
  readonly lines: Runs;
  readonly widest: number;
};

/** Columns beyond these are counted and not kept: such a file is refused for its width. */
export const MOST_COLUMNS = 20_001;

/** Where the splitting of a file puts its fields. A field that comes in parts is put together first. */
export type RecordWriter = {
  readonly put: (byte: number) => void;
  /** Puts the bytes of a chunk from one position up to another. */
  readonly putRun: (chunk: Uint8Array, from: number, to: number) => void;
  /** Ends the field that was put together. */
  readonly endField: () => void;
  /** A whole field, as it stands in a chunk. */
  readonly wholeField: (chunk: Uint8Array, from: number, to: number) => void;
  /** Marks the field that was put last as one without quotes. */
  readonly markBare: () => void;
  /** Puts the field that stands at a position of a chunk, when it is one that was to be expected; its end, else -1. */
  readonly fieldAhead: (chunk: Uint8Array, from: number, special: Uint8Array) => number;
  readonly beginRecord: (line: number) => void;
  readonly endRecord: () => void;
  /** Forgets the bytes of the field under way. */
  readonly restartField: () => void;
  /** Whether the field under way holds nothing but spaces. */
  readonly onlySpaces: () => boolean;
  readonly records: () => number;
  readonly finish: () => RecordStore;
};

const SPACE = 0x20;

function note(runs: Runs, record: number, value: number): void {
  if (runs.value[runs.value.length - 1] === value) return;
  runs.from.push(record);
  runs.value.push(value);
}

export function createRecordWriter(room: ColumnRoom = USUAL_ROOM): RecordWriter {
  const columns: CellColumn[] = [];
  const widths: Runs = { from: [], value: [] };
  const lines: Runs = { from: [], value: [] };
  let parts = new Uint8Array(256);
  let viewed: Uint8Array = parts;
  let view = viewOf(parts);
  let size = 0;
  let record = 0;
  let field = 0;
  let widest = 0;

  function reserve(more: number): void {
    if (size + more <= parts.length) return;
    const wider = new Uint8Array(Math.max(parts.length * 2, size + more));
    wider.set(parts);
    parts = wider;
  }

  function add(bytes: Uint8Array, from: number, to: number): void {
    let column = columns[field];
    if (column === undefined && field < MOST_COLUMNS) {
      column = createColumn(room);
      columns.push(column);
    }
    if (column !== undefined) putCell(column, record, bytes, from, to);
    field += 1;
  }

  return {
    put(byte) {
      reserve(1);
      parts[size] = byte;
      size += 1;
    },
    putRun(chunk, from, to) {
      reserve(to - from);
      for (let index = from; index < to; index += 1) parts[size + index - from] = chunk[index] as number;
      size += to - from;
    },
    endField() {
      add(parts, 0, size);
      size = 0;
    },
    wholeField: add,
    markBare() {
      const column = columns[field - 1];
      if (column !== undefined) noteBare(column, record);
    },
    fieldAhead(chunk, from, special) {
      if (chunk !== viewed) {
        view = viewOf(chunk);
        viewed = chunk;
      }
      const column = columns[field];
      const end = column === undefined ? -1 : putAhead(column, record, view, from, special);
      if (end >= 0) field += 1;
      return end;
    },
    beginRecord(line) {
      note(lines, record, line - record);
      field = 0;
    },
    endRecord() {
      note(widths, record, field);
      widest = Math.max(widest, field);
      record += 1;
    },
    restartField() {
      size = 0;
    },
    onlySpaces() {
      for (let index = 0; index < size; index += 1) if (parts[index] !== SPACE) return false;
      return true;
    },
    records: () => record,
    finish: () => ({ columns, count: record, widths, lines, widest }),
  };
}
