import { useMemo } from 'react';
import { Name } from '#renderer/src/ui/Name.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { type Choice, Select } from '#renderer/src/ui/Select.tsx';
import { Table } from '#renderer/src/ui/Table.tsx';
import { metrics } from '#shared/drive/catalogue.ts';
import { withColumn } from '#shared/tabular/answers.ts';
import type { Column, ColumnRole, ColumnSetting, Reading } from '#shared/tabular/reading.ts';
import type { Mapping } from './use-mapping.ts';

const SHOWN = 40;

const ROLES: readonly (Choice & { readonly id: ColumnRole })[] = [
  { id: 'period', name: 'date or period' },
  { id: 'entity', name: 'of what (team, service)' },
  { id: 'metric', name: 'name of the metric' },
  { id: 'value', name: 'value' },
  { id: 'numerator', name: 'part of a rate' },
  { id: 'denominator', name: 'whole of a rate' },
  { id: 'unit', name: 'unit' },
  { id: 'target', name: 'target' },
  { id: 'id', name: 'id of the row' },
  { id: 'dimension', name: 'label' },
  { id: 'ignored', name: 'left out' },
];

function metricChoices(column: Column): readonly Choice[] {
  const own = { id: `own:${column.name}`, name: column.name, remark: 'as it is named here' };
  return [own, ...metrics.map(({ id, name, dimension }) => ({ id, name, remark: dimension }))];
}

function ColumnRow({
  column,
  set,
}: {
  readonly column: Column;
  readonly set: (change: Partial<ColumnSetting>) => void;
}) {
  const choices = useMemo(() => metricChoices(column), [column]);
  return (
    <tr>
      <td data-wide>
        <Name strong>{column.name}</Name>
      </td>
      <td>
        <Select
          label={`Role of ${column.name}`}
          hideLabel
          look="link"
          value={column.role}
          choices={ROLES}
          onChange={(role) => set({ role: role as ColumnRole })}
        />
      </td>
      <td data-wide>
        {column.role === 'value' && (
          <Select
            label={`Metric of ${column.name}`}
            hideLabel
            look="link"
            value={column.metric}
            choices={choices}
            onChange={(metric) => set({ metric })}
          />
        )}
      </td>
      <td data-quiet>{column.unit ?? ''}</td>
      <td data-figure>{column.nonNull.toLocaleString('en')}</td>
    </tr>
  );
}

/** What each column is; a change reads the file again. */
export function Columns({ reading, mapping }: { readonly reading: Reading; readonly mapping: Mapping }) {
  const { columns } = reading;
  const ordered = [...columns].sort((a, b) => Number(a.role === 'ignored') - Number(b.role === 'ignored'));
  const set = (column: Column) => (change: Partial<ColumnSetting>) => {
    const sameName = columns.filter((one) => one.name === column.name);
    const setting = { name: column.name, occurrence: sameName.indexOf(column) + 1, ...change };
    mapping.change(withColumn(mapping.settings, setting));
  };
  return (
    <Section title="Columns" remark={`${columns.length} in the file`}>
      <Table label="Columns" heads={['Column', 'Is', 'Metric', 'Unit', 'Filled']}>
        {ordered.slice(0, SHOWN).map((column) => (
          <ColumnRow key={column.index} column={column} set={set(column)} />
        ))}
      </Table>
      {columns.length > SHOWN && <p>{columns.length - SHOWN} further columns</p>}
    </Section>
  );
}
