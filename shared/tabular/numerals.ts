import type { DecimalMark } from '#shared/tabular/reading.ts';

/** A run of digits as written: digits with `.`, `,`, spaces or apostrophes between them, perhaps an exponent. */
export type Numeral = string;

const GROUP_MARKS = new Set([' ', '\u00a0', '\u202f', '\u2009', "'", '\u2019', '_']);

/** What a numeral says about the decimal mark of its column. */
export type DecimalEvidence = DecimalMark | 'open' | null;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function countOf(text: string, mark: string): number {
  let count = 0;
  for (let index = text.indexOf(mark); index >= 0; index = text.indexOf(mark, index + 1)) count += 1;
  return count;
}

/**
 * `1.234,56` and `12,5` decide; `1.234` and `1,234` leave it open; a number without marks says nothing (null).
 */
export function decimalEvidence(numeral: Numeral): DecimalEvidence {
  const dots = countOf(numeral, '.');
  const commas = countOf(numeral, ',');
  if (dots === 0 && commas === 0) return null;
  if (dots > 0 && commas > 0) return numeral.lastIndexOf('.') > numeral.lastIndexOf(',') ? '.' : ',';
  const mark = dots > 0 ? '.' : ',';
  const other = dots > 0 ? ',' : '.';
  if (dots + commas > 1) return other;
  const at = numeral.indexOf(mark);
  const before = numeral.slice(0, at);
  const after = numeral.slice(at + 1);
  const grouped = after.length === 3 && before.length >= 1 && before.length <= 3 && !before.startsWith('0');
  return grouped ? 'open' : mark;
}

function groupsAreThousands(groups: readonly string[]): boolean {
  const [first = '', ...rest] = groups;
  if (first.length < 1 || first.length > 3 || rest.length === 0) return false;
  const last = rest[rest.length - 1] ?? '';
  const middle = rest.slice(0, -1);
  const width = middle[0]?.length ?? 3;
  return last.length === 3 && (width === 3 || width === 2) && middle.every((group) => group.length === width);
}

/** Digits of the part before the decimal mark without their thousands marks; null when the groups are none. */
function wholePart(text: string, decimal: DecimalMark): string | null {
  let mark = '';
  for (let index = 0; index < text.length; index += 1) {
    if (isDigit(text.charCodeAt(index))) continue;
    const char = text.charAt(index);
    if (char === decimal || (mark !== '' && mark !== char)) return null;
    mark = char;
  }
  if (mark === '') return text;
  if (mark !== '.' && mark !== ',' && !GROUP_MARKS.has(mark)) return null;
  const groups = text.split(mark);
  return groupsAreThousands(groups) ? groups.join('') : null;
}

/** Integers above this are not exact, so they are text (an identifier), never silently rounded. */
const EXACT_DIGITS = 15;

function readWith(numeral: Numeral, decimal: DecimalMark): number | null {
  const power = numeral.search(/[eE]/);
  const body = power < 0 ? numeral : numeral.slice(0, power);
  const exponent = power < 0 ? '' : numeral.slice(power);
  const at = body.lastIndexOf(decimal);
  const whole = wholePart(at < 0 ? body : body.slice(0, at), decimal);
  const fraction = at < 0 ? '' : body.slice(at + 1);
  if (whole === null || (whole === '' && fraction === '')) return null;
  for (let index = 0; index < fraction.length; index += 1) {
    if (!isDigit(fraction.charCodeAt(index))) return null;
  }
  if (fraction === '' && whole.length > EXACT_DIGITS) return null;
  const value = Number(`${whole || '0'}.${fraction || '0'}${exponent}`);
  return Number.isFinite(value) ? value : null;
}

/**
 * Value of a numeral with the decimal mark of its column, null when it is no number. A numeral that can only be
 * written with the other mark (`99,9` among `99.95`) is read with that one.
 */
export function readNumeral(numeral: Numeral, decimal: DecimalMark): number | null {
  const value = readWith(numeral, decimal);
  if (value !== null) return value;
  const evidence = decimalEvidence(numeral);
  return evidence === '.' || evidence === ',' ? readWith(numeral, evidence) : null;
}

/** Where the numeral that begins at `start` ends. Spaces belong to it only before exactly three digits. */
export function numeralEnd(text: string, start: number): number {
  let index = start;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    const char = text.charAt(index);
    if (isDigit(code) || char === '.' || char === ',') index += 1;
    else if (
      GROUP_MARKS.has(char) &&
      threeDigitsFollow(text, index + 1) &&
      isDigit(text.charCodeAt(index - 1))
    ) {
      index += 1;
    } else break;
  }
  return exponentEnd(text, index);
}

function threeDigitsFollow(text: string, from: number): boolean {
  for (let index = from; index < from + 3; index += 1) if (!isDigit(text.charCodeAt(index))) return false;
  return !isDigit(text.charCodeAt(from + 3));
}

const EXPONENT = /^[eE][+-]?\d{1,3}(?![\p{L}\d])/u;

function exponentEnd(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code !== 0x65 && code !== 0x45) return index;
  const match = EXPONENT.exec(text.slice(index, index + 7));
  return match === null ? index : index + match[0].length;
}

/** Whether a digit, or a mark directly before a digit, stands at `index`. */
export function startsNumeral(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (isDigit(code)) return true;
  return (code === 0x2e || code === 0x2c) && isDigit(text.charCodeAt(index + 1));
}
