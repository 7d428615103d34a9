import type { ImportComparison } from '#shared/series/compare-import.ts';
import type { Reading } from '#shared/tabular/reading.ts';
import styles from './Becomes.module.css';

type Props = {
  readonly reading: Reading;
  readonly comparison: ImportComparison;
  readonly missing: number;
};

/** Rows that were left out with something in them; blank lines are no rows. */
function leftOut({ excluded }: Reading['rows']): number {
  return excluded
    .filter((one) => one.reason !== 'blank')
    .reduce((sum, one) => sum + (one.lastLine ?? one.line) - one.line + 1, 0);
}

/** What was read, and what taking it in would do, in numbers. */
export function Counts({ reading, comparison, missing }: Props) {
  const { rows } = reading;
  const counts = [
    { word: 'rows read', count: rows.data },
    { word: 'added', count: comparison.added },
    { word: 'changed', count: comparison.changed.length },
    { word: 'unchanged', count: comparison.unchanged },
    { word: 'missing', count: missing },
    { word: 'left out', count: leftOut(rows) },
    { word: 'rejected', count: rows.rejectedCount },
  ];
  return (
    <dl className={styles.counts} aria-label="What adding this file does">
      {counts.map(({ word, count }) => (
        <div key={word} data-none={count === 0 || undefined}>
          <dt>{word}</dt>
          <dd>{count.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  );
}
