import { useState } from 'react';
import type { Mapping } from '#renderer/src/features/data/use-mapping.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Table } from '#renderer/src/ui/Table.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import type { Reading } from '#shared/tabular/reading.ts';
import styles from './Columns.module.css';
import { CountRows } from './CountRows.tsx';
import { MeasureRow } from './MeasureRow.tsx';
import { type Measure, measuresOf } from './measures.ts';

/** More are found by name. */
const SHOWN = 24;

function found(measures: readonly Measure[], sought: string): readonly Measure[] {
  const words = sought.trim().toLowerCase();
  return words === '' ? measures : measures.filter((one) => one.name.toLowerCase().includes(words));
}

/** What each column is and becomes: its metric, unit, and how several values of a period become one. */
export function Columns({ reading, mapping }: { readonly reading: Reading; readonly mapping: Mapping }) {
  const [sought, setSought] = useState('');
  const all = measuresOf(reading);
  const shown = found(all, sought).slice(0, SHOWN);
  const numbers = reading.columns
    .filter((column) => column.sum !== null && !column.name.startsWith('('))
    .map((column) => column.name);
  const left = found(all, sought).length - shown.length;
  return (
    <Section
      title="Columns, and what each becomes"
      remark={`${reading.columns.length.toLocaleString('en')} in the file; only what becomes something is stored`}
    >
      {all.length > SHOWN && (
        <div className={styles.find}>
          <TextField label="Find a column" type="search" value={sought} onChange={setSought} />
        </div>
      )}
      <div className={styles.table}>
        <Table
          label="Columns"
          heads={['Column', 'Is', 'Becomes', 'Over', 'Unit', 'Several become', 'Filled', 'Missing']}
        >
          {shown.map((measure) => (
            <MeasureRow
              key={measure.key}
              measure={measure}
              others={numbers.filter((name) => name !== measure.name).slice(0, 40)}
              set={(change) => mapping.set(measure.with(mapping.settings, change))}
            />
          ))}
        </Table>
      </div>
      {left > 0 && (
        <p className={styles.more}>{left.toLocaleString('en')} further columns; find them by their name.</p>
      )}
      <CountRows reading={reading} mapping={mapping} />
    </Section>
  );
}
