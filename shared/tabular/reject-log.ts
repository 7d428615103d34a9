import type { RejectedGroup, RejectedRow } from '#shared/tabular/reading.ts';

export type Rejects = {
  /** The first rejected rows, in file order. */
  readonly rows: readonly RejectedRow[];
  /** All of them. */
  readonly count: number;
  /** By reason, in the order in which each first appears; reasons beyond the first thousand are one group. */
  readonly groups: readonly RejectedGroup[];
};

export type RejectLog = {
  readonly add: (row: RejectedRow) => void;
  readonly finish: () => Rejects;
};

/** Rows that are kept one by one; further ones are counted, so that a file of bad rows does not fill the memory. */
export const KEPT_REJECTS = 10_000;

const KEPT_REASONS = 1000;
const OTHER = 'other reasons';

function firstOf({ message, line, code, column, value }: RejectedRow): RejectedGroup {
  return { message, count: 1, line, code, column, value };
}

function otherReasons({ line }: RejectedRow): RejectedGroup {
  return { message: OTHER, count: 1, line, code: null, column: null, value: '' };
}

/** Collects rejected rows: the first `keep` as they are, all of them by number and reason. */
export function createRejectLog(keep: number): RejectLog {
  const rows: RejectedRow[] = [];
  const groups = new Map<string, { -readonly [Key in keyof RejectedGroup]: RejectedGroup[Key] }>();
  let count = 0;
  return {
    add(row) {
      count += 1;
      if (rows.length < keep) rows.push(row);
      const week =
        row.code === 'not-a-date' && row.message.endsWith('no year') ? `${row.column}|week` : row.message;
      const key = groups.has(week) || groups.size < KEPT_REASONS ? week : OTHER;
      const group = groups.get(key);
      if (group === undefined) {
        groups.set(key, key === OTHER ? otherReasons(row) : firstOf(row));
      } else {
        group.count += 1;
        group.line = Math.min(group.line, row.line);
      }
    },
    finish: () => ({
      rows: rows.toSorted((a, b) => a.line - b.line),
      count,
      groups: [...groups.values()].toSorted((a, b) => a.line - b.line),
    }),
  };
}

/** A group as a person reads it: `deploys: “n.v.x” is not a number, 2,500 rows, first at line 3`. */
export function groupSentence({ message, count, line }: RejectedGroup): string {
  return count === 1
    ? `${message} (line ${line})`
    : `${message}, ${count.toLocaleString('en-US')} rows, first at line ${line}`;
}

const REMEDIES: Readonly<Record<RejectedRow['code'], string>> = {
  'not-a-number': 'correct the cell, or take such cells as missing',
  'not-a-date': 'correct the date, or leave the row out',
  'impossible-date': 'correct the date, or leave the row out',
  'too-many-fields': 'put quotes around the cell that holds the delimiter',
  'unclosed-quote': 'close the quote and bring the file again',
  'bad-text': 'export the line again, or leave it out',
  'unit-differs': 'give the cell the unit of its column',
};

/** What a person can do about the rejected rows of a file, each remedy once. */
export function remedies(groups: readonly RejectedGroup[]): readonly string[] {
  return [...new Set(groups.flatMap(({ code }) => (code === null ? [] : [REMEDIES[code]])))];
}
