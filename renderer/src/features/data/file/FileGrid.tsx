import { Fragment } from 'react';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import type { Column, Reading } from '#shared/tabular/reading.ts';
import { WHOLE_NAMES } from '#shared/tabular/whole-names.ts';
import { headOf } from './column-heads.ts';
import styles from './FileGrid.module.css';
import { FileRow, type GridColumn } from './FileRow.tsx';
import { lineMarks, totalLines } from './line-marks.ts';

/** Columns beyond these are counted, not drawn. */
const MOST_COLUMNS = 60;

type Props = {
  readonly reading: Reading;
  readonly onHeader: (record: number) => void;
  readonly onLine: (line: number, isIn: boolean) => void;
  readonly onTotals: (isIn: boolean) => void;
};

function gridColumn(column: Column | undefined, at: number, reading: Reading): GridColumn {
  const head = headOf(column, reading);
  if (column === undefined) return { name: `column ${at + 1}`, head, isNumber: false, isValue: false };
  const isNumber = column.sum !== null;
  return { name: column.name, head, isNumber, isValue: isNumber && column.role !== 'ignored' };
}

function Heads({ columns }: { readonly columns: readonly GridColumn[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="visually-hidden">Line</span>
        </th>
        {columns.map(({ name, head, isNumber }) => (
          <th
            key={name}
            scope="col"
            data-out={head.isOut || undefined}
            data-number={isNumber || undefined}
            title={head.text}
          >
            {head.text}
          </th>
        ))}
        <th scope="col">
          <span className="visually-hidden">What the line is</span>
        </th>
      </tr>
    </thead>
  );
}

type LegendProps = Pick<Props, 'reading' | 'onTotals'> & { readonly further: number };

function Legend({ reading, further, onTotals }: LegendProps) {
  const totals = totalLines(reading).length;
  const { data, excluded, rejectedCount } = reading.rows;
  return (
    <p className={styles.legend}>
      {reading.header.length > 0 && <span data-mark="header">header</span>}
      {excluded.length > 0 && <span data-mark="excluded">left out</span>}
      {reading.evidence.some((one) => one.setting === 'nulls') && <span data-mark="missing">missing</span>}
      {rejectedCount > 0 && <span data-mark="rejected">rejected</span>}
      <span>
        {data.toLocaleString('en')} {data === 1 ? 'row' : 'rows'} of data in all
        {further > 0 &&
          `, ${further.toLocaleString('en')} more ${further === 1 ? 'column' : 'columns'} to the right`}
      </span>
      {totals > 0 && (
        <Button look="link" size="small" onPress={() => onTotals(true)} keys={['t']}>
          {totals === 1
            ? 'Take in the row that sums up others'
            : `Take in the ${totals} rows that sum up others`}
        </Button>
      )}
    </p>
  );
}

/** The file as it was read, line by line, with what each column is; a line is made the header by its number. */
export function FileGrid({ reading, onHeader, onLine, onTotals }: Props) {
  const marks = lineMarks(reading);
  const width = Math.max(0, ...reading.preview.map((row) => row.cells.length));
  const shown = Math.min(width, MOST_COLUMNS);
  const columns = Array.from({ length: shown }, (_, at) => gridColumn(reading.columns[at], at, reading));
  const missing = new Set((reading.settings.missing ?? []).map((word) => word.trim().toLowerCase()));
  const isTable = reading.type === 'table';
  const tabStop = reading.header[0] ?? reading.preview[0]?.record;
  const own = reading.columns.filter((column) => !WHOLE_NAMES.has(column.name)).length;
  const inAll = Math.max(width, own);
  return (
    <Section
      title="The file"
      remark={isTable ? 'choose a line’s number to make it the header' : 'as the table it stands for'}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard. */}
      <section className={styles.scroll} tabIndex={0} aria-label="First lines of the file">
        <table className={styles.file}>
          <Heads columns={columns} />
          <tbody>
            {reading.preview.map((row, at) => {
              const before = reading.preview[at - 1];
              const between = before === undefined ? 0 : row.record - before.record - 1;
              return (
                <Fragment key={`${row.record}-${row.line}`}>
                  {between > 0 && (
                    <tr data-mark="between">
                      <td colSpan={shown + 2}>{between.toLocaleString('en')} more rows</td>
                    </tr>
                  )}
                  <FileRow
                    row={row}
                    mark={marks.get(row.line)}
                    columns={columns}
                    missing={missing}
                    isTabStop={row.record === tabStop}
                    onHeader={isTable ? onHeader : null}
                    onLine={onLine}
                  />
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </section>
      <Legend reading={reading} further={inAll - shown} onTotals={onTotals} />
    </Section>
  );
}
