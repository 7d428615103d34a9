import type { KeyboardEvent } from 'react';
import { isMissing } from '#shared/tabular/missing.ts';
import type { PreviewRow } from '#shared/tabular/reading.ts';
import { CellText } from './CellText.tsx';
import type { ColumnHead } from './column-heads.ts';
import styles from './FileGrid.module.css';
import type { LineMark } from './line-marks.ts';

/** A column of the grid: what stands above it, whether it holds numbers, and whether these are taken in. */
export type GridColumn = {
  readonly name: string;
  readonly head: ColumnHead;
  readonly isNumber: boolean;
  readonly isValue: boolean;
};

type Props = {
  readonly row: PreviewRow;
  readonly mark: LineMark | undefined;
  readonly columns: readonly GridColumn[];
  readonly missing: ReadonlySet<string>;
  readonly isTabStop: boolean;
  /** Null where the file has no line that could be a header. */
  readonly onHeader: ((record: number) => void) | null;
  readonly onLine: (line: number, isIn: boolean) => void;
};

/** Up and down move along the line numbers, as in a list. */
function moveAlong(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const all = [...(event.currentTarget.closest('tbody')?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
  all[all.indexOf(event.currentTarget) + step]?.focus();
}

function Note({ mark, onLine }: { readonly mark: LineMark | undefined; readonly onLine: Props['onLine'] }) {
  if (mark === undefined || mark.kind === 'header') return null;
  if (mark.kind === 'rejected' || mark.kind === 'aside')
    return <span className={styles.why}>{mark.why}</span>;
  const isIn = mark.kind === 'taken-in';
  return (
    <>
      <span className={styles.why}>{isIn ? 'taken in by hand' : mark.why}</span>
      {(isIn || mark.canTakeIn) && (
        <button type="button" className={styles.take} onClick={() => onLine(mark.line, !isIn)}>
          {isIn ? 'leave out' : 'take in'}
          <span className="visually-hidden"> line {mark.line}</span>
        </button>
      )}
    </>
  );
}

/** One line of the file with its number, its cells and, where it is not data, what it is. */
export function FileRow({ row, mark, columns, missing, isTabStop, onHeader, onLine }: Props) {
  const badColumn = mark?.kind === 'rejected' ? mark.column : null;
  const faultOf = (at: number): string | undefined => {
    if (mark?.kind !== 'rejected') return undefined;
    return badColumn === null || columns[at]?.name === badColumn ? 'rejected' : undefined;
  };
  const isData = mark === undefined || mark.kind === 'taken-in' || mark.kind === 'rejected';
  const isNothing = (cell: string, at: number): boolean =>
    isData && columns[at]?.isValue === true && (isMissing(cell) || missing.has(cell.trim().toLowerCase()));
  return (
    <tr data-mark={mark?.kind}>
      <th scope="row">
        {onHeader === null ? (
          <span data-line-number>{row.line === 0 ? '' : row.line}</span>
        ) : (
          <button
            type="button"
            data-line
            tabIndex={isTabStop ? 0 : -1}
            aria-label={`Line ${row.line}: make it the header`}
            onClick={() => onHeader(row.record)}
            onKeyDown={moveAlong}
          >
            {row.line}
          </button>
        )}
      </th>
      {columns.map((column, at) => {
        const cell = row.cells[at] ?? '';
        return (
          <td
            key={column.name}
            data-number={column.isNumber || undefined}
            data-cell={faultOf(at) ?? (isNothing(cell, at) ? 'missing' : undefined)}
          >
            <CellText>{cell}</CellText>
          </td>
        );
      })}
      <td className={styles.note} data-told={(mark !== undefined && mark.kind !== 'header') || undefined}>
        <Note mark={mark} onLine={onLine} />
      </td>
    </tr>
  );
}
