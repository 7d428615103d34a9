import { useMemo, useState } from 'react';
import type { ReadFile } from '#renderer/src/data/imports.ts';
import type { Mapping } from '#renderer/src/features/data/use-mapping.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Table } from '#renderer/src/ui/Table.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import type { ReadSettings } from '#shared/tabular/reading.ts';
import styles from './Columns.module.css';
import { CountRows } from './CountRows.tsx';
import { MeasureRow } from './MeasureRow.tsx';
import { type Measure, measuresOf } from './measures.ts';

/** More are found by name. */
const SHOWN = 24;

/** More columns of the file's own than these are offered to be left out together. */
const FEW_UNKNOWN = 3;

function withoutAll(settings: ReadSettings, measures: readonly Measure[]): ReadSettings {
  return measures.reduce((all, measure) => measure.with(all, { role: 'ignored' }), settings);
}

function found(measures: readonly Measure[], sought: string): readonly Measure[] {
  const words = sought.trim().toLowerCase();
  return words === '' ? measures : measures.filter((one) => one.name.toLowerCase().includes(words));
}

/** What each column is and becomes: its metric, unit, and how several values of a period become one. */
export function Columns({ read, mapping }: { readonly read: ReadFile; readonly mapping: Mapping }) {
  const { reading, points } = read;
  const [sought, setSought] = useState('');
  const all = useMemo(() => measuresOf(reading, points?.series ?? []), [reading, points]);
  const shown = found(all, sought).slice(0, SHOWN);
  const numbers = reading.columns
    .filter((column) => column.sum !== null && !column.name.startsWith('('))
    .map((column) => column.name);
  const unknown = all.filter((one) => one.role === 'value' && one.metric?.startsWith('own:') === true);
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
          heads={['Column', 'Is', 'Becomes', 'Over', 'Unit', 'Several become', 'Filled', 'Missing', '']}
        >
          {shown.map((measure) => (
            <MeasureRow
              key={measure.key}
              measure={measure}
              others={numbers.filter((name) => name !== measure.name).slice(0, 40)}
              set={(change) => mapping.set(measure.with(mapping.settings, change))}
              onReset={() => mapping.set(measure.without?.(mapping.settings) ?? mapping.settings)}
            />
          ))}
        </Table>
      </div>
      {left > 0 && (
        <p className={styles.more}>{left.toLocaleString('en')} further columns; find them by their name.</p>
      )}
      {unknown.length > FEW_UNKNOWN && (
        <p className={styles.more}>
          <Button size="small" onPress={() => mapping.set(withoutAll(mapping.settings, unknown))}>
            Leave out the {unknown.length.toLocaleString('en')} columns that are no metric of the catalogue
          </Button>
        </p>
      )}
      <CountRows reading={reading} mapping={mapping} />
    </Section>
  );
}
