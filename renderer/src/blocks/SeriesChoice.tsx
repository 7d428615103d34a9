import { useMemo, useState } from 'react';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { CheckList } from '#renderer/src/ui/CheckList.tsx';
import { findByName, nameIndex } from '#renderer/src/ui/find-by-name.ts';
import { Select } from '#renderer/src/ui/Select.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { inSentence } from '#shared/signals/sentence.ts';
import styles from './BlockDialog.module.css';
import type { BlockForm } from './block-form.ts';

const SHOWN = 40;
const LAYOUTS = [
  { id: 'together', name: 'Four side by side' },
  { id: 'one', name: 'One at a time' },
];

export function seriesName({
  entityName,
  metricName,
}: Pick<SeriesReading, 'entityName' | 'metricName'>): string {
  return `${entityName}, ${inSentence(metricName)}`;
}

type Props = { readonly form: BlockForm; readonly onChange: (changes: Partial<BlockForm>) => void };

/** Which series a block shows, found by typing; they stand in the order in which they were chosen. */
export function SeriesChoice({ form, onChange }: Props) {
  const { state } = useCurrentState();
  const [typed, setTyped] = useState('');
  const known = useMemo(
    () =>
      (state?.readings ?? []).map((reading) => ({ id: reading.id, name: seriesName(reading), group: '' })),
    [state],
  );
  const index = useMemo(() => nameIndex(known), [known]);
  const found = findByName(index, typed, { most: SHOWN }).shown;
  const ids = new Set(known.map(({ id }) => id));
  const gone = state === null ? [] : form.series.filter(({ id }) => !ids.has(id));
  const choose = (chosen: ReadonlySet<string>) => {
    const kept = form.series.filter(({ id }) => chosen.has(id) || !found.some((one) => one.id === id));
    const added = found.filter(({ id }) => chosen.has(id) && !kept.some((one) => one.id === id));
    onChange({ series: [...kept, ...added.map(({ id, name }) => ({ id, name }))] });
  };
  if (state !== null && known.length === 0 && form.series.length === 0)
    return <p className={styles['quiet']}>No series is on record yet. Take in an export first.</p>;
  return (
    <>
      <TextField label="Find a series" type="search" value={typed} onChange={setTyped} />
      <div className={styles['found']}>
        <CheckList
          label="Series"
          focus={false}
          choices={found}
          chosen={new Set(form.series.map(({ id }) => id))}
          onChange={choose}
        />
      </div>
      <ol className={styles['chosen']} aria-label="Chosen">
        {form.series.map(({ id, name }) => (
          <li key={id} dir="auto">
            {name}
            {gone.some((one) => one.id === id) && <small> is not on record any more</small>}
          </li>
        ))}
      </ol>
      <Select
        label="Layout"
        value={form.layout}
        choices={LAYOUTS}
        onChange={(layout) => onChange({ layout: layout === 'one' ? 'one' : 'together' })}
      />
    </>
  );
}
