import { dayToMs } from '#shared/day.ts';
import type { EventKind } from '#shared/series/derivations/event-kinds.ts';
import { recognizeEventKind } from '#shared/series/derivations/recognize-event-kind.ts';
import { type ColumnName, columnNames, headerSignature } from '#shared/tabular/column-names.ts';
import { addCell, type ColumnProfile, emptyProfile } from '#shared/tabular/column-profile.ts';
import { findHeader, givenHeader, type HeaderPlace } from '#shared/tabular/header.ts';
import type { Taken } from '#shared/tabular/intake.ts';
import { judgeRows } from '#shared/tabular/judge-rows.ts';
import type { ReadSettings } from '#shared/tabular/reading.ts';
import type { Records } from '#shared/tabular/records.ts';
import { partRows, type RowParts } from '#shared/tabular/row-parts.ts';
import { layOut } from '#shared/tabular/shape.ts';
import type { Table } from '#shared/tabular/table.ts';
import { tableColumns } from '#shared/tabular/table-column.ts';
import { WHOLE_NAMES } from '#shared/tabular/whole-names.ts';

/** Settings that were given for a header before, by its signature. */
export type RememberedMapping = { readonly signature: string; readonly settings: ReadSettings };

export type Understood = {
  readonly table: Table;
  readonly place: HeaderPlace;
  readonly parts: RowParts;
  readonly signature: string | null;
  readonly settings: ReadSettings;
  readonly remembered: boolean;
};

function profileColumns(records: Records, data: readonly number[], width: number): readonly ColumnProfile[] {
  const profiles = Array.from({ length: width }, emptyProfile);
  for (const record of data) {
    const line = records.line(record);
    for (let field = 0; field < width; field += 1) {
      addCell(profiles[field] as ColumnProfile, records.text(record, field), line);
    }
  }
  return profiles;
}

/** Columns without a header that no row fills are no columns. */
function withoutEmptyTail(names: readonly ColumnName[], profiles: readonly ColumnProfile[]): number {
  let width = names.length;
  while (width > 1 && names[width - 1]?.header === '' && profiles[width - 1]?.filled === 0) width -= 1;
  return width;
}

/** Kinds whose rows are things that happened; the others are amounts or a register. */
const HAPPENINGS: ReadonlySet<EventKind> = new Set([
  'deployments',
  'changes',
  'incidents',
  'alerts',
  'findings',
]);

function withEvents(settings: ReadSettings, kind: EventKind | null): ReadSettings {
  if (settings.shape !== undefined || kind === null || !HAPPENINGS.has(kind)) return settings;
  return { ...settings, shape: 'events' };
}

function countSetting(settings: ReadSettings): string | null {
  return settings.columns?.find((column) => WHOLE_NAMES.has(column.name))?.metric ?? null;
}

export type UnderstandContext = {
  readonly file: string;
  readonly entities: readonly string[];
  readonly remembered: readonly RememberedMapping[];
};

/** Finds the table in the records of a file: header, rows, what each column is, and the shape. */
export function understand(taken: Taken, given: ReadSettings, context: UnderstandContext): Understood {
  const { records } = taken;
  const from = taken.sniffed.declared ? 1 : 0;
  const place = given.header === undefined ? findHeader(records, from) : givenHeader(records, given.header);
  const names = columnNames(records, place);
  const signature = headerSignature(names);
  const before = context.remembered.find((each) => each.signature === signature)?.settings;
  const settings = before === undefined ? given : { ...before, ...given };
  const parts = partRows(records, place, settings, { unclosedAt: taken.lexed.unclosedAt, from });
  const profiles = profileColumns(records, parts.data, place.width);
  const width = place.records.length === 0 ? place.width : withoutEmptyTail(names, profiles);
  const columns = tableColumns(names.slice(0, width), profiles.slice(0, width), settings);
  const known = new Set(context.entities.map((name) => name.toLowerCase()));
  const recognised = recognizeEventKind(columns.map((column) => column.name))?.kind ?? null;
  const layout = layOut(columns, parts.data.length, withEvents(settings, recognised), known);
  const judged = judgeRows(records, parts.data, layout, settings);
  const table: Table = {
    records,
    columns,
    layout,
    ...judged,
    asOf: settings.asOf === undefined ? null : dayToMs(settings.asOf),
    fileName: context.file.replace(/\.[^.]{1,5}$/, ''),
    caption: parts.caption,
    countMetric: countSetting(settings),
    eventKind: layout.shape === 'long' || layout.shape === 'period-columns' ? null : recognised,
  };
  return { table, place, parts, signature, settings, remembered: before !== undefined };
}
