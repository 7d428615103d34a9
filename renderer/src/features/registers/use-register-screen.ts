import { useState } from 'react';
import { saveText } from '#renderer/src/data/save-text.ts';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import type { Command } from '#renderer/src/state/commands.ts';
import { notify } from '#renderer/src/state/notices.ts';
import type { InRegister } from '#renderer/src/state/pages.ts';
import { narrow, type Sorting, sorted, toCsv } from './narrow.ts';
import type { Cursor } from './RegisterTable.tsx';
import type { Register, Row } from './register.ts';

/** The state to open with: the first that holds the entry that was asked for. */
function openingState<Entry extends Row>({ states, rows }: Register<Entry>, { entry }: InRegister): string {
  const asked = rows.find((row) => row.id === entry);
  const holding = asked === undefined ? states[0] : states.find((one) => one.holds(asked));
  return holding?.id ?? states[0]?.id ?? '';
}

function useRows<Entry extends Row>(register: Register<Entry>, at: InRegister) {
  const [typed, setTyped] = useState(at.narrow ?? '');
  const [state, setState] = useState(() => openingState(register, at));
  const [sorting, setSorting] = useState<Sorting>({
    column: register.sortedBy,
    descending: register.descending ?? false,
  });
  const holds = register.states.find((one) => one.id === state)?.holds ?? (() => true);
  const shown = sorted(
    narrow(register.rows.filter(holds), register.columns, typed),
    register.columns,
    sorting,
  );
  const sortBy = (column: string) =>
    setSorting({ column, descending: sorting.column === column && !sorting.descending });
  return { typed, setTyped, state, setState, sorting, sortBy, shown };
}

function stepped<Item>(items: readonly Item[], at: number, by: number): Item | undefined {
  return items[at === -1 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))];
}

/** What a register's screen remembers, and what its keys do. */
export function useRegisterScreen<Entry extends Row>(register: Register<Entry>, at: InRegister) {
  const workspace = useWorkspace();
  const rows = useRows(register, at);
  const [adding, setAdding] = useState(false);
  const [panel, setPanel] = useState(at.entry !== undefined);
  const [cursor, setCursor] = useState<Cursor>({
    row: at.entry ?? null,
    column: register.sortedBy,
    editing: false,
  });
  const { name, settle } = register;
  const columns = panel ? register.columns.filter((column) => column.spare !== true) : register.columns;
  const chosen = rows.shown.findIndex((row) => row.id === cursor.row);
  // A row that was just settled may be out of the filter; the same key still opens it again.
  const selected = register.rows.find((row) => row.id === cursor.row);
  const move = (by: number) => {
    const next = stepped(rows.shown, chosen, by);
    if (next !== undefined) setCursor({ ...cursor, row: next.id, editing: false });
  };
  const across = (by: number) => {
    const next = stepped(
      columns,
      columns.findIndex((column) => column.id === cursor.column),
      by,
    );
    if (next !== undefined)
      setCursor({ row: cursor.row ?? rows.shown[0]?.id ?? null, column: next.id, editing: false });
  };
  const edit = () => {
    const column = columns.find((one) => one.id === cursor.column);
    if (selected === undefined || column?.edit === undefined) return setPanel(true);
    setCursor({ ...cursor, editing: true });
  };
  const exportShown = () => {
    const file = {
      suggestedName: `${name.toLowerCase()}.csv`,
      text: toCsv(rows.shown, register.columns),
      kind: 'csv',
    } as const;
    void saveText(workspace, file).then((said) => said !== null && notify(said));
  };
  const hidden = true;
  const commands = (find: () => void): readonly Command[] => [
    { id: 'new', name: `New ${register.one}`, group: name, keys: ['a'], run: () => setAdding(true) },
    { id: 'export', name: `Export ${name.toLowerCase()} as CSV`, group: name, keys: ['e'], run: exportShown },
    { id: 'narrow', name: `Narrow ${name.toLowerCase()}`, group: name, keys: ['/'], run: find },
    { id: 'down', name: 'Next row', group: name, keys: ['j', 'ArrowDown'], hidden, run: () => move(1) },
    { id: 'up', name: 'Previous row', group: name, keys: ['k', 'ArrowUp'], hidden, run: () => move(-1) },
    { id: 'right', name: 'Next column', group: name, keys: ['ArrowRight'], hidden, run: () => across(1) },
    { id: 'left', name: 'Previous column', group: name, keys: ['ArrowLeft'], hidden, run: () => across(-1) },
    { id: 'edit', name: 'Edit the cell', group: name, keys: ['Enter'], hidden, run: edit },
    {
      id: 'history',
      name: 'Show or hide the history',
      group: name,
      keys: ['h'],
      run: () => setPanel(!panel),
    },
    {
      id: 'leave',
      name: 'Close the history',
      group: name,
      keys: ['Escape'],
      hidden,
      run: () => setPanel(false),
    },
    ...(settle === null
      ? []
      : [
          {
            id: 'settle',
            name: `Mark as ${settle.name}, or open again`,
            group: name,
            keys: ['Space'],
            run: () => selected !== undefined && settle.run(selected),
          },
        ]),
  ];
  return { ...rows, columns, adding, setAdding, panel, setPanel, cursor, setCursor, exportShown, commands };
}
