import type { FileRecord, InitiativeRecord } from '#shared/series/records/record.ts';
import type { EventColumns, EventRow, EventRows } from './event-columns.ts';
import { words } from './header-words.ts';
import { columnsOf, normalised } from './recognize-event-kind.ts';

const ROLES: Parameters<typeof columnsOf>[0]['roles'] = [
  ['id', words('issuekey key initiativeid id')],
  ['name', words('initiative initiativename summary name title')],
  ['state', words('status state')],
  ['tier', words('tier initiativetier priority')],
  ['issue-type', words('issuetype type')],
  ['accountable', words('accountable owner assignee lead accountableperson')],
  ['due', words('duedate due targetdate deadline targetend')],
  ['blocked-since', words('blockedsince blockedon blockedfrom blockeddate')],
  ['unblock-owner', words('unblockowner unblocker unblockedby whounblocks accountableforunblocking')],
  ['reason', words('blockedreason blocker reason blockedby flaggedreason')],
];
const INITIATIVE = /initiative|epic|programme|program|theme/i;
const TIER = /tier\s*-?\s*([1-3])\b|^\s*t?([1-3])\s*$/i;

const STATUSES: readonly (readonly [RegExp, InitiativeRecord['status']])[] = [
  [/block|imped|on hold|stuck/i, 'blocked'],
  [/risk|off track|behind|delayed|amber|yellow|red/i, 'at-risk'],
  [/done|complete|closed|resolved|delivered/i, 'done'],
  [/drop|cancel|abandon|won.?t|rejected/i, 'dropped'],
];

function statusOf(word: string): InitiativeRecord['status'] {
  return STATUSES.find(([pattern]) => pattern.test(word))?.[1] ?? 'on-track';
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function toInitiative(row: EventRow, columns: EventColumns): FileRecord | null {
  const name = row.text('name');
  const type = row.text('issue-type');
  if (name === '' || (type !== '' && !INITIATIVE.test(type))) return null;
  const tier = TIER.exec(row.text('tier'));
  return {
    kind: 'initiative',
    id: row.text('id') || name,
    name,
    tier: tier === null ? null : Number(tier[1] ?? tier[2]),
    status: statusOf(row.text('state')),
    accountable: row.text('accountable') || null,
    dueMs: known(row.moment('due')),
    blockedSinceMs: known(row.moment('blocked-since')),
    reason: row.text('reason') || null,
    unblockOwner: columns['unblock-owner'] === undefined ? null : row.text('unblock-owner'),
  };
}

/** Headers that only a register of initiatives has, or the tracker's type of issue beside a status. */
function isRegister(columns: EventColumns, headers: readonly string[]): boolean {
  const named = headers.some((header) => header.startsWith('initiative') || header === 'unblockowner');
  const tracked = columns['issue-type'] !== undefined && columns.id !== undefined;
  return (
    columns.name !== undefined &&
    columns.state !== undefined &&
    (named || tracked || headers.includes('tier'))
  );
}

/** Roles of a register of initiatives in these headers, null where they are of something else. */
export function initiativeColumns(
  headers: readonly string[],
  isDate: (column: number) => boolean,
): EventColumns | null {
  const names = headers.map(normalised);
  const columns = columnsOf({ roles: ROLES }, names, isDate);
  return isRegister(columns, names) ? columns : null;
}

/** The initiatives of a register, one for each row; issues of other types are left out. */
export function initiativesIn(rows: EventRows, columns: EventColumns): readonly FileRecord[] {
  return rows.read((row) => toInitiative(row, columns));
}
