import { createFieldStore } from '#shared/tabular/field-store.ts';
import type { RecordStore } from '#shared/tabular/records.ts';

/** How fields are written, as bytes. `backslash` where quotes are escaped by one instead of being doubled. */
export type Dialect = { readonly delimiter: number; readonly quote: number; readonly backslash: boolean };

export type Newlines = { lf: number; crlf: number; cr: number };

export type Lexed = {
  readonly store: RecordStore;
  readonly newlines: Readonly<Newlines>;
  /** Line on which a quote was opened that nothing closes, else null; its record is the last one. */
  readonly unclosedAt: number | null;
  /** NUL bytes that were left out. */
  readonly nuls: number;
};

export type Lexer = {
  readonly push: (chunk: Uint8Array) => void;
  readonly end: () => Lexed;
  readonly records: () => number;
};

const LF = 0x0a;
const CR = 0x0d;
const BACKSLASH = 0x5c;

const START = 0;
const BARE = 1;
const QUOTED = 2;
const CLOSED = 3;
const ESCAPED = 4;

/** Where a run of bytes that mean nothing but themselves ends, for a state of the machine. */
function runEnd(chunk: Uint8Array, from: number, state: number, dialect: Dialect): number {
  const { delimiter, quote } = dialect;
  let index = from;
  if (state === QUOTED) {
    while (index < chunk.length) {
      const byte = chunk[index] as number;
      if (byte === quote || byte === LF || byte === CR || byte === BACKSLASH || byte === 0) break;
      index += 1;
    }
  } else if (state === BARE) {
    while (index < chunk.length) {
      const byte = chunk[index] as number;
      if (byte === delimiter || byte === LF || byte === CR || byte === quote || byte === 0) break;
      index += 1;
    }
  }
  return index;
}

/**
 * A byte-level state machine from chunks of any size to records. Works on UTF-8 and Windows-1252 alike, because
 * delimiters, quotes and line ends are single bytes in both. `expected` is the size of the file where it is known.
 */
export function createLexer(dialect: Dialect, expected: number): Lexer {
  const { delimiter, quote, backslash } = dialect;
  const fields = createFieldStore(expected);
  const newlines: Newlines = { lf: 0, crlf: 0, cr: 0 };
  let state = START;
  let line = 1;
  let opened = 0;
  let nuls = 0;
  let afterReturn = false;
  let inRecord = false;

  function begin(): void {
    fields.beginRecord(line);
    inRecord = true;
  }

  function endField(): void {
    fields.endField();
    state = START;
  }

  function endRecord(): void {
    if (!inRecord) begin();
    endField();
    inRecord = false;
  }

  /** A line end outside quotes. The LF of a CRLF has ended its record with the CR already. */
  function newline(byte: number): void {
    if (byte === LF && afterReturn) {
      newlines.crlf += 1;
      newlines.cr -= 1;
      afterReturn = false;
      return;
    }
    endRecord();
    line += 1;
    if (byte === CR) newlines.cr += 1;
    else newlines.lf += 1;
    afterReturn = byte === CR;
  }

  /** A byte inside quotes: line ends count for the line numbers and belong to the field. */
  function quoted(byte: number): void {
    if (byte === LF && !afterReturn) line += 1;
    if (byte === CR) line += 1;
    afterReturn = byte === CR;
    if (byte === quote) state = CLOSED;
    else if (backslash && byte === BACKSLASH) state = ESCAPED;
    else fields.put(byte);
  }

  function escaped(byte: number): void {
    state = QUOTED;
    if (byte !== quote && byte !== BACKSLASH) {
      fields.put(BACKSLASH);
      quoted(byte);
    } else fields.put(byte);
  }

  function outside(byte: number): void {
    if (byte === LF || byte === CR) {
      newline(byte);
      return;
    }
    afterReturn = false;
    if (!inRecord) begin();
    if (byte === delimiter) endField();
    // A quote opens a field only at its start; spaces before it are layout. Anywhere else it is text.
    else if (byte === quote && state !== CLOSED && fields.onlySpaces()) {
      fields.restartField();
      opened = line;
      state = QUOTED;
    } else {
      state = byte === quote && state === CLOSED ? QUOTED : BARE;
      fields.put(byte);
    }
  }

  return {
    push(chunk) {
      fields.reserve(chunk.length + 2);
      let index = 0;
      while (index < chunk.length) {
        // Most bytes are plain text of a field: they are looked at once and taken over in runs.
        const end = runEnd(chunk, index, state, dialect);
        if (end > index) {
          fields.putRun(chunk, index, end);
          afterReturn = false;
          index = end;
          continue;
        }
        const byte = chunk[index] as number;
        index += 1;
        if (byte === 0) nuls += 1;
        else if (state === QUOTED) quoted(byte);
        else if (state === ESCAPED) escaped(byte);
        else outside(byte);
      }
    },
    end() {
      const unclosed = state === QUOTED || state === ESCAPED;
      if (inRecord) endRecord();
      return { store: fields.finish(), newlines, unclosedAt: unclosed ? opened : null, nuls };
    },
    records: fields.records,
  };
}
