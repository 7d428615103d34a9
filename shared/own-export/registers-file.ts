import { organizationData } from '#shared/events/organization-events.ts';
import { csvLine } from '#shared/own-export/cells.ts';
import { cellOf, type FieldValue, readCell } from '#shared/own-export/fields.ts';
import { ownMark, ownTable } from '#shared/own-export/own-header.ts';
import {
  type RegisterTable,
  type RowEvent,
  type RowValues,
  registerTables,
} from '#shared/own-export/register-tables.ts';
import type { Registers } from '#shared/registers/registers.ts';

/** What taking rows of registers in would do. Nothing is authored. */
export type RegistersToTakeIn = {
  readonly events: readonly RowEvent[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that are not what their register holds, a sentence each. */
  readonly refused: readonly string[];
};

type FoundRow = { readonly values: RowValues; readonly where: string };

/** One register as CSV: a row for each entry, formula-safe, the first cell naming the register. */
export function registerCsv(table: RegisterTable, registers: Registers): string {
  const heads = table.fields.map(({ name }, at) => (at === 0 ? ownMark(table.id) : name));
  const rows = table.rows(registers).map((row) => table.fields.map(({ name }) => cellOf(row[name] ?? null)));
  return `${[heads, ...rows].map(csvLine).join('\r\n')}\r\n`;
}

/** Every register as one JSON file. */
export function registersJson(registers: Registers): string {
  const tables = Object.fromEntries(registerTables.map((table) => [table.id, table.rows(registers)]));
  return `${JSON.stringify({ format: 'andon-registers', version: 1, tables }, null, 1)}\n`;
}

function keyOf({ key, fields }: RegisterTable, row: RowValues): string {
  const names = key ?? fields.slice(0, 1).map(({ name }) => name);
  return JSON.stringify(names.map((name) => cellOf(row[name] ?? null)));
}

function why({ type, data }: RowEvent): string | null {
  const parsed = organizationData[type].safeParse(data);
  const issue = parsed.success ? undefined : parsed.error.issues[0];
  return issue === undefined ? null : `${String(issue.path.at(-1) ?? 'the row')}: ${issue.message}`;
}

function takeInTable(
  table: RegisterTable,
  found: readonly FoundRow[],
  registers: Registers,
): RegistersToTakeIn {
  const known = new Map(table.rows(registers).map((row) => [keyOf(table, row), row]));
  const events: RowEvent[] = [];
  const refused: string[] = [];
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const { values, where } of found) {
    const before = known.get(keyOf(table, values));
    const changes: RowValues =
      before === undefined
        ? values
        : Object.fromEntries(
            Object.entries(values).filter(([name, value]) => cellOf(value) !== cellOf(before[name] ?? null)),
          );
    if (before !== undefined && Object.keys(changes).length === 0) {
      counts.unchanged += 1;
      continue;
    }
    if (before !== undefined && table.changed === null) {
      refused.push(`${where}: this entry is on record already and is not changed afterwards.`);
      continue;
    }
    const event = before === undefined ? table.added(values) : table.changed?.(values, changes, registers);
    const fault = event === undefined ? null : why(event);
    if (event === undefined || fault !== null) {
      refused.push(`${where}: ${fault ?? 'not understood'}`);
      continue;
    }
    events.push(event);
    counts[before === undefined ? 'added' : 'changed'] += 1;
  }
  return { events, ...counts, refused };
}

function joined(parts: readonly RegistersToTakeIn[]): RegistersToTakeIn {
  const sum = (of: (part: RegistersToTakeIn) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    events: parts.flatMap(({ events }) => events),
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
    unchanged: sum(({ unchanged }) => unchanged),
    refused: parts.flatMap(({ refused }) => refused),
  };
}

/** What a register's CSV holds beyond what is on record, from its cells; null for a table of another kind. */
export function compareRegisterCsv(
  rows: readonly (readonly string[])[],
  registers: Registers,
): RegistersToTakeIn | null {
  const [heads, ...rest] = rows;
  const table = registerTables.find(({ id }) => id === ownTable(heads?.[0] ?? ''));
  if (table === undefined || heads === undefined) return null;
  const found: FoundRow[] = [];
  const refused: string[] = [];
  for (const [at, cells] of rest.entries()) {
    if (cells.every((cell) => cell === '')) continue;
    const where = `Row ${at + 2}`;
    const values: Record<string, FieldValue> = {};
    for (const [index, field] of table.fields.entries()) {
      const place = index === 0 ? 0 : heads.indexOf(field.name);
      const value = place < 0 ? undefined : readCell(field, cells[place] ?? '');
      if (value === undefined)
        refused.push(`${where}: ${field.name} “${cells[place] ?? ''}” is not understood.`);
      else values[field.name] = value;
    }
    if (Object.keys(values).length === table.fields.length) found.push({ values, where });
  }
  const taken = takeInTable(table, found, registers);
  return { ...taken, refused: [...refused, ...taken.refused] };
}

function isRow(value: unknown): value is RowValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same from the JSON file of all registers, as parsed; null for JSON of another kind. */
export function compareRegistersJson(json: unknown, registers: Registers): RegistersToTakeIn | null {
  if (!isRow(json) || json['format'] !== 'andon-registers' || json['version'] !== 1) return null;
  const tables: unknown = json['tables'];
  if (!isRow(tables)) return null;
  return joined(
    registerTables.map((table) => {
      const rows: unknown = Object.hasOwn(tables, table.id) ? tables[table.id] : [];
      const found = (Array.isArray(rows) ? rows : []).filter(isRow).map((row, at) => ({
        values: Object.fromEntries(table.fields.map(({ name }) => [name, row[name] ?? null])),
        where: `${table.id}, entry ${at + 1}`,
      }));
      return takeInTable(table, found, registers);
    }),
  );
}
