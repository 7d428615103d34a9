import type { HeaderPlace } from '#shared/tabular/header.ts';
import type { ExcludedRow, ReadSettings, RejectedRow } from '#shared/tabular/reading.ts';
import { isBlankRecord, type Records } from '#shared/tabular/records.ts';
import type { RejectLog } from '#shared/tabular/reject-log.ts';
import { repeatsHeader, secondTable } from '#shared/tabular/second-table.ts';
import { excludedReason } from '#shared/tabular/summary-rows.ts';
import { cellsOf, frameOf } from '#shared/tabular/table-frame.ts';

/** Which records are data, and what the others are. */
export type RowParts = {
  readonly data: Uint32Array;
  readonly excluded: readonly ExcludedRow[];
  /** Text that stands above the table as its title, or null. */
  readonly caption: string | null;
  /** Every text that stands above the table. */
  readonly title: readonly string[];
  /** Line on which a second table begins below the first, which alone is read; else null. */
  readonly secondTable: number | null;
  /** For each section row, its record and its text. */
  readonly sections: readonly { readonly record: number; readonly text: string }[];
};

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
  const first = cellsOf(records, from);
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

function titleOf(records: Records, place: HeaderPlace, from: number): readonly string[] {
  const end = Math.min(place.records[0] ?? place.dataFrom, from + 60);
  const above = Array.from({ length: Math.max(0, end - from) }, (_, index) => cellsOf(records, from + index));
  return above.flat().filter((text) => text !== '');
}

/** Sorts the records of a table into data, rows that are left out on purpose, and rows that cannot be read. */
export function partRows(
  records: Records,
  place: HeaderPlace,
  settings: ReadSettings,
  file: { readonly unclosedAt: number | null; readonly from: number; readonly rejects: RejectLog },
): RowParts {
  const { unclosedAt, from, rejects } = file;
  const until = secondTable(records, place);
  const frame = frameOf({ ...records, count: until }, place);
  const included = new Set(settings.includeLines ?? []);
  const { caption, excluded: preamble } = above(records, place, from);
  const excluded: ExcludedRow[] = [];
  const data = new Uint32Array(Math.max(0, records.count - place.dataFrom));
  let size = 0;
  const sections: { record: number; text: string }[] = [];
  const lastHeader = place.records[place.records.length - 1];
  for (let record = (lastHeader ?? place.dataFrom) + 1; record < place.dataFrom; record += 1) {
    if (lastHeader !== undefined) excluded.push({ line: records.line(record), reason: 'preamble' });
  }
  for (let record = place.dataFrom; record < records.count; record += 1) {
    const line = records.line(record);
    const unclosed = unclosedAt !== null && record === records.count - 1;
    if (unclosed) {
      const message = `a quote opened on line ${unclosedAt} is never closed; nothing after it was read. Close it and bring the file again`;
      rejects.add({ line, column: null, value: records.text(record, 0), code: 'unclosed-quote', message });
      continue;
    }
    const below = record > frame.last || record >= until;
    const reason = below ? (isBlankRecord(records, record) ? null : 'footer') : excludedReason(frame, record);
    if (below && reason === null) continue;
    if (reason !== null && !(included.has(line) && reason !== 'blank')) {
      if (reason === 'section') sections.push({ record, text: records.text(record, 0).trim() });
      excluded.push({ line, reason });
      continue;
    }
    if (repeatsHeader(frame, record)) {
      excluded.push({ line, reason: 'preamble' });
      continue;
    }
    const wide = tooWide(records, record, place.width);
    if (wide === null) {
      data[size] = record;
      size += 1;
    } else rejects.add(wide);
  }
  const second = until < records.count ? records.line(until) : null;
  return {
    data: data.subarray(0, size),
    excluded: [...preamble, ...runs(excluded)],
    caption,
    title: titleOf(records, place, from),
    sections,
    secondTable: second,
  };
}
