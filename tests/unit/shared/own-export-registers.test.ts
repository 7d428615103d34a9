import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseBundle } from '#shared/events/bundle.ts';
import type { StoredEvent } from '#shared/events/event.ts';
import { plainText } from '#shared/own-export/cells.ts';
import type { RowEvent } from '#shared/own-export/register-tables.ts';
import { registerTables } from '#shared/own-export/register-tables.ts';
import {
  compareRegisterCsv,
  compareRegistersJson,
  registerCsv,
  registersJson,
} from '#shared/own-export/registers-file.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import type { Registers } from '#shared/registers/registers.ts';
import { createIntake } from '#shared/tabular/intake.ts';

const folder = path.resolve(import.meta.dirname, '../../..');

function eventsIn(file: string): readonly StoredEvent[] {
  const bundle = parseBundle(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
  if (!bundle.ok) throw new Error(bundle.failure.message);
  return bundle.value.events;
}

/** Registers with an entry of every kind: the frozen events of an early build and the sample organization's history. */
const written = foldRegisters([
  ...eventsIn('tests/fixtures/events/v1.json'),
  ...eventsIn('assets/sample/review-history.json'),
]);
const empty = foldRegisters([]);

function authored(events: readonly RowEvent[]): readonly StoredEvent[] {
  return events.map(({ type, data }, at) => ({
    id: `taken-${at}`,
    stream: 'organization',
    at: `2026-11-20T10:00:00.000Z-${at.toString(16).padStart(4, '0')}-d1`,
    device: 'd1',
    actor: 'maria',
    type,
    data: JSON.parse(JSON.stringify(data)),
  }));
}

function cellsOf(csv: string): readonly (readonly string[])[] {
  const bytes = new TextEncoder().encode(csv);
  const intake = createIntake({ settings: {} }, { name: 'register.csv', bytes: bytes.length });
  intake.push(bytes);
  const taken = intake.end();
  if (taken.kind === 'refused') throw new Error(taken.sentence);
  const { records } = taken;
  return Array.from({ length: records.count }, (_, record) =>
    Array.from({ length: records.width(record) }, (_, field) => records.text(record, field)),
  );
}

function rowsOf(registers: Registers): Record<string, unknown> {
  return Object.fromEntries(registerTables.map((table) => [table.id, table.rows(registers)]));
}

describe.each(registerTables)('the register of $id as CSV', (table) => {
  const cells = cellsOf(registerCsv(table, written));

  it('has an entry to be tried with', () => {
    expect(table.rows(written).length).toBeGreaterThan(0);
  });

  it('brings nothing new where it came from', () => {
    const rows = table.rows(written).length;
    expect(compareRegisterCsv(cells, written)).toEqual({
      events: [],
      added: 0,
      changed: 0,
      unchanged: rows,
      refused: [],
    });
  });

  it('fills an empty workspace with the very same entries', () => {
    const taken = compareRegisterCsv(cells, empty);
    expect(taken?.refused).toEqual([]);
    const again = foldRegisters(authored(taken?.events ?? []));
    const byId = (registers: Registers) =>
      table
        .rows(registers)
        .map((row) => JSON.stringify(row))
        .sort();
    expect(byId(again)).toEqual(byId(written));
  });

  it('says in its cells nothing that a spreadsheet would run', () => {
    expect(cells.flat().filter((cell) => /^[=+@\t\r]|^-(?!\d)/.test(cell))).toEqual([]);
  });
});

describe('a register that was edited in a spreadsheet', () => {
  const actions = registerTables.find(({ id }) => id === 'actions');
  const cells = actions === undefined ? [] : cellsOf(registerCsv(actions, written));
  const [heads = [], first = [], ...rest] = cells;
  const with_ = (column: string, value: string) =>
    first.map((cell, at) => (at === heads.indexOf(column) ? value : cell));

  it('changes the field that was edited, and nothing else', () => {
    const taken = compareRegisterCsv([heads, with_('text', '=rotate the keys'), ...rest], written);
    expect(taken).toMatchObject({ added: 0, changed: 1, unchanged: rest.length, refused: [] });
    expect(taken?.events[0]).toMatchObject({
      type: 'action-changed',
      data: { action: plainText(first[0] ?? ''), changes: { text: '=rotate the keys' } },
    });
  });

  it('is refused row by row where a cell holds what the field cannot', () => {
    const taken = compareRegisterCsv([heads, with_('status', 'finished'), ...rest], written);
    expect(taken).toMatchObject({ added: 0, changed: 0, unchanged: rest.length });
    expect(taken?.refused).toHaveLength(1);
    expect(taken?.refused[0]).toMatch(/^Row 2: status/);
  });
});

describe('all registers as one JSON file', () => {
  it('bring nothing new where they came from, and fill an empty workspace with the same', () => {
    const json: unknown = JSON.parse(registersJson(written));
    expect(compareRegistersJson(json, written)).toMatchObject({ added: 0, changed: 0, refused: [] });
    const taken = compareRegistersJson(json, empty);
    const sorted = (rows: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(rows).map(([id, all]) => [
          id,
          (all as unknown[]).map((row) => JSON.stringify(row)).sort(),
        ]),
      );
    expect(sorted(rowsOf(foldRegisters(authored(taken?.events ?? []))))).toEqual(sorted(rowsOf(written)));
  });
});
