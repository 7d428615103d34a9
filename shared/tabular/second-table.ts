import { cellKind } from '#shared/tabular/cell-kind.ts';
import type { HeaderPlace } from '#shared/tabular/header.ts';
import { filledFields, isBlankRecord, type Records } from '#shared/tabular/records.ts';
import { annotates, cellsOf, type TableFrame, usualKinds } from '#shared/tabular/table-frame.ts';

/** Whether texts name columns again: texts only, and texts where the table has dates and numbers. */
function namesColumns(texts: readonly string[], kinds: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  if (filled.length < 2 || !filled.every((text) => cellKind(text) === 'text')) return false;
  const wrong = texts.filter((text, field) => text !== '' && ['date', 'number'].includes(kinds[field] ?? ''));
  return wrong.length >= 2;
}

function repeatsText({ records, place }: Pick<TableFrame, 'records' | 'place'>, record: number): boolean {
  const header = place.records[place.records.length - 1];
  if (header === undefined || records.width(record) !== records.width(header)) return false;
  for (let field = 0; field < records.width(header); field += 1) {
    const own = records.text(record, field).trim().toLowerCase();
    if (own !== records.text(header, field).trim().toLowerCase()) return false;
  }
  return true;
}

/** Whether a record describes the columns of an InfluxDB table and is none of its rows. */
export function isAnnotation(records: Records, record: number): boolean {
  return annotates(records.text(record, 0));
}

/** Record with which a second table begins after an empty line, or the number of records when there is none. */
export function secondTable(records: Records, place: HeaderPlace): number {
  for (let record = place.dataFrom + 2; record < records.count; record += 1) {
    if (!isBlankRecord(records, record - 1)) continue;
    const titled = filledFields(records, record) === 1 && filledFields(records, record + 1) > 1;
    let header = titled ? record + 1 : record;
    while (isAnnotation(records, header)) header += 1;
    const texts = cellsOf(records, header);
    if (texts.filter((text) => text !== '').length < 2) continue;
    // The kinds of the rows above alone: those below belong to the other table.
    const kinds = usualKinds({ ...records, count: record }, place);
    if (namesColumns(texts, kinds) && !repeatsText({ records, place }, header)) return record;
  }
  return records.count;
}

/** Whether a record repeats the header of the table, as files do that were pasted together. */
export function repeatsHeader(frame: TableFrame, record: number): boolean {
  return (
    frame.beginsAsHeader(record) && filledFields(frame.records, record, 2) > 1 && repeatsText(frame, record)
  );
}
