import type { FileRecord, FileRecords } from '#shared/series/records/record.ts';
import type { EventTable } from '#shared/tabular/event-table.ts';
import type { DerivationContext } from './derivation-context.ts';
import { holdsDates, recognizeEvents } from './derive-series.ts';
import { eventRows } from './event-columns.ts';
import { recordsOfEvents } from './records-of-events.ts';
import { initiativeColumns, initiativesIn } from './records-of-initiatives.ts';

/** More than any register has; a scan of everything is cut to its first ones. */
const MOST_RECORDS = 20_000;

/** Lists that say how things stand on the day of the file, not what happened. */
const LISTS: ReadonlySet<FileRecord['kind']> = new Set(['finding', 'asset', 'initiative']);

/** Who, what and when of the rows of a table, for what is read beside the series; null where it names nothing such. */
export function recordsOfTable(table: EventTable, context: DerivationContext = {}): FileRecords | null {
  const recognized = recognizeEvents(table);
  const initiatives =
    recognized === null ? initiativeColumns(table.headers, (column) => holdsDates(table, column)) : null;
  const records =
    recognized !== null
      ? recordsOfEvents(recognized, eventRows(table, recognized.columns), context)
      : initiatives !== null
        ? initiativesIn(eventRows(table, initiatives), initiatives)
        : [];
  if (records.length === 0) return null;
  const isList = records.some(({ kind }) => LISTS.has(kind));
  const asOfMs = isList && Number.isFinite(table.asOf) ? table.asOf : null;
  return { asOfMs, records: records.slice(0, MOST_RECORDS) };
}
