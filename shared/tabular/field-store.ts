import type { RecordStore } from '#shared/tabular/records.ts';

type Growing = { array: Uint32Array; length: number };

function growing(): Growing {
  return { array: new Uint32Array(1024), length: 0 };
}

function append(list: Growing, value: number): void {
  if (list.length === list.array.length) {
    const wider = new Uint32Array(list.array.length * 2);
    wider.set(list.array);
    list.array = wider;
  }
  list.array[list.length] = value;
  list.length += 1;
}

/** Where the splitting of a file puts its fields: their bytes one after the other, and where each one ends. */
export type FieldStore = {
  /** Makes room for so many more bytes. */
  readonly reserve: (bytes: number) => void;
  readonly put: (byte: number) => void;
  /** Puts the bytes of a chunk from one position up to another. */
  readonly putRun: (chunk: Uint8Array, from: number, to: number) => void;
  readonly endField: () => void;
  readonly beginRecord: (line: number) => void;
  /** Forgets the bytes of the field under way. */
  readonly restartField: () => void;
  /** Whether the field under way holds nothing but spaces. */
  readonly onlySpaces: () => boolean;
  readonly records: () => number;
  readonly finish: () => RecordStore;
};

const SPACE = 0x20;

/** `expected` is the number of bytes to come where it is known. */
export function createFieldStore(expected: number): FieldStore {
  let bytes = new Uint8Array(Math.max(expected + 16, 1024));
  let at = 0;
  let start = 0;
  const ends = growing();
  const firsts = growing();
  const lines = growing();
  return {
    reserve(count) {
      if (at + count <= bytes.length) return;
      const wider = new Uint8Array(Math.max(bytes.length * 2, at + count));
      wider.set(bytes);
      bytes = wider;
    },
    put(byte) {
      bytes[at] = byte;
      at += 1;
    },
    putRun(chunk, from, to) {
      const into = bytes;
      let next = at;
      for (let index = from; index < to; index += 1) {
        into[next] = chunk[index] as number;
        next += 1;
      }
      at = next;
    },
    endField() {
      append(ends, at);
      start = at;
    },
    beginRecord(line) {
      append(firsts, ends.length);
      append(lines, line);
    },
    restartField() {
      at = start;
    },
    onlySpaces() {
      for (let index = start; index < at; index += 1) if (bytes[index] !== SPACE) return false;
      return true;
    },
    records: () => lines.length,
    finish() {
      append(firsts, ends.length);
      return {
        bytes,
        ends: ends.array.subarray(0, ends.length),
        firsts: firsts.array.subarray(0, firsts.length),
        lines: lines.array.subarray(0, lines.length),
        count: lines.length,
      };
    },
  };
}
