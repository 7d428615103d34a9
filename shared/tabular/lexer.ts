import type { ColumnRoom } from '#shared/tabular/cell-column.ts';
import { createRecordWriter, type RecordStore, type RecordWriter } from '#shared/tabular/record-store.ts';

/** How fields are written, as bytes. `backslash` where quotes are escaped by one instead of being doubled. */
export type Dialect = { readonly delimiter: number; readonly quote: number; readonly backslash: boolean };

export type Newlines = { lf: number; crlf: number; cr: number };

/** What the splitting of a text met besides its records. */
export type Lexed = {
  readonly newlines: Readonly<Newlines>;
  /** Line on which a quote was opened that nothing closes, else null; its record is the last one. */
  readonly unclosedAt: number | null;
  /** NUL bytes that were left out. */
  readonly nuls: number;
};

export type Lexer = {
  readonly push: (chunk: Uint8Array) => void;
  readonly end: () => Lexed & { readonly store: RecordStore };
  readonly records: () => number;
};

const LF = 0x0a;
const CR = 0x0d;
const BACKSLASH = 0x5c;

/** Mark of the bytes that end a field. */
const ENDS_FIELD = 1;

const START = 0;
const BARE = 1;
const QUOTED = 2;
const CLOSED = 3;
const ESCAPED = 4;

/** The state machine between two bytes. */
type Machine = {
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

function createMachine(dialect: Dialect, room: ColumnRoom | undefined): Machine {
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

/** Where a run of bytes that mean nothing but themselves ends, for a state of the machine. */
function runEnd(chunk: Uint8Array, from: number, { state, dialect, special }: Machine): number {
  const { quote } = dialect;
  let index = from;
  if (state === QUOTED) {
    while (index < chunk.length) {
      const byte = chunk[index] as number;
      if (byte === quote || byte === LF || byte === CR || byte === BACKSLASH || byte === 0) break;
      index += 1;
    }
  } else if (state === BARE) {
    while (index < chunk.length && special[chunk[index] as number] === 0) index += 1;
  }
  return index;
}

function begin(machine: Machine): void {
  machine.fields.beginRecord(machine.line);
  machine.inRecord = true;
}

function endField(machine: Machine): void {
  machine.fields.endField();
  machine.state = START;
}

function endRecord(machine: Machine): void {
  if (!machine.inRecord) begin(machine);
  endField(machine);
  machine.fields.endRecord();
  machine.inRecord = false;
}

function countNewline(machine: Machine, byte: number): void {
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
function quoted(machine: Machine, byte: number): void {
  const { dialect, fields } = machine;
  if (byte === LF && !machine.afterReturn) machine.line += 1;
  if (byte === CR) machine.line += 1;
  machine.afterReturn = byte === CR;
  if (byte === dialect.quote) machine.state = CLOSED;
  else if (dialect.backslash && byte === BACKSLASH) machine.state = ESCAPED;
  else fields.put(byte);
}

function escaped(machine: Machine, byte: number): void {
  machine.state = QUOTED;
  if (byte !== machine.dialect.quote && byte !== BACKSLASH) {
    machine.fields.put(BACKSLASH);
    quoted(machine, byte);
  } else machine.fields.put(byte);
}

function outside(machine: Machine, byte: number): void {
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

/**
 * Takes a quoted field that stands whole in the chunk and holds no line end; the position behind it, else -1 and
 * nothing is taken. `from` is behind its opening quote.
 */
function quotedField({ fields, dialect, special }: Machine, chunk: Uint8Array, from: number): number {
  const { quote } = dialect;
  const last = chunk.length - 1;
  let start = from;
  let isWhole = true;
  for (let index = from; index < last; index += 1) {
    const byte = chunk[index] as number;
    if (byte === LF || byte === CR || byte === BACKSLASH || byte === 0) break;
    if (byte !== quote) continue;
    const next = chunk[index + 1] as number;
    if (special[next] === ENDS_FIELD) {
      if (isWhole) fields.wholeField(chunk, from, index);
      else {
        fields.putRun(chunk, start, index);
        fields.endField();
      }
      return index + 1;
    }
    if (next !== quote) break;
    // Of a doubled quote one belongs to the text.
    isWhole = false;
    index += 1;
    fields.putRun(chunk, start, index);
    start = index + 1;
  }
  fields.restartField();
  return -1;
}

/** Takes a field that stands whole in the chunk; the position behind it, or -1 where it does not end there. */
function wholeField(machine: Machine, chunk: Uint8Array, start: number): number {
  const { special, fields, dialect } = machine;
  const { length } = chunk;
  if (chunk[start] === dialect.quote) return quotedField(machine, chunk, start + 1);
  const ahead = fields.fieldAhead(chunk, start, special);
  if (ahead >= 0) return ahead;
  let end = start;
  while (end < length && special[chunk[end] as number] === 0) end += 1;
  if (end === length || special[chunk[end] as number] !== ENDS_FIELD) return -1;
  fields.wholeField(chunk, start, end);
  fields.markBare();
  return end;
}

/** Takes fields that stand whole in the chunk, as most do; where the first begins that does not. */
function wholeFields(machine: Machine, chunk: Uint8Array, from: number): number {
  const { fields } = machine;
  const { delimiter } = machine.dialect;
  const { length } = chunk;
  let start = from;
  while (start < length) {
    const first = chunk[start];
    if (!machine.inRecord) {
      if (first === LF || first === CR) return start;
      begin(machine);
    }
    const after = wholeField(machine, chunk, start);
    if (after < 0) return start;
    machine.afterReturn = false;
    const byte = chunk[after] as number;
    if (byte !== delimiter) {
      fields.endRecord();
      machine.inRecord = false;
      countNewline(machine, byte);
    }
    start = after + 1;
  }
  return start;
}

function push(machine: Machine, chunk: Uint8Array): void {
  const { fields } = machine;
  let index = 0;
  for (;;) {
    if (machine.state === START) index = wholeFields(machine, chunk, index);
    if (index >= chunk.length) return;
    const end = runEnd(chunk, index, machine);
    if (end > index) {
      fields.putRun(chunk, index, end);
      machine.afterReturn = false;
      index = end;
      continue;
    }
    const byte = chunk[index] as number;
    index += 1;
    if (byte === 0) machine.nuls += 1;
    else if (machine.state === QUOTED) quoted(machine, byte);
    else if (machine.state === ESCAPED) escaped(machine, byte);
    else outside(machine, byte);
  }
}

/**
 * A byte-level state machine from chunks of any size to records. Works on UTF-8 and Windows-1252 alike, because
 * delimiters, quotes and line ends are single bytes in both. `room` is what a column may hold in different texts.
 */
export function createLexer(dialect: Dialect, room?: ColumnRoom): Lexer {
  const machine = createMachine(dialect, room);
  return {
    push: (chunk) => push(machine, chunk),
    end() {
      const unclosed = machine.state === QUOTED || machine.state === ESCAPED;
      if (machine.inRecord) endRecord(machine);
      const { newlines, opened, nuls } = machine;
      return { store: machine.fields.finish(), newlines, unclosedAt: unclosed ? opened : null, nuls };
    },
    records: machine.fields.records,
  };
}
