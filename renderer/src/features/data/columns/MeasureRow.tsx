import type { ReactNode } from 'react';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Name } from '#renderer/src/ui/Name.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import type { Aggregation } from '#shared/series/series.ts';
import type { ColumnRole } from '#shared/tabular/reading.ts';
import { MetricPick } from './MetricPick.tsx';
import { AGGREGATIONS, aggregationName, ROLES, unitChoices } from './measure-choices.ts';
import type { Measure, MeasureSetting } from './measures.ts';

type Props = {
  readonly measure: Measure;
  /** Names of the other columns of numbers, for a rate. */
  readonly others: readonly string[];
  readonly set: (change: MeasureSetting) => void;
  readonly onReset: () => void;
};

function AggregationCell({ measure, set }: Pick<Props, 'measure' | 'set'>): ReactNode {
  const { aggregation, name } = measure;
  if (aggregation === 'ratio') return aggregationName(aggregation);
  return (
    <Select
      label={`How several values of ${name} become one`}
      hideLabel
      look="link"
      value={aggregation}
      placeholder={aggregationName(aggregation)}
      choices={AGGREGATIONS}
      onChange={(id) => set({ aggregation: id as Aggregation })}
    />
  );
}

const NOTHING = 'nothing';

function RateCell({ measure, others, set }: Omit<Props, 'onReset'>): ReactNode {
  if (measure.kind !== 'column' || others.length === 0) return null;
  const choices = others.map((name) => ({ id: name, name }));
  return (
    <Select
      label={`Divide ${measure.name} by`}
      hideLabel
      look="link"
      value={measure.per}
      placeholder={NOTHING}
      choices={choices}
      onChange={(per) => set({ per })}
    />
  );
}

/** What one column, or one metric that the rows name, is and becomes; each part of it can be changed. */
export function MeasureRow({ measure, others, set, onReset }: Props) {
  const { name, role, kind, filled, missing, unit, isPersonal } = measure;
  const isValue = role === 'value' || role === 'numerator' || role === 'denominator';
  return (
    <tr data-out={role === 'ignored' || undefined}>
      <td data-wide>
        <Name strong>{name}</Name>
      </td>
      <td>
        {kind === 'column' ? (
          <Select
            label={`Role of ${name}`}
            hideLabel
            look="link"
            value={role}
            choices={ROLES}
            onChange={(id) => set({ role: id as ColumnRole })}
          />
        ) : (
          <Button
            look="link"
            label={role === 'ignored' ? `Take ${name} in` : `Leave ${name} out`}
            onPress={() => set({ role: role === 'ignored' ? 'value' : 'ignored' })}
          >
            {role === 'ignored' ? 'left out' : 'value'}
          </Button>
        )}
      </td>
      <td data-wide>
        {isValue && <MetricPick name={name} metric={measure.metric} onChoose={(metric) => set({ metric })} />}
        {isPersonal && role === 'ignored' && 'names people: not mapped unless you choose to'}
      </td>
      <td>{isValue && <RateCell measure={measure} others={others} set={set} />}</td>
      <td>
        {isValue && (
          <Select
            label={`Unit of ${name}`}
            hideLabel
            look="link"
            value={unit}
            placeholder={unit ?? 'none'}
            choices={unitChoices(unit)}
            onChange={(id) => set({ unit: id })}
          />
        )}
        {isValue && measure.storedIn !== null && <small> kept in {measure.storedIn}</small>}
      </td>
      <td>{isValue && <AggregationCell measure={measure} set={set} />}</td>
      <td data-figure>{filled === null ? '' : filled.toLocaleString('en')}</td>
      <td data-figure data-quiet>
        {missing === null || missing === 0 ? '' : missing.toLocaleString('en')}
      </td>
      <td>
        {measure.without !== null && (
          <Button look="link" label={`${name} as detected`} onPress={onReset}>
            as detected
          </Button>
        )}
      </td>
    </tr>
  );
}
