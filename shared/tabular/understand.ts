import { type Day, dayToMs } from '#shared/day.ts';
import { eventNames, wholeRows, withProposals } from '#shared/formats/proposals.ts';
import type { EventKind } from '#shared/series/derivations/event-kinds.ts';
import { recognizeEventKind } from '#shared/series/derivations/recognize-event-kind.ts';
import { yearProposals } from '#shared/tabular/as-of.ts';
import { type ColumnName, columnNames, headerSignature } from '#shared/tabular/column-names.ts';
import type { ColumnProfile } from '#shared/tabular/column-profile.ts';
import { normaliseEntity, ORGANIZATION } from '#shared/tabular/entity-name.ts';
import { findHeader, givenHeader, type HeaderPlace } from '#shared/tabular/header.ts';
import type { Taken } from '#shared/tabular/intake.ts';
import { judgeRows } from '#shared/tabular/judge-rows.ts';
import { mergedOver } from '#shared/tabular/merged-cells.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import { namedSettings } from '#shared/tabular/named-metrics.ts';
import { profileColumn } from '#shared/tabular/profile-column.ts';
import { cellReader } from '#shared/tabular/read-cells.ts';
import type { ColumnSetting, ReadSettings, RejectedRow, Shape } from '#shared/tabular/reading.ts';
import type { Records } from '#shared/tabular/records.ts';
import { createRejectLog, KEPT_REJECTS, type RejectLog } from '#shared/tabular/reject-log.ts';
import { ownHeaders, withoutReasons } from '#shared/tabular/rejects-csv.ts';
import { partRows, type RowParts } from '#shared/tabular/row-parts.ts';
import { layOut } from '#shared/tabular/shape.ts';
import type { Table } from '#shared/tabular/table.ts';
import { type TableColumn, tableColumns } from '#shared/tabular/table-column.ts';
import { WHOLE_NAMES } from '#shared/tabular/whole-names.ts';
import { withMissing } from '#shared/tabular/with-missing.ts';

/** Settings that were given for a header before, by its signature. */
export type RememberedMapping = { readonly signature: string; readonly settings: ReadSettings };

export type Understood = {
  readonly table: Table;
  readonly place: HeaderPlace;
  readonly parts: RowParts;
  readonly signature: string | null;
  /** In force: what the format proposes, what was remembered, what a person gave. */
  readonly settings: ReadSettings;
  /** Remembered and given ones only. */
  readonly decided: ReadSettings;
  readonly remembered: boolean;
  /** Every rejected row; judges the rows again where more were rejected than are kept. */
  readonly allRejected: () => readonly RejectedRow[];
};

function profileColumns(records: Records, data: Uint32Array, width: number): readonly ColumnProfile[] {
  return Array.from({ length: width }, (_, field) => profileColumn(records, data, field));
}

/** Columns without a header that no row fills are no columns. */
function withoutEmptyTail(names: readonly ColumnName[], profiles: readonly ColumnProfile[]): number {
  let width = names.length;
  while (width > 1 && names[width - 1]?.header === '' && profiles[width - 1]?.filled === 0) width -= 1;
  return width;
}

/** Reads the entity of records. */
function entityReader(
  records: Records,
  column: TableColumn | null,
  merged: ReadonlyMap<number, number> | null,
): (record: number) => string {
  if (column === null) return () => ORGANIZATION;
  const nameAt = cellReader(records, column.index, (cell) =>
    isMissing(cell) ? ORGANIZATION : normaliseEntity(cell),
  );
  return merged === null ? nameAt : (record) => nameAt(merged.get(record) ?? record);
}

/** Kinds whose rows are things that happened; the others are amounts or a register. */
const HAPPENINGS: ReadonlySet<EventKind> = new Set([
  'deployments',
  'changes',
  'incidents',
  'alerts',
  'findings',
]);

/** Shapes whose rows are no events, whatever their headers are called. */
const NO_EVENTS: ReadonlySet<Shape> = new Set(['long', 'period-columns', 'targets']);

function withEvents(settings: ReadSettings, kind: EventKind | null): ReadSettings {
  if (settings.shape !== undefined || kind === null || !HAPPENINGS.has(kind)) return settings;
  return { ...settings, shape: 'events' };
}

function countSetting(settings: ReadSettings): ColumnSetting | undefined {
  return settings.columns?.find((column) => WHOLE_NAMES.has(column.name));
}

function headerOf(taken: Taken, given: ReadSettings, from: number): HeaderPlace {
  const { records, format } = taken;
  if (format !== null) return { ...givenHeader(records, [1]), because: 'the keys of the objects' };
  return given.header === undefined ? findHeader(records, from) : givenHeader(records, given.header);
}

export type UnderstandContext = {
  readonly file: string;
  readonly entities: readonly string[];
  readonly today: Day;
  readonly remembered: readonly RememberedMapping[];
};

/** Finds the table in the records of a file: header, rows, what each column is, and the shape. */
export function understand(taken: Taken, given: ReadSettings, context: UnderstandContext): Understood {
  const from = taken.sniffed.declared ? 1 : 0;
  const { format } = taken;
  const place = headerOf(taken, given, from);
  const names = columnNames(taken.records, place);
  const headers = names.map((name) => name.header);
  const signature = headerSignature(names.slice(0, ownHeaders(headers)));
  const before = context.remembered.find((each) => each.signature === signature)?.settings;
  const decided = before === undefined ? given : { ...before, ...given };
  const proposed = format === null ? decided : withProposals(format.settings, decided);
  const settings = withoutReasons(proposed, headers, taken.records);
  const records = withMissing(taken.records, settings.missing ?? []);
  const { unclosedAt } = taken.lexed;
  const part = (rejects: RejectLog): RowParts =>
    format === null
      ? partRows(records, place, settings, { unclosedAt, from, rejects })
      : wholeRows(records, format.rejected, rejects);
  const log = createRejectLog(KEPT_REJECTS);
  const parts = part(log);
  const profiles = profileColumns(records, parts.data, place.width);
  const width = place.records.length === 0 ? place.width : withoutEmptyTail(names, profiles);
  const [year = 0] = yearProposals(context.file, parts.caption, context.today);
  const columns = tableColumns(names.slice(0, width), profiles.slice(0, width), settings, year);
  const known = new Set(context.entities.map((name) => name.toLowerCase()));
  const texts = eventNames(columns, format !== null);
  const recognised = recognizeEventKind(texts, (column) => columns[column]?.kind === 'date')?.kind ?? null;
  const layout = layOut(columns, parts.data.length, withEvents(settings, recognised), { known, year });
  const isEvents = layout.shape === 'events';
  const mergedEntity = isEvents ? null : mergedOver(records, parts.data, layout.entity);
  const mergedPeriod = isEvents ? null : mergedOver(records, parts.data, layout.period);
  const judged = judgeRows(records, parts.data, layout, { settings, rejects: log, mergedPeriod });
  const rejected = log.finish();
  const table: Table = {
    records,
    columns,
    layout,
    ...judged,
    rejected,
    mergedEntity,
    mergedPeriod,
    format,
    entityAt: entityReader(records, layout.entity, mergedEntity),
    asOf: settings.asOf === undefined ? null : dayToMs(settings.asOf),
    fileName: context.file.replace(/\.[^.]{1,5}$/, ''),
    caption: parts.caption,
    countMetric: countSetting(settings)?.metric ?? null,
    isCounted: countSetting(settings)?.role !== 'ignored',
    named: namedSettings(settings),
    eventKind: NO_EVENTS.has(layout.shape) ? null : recognised,
  };
  const allRejected = (): readonly RejectedRow[] => {
    if (rejected.count <= rejected.rows.length) return rejected.rows;
    const rejects = createRejectLog(Number.POSITIVE_INFINITY);
    judgeRows(records, part(rejects).data, layout, { settings, rejects, mergedPeriod });
    return rejects.finish().rows;
  };
  return { table, place, parts, signature, settings, decided, remembered: before !== undefined, allRejected };
}
