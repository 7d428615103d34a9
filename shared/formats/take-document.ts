import type { Mark } from '#shared/tabular/encoding.ts';
import type { Refused, Taken } from '#shared/tabular/intake.ts';
import { looksLikeJson } from '#shared/tabular/json-text.ts';
import type { Lexed } from '#shared/tabular/lexer.ts';
import { recordsOfCells } from './cell-table.ts';
import { readJsonText, readYamlText } from './read-document.ts';

/** Kinds of text that are read as a whole. */
export type Document = 'json' | 'yaml';

/** A text of more characters than this is not held as a whole. */
const LONGEST = 128 * 1024 * 1024;
const TOO_LONG =
  'This file has more than 128 million characters, more than is read at once. Export a shorter time, or as CSV.';

/** Whether the first line that says something names the version or the kind of a document. */
function looksLikeYaml(head: string): boolean {
  const first = head.split('\n', 200).find((line) => !/^(?:\s|#|---|$)/.test(line));
  return first !== undefined && /^(?:apiVersion|kind|version):\s/.test(first);
}

/** Whether a file is read as a whole, by its beginning and its name; null for a table of records. */
export function documentKind(head: string, name: string): Document | null {
  if (looksLikeJson(head)) return 'json';
  return /\.ya?ml$/i.test(name) || looksLikeYaml(head) ? 'yaml' : null;
}

const UNSPLIT: Lexed = {
  newlines: { lf: 0, crlf: 0, cr: 0 },
  unclosedAt: null,
  nuls: 0,
};

const NOT_SNIFFED: Taken['sniffed'] = {
  delimiter: ',',
  quote: 0x22,
  backslash: false,
  declared: false,
  because: '',
};

/** Takes a document's text for the records that it stands for, or says in one sentence why there are none. */
export function takeDocument(
  kind: Document,
  text: string,
  file: {
    readonly name: string;
    readonly isUtf8: boolean;
    readonly mark: Mark;
    /** Path of the list that a person chose. */
    readonly rows: string | undefined;
  },
): Taken | Refused {
  if (text.length > LONGEST) return { kind: 'refused', sentence: TOO_LONG };
  const read = kind === 'yaml' ? readYamlText(text) : readJsonText(text, file.name, file.rows);
  if (read.type === 'refused') return { kind: 'refused', sentence: read.sentence };
  const { header: _header, rows: _rows, ...facts } = read;
  return {
    kind: 'records',
    records: recordsOfCells(read),
    lexed: UNSPLIT,
    encoding: file.mark.encoding ?? (file.isUtf8 ? 'utf-8' : 'windows-1252'),
    encodingBecause:
      file.mark.because || (file.isUtf8 ? 'every byte is well-formed UTF-8' : 'the bytes are not UTF-8'),
    sniffed: NOT_SNIFFED,
    replaced: 0,
    mixed: false,
    format: facts,
  };
}
