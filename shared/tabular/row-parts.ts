import { cellKind } from '#shared/tabular/cell-kind.ts';
import type { HeaderPlace } from '#shared/tabular/header.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import { quantityValue, readQuantity } from '#shared/tabular/quantity.ts';
import type { ExcludedReason, ExcludedRow, ReadSettings, RejectedRow } from '#shared/tabular/reading.ts';
import { filledFields, type Records } from '#shared/tabular/records.ts';

/** Which records are data, and what the others are. */
export type RowParts = {
  readonly data: readonly number[];
  readonly excluded: readonly ExcludedRow[];
  readonly rejected: readonly RejectedRow[];
  /** Text that stands above the table as its title, or null. */
  readonly caption: string | null;
  /** For each section row, its record and its text. */
  readonly sections: readonly { readonly record: number; readonly text: string }[];
};

const TOTAL =
  /^(?:(?:grand|sub|overall|service|column|row)[\s-]?)?(?:totals?|subtotals?|gesamt|gesamtsumme|summe|zwischensumme|somme|totale|合計)(?:\s?\(.{0,20}\))?:?$/iu;
const EVERYTHING =
  /^(?:all|every|alle)\s(?:teams?|services?|projects?|repositories|repos|entities|rows|projekte)$/i;
/** Words that summarise as often as they name something (a service called media). */
const SUMMARY =
  /^(?:sum|suma|soma|average|avg|mean|median|media|m[ée]dia|moyenne|durchschnitt|mittelwert|平均)(?:\s?\(.{0,20}\))?:?$/iu;

export function isTotalLabel(text: string): boolean {
  const plain = text.trim();
  return plain.length <= 40 && (TOTAL.test(plain) || EVERYTHING.test(plain));
}

function usualFilled(records: Records, from: number): number {
  const counts: number[] = [];
  const step = Math.max(1, Math.floor((records.count - from) / 2000));
  for (let record = from; record < records.count; record += step) {
    const filled = filledFields(records, record);
    if (filled > 0) counts.push(filled);
  }
  counts.sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

/** Kind of most cells in each column, from a sample over the whole file. */
function usualKinds(records: Records, place: HeaderPlace): readonly string[] {
  const step = Math.max(1, Math.floor((records.count - place.dataFrom) / 200));
  return Array.from({ length: Math.min(place.width, 500) }, (_, field) => {
    const counts = { number: 0, date: 0, text: 0 };
    for (let record = place.dataFrom; record < records.count; record += step) {
      const kind = cellKind(records.text(record, field));
      if (kind !== 'missing') counts[kind] += 1;
    }
    if (counts.number > counts.text && counts.number >= counts.date) return 'number';
    return counts.date > counts.text ? 'date' : 'text';
  });
}

/** Last record of the table: below it stand notes, a legend, an issue date. */
function lastRecord(records: Records, place: HeaderPlace, kinds: readonly string[]): number {
  const few = Math.max(1, usualFilled(records, place.dataFrom) * 0.25);
  for (let record = records.count - 1; record >= place.dataFrom; record -= 1) {
    const filled = filledFields(records, record);
    if (filled === 0) continue;
    if (place.width < 2 || filled > few) return record;
    const fits = kinds.some(
      (kind, field) =>
        kind !== 'text' &&
        records.length(record, field) > 0 &&
        cellKind(records.text(record, field)) === kind,
    );
    const label = isTotalLabel(records.text(record, 0));
    if (fits || label || (filled === place.width && place.width < 3)) return record;
  }
  return place.dataFrom - 1;
}

function cells(records: Records, record: number): readonly string[] {
  return Array.from({ length: records.width(record) }, (_, field) => records.text(record, field).trim());
}

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

type Sorter = {
  readonly records: Records;
  readonly place: HeaderPlace;
  readonly kinds: readonly string[];
  readonly usual: number;
  readonly last: number;
  /** Position of the last text column before the first number: labels of totals stand up to here. */
  readonly labels: number;
};

/** Tables up to this many rows are added up to see whether their last row is a summary. */
const ADDED_UP = 2000;

function plainNumber(text: string): number {
  const quantity = readQuantity(text);
  return quantity === null ? Number.NaN : (quantityValue(quantity, '.', 'h:mm') ?? Number.NaN);
}

/** Whether a row with a summarising word has no other text or date where others have, or is the last one and adds up. */
function summarises(sorter: Sorter, record: number, texts: readonly string[]): boolean {
  const { records, place, kinds, last } = sorter;
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

/** Whether a row has what rows have and no word of a summary: the usual case, decided without a closer look. */
function isPlainRow(sorter: Sorter, record: number): boolean {
  const { records, labels, last } = sorter;
  if (record >= last - 3 || !records.isFilled(record, 0)) return false;
  for (let field = 0; field <= labels; field += 1) {
    if (records.length(record, field) > 40) continue;
    const text = records.text(record, field);
    if (isTotalLabel(text) || SUMMARY.test(text.trim())) return false;
  }
  return filledFields(records, record) > 1;
}

function reasonFor(sorter: Sorter, record: number): ExcludedReason | null {
  const { records, kinds, usual, last, place } = sorter;
  if (filledFields(records, record) === 0) return 'blank';
  if (isPlainRow(sorter, record)) return null;
  const texts = cells(records, record).map((text) => (isMissing(text) ? '' : text));
  const filled = texts.filter((text) => text !== '').length;
  if (filled === 0) return 'blank';
  const keys = [...texts.slice(0, sorter.labels + 1), texts.find((text) => text !== '') ?? ''];
  if (filled > 1 && keys.some(isTotalLabel)) return 'total';
  if (filled > 1 && keys.some((key) => SUMMARY.test(key)) && summarises(sorter, record, texts))
    return 'total';
  if (record >= last - 3 && isLoose(texts, kinds)) return 'footer';
  if (record === last && isBareTotal(texts, kinds, usual)) return 'total';
  const alone =
    filled === 1 && (texts[0] ?? '') !== '' && kinds[0] === 'text' && place.width > 2 && usual > 2;
  return alone && cellKind(texts[0] ?? '') === 'text' ? 'section' : null;
}

function tooWide(records: Records, record: number, width: number): RejectedRow | null {
  const fields = records.width(record);
  if (fields <= width) return null;
  for (let field = width; field < fields; field += 1) {
    if (records.text(record, field).trim() === '') continue;
    const message = `${fields} fields, the header has ${width}: reading it would drop or shift cells`;
    return {
      line: records.line(record),
      column: null,
      value: records.text(record, field),
      code: 'too-many-fields',
      message,
    };
  }
  return null;
}

/** Groups runs of records with one reason into one entry each. */
function runs(entries: readonly ExcludedRow[]): readonly ExcludedRow[] {
  const grouped: ExcludedRow[] = [];
  for (const entry of entries) {
    const before = grouped[grouped.length - 1];
    const joins =
      before?.reason === entry.reason && (entry.reason === 'preamble' || entry.reason === 'footer');
    if (before !== undefined && joins) grouped[grouped.length - 1] = { ...before, lastLine: entry.line };
    else grouped.push(entry);
  }
  return grouped;
}

const PHRASE = /\p{L}\S*\s+\S/u;

/** What stands above the header: a title is the table's caption; anything else is a preamble. */
function above(
  records: Records,
  place: HeaderPlace,
  from: number,
): { caption: string | null; excluded: readonly ExcludedRow[] } {
  const end = place.records[0] ?? place.dataFrom;
  const first = cells(records, from);
  const title = first.filter((text) => text !== '');
  if (end > from && title.length === 1 && PHRASE.test(first[0] ?? ''))
    return { caption: first[0] ?? null, excluded: [] };
  const excluded: ExcludedRow[] = [];
  for (let record = from; record < end; record += 1) {
    let empty = true;
    for (let field = 0; field < records.width(record); field += 1)
      if (records.length(record, field) > 0) empty = false;
    excluded.push({ line: records.line(record), reason: empty ? 'blank' : 'preamble' });
  }
  return { caption: null, excluded: runs(excluded) };
}

/** Sorts the records of a table into data, rows that are left out on purpose, and rows that cannot be read. */
export function partRows(
  records: Records,
  place: HeaderPlace,
  settings: ReadSettings,
  file: { readonly unclosedAt: number | null; readonly from: number },
): RowParts {
  const { unclosedAt, from } = file;
  const kinds = usualKinds(records, place);
  const last = lastRecord(records, place, kinds);
  const firstNumber = kinds.indexOf('number');
  const labels = Math.max(0, (firstNumber < 0 ? kinds.length : firstNumber) - 1);
  const sorter = { records, place, kinds, usual: usualFilled(records, place.dataFrom), last, labels };
  const included = new Set(settings.includeLines ?? []);
  const { caption, excluded: preamble } = above(records, place, from);
  const excluded: ExcludedRow[] = [];
  const rejected: RejectedRow[] = [];
  const data: number[] = [];
  const sections: { record: number; text: string }[] = [];
  for (let record = place.dataFrom; record < records.count; record += 1) {
    const line = records.line(record);
    const unclosed = unclosedAt !== null && record === records.count - 1;
    if (unclosed) {
      const message = `a quote opened on line ${unclosedAt} is never closed; nothing after it was read`;
      rejected.push({ line, column: null, value: records.text(record, 0), code: 'unclosed-quote', message });
      continue;
    }
    const below = record > last;
    const reason = below
      ? filledFields(records, record) === 0
        ? null
        : 'footer'
      : reasonFor(sorter, record);
    if (below && reason === null) continue;
    if (reason !== null && !(included.has(line) && reason !== 'blank')) {
      if (reason === 'section') sections.push({ record, text: records.text(record, 0).trim() });
      excluded.push({ line, reason });
      continue;
    }
    const wide = tooWide(records, record, place.width);
    if (wide !== null) rejected.push(wide);
    else data.push(record);
  }
  return { data, excluded: [...preamble, ...runs(excluded)], rejected, caption, sections };
}
