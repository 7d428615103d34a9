import { cellKind } from '#shared/tabular/cell-kind.ts';
import { filledFields } from '#shared/tabular/records.ts';
import { cellsOf, type TableFrame } from '#shared/tabular/table-frame.ts';

/** Whether a record names columns again: texts only, and texts where the table has dates and numbers. */
function namesColumns(frame: TableFrame, record: number): boolean {
  const texts = cellsOf(frame.records, record);
  const filled = texts.filter((text) => text !== '');
  if (filled.length < 2 || !filled.every((text) => cellKind(text) === 'text')) return false;
  const wrong = texts.filter(
    (text, field) => text !== '' && ['date', 'number'].includes(frame.kinds[field] ?? ''),
  );
  return wrong.length >= 2;
}

function repeatsText(frame: TableFrame, record: number): boolean {
  const { records, place } = frame;
  const header = place.records[place.records.length - 1];
  if (header === undefined || records.width(record) !== records.width(header)) return false;
  for (let field = 0; field < records.width(header); field += 1) {
    const own = records.text(record, field).trim().toLowerCase();
    if (own !== records.text(header, field).trim().toLowerCase()) return false;
  }
  return true;
}

/** Record with which a second table begins after an empty line, or the number of records when there is none. */
export function secondTable(frame: TableFrame): number {
  const { records, place, last } = frame;
  for (let record = place.dataFrom + 1; record <= last; record += 1) {
    if (filledFields(records, record - 1) > 0 || !namesColumns(frame, record)) continue;
    if (!repeatsHeader(frame, record)) return record;
  }
  return records.count;
}

/** Whether a record repeats the header of the table, as files do that were pasted together. */
export function repeatsHeader(frame: TableFrame, record: number): boolean {
  return repeatsText(frame, record) && namesColumns(frame, record);
}
