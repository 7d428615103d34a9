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
  | 'gates-required'
  | 'title'
  | 'exposed'
  | 'target-90'
  | 'usual-tickets'
  | 'issue-type'
  | 'accountable'
  | 'due'
  | 'blocked-since'
  | 'unblock-owner'
  | 'reason';

/** The position of the column that plays each role; a role that no column plays is absent. */
export type EventColumns = Readonly<Partial<Record<EventRole, number>>>;

/** One row seen through the roles of its columns. It stands for the next row as soon as that is read: keep no row. */
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

export type EventRows = {
  readonly count: number;
  /** What each row gives, in file order; rows that give null give nothing. */
  readonly read: <Item>(of: (row: EventRow) => Item | null) => readonly Item[];
};

/** The rows of a table seen through the roles of its columns, one at a time, so that millions of them fit. */
export function eventRows(table: EventTable, columns: EventColumns): EventRows {
  let current = 0;
  const row: EventRow = {
    get line() {
      return table.lines[current] ?? 0;
    },
    text: (role) => {
      const column = columns[role];
      return column === undefined ? '' : table.text(current, column);
    },
    moment: (role) => {
      const column = columns[role];
      return column === undefined ? Number.NaN : table.moment(current, column);
    },
    number: (role) => {
      const column = columns[role];
      return column === undefined ? Number.NaN : table.number(current, column);
    },
    unit: (role) => {
      const column = columns[role];
      return column === undefined ? null : (table.units[column] ?? null);
    },
  };
  return {
    count: table.rows,
    read<Item>(of: (row: EventRow) => Item | null): readonly Item[] {
      const items: Item[] = [];
      for (current = 0; current < table.rows; current += 1) {
        const item = of(row);
        if (item !== null) items.push(item);
      }
      return items;
    },
  };
}
