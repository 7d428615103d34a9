import type { FormatFacts } from '#shared/formats/cell-table.ts';
import { type Document, documentKind, takeDocument } from '#shared/formats/take-document.ts';
import { HEAD_BYTES, type Sniffed, sniffDialect } from '#shared/tabular/dialect.ts';
import {
  createTranscoder,
  createUtf8Check,
  decode,
  type Mark,
  readMark,
  type Transcoder,
} from '#shared/tabular/encoding.ts';
import { foreignText, foreignType, looksBinary } from '#shared/tabular/file-type.ts';
import { createLexer, type Lexed, type Lexer } from '#shared/tabular/lexer.ts';
import { otherEncoding, type SystemDecoding, transcoderOf } from '#shared/tabular/other-encoding.ts';
import type { Delimiter, Encoding, ReadSettings } from '#shared/tabular/reading.ts';
import { type Records, recordsOf } from '#shared/tabular/records.ts';

/** The records of a file, with what its bytes said. */
export type Taken = {
  readonly kind: 'records';
  readonly records: Records;
  readonly lexed: Lexed;
  readonly encoding: Encoding;
  readonly encodingBecause: string;
  readonly sniffed: Sniffed;
  /** Characters of a damaged UTF-16 text that stand as U+FFFD. */
  readonly replaced: number;
  /** Whether some cells are UTF-8 in a file that as a whole is not. */
  readonly mixed: boolean;
  /** What a format says that is no delimited text; null for a table. */
  readonly format: FormatFacts | null;
};

/** Why there are no records, as a sentence with what to do. */
export type Refused = { readonly kind: 'refused'; readonly sentence: string };

export type Intake = {
  /** Takes the next bytes of the file, in chunks of any size. */
  readonly push: (chunk: Uint8Array) => void;
  readonly end: () => Taken | Refused;
  readonly rows: () => number;
};

const EMPTY = 'The file is empty (0 bytes). Nothing was read; export it again.';
const BINARY =
  'This file is not text, so there is no table in it and nothing was read. Export the table itself as CSV.';

/** A copy that stays what it is when the chunk's buffer is filled again; `slice` of Node's buffers is none. */
function copyOf(chunk: Uint8Array): Uint8Array {
  return new Uint8Array(chunk);
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** What the beginning of the file decided; `rest` takes everything after it. */
type Opened =
  | {
      readonly kind: 'table';
      readonly lexer: Lexer;
      readonly sniffed: Sniffed;
      readonly mark: Mark;
      readonly transcoder: Transcoder | null;
    }
  | {
      readonly kind: 'document';
      readonly of: Document;
      readonly mark: Mark;
      readonly chunks: Uint8Array[];
      readonly transcoder: Transcoder | null;
    }
  | Refused;

function markOf(head: Uint8Array, settings: ReadSettings): Mark {
  const mark = readMark(head);
  if (settings.encoding === undefined || settings.encoding === mark.encoding) return mark;
  return {
    encoding: settings.encoding,
    length: mark.encoding === null ? 0 : mark.length,
    because: 'chosen by hand',
  };
}

function given(sniffed: Sniffed, delimiter: Delimiter | undefined): Sniffed {
  return delimiter === undefined ? sniffed : { ...sniffed, delimiter, because: 'chosen by hand' };
}

/** Mark of a text whose letters speak for another encoding than the usual two, as far as anybody can decode it. */
function marked(head: Uint8Array, settings: ReadSettings, decoding: SystemDecoding | undefined): Mark {
  const mark = markOf(head, settings);
  const other = mark.encoding === null ? otherEncoding(head) : null;
  if (other === null || transcoderOf(other, decoding) === null) return mark;
  return { encoding: other, length: 0, because: 'its letters are those of this encoding' };
}

function open(head: Uint8Array, whole: boolean, file: ExpectedFile, how: HowToRead): Opened {
  const { settings, decoding } = how;
  const foreign = foreignType(head);
  if (foreign !== null) return { kind: 'refused', sentence: foreign.sentence };
  const mark = marked(head, settings, decoding);
  const wide = mark.encoding === 'utf-16le' || mark.encoding === 'utf-16be';
  const transcoder = wide
    ? createTranscoder(mark.encoding === 'utf-16le')
    : transcoderOf(mark.encoding, decoding);
  const body = head.subarray(mark.length);
  const bytes = transcoder === null ? body : transcoder.push(body);
  if (looksBinary(bytes.subarray(0, 65_536))) return { kind: 'refused', sentence: BINARY };
  const text = decode(bytes, 0, Math.min(bytes.length, 4096), true);
  const markup = foreignText(text);
  if (markup !== null) return { kind: 'refused', sentence: markup.sentence };
  const of = documentKind(text, file.name);
  if (of !== null) return { kind: 'document', of, mark, chunks: [copyOf(bytes)], transcoder };
  const sniffed = given(sniffDialect(bytes, whole), settings.delimiter);
  const dialect = {
    delimiter: sniffed.delimiter.charCodeAt(0),
    quote: sniffed.quote,
    backslash: sniffed.backslash,
  };
  const lexer = createLexer(dialect);
  lexer.push(bytes);
  return { kind: 'table', lexer, sniffed, mark, transcoder };
}

/** The text of a document. Its bytes are let go of: a large one is not held twice. */
function textOf(document: Extract<Opened, { kind: 'document' }>, isUtf8: boolean): string {
  const { chunks, transcoder } = document;
  if (transcoder !== null) chunks.push(transcoder.end());
  const bytes = join(chunks);
  chunks.length = 0;
  return decode(bytes, 0, bytes.length, !isUtf8);
}

/** A file as it is announced: its size is 0 where nobody knows it. */
export type ExpectedFile = { readonly name: string; readonly bytes: number };

/** What a person decided, and what the system can decode beyond the encodings that are known here. */
export type HowToRead = { readonly settings: ReadSettings; readonly decoding?: SystemDecoding | undefined };

/** Takes a file's bytes from the first to the last and gives its records. */
export function createIntake(how: HowToRead, file: ExpectedFile): Intake {
  const check = createUtf8Check();
  let waiting: Uint8Array[] = [];
  let held = 0;
  let opened: Opened | null = null;

  function begin(whole: boolean): Opened {
    const head = join(waiting);
    waiting = [];
    opened = open(head, whole, file, how);
    return opened;
  }

  function finishTable(table: Extract<Opened, { kind: 'table' }>): Taken {
    const { lexer, transcoder, mark, sniffed } = table;
    if (transcoder !== null) lexer.push(transcoder.end());
    const { store, ...lexed } = lexer.end();
    const valid = transcoder !== null || check.valid();
    const guessed = valid ? 'utf-8' : 'windows-1252';
    const because = valid ? 'every byte is well-formed UTF-8' : 'the bytes are not UTF-8';
    const stated = mark.encoding === 'utf-8' && !valid ? null : mark.encoding;
    const encoding = stated ?? guessed;
    const records = recordsOf(store, encoding === 'windows-1252');
    const replaced = transcoder?.replaced() ?? 0;
    const mixed = transcoder === null && !valid && check.sequences() > 0;
    return {
      kind: 'records',
      records,
      lexed,
      encoding,
      encodingBecause: mark.because || because,
      sniffed,
      replaced,
      mixed,
      format: null,
    };
  }

  return {
    push(chunk) {
      if (chunk.length === 0) return;
      check.push(chunk);
      if (opened === null) {
        waiting.push(copyOf(chunk));
        held += chunk.length;
        if (held >= HEAD_BYTES) begin(false);
      } else if (opened.kind === 'table') {
        opened.lexer.push(opened.transcoder === null ? chunk : opened.transcoder.push(chunk));
      } else if (opened.kind === 'document') {
        opened.chunks.push(opened.transcoder === null ? copyOf(chunk) : opened.transcoder.push(chunk));
      }
    },
    end() {
      if (opened === null && held === 0) return { kind: 'refused', sentence: EMPTY };
      const state = opened ?? begin(true);
      if (state.kind === 'refused') return state;
      if (state.kind === 'table') return finishTable(state);
      const isUtf8 = state.transcoder !== null || check.valid();
      return takeDocument(state.of, textOf(state, isUtf8), {
        name: file.name,
        isUtf8,
        mark: state.mark,
        rows: how.settings.rows,
      });
    },
    rows: () => (opened?.kind === 'table' ? opened.lexer.records() : 0),
  };
}
