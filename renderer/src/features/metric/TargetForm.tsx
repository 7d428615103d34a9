import { useState } from 'react';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import { formatFigure } from '#shared/figures.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import styles from './MetricPage.module.css';

type Operator = '<' | '<=' | '>' | '>=';
const OPERATORS: readonly { readonly id: Operator; readonly name: string }[] = [
  { id: '<=', name: 'at most' },
  { id: '<', name: 'below' },
  { id: '>=', name: 'at least' },
  { id: '>', name: 'above' },
];

/** Shares are stored from 0 to 1 and typed in per cent. */
function shownFactor(unit: string | null): number {
  return unit === 'share' ? 100 : 1;
}

function typedNumber(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}

/** The value that the series should keep. A target is a wish; the limits say what the process can do. */
export function TargetForm({ reading }: { readonly reading: SeriesReading }) {
  const { targets } = useRegisters();
  const append = useAppend();
  const factor = shownFactor(reading.unit);
  const [op, setOp] = useState<Operator>(reading.target?.op ?? (reading.good === 'up' ? '>=' : '<='));
  const [text, setText] = useState('');
  const value = typedNumber(text);
  const own = targets.some((one) => one.metric === reading.metric && one.entity === reading.entity);
  const set = (entity: string | null, target: { readonly op: Operator; readonly value: number } | null) => {
    append([
      { stream: 'organization', type: 'target-set', data: { metric: reading.metric, entity, target } },
    ]);
    setText('');
  };
  const give = (entity: string | null) => value !== null && set(entity, { op, value: value / factor });
  const word = OPERATORS.find((one) => one.id === reading.target?.op)?.name;
  return (
    <Section title="Target" remark={reading.target === null ? 'none' : undefined}>
      {reading.target !== null && (
        <p className={styles.line}>
          {word} {formatFigure(reading.target.value, reading.unit)}{' '}
          <Button look="link" onPress={() => set(own ? reading.entity : null, null)}>
            Clear
          </Button>
        </p>
      )}
      <div className={styles.row}>
        <Select
          label="Should be"
          hideLabel
          value={op}
          choices={OPERATORS}
          onChange={(id) => setOp(id as Operator)}
        />
        <TextField
          label={`Target in ${reading.unit === 'share' ? 'per cent' : (reading.unit ?? 'units of the metric')}`}
          hideLabel
          placeholder={reading.unit === 'share' ? '99.5' : '24'}
          value={text}
          onChange={setText}
          onEnter={() => give(reading.entity)}
        />
        <span className={styles.quiet}>{reading.unit === 'share' ? '%' : reading.unit}</span>
      </div>
      {value !== null && (
        <div className={styles.row}>
          <Button size="small" keys={['Enter']} onPress={() => give(reading.entity)}>
            {`For ${reading.entityName}`}
          </Button>
          <Button size="small" onPress={() => give(null)}>
            For all
          </Button>
        </div>
      )}
    </Section>
  );
}
