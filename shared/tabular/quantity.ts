import { multiplierNamed } from '#shared/tabular/multipliers.ts';
import { numeralEnd, readNumeral, startsNumeral } from '#shared/tabular/numerals.ts';
import type { DecimalMark } from '#shared/tabular/reading.ts';
import { moneyNamed, type Unit, unitNamed } from '#shared/tabular/units.ts';

/** One numeral of a cell with what is written around it; read with a decimal mark once that of its column is known. */
export type PlainQuantity = {
  readonly kind: 'plain';
  readonly sign: 1 | -1;
  readonly numeral: string;
  readonly multiplier: number;
  readonly unit: Unit | null;
};

/** Time in parts (`3h 20m`, `1w 2d`), each a numeral with a unit of time. */
export type SpanQuantity = {
  readonly kind: 'span';
  readonly sign: 1 | -1;
  readonly parts: readonly { readonly numeral: string; readonly seconds: number }[];
};

/** `36:15` or `01:02:03`: seconds when its parts are taken as hours, minutes, seconds; open when it has two parts. */
export type ClockQuantity = {
  readonly kind: 'clock';
  readonly sign: 1 | -1;
  readonly parts: readonly number[];
};

export type Quantity = PlainQuantity | SpanQuantity | ClockQuantity;

const CLOCK = /^(\d{1,6}):([0-5]?\d)(?::([0-5]?\d(?:[.,]\d{1,6})?))?$/;
const ISO_SPAN =
  /^P(?:(\d{1,6}(?:[.,]\d{1,6})?)W)?(?:(\d{1,6}(?:[.,]\d{1,6})?)D)?(?:T(?:(\d{1,6}(?:[.,]\d{1,6})?)H)?(?:(\d{1,6}(?:[.,]\d{1,6})?)M)?(?:(\d{1,6}(?:[.,]\d{1,6})?)S)?)?$/i;
const ISO_SECONDS = [604_800, 86_400, 3600, 60, 1];
const LONGEST = 40;

/** Round amounts as Dutch and Swiss lists write them (`980,-`, `980.—`). */
const ROUND_AMOUNT = /(\d)[.,](?:[-\u2013\u2014]{1,2})$/;

/** Marks of footnotes behind a number (`3*`). */
const FOOTNOTE = /(\d%?)\s?[*†‡]{1,3}$/;

/** Ledgers write the minus behind the amount (`120.00-`). */
const TRAILING_MINUS = /\d\s?[-\u2212]$/;

/** An amount in brackets beside its currency or its percent sign (`$ (12.50)`, `(12.50) EUR`). */
const BRACKETED = /^(\p{Sc}|[A-Z]{3})\s?\(([^()]+)\)$|^\(([^()]+)\)\s?(\p{Sc}|[A-Z]{3}|%)$/u;

function unsigned(text: string): { readonly body: string; readonly sign: 1 | -1 } {
  if (text.startsWith('(') && text.endsWith(')')) return { body: text.slice(1, -1).trim(), sign: -1 };
  const bracketed = text.includes('(') ? BRACKETED.exec(text) : null;
  if (bracketed !== null) {
    const [, before, inside, first, after] = bracketed;
    const body = before === undefined ? `${first ?? ''} ${after ?? ''}` : `${before} ${inside ?? ''}`;
    return { body, sign: -1 };
  }
  const first = text.charAt(0);
  if (first === '-' || first === '\u2212') return { body: text.slice(1).trim(), sign: -1 };
  if (first === '+') return { body: text.slice(1).trim(), sign: 1 };
  if (TRAILING_MINUS.test(text)) return { body: text.slice(0, -1).trim(), sign: -1 };
  return { body: text, sign: 1 };
}

type Token = { readonly numeral: boolean; readonly text: string };

function isNumber(numeral: string): boolean {
  return readNumeral(numeral, '.') !== null || readNumeral(numeral, ',') !== null;
}

function tokens(text: string): readonly Token[] | null {
  const found: Token[] = [];
  let index = 0;
  while (index < text.length) {
    const numeral = startsNumeral(text, index);
    let end = index;
    if (numeral) end = numeralEnd(text, index);
    else while (end < text.length && !startsNumeral(text, end)) end += 1;
    const piece = text.slice(index, end).trim();
    if (numeral && !isNumber(piece)) return null;
    if (piece !== '') found.push({ numeral, text: piece });
    if (found.length > 8) return null;
    index = end;
  }
  return found;
}

function span(found: readonly Token[], sign: 1 | -1): SpanQuantity | null {
  if (found.length < 4 || found.length % 2 !== 0) return null;
  const parts: { numeral: string; seconds: number }[] = [];
  for (let index = 0; index < found.length; index += 2) {
    const numeral = found[index];
    const word = found[index + 1];
    const unit = word === undefined ? null : unitNamed(word.text.replace(/,$/, ''));
    if (numeral?.numeral !== true || unit?.family !== 'time') return null;
    parts.push({ numeral: numeral.text, seconds: unit.factor });
  }
  return { kind: 'span', sign, parts };
}

/** Multipliers of amounts only: beside other numbers they are bytes, man-days, credits. */
const MONEY_ONLY = /^(?:b|mds?|cr)\.?$/i;

/** Unit and multiplier written after a numeral: `ms`, `K`, `Mil`, `M$`, `%`, `k USD`. */
function suffix(
  text: string,
  money: Unit | null,
): { readonly unit: Unit | null; readonly multiplier: number } | null {
  if (text === '') return { unit: money, multiplier: 1 };
  const multiplier = multiplierNamed(text);
  const scaled =
    money !== null || text === text.toUpperCase() || multiplierNamed(text) !== 1e6 || text.length > 1;
  if (multiplier !== null && scaled && (money !== null || !MONEY_ONLY.test(text)))
    return { unit: money, multiplier };
  const unit = unitNamed(text);
  if (unit === null || (money !== null && unit.family === 'money' && unit.label !== money.label)) return null;
  return { unit, multiplier: 1 };
}

function plain(found: readonly Token[], sign: 1 | -1): PlainQuantity | null {
  const [first, second, third] = found;
  if (first === undefined || found.length > 3) return null;
  if (first.numeral) {
    if (found.length > 2) return null;
    const after = suffix(second?.text ?? '', null);
    return after === null ? null : { kind: 'plain', sign, numeral: first.text, ...after };
  }
  const inner = unsigned(
    first.text.endsWith('-') || first.text.endsWith('\u2212') ? `-${first.text.slice(0, -1)}` : first.text,
  );
  const money = moneyNamed(inner.body.trim());
  if (money === null || second?.numeral !== true) return null;
  const after = suffix(third?.text ?? '', money);
  const both = sign === 1 ? inner.sign : sign;
  return after === null ? null : { kind: 'plain', sign: both, numeral: second.text, ...after };
}

/** Excel's accounting format shows zero as a dash beside the currency. */
const ACCOUNTING_ZERO = /^(\p{Sc}|[A-Z]{3})\s{0,10}[-–—]$|^[-–—]\s{0,10}(\p{Sc}|[A-Z]{3})$/u;

function accountingZero(text: string): PlainQuantity | null {
  const match = ACCOUNTING_ZERO.exec(text);
  const unit = match === null ? null : moneyNamed(match[1] ?? match[2] ?? '');
  return unit === null ? null : { kind: 'plain', sign: 1, numeral: '0', multiplier: 1, unit };
}

function isoSpan(text: string, sign: 1 | -1): SpanQuantity | null {
  if (text.charCodeAt(0) !== 0x50) return null;
  const match = ISO_SPAN.exec(text);
  if (match === null) return null;
  const parts = match
    .slice(1)
    .map((numeral: string | undefined, index) => ({
      numeral: numeral ?? '',
      seconds: ISO_SECONDS[index] ?? 0,
    }))
    .filter((part) => part.numeral !== '');
  return parts.length === 0 ? null : { kind: 'span', sign, parts };
}

const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/;
const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0xff10];

/** Arabic, Persian, Devanagari and full-width digits and marks as those of other numbers. */
function plainDigits(text: string): string {
  if (!OTHER_DIGITS.test(text)) return text;
  const plain = Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const zero = DIGIT_ZEROS.find((each) => code >= each && code <= each + 9);
    return zero === undefined ? character : String(code - zero);
  }).join('');
  return plain
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', '')
    .replaceAll('\u066a', '%')
    .replaceAll('．', '.')
    .replaceAll('，', ',');
}

/** Takes a whole cell apart as a number with its unit, or as a length of time; null when it is anything else. */
export function readQuantity(cell: string): Quantity | null {
  const text = plainDigits(cell.trim()).replace(ROUND_AMOUNT, '$1').replace(FOOTNOTE, '$1');
  if (text === '' || text.length > LONGEST) return null;
  const { body, sign } = unsigned(text);
  if (body === '') return null;
  const colon = body.indexOf(':');
  if (colon > 0) {
    const match = CLOCK.exec(body);
    if (match === null) return null;
    const parts = [match[1], match[2], match[3]].filter((part) => part !== undefined);
    return { kind: 'clock', sign, parts: parts.map((part) => Number(part.replace(',', '.'))) };
  }
  const iso = isoSpan(body, sign);
  if (iso !== null) return iso;
  const found = tokens(body);
  if (found === null) return null;
  return plain(found, sign) ?? span(found, sign) ?? accountingZero(text);
}

/** How a clock of two parts is taken: `36:15` is 36 hours or 36 minutes. */
export type ClockStyle = 'h:mm' | 'm:ss';

/** Value of a quantity in its own unit (spans and clocks in seconds); null when its numeral does not fit the mark. */
export function quantityValue(quantity: Quantity, decimal: DecimalMark, clock: ClockStyle): number | null {
  if (quantity.kind === 'clock') {
    const [first = 0, second = 0, third] = quantity.parts;
    if (third !== undefined) return quantity.sign * (first * 3600 + second * 60 + third);
    return quantity.sign * (clock === 'h:mm' ? first * 3600 + second * 60 : first * 60 + second);
  }
  if (quantity.kind === 'span') {
    let seconds = 0;
    for (const part of quantity.parts) {
      const value = readNumeral(part.numeral, decimal);
      if (value === null) return null;
      seconds += value * part.seconds;
    }
    return quantity.sign * seconds;
  }
  const value = readNumeral(quantity.numeral, decimal);
  if (value === null) return null;
  return value === 0 ? 0 : quantity.sign * value * quantity.multiplier;
}
