/**
 * Texts taken apart into their digits and all the rest: `2026-03-04T08:15` is the digits 202603040815 in the shape
 * `0000-00-00T00:00`. Amounts, dates and numbered names have few shapes, however many of them there are.
 */
export type DigitShapes = {
  /** Bytes of each shape, with `0` for every digit. */
  readonly templates: Uint8Array[];
  /** For each length of text, the shapes of that length. */
  readonly byLength: number[][];
  /** Shapes of plain numbers by their sign, mark and digits before and after it, plus one; 0 where there is none. */
  readonly plain: Uint8Array;
  /** Digits of the text that was matched last, as one whole number. */
  digits: number;
  /** Where the number ends that was matched last. */
  end: number;
};

/** More digits than this are not held exactly by a number. */
const MOST_DIGITS = 15;
const LONGEST = 32;

/** Shapes have numbers below this. */
export const NO_SHAPE = 255;

const ZERO = 0x30;

export function createShapes(): DigitShapes {
  return {
    templates: [],
    byLength: Array.from({ length: LONGEST + 1 }, () => []),
    plain: new Uint8Array(4 * 256),
    digits: 0,
    end: 0,
  };
}

/** Digits of a text in a shape; -1 where it has another. */
function digitsIn(template: Uint8Array, bytes: Uint8Array, from: number): number {
  let digits = 0;
  for (let index = 0; index < template.length; index += 1) {
    const wanted = template[index] as number;
    const byte = bytes[from + index] as number;
    if (wanted === ZERO) {
      if (byte < ZERO || byte > 0x39) return -1;
      digits = digits * 10 + (byte - ZERO);
    } else if (byte !== wanted) return -1;
  }
  return digits;
}

function templateOf(bytes: Uint8Array, from: number, to: number): Uint8Array | null {
  // Chunks may be Node's buffers, whose `slice` is a view: writing into it would change the file's own bytes.
  const template = Uint8Array.from(bytes.subarray(from, to));
  let count = 0;
  for (let index = 0; index < template.length; index += 1) {
    const byte = template[index] as number;
    if (byte < ZERO || byte > 0x39) continue;
    template[index] = ZERO;
    count += 1;
  }
  return count > MOST_DIGITS ? null : template;
}

/** Number of the shape of a text, and its digits in `digits`; `NO_SHAPE` where it is too long or there are too many. */
export function shapeOf(shapes: DigitShapes, bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if (length > LONGEST) return NO_SHAPE;
  const known = shapes.byLength[length] as number[];
  for (let place = 0; place < known.length; place += 1) {
    const shape = known[place] as number;
    const digits = digitsIn(shapes.templates[shape] as Uint8Array, bytes, from);
    if (digits < 0) continue;
    shapes.digits = digits;
    return shape;
  }
  if (shapes.templates.length === NO_SHAPE) return NO_SHAPE;
  const template = templateOf(bytes, from, to);
  if (template === null) return NO_SHAPE;
  shapes.digits = digitsIn(template, bytes, from);
  shapes.templates.push(template);
  known.push(shapes.templates.length - 1);
  const plain = plainShape(template);
  if (plain !== null) {
    const decimals = plain.mark === null ? 0 : Math.round(Math.log10(plain.divisor));
    shapes.plain[plainKey(plain.sign === -1, plain.mark === ',', plain.whole, decimals)] =
      shapes.templates.length;
  }
  return shapes.templates.length - 1;
}

/** Writes the text of a shape and its digits; its length. */
export function writeShape(template: Uint8Array, digits: number, into: Uint8Array): number {
  let rest = digits;
  for (let index = template.length - 1; index >= 0; index -= 1) {
    const byte = template[index] as number;
    if (byte === ZERO) {
      const next = Math.floor(rest / 10);
      into[index] = ZERO + (rest - next * 10);
      rest = next;
    } else into[index] = byte;
  }
  return template.length;
}

/** What a shape of a plain number (`-00.000`, `00,0`) makes of its digits: the value is `sign * digits / divisor`. */
export type PlainShape = {
  readonly sign: 1 | -1;
  readonly divisor: number;
  /** Digits before its mark, and which mark that is; null where it has none. */
  readonly whole: number;
  readonly mark: '.' | ',' | null;
};

/** A shape as a number of digits with at most one mark among them; null for any other. */
export function plainShape(template: Uint8Array): PlainShape | null {
  const sign = template[0] === 0x2d ? -1 : 1;
  const first = sign === -1 ? 1 : 0;
  const at = template.findIndex((byte) => byte === 0x2e || byte === 0x2c);
  const whole = (at < 0 ? template.length : at) - first;
  const decimals = at < 0 ? 0 : template.length - at - 1;
  for (let index = first; index < template.length; index += 1) {
    if (index !== at && template[index] !== ZERO) return null;
  }
  if (whole < 1 || (at >= 0 && decimals < 1)) return null;
  const mark = at < 0 ? null : template[at] === 0x2e ? '.' : ',';
  return { sign, divisor: 10 ** decimals, whole, mark };
}

function plainKey(isNegative: boolean, isComma: boolean, whole: number, decimals: number): number {
  return (isNegative ? 512 : 0) + (isComma ? 256 : 0) + whole * 16 + decimals;
}

/**
 * Number of the shape of a plain number that stands at a position, up to a byte that ends a field (1 in `special`);
 * its digits and its end are in `digits` and `end`. -1 for any other text, and for a shape that is met first.
 */
export function plainShapeAt(
  shapes: DigitShapes,
  chunk: DataView,
  from: number,
  special: Uint8Array,
): number {
  const isNegative = chunk.getUint8(from) === 0x2d;
  let index = isNegative ? from + 1 : from;
  const first = index;
  let mark = -1;
  let digits = 0;
  const { byteLength } = chunk;
  for (; index < byteLength; index += 1) {
    const byte = chunk.getUint8(index);
    if (byte >= ZERO && byte <= 0x39) digits = digits * 10 + (byte - ZERO);
    else if (special[byte] === 1) break;
    else if (mark < 0 && (byte === 0x2e || byte === 0x2c)) mark = index;
    else return -1;
  }
  const length = index - first - (mark < 0 ? 0 : 1);
  if (index === byteLength || length < 1 || length > MOST_DIGITS) return -1;
  const whole = mark < 0 ? length : mark - first;
  const isComma = mark >= 0 && chunk.getUint8(mark) === 0x2c;
  if (mark === index - 1) return -1;
  shapes.digits = digits;
  shapes.end = index;
  return (shapes.plain[plainKey(isNegative, isComma, whole, length - whole)] as number) - 1;
}
