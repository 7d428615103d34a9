import { judgeQuote, LITERAL, MORE, SOUND, textWithin } from '#shared/tabular/broken-quotes.ts';
import type { ColumnRoom } from '#shared/tabular/cell-column.ts';
import {
  BACKSLASH,
  BARE,
  begin,
  CLOSED,
  CR,
  countNewline,
  createMachine,
  type Dialect,
  ENDS_FIELD,
  ESCAPED,
  endRecord,
  escaped,
  LF,
  type Machine,
  type Newlines,
  outside,
  QUOTED,
  quoted,
  START,
} from '#shared/tabular/lexer-machine.ts';
import type { RecordStore } from '#shared/tabular/record-store.ts';

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

/** Takes a field whose quotes are broken; where the next byte stands, or -1 where the quote is to be taken as usual. */
function brokenField(machine: Machine, chunk: Uint8Array, opener: number, isLast: boolean): number {
  const { dialect, fields } = machine;
  const judged = judgeQuote(chunk, opener, dialect, isLast);
  if (judged === SOUND) return -1;
  if (judged === MORE) return MORE;
  if (!machine.inRecord) begin(machine);
  machine.afterReturn = false;
  if (judged === LITERAL) {
    machine.state = BARE;
    fields.put(dialect.quote);
    return opener + 1;
  }
  fields.restartField();
  for (const byte of textWithin(chunk, opener + 1, judged, dialect)) {
    if (byte === dialect.quote) fields.put(byte);
    else quoted(machine, byte);
  }
  machine.afterReturn = false;
  machine.state = CLOSED;
  return judged + 1;
}

/** Takes a chunk up to its end, or to a quote that can be judged only with what follows: where that stands. */
function push(machine: Machine, chunk: Uint8Array, isLast: boolean): number {
  const { fields, dialect } = machine;
  let index = 0;
  for (;;) {
    if (machine.state === START) index = wholeFields(machine, chunk, index);
    if (index >= chunk.length) return chunk.length;
    const isOpener = chunk[index] === dialect.quote && machine.state <= BARE && fields.onlySpaces();
    const after = isOpener ? brokenField(machine, chunk, index, isLast) : -1;
    if (after === MORE) return index;
    if (after >= 0) {
      index = after;
      continue;
    }
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

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/**
 * A byte-level state machine from chunks of any size to records. Works on UTF-8 and Windows-1252 alike, because
 * delimiters, quotes and line ends are single bytes in both. `room` is what a column may hold in different texts.
 */
export function createLexer(dialect: Dialect, room?: ColumnRoom): Lexer {
  const machine = createMachine(dialect, room);
  let rest: Uint8Array | null = null;
  return {
    push(chunk) {
      const bytes = rest === null ? chunk : join(rest, chunk);
      const taken = push(machine, bytes, false);
      rest = taken < bytes.length ? bytes.slice(taken) : null;
    },
    end() {
      if (rest !== null) push(machine, rest, true);
      rest = null;
      const unclosed = machine.state === QUOTED || machine.state === ESCAPED;
      if (machine.inRecord) endRecord(machine);
      const { newlines, opened, nuls } = machine;
      return { store: machine.fields.finish(), newlines, unclosedAt: unclosed ? opened : null, nuls };
    },
    records: machine.fields.records,
  };
}
