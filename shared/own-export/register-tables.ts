import type { OrganizationEvent } from '#shared/events/event.ts';
import { type Field, type FieldValue, flag, list, maybe, text } from '#shared/own-export/fields.ts';
import type { OnRecord, Registers } from '#shared/registers/registers.ts';
import { recordChange } from '#shared/review/changes.ts';

export type RowValues = Readonly<Record<string, FieldValue>>;

/** An event that taking a row in would author; what its data may be is checked against the schema of its type. */
export type RowEvent = { readonly type: OrganizationEvent['type']; readonly data: unknown };

/** A register as a table: what its rows are, and how a row becomes an event. The first field names the entry. */
export type RegisterTable = {
  readonly id: string;
  readonly fields: readonly Field[];
  /** Fields that together name an entry; the first one alone where it is not said. */
  readonly key?: readonly string[];
  readonly rows: (registers: Registers) => readonly RowValues[];
  readonly added: (row: RowValues) => RowEvent;
  /** Null where an entry is never changed once it is written. */
  readonly changed: ((row: RowValues, changes: RowValues, registers: Registers) => RowEvent) | null;
};

function rowOf(fields: readonly Field[], entry: object): RowValues {
  const values = entry as Readonly<Record<string, FieldValue>>;
  return Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? null]));
}

function without(row: RowValues, ...names: readonly string[]): RowValues {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

type Counted = {
  readonly id: string;
  readonly one: 'action' | 'initiative' | 'risk' | 'decision';
  readonly fields: readonly Field[];
  readonly entries: (registers: Registers) => readonly OnRecord<object>[];
};

/** Registers whose entries are counted (`A-102`) and edited field by field. */
function countedTable({ id, one, fields, entries }: Counted): RegisterTable {
  const all = [text('id'), ...fields];
  return {
    id,
    fields: all,
    rows: (registers) => entries(registers).map((entry) => rowOf(all, entry)),
    added: (row) => {
      const name = row['id'];
      const number = typeof name === 'string' && /^[AIRD]-\d+$/.test(name) ? { number: name } : {};
      return { type: `${one}-recorded`, data: { [one]: name, ...number, ...without(row, 'id') } };
    },
    changed: (row, changes, registers) => {
      const entry = entries(registers).find((known) => known.id === row['id']);
      const edit = entry === undefined ? { changes } : recordChange(entry, changes);
      return { type: `${one}-changed`, data: { [one]: row['id'], ...edit } };
    },
  };
}

const links = list('links');

const TABLES: readonly RegisterTable[] = [
  countedTable({
    id: 'actions',
    one: 'action',
    fields: [
      text('text'),
      maybe('owner'),
      maybe('due'),
      text('status'),
      maybe('doneOn'),
      maybe('evidence'),
      maybe('reason'),
      maybe('dimension'),
      text('priority'),
      links,
    ],
    entries: ({ actions }) => actions,
  }),
  countedTable({
    id: 'initiatives',
    one: 'initiative',
    fields: [
      text('text'),
      maybe('tier', 'number'),
      maybe('accountable'),
      maybe('due'),
      text('status'),
      maybe('reason'),
      maybe('blockedSince'),
      maybe('unblockOwner'),
      maybe('unblockBy'),
      maybe('completion', 'number'),
      list('waitsFor'),
      links,
    ],
    entries: ({ initiatives }) => initiatives,
  }),
  countedTable({
    id: 'risks',
    one: 'risk',
    fields: [
      text('text'),
      maybe('likelihood', 'number'),
      maybe('impact', 'number'),
      maybe('response'),
      maybe('owner'),
      maybe('reviewOn'),
      maybe('acceptedBy'),
      maybe('acceptedUntil'),
      maybe('transferredTo'),
      text('status'),
      links,
    ],
    entries: ({ risks }) => risks,
  }),
  countedTable({
    id: 'decisions',
    one: 'decision',
    fields: [text('on'), text('text'), maybe('owner'), maybe('context'), list('options'), links],
    entries: ({ decisions }) => decisions,
  }),
  peopleTable(),
  entitiesTable(),
  targetsTable(),
  annotationsTable(),
  rebaselinesTable(),
  upcomingTable(),
];

function peopleTable(): RegisterTable {
  const fields = [text('person'), text('name'), maybe('team'), maybe('role'), flag('active')];
  return {
    id: 'people',
    fields,
    rows: ({ people }) => people.map((one) => rowOf(fields, { ...one, person: one.id })),
    added: (row) => ({ type: 'person-added', data: row }),
    changed: (row, changes, { people }) => {
      const entry = people.find(({ id }) => id === row['person']);
      const edit = entry === undefined ? { changes } : recordChange(entry, changes);
      return { type: 'person-changed', data: { person: row['person'], ...edit } };
    },
  };
}

function entitiesTable(): RegisterTable {
  const fields = [
    text('entity'),
    text('kind'),
    maybe('displayName'),
    maybe('tier', 'number'),
    maybe('team'),
    maybe('aliasOf'),
    flag('customerFacing'),
    flag('active'),
  ];
  const change = (row: RowValues, edit: object): RowEvent => ({
    type: 'entity-changed',
    data: { entity: row['entity'], ...edit },
  });
  return {
    id: 'entities',
    fields,
    rows: ({ entities }) => entities.map((one) => rowOf(fields, { ...one, entity: one.id })),
    added: (row) => change(row, { changes: without(row, 'entity') }),
    changed: (row, changes, { entities }) => {
      const entry = entities.find(({ id }) => id === row['entity']);
      return change(row, entry === undefined ? { changes } : recordChange(entry, changes));
    },
  };
}

function targetsTable(): RegisterTable {
  const fields = [text('metric'), maybe('entity'), maybe('op'), maybe('value', 'number')];
  const set = (row: RowValues): RowEvent => {
    const { metric, entity, op, value } = row;
    return {
      type: 'target-set',
      data: { metric, entity, target: op === null || value === null ? null : { op, value } },
    };
  };
  return {
    id: 'targets',
    fields,
    key: ['metric', 'entity'],
    rows: ({ targets }) =>
      targets.map(({ metric, entity, target }) => ({
        metric,
        entity,
        op: target?.op ?? null,
        value: target?.value ?? null,
      })),
    added: set,
    changed: set,
  };
}

function annotationsTable(): RegisterTable {
  const fields = [text('annotation'), list('series'), text('from'), maybe('until'), text('text')];
  return {
    id: 'annotations',
    fields,
    // What a review's verdict explained is written by that review.
    rows: ({ annotations }) =>
      annotations.filter(({ review }) => review === null).map((one) => rowOf(fields, one)),
    added: (row) => ({ type: 'annotation-added', data: row }),
    changed: null,
  };
}

function rebaselinesTable(): RegisterTable {
  const fields = [text('series'), text('from'), text('cause')];
  return {
    id: 'rebaselines',
    fields,
    key: ['series', 'from'],
    rows: ({ rebaselines }) => rebaselines.map((one) => rowOf(fields, one)),
    added: (row) => ({ type: 'rebaselined', data: row }),
    changed: null,
  };
}

function upcomingTable(): RegisterTable {
  const fields = [
    text('change'),
    text('text'),
    text('from'),
    maybe('until'),
    maybe('owner'),
    list('entities'),
  ];
  const registered = (row: RowValues): RowEvent => ({ type: 'upcoming-change-registered', data: row });
  return {
    id: 'upcoming-changes',
    fields,
    rows: ({ upcomingChanges }) => upcomingChanges.map((one) => rowOf(fields, one)),
    added: registered,
    changed: registered,
  };
}

/** Every register that is exported and taken in as a table. */
export const registerTables: readonly RegisterTable[] = TABLES;
