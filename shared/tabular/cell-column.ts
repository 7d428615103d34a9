import {
  type ByteDictionary,
  codeOf,
  createDictionary,
  expectedEnd,
  follow,
  heapSize,
} from '#shared/tabular/byte-dictionary.ts';
import {
  createShapes,
  type DigitShapes,
  NO_SHAPE,
  plainShape,
  plainShapeAt,
  shapeOf,
} from '#shared/tabular/digit-shapes.ts';
import { createSlabs, keepText, type TextSlabs } from '#shared/tabular/text-slabs.ts';

/** How many different texts a column may have before the cells that follow are kept one by one. */
export type ColumnRoom = {
  /** Texts after which a column of amounts that hardly repeat is no longer coded. */
  readonly amounts: number;
  /** Texts after which no column is coded any more; at most 65,536. */
  readonly texts: number;
  /** Bytes of all texts after which that is so too. */
  readonly bytes: number;
};

export const USUAL_ROOM: ColumnRoom = { amounts: 4096, texts: 65_536, bytes: 4 * 1024 * 1024 };

type Codes = Uint8Array | Uint16Array;
type Digits = Uint32Array | Float64Array;

/** Cells that hardly repeat: the shape of each and its digits, or the place of its text where it has no shape. */
type LooseCells = { readonly shapes: Uint8Array[]; readonly digits: Digits[] };

/**
 * The cells of one column, by record. The first ones are coded: a number for each different text. Where texts hardly
 * repeat, those from `looseFrom` on are kept by their digits.
 */
export type CellColumn = {
  readonly texts: ByteDictionary;
  readonly codes: Codes[];
  /** Records that have been given a cell; those above have none. */
  length: number;
  looseFrom: number;
  readonly shapes: DigitShapes;
  readonly loose: LooseCells;
  readonly slabs: TextSlabs;
  /** Loose cells that had no shape, which in the end means that shapes are not worth looking for. */
  shapeless: number;
  readonly room: ColumnRoom;
};

export const PAGE_BITS = 16;
const PAGE = 1 << PAGE_BITS;
const FIRST_CELLS = 64;
const LARGEST_UINT32 = 0xffff_ffff;

export function createColumn(room: ColumnRoom): CellColumn {
  return {
    texts: createDictionary(),
    codes: [],
    length: 0,
    looseFrom: Number.POSITIVE_INFINITY,
    shapes: createShapes(),
    loose: { shapes: [], digits: [] },
    slabs: createSlabs(),
    shapeless: 0,
    room,
  };
}

/** A page with room for one more cell at `at`: pages grow by doubling, so that short columns stay small. */
function roomFor<Page extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
  pages: Page[],
  at: number,
  make: (size: number) => Page,
): Page {
  const index = at >>> PAGE_BITS;
  const page = pages[index];
  const within = at & (PAGE - 1);
  if (page !== undefined && within < page.length) return page;
  // A column that has filled a page will as a rule fill the next.
  const size = page === undefined ? (index === 0 ? FIRST_CELLS : PAGE) : page.length * 2;
  let wanted = size;
  while (wanted <= within) wanted *= 2;
  const wider = make(Math.min(wanted, PAGE));
  if (page !== undefined) wider.set(page);
  pages[index] = wider;
  return wider;
}

const bytePage = (size: number): Uint8Array => new Uint8Array(size);
const codePage = (size: number): Codes => new Uint8Array(size);
const wideCodePage = (size: number): Codes => new Uint16Array(size);
const digitPage = (size: number): Digits => new Uint32Array(size);
const widePage = (size: number): Digits => new Float64Array(size);

function putCode(column: CellColumn, at: number, code: number): void {
  let page = column.codes[at >>> PAGE_BITS];
  const within = at & (PAGE - 1);
  if (page === undefined || within >= page.length) {
    page = roomFor(column.codes, at, page instanceof Uint16Array ? wideCodePage : codePage);
  }
  if (code > 255 && page instanceof Uint8Array) {
    page = Uint16Array.from(page);
    column.codes[at >>> PAGE_BITS] = page;
  }
  page[within] = code;
}

function putLoose(column: CellColumn, bytes: Uint8Array, from: number, to: number): void {
  const at = column.length - column.looseFrom;
  // Shapes that fit nothing cost time for each cell and gain nothing.
  const hopeless = column.shapeless > 1000 && column.shapeless * 2 > at;
  const shape = hopeless ? NO_SHAPE : shapeOf(column.shapes, bytes, from, to);
  let digits = column.shapes.digits;
  if (shape === NO_SHAPE) {
    column.shapeless += 1;
    digits = keepText(column.slabs, bytes, from, to);
  }
  putDigits(column, at, shape, digits);
}

function putDigits({ loose }: CellColumn, at: number, shape: number, digits: number): void {
  const within = at & (PAGE - 1);
  roomFor(loose.shapes, at, bytePage)[within] = shape;
  const isWide = loose.digits[at >>> PAGE_BITS] instanceof Float64Array;
  let page = roomFor(loose.digits, at, isWide ? widePage : digitPage);
  if (digits > LARGEST_UINT32 && page instanceof Uint32Array) {
    page = Float64Array.from(page);
    loose.digits[at >>> PAGE_BITS] = page;
  }
  page[within] = digits;
}

/** Whether most texts of the column so far are amounts. */
function holdsAmounts({ texts }: CellColumn): boolean {
  const shapes = createShapes();
  let amounts = 0;
  for (let code = 1; code < texts.size; code += 1) {
    const shape = shapeOf(shapes, texts.heap, texts.ends[code - 1] as number, texts.ends[code] as number);
    if (shape !== NO_SHAPE && plainShape(shapes.templates[shape] as Uint8Array) !== null) amounts += 1;
  }
  return amounts * 2 > texts.size;
}

/** Whether the column now has so many different texts that coding them no longer pays. */
function isFull(column: CellColumn): boolean {
  const { texts, room, length } = column;
  if (texts.size >= room.texts || heapSize(texts) > room.bytes) return true;
  return texts.size === room.amounts && texts.size * 2 > length && holdsAmounts(column);
}

/** Adds the cell of a record; records that were passed over had none. */
export function putCell(
  column: CellColumn,
  record: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): void {
  while (column.length < record) putNothing(column);
  if (record >= column.looseFrom) putLoose(column, bytes, from, to);
  else {
    const before = column.texts.size;
    putCode(column, record, codeOf(column.texts, bytes, from, to));
    if (column.texts.size > before && isFull(column)) column.looseFrom = record + 1;
  }
  column.length = record + 1;
}

/**
 * Adds the cell of a record when it can be known without looking where it ends: it is the text that was expected, or
 * a number, and a byte that ends a field (1 in `special`) follows. The end of the cell, or -1 where it is another.
 */
export function putAhead(
  column: CellColumn,
  record: number,
  chunk: DataView,
  from: number,
  special: Uint8Array,
): number {
  if (column.length < record) return -1;
  if (record < column.looseFrom) {
    const end = expectedEnd(column.texts, chunk, from, special);
    if (end < 0) return -1;
    putCode(column, record, follow(column.texts));
    column.length = record + 1;
    return end;
  }
  const { shapes } = column;
  const shape = plainShapeAt(shapes, chunk, from, special);
  if (shape < 0) return -1;
  putDigits(column, record - column.looseFrom, shape, shapes.digits);
  column.length = record + 1;
  return shapes.end;
}

/** Notes that the text of a coded cell stands in the file as it is. */
export function noteBare(column: CellColumn, record: number): void {
  if (record < column.looseFrom) column.texts.bare[column.texts.last] = 1;
}

const NOTHING = new Uint8Array(0);

function putNothing(column: CellColumn): void {
  if (column.length >= column.looseFrom) putLoose(column, NOTHING, 0, 0);
  else putCode(column, column.length, 0);
  column.length += 1;
}

/** Code of a record's cell: 0 where it is empty or there is none, -1 where it is kept by its digits. */
export function codeAt(column: CellColumn, record: number): number {
  if (record >= column.length || record < 0) return 0;
  if (record >= column.looseFrom) return -1;
  return (column.codes[record >>> PAGE_BITS] as Codes)[record & (PAGE - 1)] as number;
}

/** Puts the codes of consecutive records into a list, as `codeAt` gives them. */
export function copyCodes(column: CellColumn, from: number, count: number, into: Int32Array): void {
  const coded = Math.min(column.length, column.looseFrom);
  let at = 0;
  while (at < count && from + at < coded) {
    const record = from + at;
    const page = column.codes[record >>> PAGE_BITS] as Codes;
    const within = record & (PAGE - 1);
    const size = Math.min(count - at, PAGE - within, coded - record);
    into.set(page.subarray(within, within + size), at);
    at += size;
  }
  for (; at < count; at += 1) into[at] = from + at < column.length ? -1 : 0;
}

/** Shape of a loose cell. */
export function shapeAt(column: CellColumn, record: number): number {
  const at = record - column.looseFrom;
  return (column.loose.shapes[at >>> PAGE_BITS] as Uint8Array)[at & (PAGE - 1)] as number;
}

/** Digits of a loose cell, or the place of its text. */
export function digitsAt(column: CellColumn, record: number): number {
  const at = record - column.looseFrom;
  return (column.loose.digits[at >>> PAGE_BITS] as Digits)[at & (PAGE - 1)] as number;
}
