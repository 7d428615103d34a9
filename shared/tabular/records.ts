import { decode, isUtf8Text } from '#shared/tabular/encoding.ts';

/** The records of a delimited file, addressed by position from 0. Field texts stay bytes until they are asked for. */
export type Records = {
  readonly count: number;
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
};

export type RecordStore = {
  readonly bytes: Uint8Array;
  /** End of each field in `bytes`; a field begins where the one before it ends. */
  readonly ends: Uint32Array;
  /** For each record the index of its first field, and one more entry at the end. */
  readonly firsts: Uint32Array;
  readonly lines: Uint32Array;
  readonly count: number;
};

/** Exports repeat their texts: this many of them are kept as strings, by a hash of their bytes. */
const SLOTS = 1 << 16;
const LONGEST_KEPT = 40;

type Decoder = (start: number, end: number) => string;

/** In a file of single bytes a cell that is UTF-8 all the same is read as such: two sources were pasted together. */
function createDecoder(bytes: Uint8Array, single: boolean): Decoder {
  const plain: Decoder = (start, end) => decode(bytes, start, end, single && !isUtf8Text(bytes, start, end));
  const texts: (string | undefined)[] = new Array<string | undefined>(SLOTS).fill(undefined);
  const starts = new Uint32Array(SLOTS);

  function isSame(slot: number, start: number, length: number): boolean {
    const other = starts[slot] as number;
    for (let index = 0; index < length; index += 1) {
      if (bytes[other + index] !== bytes[start + index]) return false;
    }
    return true;
  }

  // Lengths are part of the slot's key through `ends`, so texts of one slot differ in bytes only.
  const lengths = new Uint8Array(SLOTS);
  return (start, end) => {
    const length = end - start;
    if (length === 0) return '';
    if (length > LONGEST_KEPT) return plain(start, end);
    let hash = length;
    for (let index = start; index < end; index += 1)
      hash = (Math.imul(hash, 31) + (bytes[index] as number)) | 0;
    const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    const kept = texts[slot];
    if (kept !== undefined && lengths[slot] === length && isSame(slot, start, length)) return kept;
    const text = plain(start, end);
    texts[slot] = text;
    starts[slot] = start;
    lengths[slot] = length;
    return text;
  };
}

export function recordsOf(store: RecordStore, single: boolean): Records {
  const { bytes, ends, firsts, lines } = store;
  const text = createDecoder(bytes, single);
  const first = (record: number): number => firsts[record] ?? 0;
  const width = (record: number): number => first(record + 1) - first(record);
  const start = (field: number): number => (field === 0 ? 0 : (ends[field - 1] ?? 0));
  return {
    count: store.count,
    width,
    length: (record, field) => {
      if (field >= width(record)) return 0;
      const at = first(record) + field;
      return (ends[at] ?? 0) - start(at);
    },
    text: (record, field) => {
      const at = first(record) + field;
      return at >= first(record + 1) ? '' : text(start(at), ends[at] ?? 0);
    },
    isFilled: (record, field) => {
      const at = first(record) + field;
      if (at >= first(record + 1)) return false;
      const end = ends[at] ?? 0;
      for (let index = start(at); index < end; index += 1) {
        const byte = bytes[index];
        if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return true;
      }
      return false;
    },
    line: (record) => lines[record] ?? 0,
  };
}

/** Fields of a record that hold more than white space. */
export function filledFields(records: Records, record: number): number {
  let filled = 0;
  const width = records.width(record);
  for (let field = 0; field < width; field += 1) if (records.isFilled(record, field)) filled += 1;
  return filled;
}
