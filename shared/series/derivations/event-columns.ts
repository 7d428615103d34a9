import type { EventTable } from '#shared/tabular/event-table.ts';

/** What a column of events says about the event. */
export type EventRole =
  | 'finished'
  | 'environment'
  | 'result'
  | 'entity'
  | 'rework'
  | 'id'
  | 'first-commit'
  | 'opened'
  | 'first-review'
  | 'merged'
  | 'deployed'
  | 'coding-minutes'
  | 'pickup-minutes'
  | 'review-minutes'
  | 'deploy-minutes'
  | 'cycle-minutes'
  | 'started'
  | 'resolved'
  | 'resolve-seconds'
  | 'severity'
  | 'detected-by'
  | 'affected-share'
  | 'post-mortem'
  | 'alert-key'
  | 'notified'
  | 'acted'
  | 'first-seen'
  | 'state'
  | 'muted'
  | 'fixable'
  | 'cve'
  | 'package'
  | 'asset'
  | 'name'
  | 'owner'
  | 'tier'
  | 'runbook'
  | 'slo'
  | 'level'
  | 'date'
  | 'service'
  | 'amount'
  | 'currency'
  | 'launch'
  | 'eligible'
  | 'adopted-30'
  | 'adopted-60'
  | 'adopted-90'
  | 'tickets'
  | 'reached'
  | 'gates-passed'
  | 'gates-required';

/** The position of the column that plays each role; a role that no column plays is absent. */
export type EventColumns = Readonly<Partial<Record<EventRole, number>>>;

/** One row seen through the roles of its columns. */
export type EventRow = {
  readonly line: number;
  /** Trimmed text, empty where the role has no column or the row no cell. */
  readonly text: (role: EventRole) => string;
  /** Calendar milliseconds, NaN where there are none. */
  readonly moment: (role: EventRole) => number;
  /** NaN where there is no number. */
  readonly number: (role: EventRole) => number;
  /** Unit of the role's column as the file gives it, else null. */
  readonly unit: (role: EventRole) => string | null;
};

/** The rows of a table, each seen through the roles of its columns. */
export function eventRows(table: EventTable, columns: EventColumns): readonly EventRow[] {
  const at = <Value>(role: EventRole, absent: Value, read: (column: number) => Value): Value => {
    const column = columns[role];
    return column === undefined ? absent : read(column);
  };
  return Array.from({ length: table.rows }, (_, row) => ({
    line: table.lines[row] ?? 0,
    text: (role) => at(role, '', (column) => table.text(row, column)),
    moment: (role) => at(role, Number.NaN, (column) => table.moment(row, column)),
    number: (role) => at(role, Number.NaN, (column) => table.number(row, column)),
    unit: (role) => at<string | null>(role, null, (column) => table.units[column] ?? null),
  }));
}
