import { cellKind } from '#shared/tabular/cell-kind.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import { quantityValue, readQuantity } from '#shared/tabular/quantity.ts';
import type { ExcludedReason } from '#shared/tabular/reading.ts';
import { filledFields, isBlankRecord } from '#shared/tabular/records.ts';
import { cellsOf, type TableFrame } from '#shared/tabular/table-frame.ts';
import { isSummaryWord, isTotalLabel, totalOf } from '#shared/tabular/total-labels.ts';

/** A last row of numbers only, without what every other row is known by: a total that nobody labelled. */
function isBareTotal(texts: readonly string[], kinds: readonly string[], usual: number): boolean {
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0 || filled.length >= usual / 2 || (texts[0] ?? '') !== '') return false;
  return texts.every(
    (text, field) => text === '' || (kinds[field] === 'number' && readQuantity(text) !== null),
  );
}

/** A row of the ledger's end that belongs to nothing: no date, no key, one label and amounts (a rounding line). */
function isLoose(texts: readonly string[], kinds: readonly string[]): boolean {
  const dates = kinds.flatMap((kind, field) => (kind === 'date' ? [field] : []));
  const labels = texts.filter((text, field) => text !== '' && kinds[field] === 'text').length;
  const numbers = texts.filter((text, field) => text !== '' && kinds[field] === 'number').length;
  const undated = dates.length > 0 && dates.every((field) => (texts[field] ?? '') === '');
  return undated && labels === 1 && numbers >= 1 && (texts[0] ?? '') === '' && texts.length >= 6;
}

/** Tables up to this many rows are added up to see whether their last row is a summary. */
const ADDED_UP = 2000;

function plainNumber(text: string): number {
  const quantity = readQuantity(text);
  return quantity === null ? Number.NaN : (quantityValue(quantity, '.', 'h:mm') ?? Number.NaN);
}

/** Whether a row with a summarising word has no other text or date where others have, or is the last one and adds up. */
function summarises(frame: TableFrame, record: number, texts: readonly string[]): boolean {
  const { records, place, kinds, last } = frame;
  const named = kinds.filter((kind) => kind !== 'number').length;
  const own = texts.filter((text, field) => text !== '' && kinds[field] !== 'number').length;
  if (named > 1) return own === 1;
  if (record !== last || last - place.dataFrom > ADDED_UP) return false;
  return kinds.some((kind, field) => {
    const value = kind === 'number' ? plainNumber(texts[field] ?? '') : Number.NaN;
    const above: number[] = [];
    for (let row = place.dataFrom; row < record; row += 1) {
      const each = plainNumber(records.text(row, field));
      if (!Number.isNaN(each)) above.push(each);
    }
    const sum = above.reduce((all, each) => all + each, 0);
    const near = (wanted: number): boolean => Math.abs(value - wanted) <= Math.abs(wanted) * 0.02;
    return above.length > 1 && !Number.isNaN(value) && (near(sum) || near(sum / above.length));
  });
}

/** Sum of the numbers of a column above a record; NaN where fewer than two rows have one. */
function sumAbove({ records, place }: TableFrame, record: number, field: number): number {
  let sum = 0;
  let count = 0;
  for (let row = place.dataFrom; row < record; row += 1) {
    const each = plainNumber(records.text(row, field));
    if (Number.isNaN(each)) continue;
    sum += each;
    count += 1;
  }
  return count > 1 ? sum : Number.NaN;
}

const NEAR = 1e-4;

/** Whether the last row adds up what stands above it, whatever it is called: without what other rows are known by, or in each of several columns. */
function addsUp(frame: TableFrame, record: number, texts: readonly string[]): boolean {
  const { kinds, last, place } = frame;
  if (record !== last || last - place.dataFrom > ADDED_UP || record - place.dataFrom < 2) return false;
  const named = kinds.filter((kind) => kind !== 'number').length;
  const own = texts.filter((text, field) => text !== '' && kinds[field] !== 'number').length;
  const sums = kinds.flatMap((kind, field) => {
    const value = kind === 'number' ? plainNumber(texts[field] ?? '') : Number.NaN;
    const above = Number.isNaN(value) || value === 0 ? Number.NaN : sumAbove(frame, record, field);
    return Number.isNaN(above) ? [] : [Math.abs(value - above) <= Math.abs(value) * NEAR];
  });
  if (sums.length === 0 || !sums.every((fits) => fits)) return false;
  // A small number alone equals a sum by chance.
  const large = texts.some((text, field) => kinds[field] === 'number' && Math.abs(plainNumber(text)) >= 10);
  if (sums.length === 1 && !large) return false;
  return own <= 1 && (own < named || (sums.length >= 3 && record - place.dataFrom >= 3));
}

/** Whether a row has what rows have and no word of a summary: the usual case, decided without a closer look. */
function isPlainRow(frame: TableFrame, record: number): boolean {
  const { records, isSummary, last } = frame;
  if (record >= last - 3 || !records.isFilled(record, 0)) return false;
  for (let field = 0; field < isSummary.length; field += 1)
    if (isSummary[field]?.(record) === true) return false;
  return filledFields(records, record, 2) > 1;
}

const LOOKED_BACK = 500;

/** Whether a row adds up the rows above it that are named in its label (`Payments Total` below those of Payments). */
function addsUpNamed(
  { records, place }: TableFrame,
  record: number,
  texts: readonly string[],
  labels: number,
): boolean {
  for (let field = 0; field <= labels; field += 1) {
    const named = totalOf(texts[field] ?? '')?.toLowerCase() ?? null;
    if (named === null) continue;
    const first = Math.max(place.dataFrom, record - LOOKED_BACK);
    for (let above = record - 1; above >= first; above -= 1) {
      if (records.text(above, field).trim().toLowerCase() === named) return true;
    }
  }
  return false;
}

const RULE = /^\s*:?-{2,}:?\s*$/;

/** A drawn line between the header and the rows, as tables in text have. */
function isRule({ records, place }: TableFrame, record: number): boolean {
  if (record > place.dataFrom + 1) return false;
  const width = records.width(record);
  let drawn = 0;
  for (let field = 0; field < width; field += 1) {
    if (!records.isFilled(record, field)) continue;
    if (!RULE.test(records.text(record, field))) return false;
    drawn += 1;
  }
  return drawn > 1;
}

/** Why a record below the header is no data; null when it is. */
export function excludedReason(frame: TableFrame, record: number): ExcludedReason | null {
  const { records, kinds, usual, last, place } = frame;
  if (isRule(frame, record) || frame.isAnnotation(record)) return 'preamble';
  if (isPlainRow(frame, record)) return null;
  if (isBlankRecord(records, record)) return 'blank';
  const texts = cellsOf(records, record).map((text) => (isMissing(text) ? '' : text));
  const filled = texts.filter((text) => text !== '').length;
  if (filled === 0) return 'blank';
  const keys = [...texts.slice(0, frame.labels + 1), texts.find((text) => text !== '') ?? ''];
  if ((filled > 1 || place.width > 2) && keys.some(isTotalLabel)) return 'total';
  if (filled > 1 && addsUpNamed(frame, record, texts, frame.labels)) return 'total';
  if (filled > 1 && keys.some((key) => isSummaryWord(key)) && summarises(frame, record, texts))
    return 'total';
  if (record >= last - 3 && isLoose(texts, kinds)) return 'footer';
  if (record === last && isBareTotal(texts, kinds, usual)) return 'total';
  if (addsUp(frame, record, texts)) return 'total';
  const alone =
    filled === 1 && (texts[0] ?? '') !== '' && kinds[0] === 'text' && place.width > 2 && usual > 2;
  return alone && cellKind(texts[0] ?? '') === 'text' ? 'section' : null;
}
