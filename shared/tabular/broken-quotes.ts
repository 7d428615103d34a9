import type { Dialect } from '#shared/tabular/lexer-machine.ts';

/** The quote opens no field; it is text. */
export const LITERAL = -1;
/** What follows has to be seen first. */
export const MORE = -2;
/** The quotes are as they should be, or nothing can be told within reach. */
export const SOUND = -3;

/** So far a broken field is followed. */
const REACH = 65_536;

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const BACKSLASH = 0x5c;

function ends(byte: number | undefined, { delimiter }: Dialect): boolean {
  return byte === delimiter || byte === LF || byte === CR;
}

/** Where the spaces from a position on end. */
function afterSpaces(bytes: Uint8Array, from: number): number {
  let index = from;
  while (bytes[index] === SPACE) index += 1;
  return index;
}

/**
 * Judges the quote that stands where a field begins. In a sound file every quote inside is doubled, so one that is
 * not shows that some quote is wrong: followed by text it belongs to the field, unless it opens one itself (it stands
 * behind a delimiter). Then a doubled quote before a delimiter was the end, else the first quote was text. Gives
 * the position of the closing quote of a broken field, or LITERAL, MORE, SOUND. `isLast` says that no byte follows.
 */
export function judgeQuote(bytes: Uint8Array, opener: number, dialect: Dialect, isLast: boolean): number {
  const { quote } = dialect;
  const limit = Math.min(bytes.length, opener + REACH);
  const undecided = limit === bytes.length && !isLast ? MORE : SOUND;
  let broken = false;
  let early = -1;
  let index = opener + 1;
  while (index < limit) {
    const byte = bytes[index] as number;
    if (dialect.backslash && byte === BACKSLASH) index += 2;
    else if (byte !== quote) index += 1;
    else {
      const next = afterSpaces(bytes, index + 1);
      if (next >= bytes.length) return isLast && broken ? index : undecided;
      if (bytes[index + 1] === quote) {
        if (index + 2 >= bytes.length && !isLast) return MORE;
        if (early < 0 && ends(bytes[index + 2], dialect)) early = index + 1;
        index += 2;
      } else if (ends(bytes[next], dialect)) {
        return broken ? index : SOUND;
      } else if (index - 1 > opener && ends(bytes[index - 1], dialect)) {
        return early < 0 ? LITERAL : early;
      } else {
        broken = true;
        index += 1;
      }
    }
  }
  return undecided;
}

/** Text of a broken field between its quotes: doubled ones are one, the others stay. */
export function textWithin(bytes: Uint8Array, from: number, to: number, { quote }: Dialect): Uint8Array {
  const text = new Uint8Array(to - from);
  let size = 0;
  for (let index = from; index < to; index += 1) {
    text[size] = bytes[index] as number;
    size += 1;
    if (bytes[index] === quote && bytes[index + 1] === quote && index + 1 < to) index += 1;
  }
  return text.subarray(0, size);
}
