import type { EventColumns, EventRole } from '#shared/series/derivations/event-columns.ts';
import type { EventKind } from '#shared/series/derivations/event-kinds.ts';
import {
  type CountedMetric,
  type CountingRule,
  type EventList,
  type EventListColumn,
  keysById,
  keysByOccurrence,
} from '#shared/series/event-list.ts';
import type { SeriesHeader } from '#shared/series/series.ts';
import { cellNumber } from '#shared/tabular/cell-value.ts';
import { countedAs } from '#shared/tabular/event-points.ts';
import type { EventTable } from '#shared/tabular/event-table.ts';
import { scaled } from '#shared/tabular/exact.ts';
import { planMeasures, targetSeries } from '#shared/tabular/measure-plan.ts';
import type { Table } from '#shared/tabular/table.ts';

/** What happened once stays so; findings, assets and costs are states and sums, which a newer file replaces. */
const HAPPENINGS: ReadonlySet<EventKind> = new Set(['deployments', 'changes', 'incidents', 'alerts']);

/** Roles that derivations read as moments or numbers only, or not at all: their texts are not kept. */
const NO_TEXT: ReadonlySet<EventRole> = new Set([
  'finished',
  'first-commit',
  'opened',
  'first-review',
  'merged',
  'deployed',
  'started',
  'resolved',
  'coding-minutes',
  'pickup-minutes',
  'review-minutes',
  'deploy-minutes',
  'cycle-minutes',
  'resolve-seconds',
  'post-mortem',
  'title',
]);

type Texts = { readonly indexOf: (text: string) => number; readonly all: readonly string[] };

function collectTexts(): Texts {
  const places = new Map<string, number>();
  const all: string[] = [];
  return {
    all,
    indexOf: (text) => {
      const known = places.get(text);
      if (known !== undefined) return known;
      places.set(text, all.length);
      all.push(text);
      return all.length - 1;
    },
  };
}

function numbersOf(rows: number, of: (row: number) => number): Float64Array | null {
  let column: Float64Array | null = null;
  for (let row = 0; row < rows; row += 1) {
    const number = of(row);
    if (Number.isNaN(number)) continue;
    column ??= new Float64Array(rows).fill(Number.NaN);
    column[row] = number;
  }
  return column;
}

function keptColumn(events: EventTable, column: number, texts: Texts | null): EventListColumn {
  const { rows } = events;
  return {
    header: events.headers[column] ?? '',
    unit: events.units[column] ?? null,
    texts:
      texts === null
        ? null
        : Uint32Array.from({ length: rows }, (_, row) => texts.indexOf(events.text(row, column))),
    moments: numbersOf(rows, (row) => events.moment(row, column)),
    numbers: numbersOf(rows, (row) => events.number(row, column)),
  };
}

type Kept = { readonly rule: CountingRule; readonly columns: readonly EventListColumn[] };

function derivedKept(kind: EventKind, roles: EventColumns, events: EventTable, texts: Texts): Kept {
  const played = Object.entries(roles).filter(([role]) => role !== 'id') as [EventRole, number][];
  return {
    rule: {
      kind: 'derived',
      events: kind,
      roles: Object.fromEntries(played.map(([role], at) => [role, at])),
    },
    columns: played.map(([role, column]) => keptColumn(events, column, NO_TEXT.has(role) ? null : texts)),
  };
}

function metricOf({ metric, metricName, unit, aggregation }: SeriesHeader): CountedMetric {
  return { metric, metricName, unit, aggregation };
}

function countedKept(table: Table): Kept {
  const place = { entity: '', grain: 'week', upToOne: false } as const;
  const { header } = targetSeries({ ...countedAs(table), aggregation: 'sum' }, null, place);
  const planned = planMeasures(table.layout.measures).filter(({ choice }) => choice.metric !== null);
  const targets = planned.map(({ column, choice }) => ({
    column,
    target: targetSeries(choice, column.unit, place),
  }));
  return {
    rule: {
      kind: 'counted',
      count: metricOf(header),
      measures: targets.map(({ target }, column) => ({ column, of: metricOf(target.header) })),
    },
    columns: targets.map(({ column, target }) => ({
      header: column.name,
      unit: target.header.unit,
      texts: null,
      moments: null,
      numbers: Float64Array.from(table.rows, (record) => {
        const value = cellNumber(column, table.records.text(record, column.index));
        return value === null ? Number.NaN : scaled(value, target.conversion.factor);
      }),
    })),
  };
}

function keysOf(
  { records, rows, columns }: Table,
  id: number | undefined,
): { readonly by: 'id' | 'row'; readonly keys: Float64Array } {
  const cells = (record: number) => columns.map((_, field) => records.text(record, field).trim());
  const byId = id === undefined ? null : keysById(rows.length, (row) => records.text(rows[row] ?? -1, id));
  if (byId !== null) return { by: 'id', keys: byId };
  return { by: 'row', keys: keysByOccurrence(rows.length, (row) => cells(rows[row] ?? -1).join('\u001f')) };
}

/** How the rows of a file were counted, as `read.ts` found it. */
export type Counting = {
  readonly kind: EventKind | null;
  readonly roles: EventColumns;
  readonly events: EventTable;
};

/** The rows of a list of happenings, kept so that a later list can be joined to it; null for a file of another sort. */
export function keptEvents(table: Table, counting: Counting, signature: string | null): EventList | null {
  const { kind, roles, events } = counting;
  if (kind !== null && !HAPPENINGS.has(kind)) return null;
  const texts = collectTexts();
  const { rule, columns } = kind === null ? countedKept(table) : derivedKept(kind, roles, events, texts);
  const role = table.layout.roles.indexOf('id');
  const { by, keys } = keysOf(table, roles.id ?? roles['alert-key'] ?? (role < 0 ? undefined : role));
  return {
    layout: JSON.stringify([signature, by, rule]),
    rule,
    columns,
    texts: texts.all,
    keys,
    starts: events.starts,
    entities: Uint32Array.from(events.entities, texts.indexOf),
    lines: events.lines,
  };
}
