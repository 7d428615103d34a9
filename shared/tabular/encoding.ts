import type { Encoding } from '#shared/tabular/reading.ts';

/** Windows-1252 at 0x80 to 0x9F. An own table: several Node releases decode these bytes as Latin-1. */
const WINDOWS_1252 = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,
  0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0x9d, 0x017e, 0x0178,
];

/** Character of each byte from 0x80 to 0xFF in Windows-1252. */
export const WINDOWS_1252_UPPER: readonly string[] = Array.from({ length: 128 }, (_, index) =>
  String.fromCharCode(WINDOWS_1252[index] ?? index + 0x80),
);

export type Mark = { readonly encoding: Encoding | null; readonly length: number; readonly because: string };

/** What the first bytes say: a byte order mark, or every second byte NUL. `encoding` null leaves UTF-8 or Windows-1252 open. */
export function readMark(head: Uint8Array): Mark {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return { encoding: 'utf-8', length: 3, because: 'the file begins with its byte order mark' };
  }
  const utf16 = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : null;
  const marked = utf16 ?? (head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null);
  if (marked !== null) {
    return { encoding: marked, length: 2, because: 'the file begins with its byte order mark' };
  }
  const nuls = [0, 0];
  for (let index = 0; index < head.length; index += 1)
    if (head[index] === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  const half = head.length / 2;
  const [even = 0, odd = 0] = nuls;
  const because = 'every second byte is zero';
  if (head.length >= 4 && odd > half * 0.3 && even < half * 0.05)
    return { encoding: 'utf-16le', length: 0, because };
  if (head.length >= 4 && even > half * 0.3 && odd < half * 0.05)
    return { encoding: 'utf-16be', length: 0, because };
  return { encoding: null, length: 0, because: '' };
}

/** Follows bytes through chunks of any size and says whether all of them were well-formed UTF-8. */
export type Utf8Check = {
  readonly push: (chunk: Uint8Array) => void;
  readonly valid: () => boolean;
  /** Characters of several bytes that were whole, before the first that was not. */
  readonly sequences: () => number;
};

/** The bytes four by four, or none where they do not begin where a word of memory does. */
function wordsOf(chunk: Uint8Array): Int32Array {
  const isAligned = chunk.byteOffset % 4 === 0;
  return new Int32Array(chunk.buffer, isAligned ? chunk.byteOffset : 0, isAligned ? chunk.length >>> 2 : 0);
}

/** The highest bit of four bytes: none of them has it where all are ASCII. */
const NOT_ASCII = 0x80808080 | 0;

/** Where the words of ASCII from one on end. */
function asciiEnd(words: Int32Array, from: number): number {
  let index = from;
  const last = words.length - 3;
  while (index < last) {
    const one = (words[index] as number) | (words[index + 1] as number);
    const two = (words[index + 2] as number) | (words[index + 3] as number);
    if (((one | two) & NOT_ASCII) !== 0) return index;
    index += 4;
  }
  return index;
}

/** Strict: no overlong forms, no surrogates, nothing above U+10FFFF. */
export function createUtf8Check(): Utf8Check {
  let need = 0;
  let low = 0x80;
  let high = 0xbf;
  let broken = false;
  let sequences = 0;
  return {
    push(chunk) {
      if (broken) return;
      const words = wordsOf(chunk);
      for (let index = 0; index < chunk.length; index += 1) {
        if (need === 0 && (index & 15) === 0) index = asciiEnd(words, index >>> 2) * 4;
        if (index === chunk.length) return;
        const byte = chunk[index] as number;
        if (need > 0) {
          if (byte < low || byte > high) {
            broken = true;
            return;
          }
          low = 0x80;
          high = 0xbf;
          need -= 1;
          if (need === 0) sequences += 1;
        } else if (byte > 0x7f) {
          if (byte < 0xc2 || byte > 0xf4) {
            broken = true;
            return;
          }
          need = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
          if (byte === 0xe0) low = 0xa0;
          else if (byte === 0xed) high = 0x9f;
          else if (byte === 0xf0) low = 0x90;
          else if (byte === 0xf4) high = 0x8f;
        }
      }
    },
    valid: () => !broken && need === 0,
    sequences: () => sequences,
  };
}

/** Turns UTF-16 chunks of any size into UTF-8; lone surrogates become U+FFFD and are counted. */
export type Transcoder = {
  readonly push: (chunk: Uint8Array) => Uint8Array;
  readonly end: () => Uint8Array;
  readonly replaced: () => number;
};

function putUtf8(out: Uint8Array, at: number, code: number): number {
  if (code < 0x80) {
    out[at] = code;
    return at + 1;
  }
  if (code < 0x800) {
    out[at] = 0xc0 | (code >> 6);
    out[at + 1] = 0x80 | (code & 63);
    return at + 2;
  }
  if (code < 0x10000) {
    out[at] = 0xe0 | (code >> 12);
    out[at + 1] = 0x80 | ((code >> 6) & 63);
    out[at + 2] = 0x80 | (code & 63);
    return at + 3;
  }
  out[at] = 0xf0 | (code >> 18);
  out[at + 1] = 0x80 | ((code >> 12) & 63);
  out[at + 2] = 0x80 | ((code >> 6) & 63);
  out[at + 3] = 0x80 | (code & 63);
  return at + 4;
}

/** Writes a text as UTF-8 to the beginning of a list of three bytes for each of its units; its length. Lone surrogates become U+FFFD. */
export function encodeInto(text: string, out: Uint8Array): number {
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    if (code > 0xffff) index += 1;
    at = putUtf8(out, at, code >= 0xd800 && code <= 0xdfff ? 0xfffd : code);
  }
  return at;
}

/** A text as UTF-8. */
export function encodeUtf8(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 3);
  let at = 0;
  for (const character of text) at = putUtf8(out, at, character.codePointAt(0) ?? 0xfffd);
  return out.subarray(0, at);
}

export function createTranscoder(littleEndian: boolean): Transcoder {
  let first = -1;
  let surrogate = -1;
  let replaced = 0;
  return {
    push(chunk) {
      const out = new Uint8Array(chunk.length * 2 + 8);
      let at = 0;
      for (let index = 0; index < chunk.length; index += 1) {
        const byte = chunk[index] as number;
        if (first < 0) {
          first = byte;
          continue;
        }
        const unit = littleEndian ? (byte << 8) | first : (first << 8) | byte;
        first = -1;
        const isLow = unit >= 0xdc00 && unit <= 0xdfff;
        if (surrogate >= 0) {
          if (isLow) {
            at = putUtf8(out, at, 0x10000 + ((surrogate - 0xd800) << 10) + (unit - 0xdc00));
            surrogate = -1;
            continue;
          }
          at = putUtf8(out, at, 0xfffd);
          replaced += 1;
          surrogate = -1;
        }
        if (unit >= 0xd800 && unit <= 0xdbff) surrogate = unit;
        else if (isLow) {
          at = putUtf8(out, at, 0xfffd);
          replaced += 1;
        } else at = putUtf8(out, at, unit);
      }
      return out.subarray(0, at);
    },
    end() {
      const out = new Uint8Array(8);
      let at = 0;
      if (surrogate >= 0 || first >= 0) {
        at = putUtf8(out, 0, 0xfffd);
        replaced += 1;
      }
      return out.subarray(0, at);
    },
    replaced: () => replaced,
  };
}

const STEP = 4096;

function flush(units: readonly number[], text: string): string {
  return text + String.fromCharCode(...units);
}

/** Whether the bytes hold characters of several bytes and are well-formed UTF-8 as a whole. */
export function isUtf8Text(bytes: Uint8Array, start: number, end: number): boolean {
  let high = false;
  for (let index = start; index < end && !high; index += 1) high = (bytes[index] as number) > 0x7f;
  if (!high) return false;
  const check = createUtf8Check();
  check.push(bytes.subarray(start, end));
  return check.valid();
}

/** Text of bytes from `start` to `end`; Windows-1252 when `single` is true, else UTF-8 that was checked before. */
export function decode(bytes: Uint8Array, start: number, end: number, single: boolean): string {
  let text = '';
  let units: number[] = [];
  let index = start;
  while (index < end) {
    const byte = bytes[index] as number;
    index += 1;
    if (byte < 0x80) units.push(byte);
    else if (single) units.push(byte < 0xa0 ? (WINDOWS_1252[byte - 0x80] ?? byte) : byte);
    else {
      const extra = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      let code = byte & (0x3f >> extra);
      for (let step = 0; step < extra; step += 1) code = (code << 6) | ((bytes[index + step] ?? 0x80) & 63);
      index += extra;
      if (code > 0xffff) units.push(0xd7c0 + (code >> 10), 0xdc00 + (code & 0x3ff));
      else units.push(code);
    }
    if (units.length >= STEP) {
      text = flush(units, text);
      units = [];
    }
  }
  return units.length === 0 ? text : flush(units, text);
}
