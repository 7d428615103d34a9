import { isSingleByte, type SingleByteEncoding, upperHalf } from '#shared/tabular/code-pages.ts';
import {
  createUtf8Check,
  encodeUtf8,
  type Transcoder,
  WINDOWS_1252_UPPER,
} from '#shared/tabular/encoding.ts';
import type { Encoding } from '#shared/tabular/reading.ts';

/** Encodings of several bytes a character, which only the system can decode. */
export const MULTI_BYTE = ['shift_jis', 'gb18030', 'big5', 'euc-kr'] as const;
type MultiByte = (typeof MULTI_BYTE)[number];

/** Decodes the next bytes of a text in an encoding that the system knows; null for one that it does not. */
export type SystemDecoding = (encoding: string) => ((bytes: Uint8Array, isLast: boolean) => string) | null;

/** Letters beyond ASCII by language, and the encoding in which its spreadsheets are written; western ones first. */
const LETTERS: readonly (readonly [SingleByteEncoding | 'windows-1252', string])[] = [
  ['windows-1252', 'äöüßéèà'],
  ['windows-1252', 'éèêëàâçîïôûùüœæ'],
  ['windows-1252', 'áéíóúñüçºª¿¡'],
  ['windows-1252', 'áéíóúãõâêôàçüºª'],
  ['windows-1252', 'àèéìòùîç'],
  ['windows-1252', 'åäöéüæø'],
  ['windows-1252', 'ëéïóèöüáê'],
  ['windows-1250', 'ąćęłńóśźż'],
  ['windows-1250', 'áčďéěíňóřšťúůýž'],
  ['windows-1250', 'áäčďéíĺľňóôŕšťúýž'],
  ['windows-1250', 'áéíóöőúüű'],
  ['windows-1250', 'ăâîșțşţ'],
  ['windows-1250', 'čćđšž'],
  ['windows-1254', 'çğıöşüâîû'],
  // Turkish and Icelandic letters share their bytes; accents tell Icelandic.
  ['windows-1252', 'áéíóúýþðæö'],
  ['windows-1251', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'],
  ['windows-1251', 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'],
  ['windows-1253', 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ'],
];

/** Signs that stand beside words in any language: currencies, dashes, quotes, degrees. */
const NEUTRAL = new Set('€‚„…†‡‰‹‘’“”•–—™›\u00a0°±²³µ·§©®«»½¼¾×÷¬¤¢£¥'.split(''));

/** The encoding of a language is taken only where nearly every byte above ASCII is one of its letters. */
const NEARLY_ALL = 0.97;
const WORD_BYTE = /[\p{L}]/u;

/** How often each byte above ASCII stands in a word, or alone beside letters. */
function bytesInWords(head: Uint8Array): Uint32Array {
  const counts = new Uint32Array(128);
  for (const byte of head) if (byte >= 0x80) counts[byte - 0x80] = (counts[byte - 0x80] ?? 0) + 1;
  return counts;
}

function coverage(counts: Uint32Array, characters: readonly string[], letters: ReadonlySet<string>): number {
  let all = 0;
  let known = 0;
  counts.forEach((count, index) => {
    const character = characters[index] ?? '\ufffd';
    if (count === 0 || (NEUTRAL.has(character) && !WORD_BYTE.test(character))) return;
    all += count;
    if (letters.has(character.toLowerCase())) known += count;
  });
  return all === 0 ? 0 : known / all;
}

function isLower(character: string): boolean {
  return character !== character.toUpperCase();
}

const LOOKED_AT = 16_384;

/** Share of letters above ASCII that are capitals behind a small letter, as no language writes them. */
function brokenCase(head: Uint8Array, characters: readonly string[]): number {
  let letters = 0;
  let broken = 0;
  let before = ' ';
  for (const byte of head.subarray(0, LOOKED_AT)) {
    const character = byte < 0x80 ? String.fromCharCode(byte) : (characters[byte - 0x80] ?? ' ');
    if (byte >= 0x80) {
      letters += 1;
      if (isLower(before) && character !== character.toLowerCase()) broken += 1;
    }
    before = character;
  }
  return letters === 0 ? 0 : broken / letters;
}

function singleByteOf(head: Uint8Array): SingleByteEncoding | null {
  const counts = bytesInWords(head);
  let best: SingleByteEncoding | 'windows-1252' = 'windows-1252';
  let most = 0;
  for (const [encoding, letters] of LETTERS) {
    const characters = encoding === 'windows-1252' ? WINDOWS_1252_UPPER : upperHalf(encoding);
    const covered = coverage(counts, characters, new Set(letters)) - brokenCase(head, characters);
    if (covered > most + 1e-9) {
      most = covered;
      best = encoding;
    }
  }
  return best === 'windows-1252' || most < NEARLY_ALL ? null : best;
}

type Pairs = {
  readonly pairs: number;
  readonly leads: readonly number[];
  readonly trails: readonly number[];
};

/** Bytes above ASCII taken as the first of two; null where one has no second byte that may follow. */
function pairsOf(head: Uint8Array, isSingle: (byte: number) => boolean): Pairs | null {
  const leads: number[] = [];
  const trails: number[] = [];
  for (let index = 0; index < head.length; index += 1) {
    const byte = head[index] as number;
    if (byte < 0x80 || isSingle(byte)) continue;
    const next = head[index + 1];
    if (next === undefined) break;
    if (byte === 0x80 || byte === 0xff || next < 0x40 || next === 0x7f || next === 0xff) return null;
    leads.push(byte);
    trails.push(next);
    index += 1;
  }
  return { pairs: leads.length, leads, trails };
}

function share(bytes: readonly number[], from: number, to: number): number {
  return bytes.filter((byte) => byte >= from && byte <= to).length / Math.max(1, bytes.length);
}

/** Fewer characters of two bytes than this prove nothing. */
const ENOUGH = 3;

function multiByteOf(head: Uint8Array): MultiByte | null {
  const japanese = pairsOf(head, (byte) => byte >= 0xa1 && byte <= 0xdf);
  if (japanese !== null && japanese.pairs >= ENOUGH && share(japanese.leads, 0x81, 0x9f) > 0.6) {
    if (share(japanese.trails, 0x80, 0xfc) + share(japanese.trails, 0x40, 0x7e) > 0.999) return 'shift_jis';
  }
  const doubled = pairsOf(head, () => false);
  if (doubled === null || doubled.pairs < ENOUGH) return null;
  const { leads, trails } = doubled;
  if (share(trails, 0xa1, 0xfe) === 1 && share(leads, 0xa1, 0xfe) === 1)
    return share(leads, 0xb0, 0xc8) > 0.97 ? 'euc-kr' : share(leads, 0xa1, 0xf7) === 1 ? 'gb18030' : null;
  const isBig5 = share(leads, 0xa1, 0xf9) === 1 && share(trails, 0x40, 0x7e) > 0.15;
  return isBig5 && share(trails, 0x40, 0x7e) + share(trails, 0xa1, 0xfe) === 1 ? 'big5' : null;
}

/**
 * The encoding of a beginning that is not UTF-8, where its letters speak for another one than Windows-1252: by the
 * letters of a language, or by pairs of bytes. Null leaves it to UTF-8 and Windows-1252.
 */
export function otherEncoding(head: Uint8Array): SingleByteEncoding | MultiByte | null {
  const check = createUtf8Check();
  check.push(head);
  // A cut in the middle of a character is no error; whole characters of UTF-8 mean that two sources were mixed.
  if (check.valid() || check.sequences() > 0) return null;
  return singleByteOf(head) ?? multiByteOf(head);
}

function singleByteTranscoder(encoding: SingleByteEncoding): Transcoder {
  const encoded = upperHalf(encoding).map((character) => encodeUtf8(character));
  return {
    push(chunk) {
      const out = new Uint8Array(chunk.length * 3);
      let at = 0;
      for (const byte of chunk) {
        const bytes = byte < 0x80 ? undefined : encoded[byte - 0x80];
        if (bytes === undefined) {
          out[at] = byte;
          at += 1;
        } else {
          out.set(bytes, at);
          at += bytes.length;
        }
      }
      return out.subarray(0, at);
    },
    end: () => new Uint8Array(0),
    replaced: () => 0,
  };
}

/** Turns chunks of a named encoding into UTF-8; null where nobody can decode it. */
export function transcoderOf(
  encoding: Encoding | null,
  decoding: SystemDecoding | undefined,
): Transcoder | null {
  if (isSingleByte(encoding)) return singleByteTranscoder(encoding);
  const isMulti = MULTI_BYTE.some((each) => each === encoding);
  const decode = !isMulti || encoding === null ? null : (decoding?.(encoding) ?? null);
  if (decode === null) return null;
  return {
    push: (chunk) => encodeUtf8(decode(chunk, false)),
    end: () => encodeUtf8(decode(new Uint8Array(0), true)),
    replaced: () => 0,
  };
}
