import { useEffect, useRef } from 'react';
import { CellEditor } from './CellEditor.tsx';
import type { Sorting } from './narrow.ts';
import styles from './RegisterTable.module.css';
import type { Column, Row } from './register.ts';

/** Which cell is chosen, and whether it is being edited. */
export type Cursor = { readonly row: string | null; readonly column: string; readonly editing: boolean };

type Props<Entry extends Row> = {
  readonly label: string;
  readonly rows: readonly Entry[];
  readonly columns: readonly Column<Entry>[];
  readonly sorting: Sorting;
  readonly onSort: (column: string) => void;
  readonly cursor: Cursor;
  readonly onCursor: (cursor: Cursor) => void;
};

function order(sorting: Sorting, column: string): 'ascending' | 'descending' | 'none' {
  if (sorting.column !== column) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
}

/** The rows of a register as a grid: one cell is chosen, the arrow keys move it, Enter edits it. */
export function RegisterTable<Entry extends Row>(props: Props<Entry>) {
  const { label, rows, columns, sorting, onSort, cursor, onCursor } = props;
  const chosen = useRef<HTMLTableCellElement>(null);
  const { row, column, editing } = cursor;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the chosen cell, and returns to it after an edit.
  useEffect(() => {
    if (!editing) chosen.current?.focus();
  }, [row, column, editing]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are moved through by key is a grid.
    <table role="grid" className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((one) => (
            <th
              key={one.id}
              scope="col"
              aria-sort={order(sorting, one.id)}
              data-look={one.look}
              {...(one.name === '' ? { 'aria-label': 'Id' } : {})}
            >
              <button type="button" className={styles.head} onClick={() => onSort(one.id)}>
                {one.name === '' ? <span className="visually-hidden">Id</span> : one.name}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((entry) => (
          <tr key={entry.id} aria-selected={entry.id === row} data-selected={entry.id === row || undefined}>
            {columns.map((one) => {
              const here = entry.id === row && one.id === column;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: arrows, j, k and Enter are the screen's commands and do the same.
                <td
                  key={one.id}
                  ref={here ? chosen : null}
                  tabIndex={here || (row === null && entry === rows[0] && one.id === column) ? 0 : -1}
                  data-look={one.look}
                  data-editing={(here && editing) || undefined}
                  onClick={() => onCursor({ row: entry.id, column: one.id, editing: here && editing })}
                  onDoubleClick={() =>
                    onCursor({ row: entry.id, column: one.id, editing: one.edit !== undefined })
                  }
                  onFocus={(event) => {
                    if (!here && event.target === event.currentTarget)
                      onCursor({ row: entry.id, column: one.id, editing: false });
                  }}
                >
                  {here && editing && one.edit !== undefined ? (
                    <CellEditor
                      row={entry}
                      column={one}
                      edit={one.edit}
                      onDone={() => onCursor({ row: entry.id, column: one.id, editing: false })}
                    />
                  ) : (
                    (one.show?.(entry) ?? one.text(entry))
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
