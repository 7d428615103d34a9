import type { ReadFile } from '#renderer/src/data/imports.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Name } from '#renderer/src/ui/Name.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Table } from '#renderer/src/ui/Table.tsx';
import { formatFigure } from '#shared/figures.ts';
import type { Comparison } from '#shared/series/compare.ts';
import styles from './Becomes.module.css';

const SHOWN = 10;

type Props = { readonly read: ReadFile; readonly comparison: Comparison | null };

function figure(value: number | null | undefined, unit: string | null): string {
  return value == null ? 'missing' : formatFigure(value, unit);
}

function Counts({ read, comparison }: { readonly read: ReadFile; readonly comparison: Comparison }) {
  const rejected = read.reading.rows.rejectedCount;
  const counts = [
    { word: 'added', count: comparison.added },
    { word: 'changed', count: comparison.changed.length },
    { word: 'unchanged', count: comparison.unchanged },
    { word: 'rejected', count: rejected },
  ];
  return (
    <dl className={styles.counts}>
      {counts.map(({ word, count }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{count.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  );
}

function News({ comparison }: { readonly comparison: Comparison }) {
  const { snapshots } = useRegisters();
  const { newEntities, unitConflicts, changed } = comparison;
  return (
    <ul className={styles.news}>
      {unitConflicts.slice(0, 5).map(({ series, stored, file }) => (
        <li key={`${series.metric}${series.entity}`} data-loud>
          {series.metricName}, {series.entity}: stored in {stored}, this file says {file}. Set the column’s
          unit below before you add it.
        </li>
      ))}
      {snapshots.length > 0 && newEntities.length > 0 && (
        <li>
          {newEntities.length === 1 ? 'A new name' : `${newEntities.length} new names`}:{' '}
          {newEntities.slice(0, 8).join(', ')}
          {newEntities.length > 8 && ' …'}
        </li>
      )}
      {changed.slice(0, 5).map((one) => (
        <li key={`${one.series.metric}${one.series.entity}${one.period}`}>
          {one.series.entity}, {one.series.metricName}, {one.period}: {figure(one.old, one.series.unit)} →{' '}
          {figure(one.new, one.series.unit)} (line {one.line})
        </li>
      ))}
      {changed.length > 5 && <li>{changed.length - 5} more values change</li>}
    </ul>
  );
}

/** The series that the file becomes, and what taking it in would do to what is stored. */
export function Becomes({ read, comparison }: Props) {
  const { series } = read.reading;
  return (
    <Section title="What it becomes" remark={`${series.length} series`}>
      <Table label="Series in this file" heads={['Of', 'Metric', 'Points', 'Newest']}>
        {series.slice(0, SHOWN).map((one) => (
          <tr key={`${one.metric}${one.entity}`}>
            <td data-wide>
              <Name strong>{one.entity}</Name>
            </td>
            <td data-wide>
              <Name>{one.metricName}</Name>
            </td>
            <td data-figure>{one.points.toLocaleString('en')}</td>
            <td data-figure>{figure(one.last?.value, one.unit)}</td>
          </tr>
        ))}
      </Table>
      {series.length > SHOWN && <p className={styles.more}>and {series.length - SHOWN} more</p>}
      {comparison !== null && <Counts read={read} comparison={comparison} />}
      {comparison !== null && <News comparison={comparison} />}
      {read.reading.warnings.length > 0 && (
        <ul className={styles.news}>
          {read.reading.warnings.map((warning) => (
            <li key={warning.code + warning.message}>{warning.message}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
