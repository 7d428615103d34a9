import { Section } from '#renderer/src/ui/Section.tsx';
import type { Reading } from '#shared/tabular/reading.ts';
import styles from './FilePreview.module.css';
import { lineMarks } from './line-marks.ts';

/** Columns beyond these are counted, not drawn. */
const MOST_COLUMNS = 12;

type Props = { readonly reading: Reading; readonly onHeader: (record: number) => void };

/** Control and direction characters made visible, so that a cell cannot pretend to be another. */
function visible(text: string): string {
  return text
    .slice(0, 200)
    .replace(/[\n\t]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '\u2420');
}

/** The file as it was read, line by line; a click on a line makes it the header. */
export function FilePreview({ reading, onHeader }: Props) {
  const marks = lineMarks(reading);
  const width = Math.max(0, ...reading.preview.map((row) => row.cells.length));
  const shown = Math.min(width, MOST_COLUMNS);
  return (
    <Section title="The file" remark="as read; click a line’s number to make it the header">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard. */}
      <section className={styles.scroll} tabIndex={0} aria-label="First lines of the file">
        <table className={styles.file}>
          <tbody>
            {reading.preview.map((row) => {
              const mark = marks.get(row.line);
              return (
                <tr key={`${row.record}-${row.line}`} data-mark={mark?.kind} title={mark?.why}>
                  <th scope="row">
                    <button
                      type="button"
                      aria-label={`Line ${row.line}: make it the header`}
                      onClick={() => onHeader(row.record)}
                    >
                      {row.line}
                    </button>
                  </th>
                  {row.cells.slice(0, shown).map((cell, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its position; cells of a line never move.
                    <td key={at} dir="auto">
                      {visible(cell)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <p className={styles.legend}>
        <span data-mark="header">header</span>
        <span data-mark="excluded">left out</span>
        <span data-mark="rejected">rejected</span>
        {width > shown && <span>{width - shown} more columns</span>}
        <span>{reading.rows.data.toLocaleString('en')} rows of data in all</span>
      </p>
    </Section>
  );
}
