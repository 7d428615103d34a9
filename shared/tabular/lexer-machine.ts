import type { ColumnRoom } from '#shared/tabular/cell-column.ts';
import { createRecordWriter, type RecordWriter } from '#shared/tabular/record-store.ts';

/** How fields are written, as bytes. `backslash` where quotes are escaped by one instead of being doubled. */
export type Dialect = { readonly delimiter: number; readonly quote: number; readonly backslash: boolean };

export type Newlines = { lf: number; crlf: number; cr: number };

export const LF = 0x0a;
export const CR = 0x0d;
export const BACKSLASH = 0x5c;

/** Mark of the bytes that end a field. */
export const ENDS_FIELD = 1;

export const START = 0;
export const BARE = 1;
export const QUOTED = 2;
export const CLOSED = 3;
export const ESCAPED = 4;

/** The state machine between two bytes. */
export type Machine = {
  readonly dialect: Dialect;
  /** Bytes that mean more than themselves outside quotes: 1 where they end a field, 2 for others. */
  readonly special: Uint8Array;
  readonly fields: RecordWriter;
  readonly newlines: Newlines;
  state: number;
  line: number;
  opened: number;
  nuls: number;
  afterReturn: boolean;
  inRecord: boolean;
};

/** The state before the first byte; `room` is what a column may hold in different texts. */
export function createMachine(dialect: Dialect, room: ColumnRoom | undefined): Machine {
  const special = new Uint8Array(256);
  for (const byte of [dialect.quote, 0]) special[byte] = 2;
  for (const byte of [dialect.delimiter, LF, CR]) special[byte] = ENDS_FIELD;
  return {
    dialect,
    special,
    fields: createRecordWriter(room),
    newlines: { lf: 0, crlf: 0, cr: 0 },
    state: START,
    line: 1,
    opened: 0,
    nuls: 0,
    afterReturn: false,
    inRecord: false,
  };
}

/** Begins a record on the line under way. */
export function begin(machine: Machine): void {
  machine.fields.beginRecord(machine.line);
  machine.inRecord = true;
}

function endField(machine: Machine): void {
  machine.fields.endField();
  machine.state = START;
}

/** Ends the field and the record under way; an empty record where none is. */
export function endRecord(machine: Machine): void {
  if (!machine.inRecord) begin(machine);
  endField(machine);
  machine.fields.endRecord();
  machine.inRecord = false;
}

/** Counts a line end and goes to the next line. */
export function countNewline(machine: Machine, byte: number): void {
  machine.line += 1;
  if (byte === CR) machine.newlines.cr += 1;
  else machine.newlines.lf += 1;
  machine.afterReturn = byte === CR;
}

/** A line end outside quotes. The LF of a CRLF has ended its record with the CR already. */
function newline(machine: Machine, byte: number): void {
  if (byte === LF && machine.afterReturn) {
    machine.newlines.crlf += 1;
    machine.newlines.cr -= 1;
    machine.afterReturn = false;
    return;
  }
  endRecord(machine);
  countNewline(machine, byte);
}

/** A byte inside quotes: line ends count for the line numbers and belong to the field. */
export function quoted(machine: Machine, byte: number): void {
  const { dialect, fields } = machine;
  if (byte === LF && !machine.afterReturn) machine.line += 1;
  if (byte === CR) machine.line += 1;
  machine.afterReturn = byte === CR;
  if (byte === dialect.quote) machine.state = CLOSED;
  else if (dialect.backslash && byte === BACKSLASH) machine.state = ESCAPED;
  else fields.put(byte);
}

/** The byte behind a backslash inside quotes. */
export function escaped(machine: Machine, byte: number): void {
  machine.state = QUOTED;
  if (byte !== machine.dialect.quote && byte !== BACKSLASH) {
    machine.fields.put(BACKSLASH);
    quoted(machine, byte);
  } else machine.fields.put(byte);
}

/** A byte outside quotes, or behind a closing one. */
export function outside(machine: Machine, byte: number): void {
  const { dialect, fields } = machine;
  if (byte === LF || byte === CR) {
    newline(machine, byte);
    return;
  }
  machine.afterReturn = false;
  if (!machine.inRecord) begin(machine);
  if (byte === dialect.delimiter) endField(machine);
  // A quote opens a field only at its start; spaces before it are layout. Anywhere else it is text.
  else if (byte === dialect.quote && machine.state !== CLOSED && fields.onlySpaces()) {
    fields.restartField();
    machine.opened = machine.line;
    machine.state = QUOTED;
  } else {
    machine.state = byte === dialect.quote && machine.state === CLOSED ? QUOTED : BARE;
    fields.put(byte);
  }
}
