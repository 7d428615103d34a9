import { useState } from 'react';
import { metricName } from '#renderer/src/features/data/file/column-heads.ts';
import type { Mapping } from '#renderer/src/features/data/use-mapping.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Dialog } from '#renderer/src/ui/Dialog.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { withCount, withoutCount } from '#shared/tabular/answers.ts';
import type { Column, CountSetting, Reading } from '#shared/tabular/reading.ts';
import styles from './Columns.module.css';
import { MetricPick } from './MetricPick.tsx';

/** Labels that conditions are mostly about, offered first. */
const SAYS_HOW = /sever|urgen|priorit|environment|\benv\b|status|state|result|outcome|type/i;

type Draft = {
  readonly column: string;
  readonly values: readonly string[];
  readonly as: CountSetting['as'];
  readonly metric: string | null;
};

function emptyDraft([first]: readonly Column[]): Draft {
  return { column: first?.name ?? '', values: [], as: 'count', metric: null };
}

function settingOf({ column, values, as, metric }: Draft): CountSetting | null {
  if (values.length === 0) return null;
  return { metric: metric ?? `own:${values.join(' or ')}`, column, values, as };
}

function Values({
  column,
  draft,
  onChange,
}: {
  readonly column: Column | undefined;
  readonly draft: Draft;
  readonly onChange: (values: readonly string[]) => void;
}) {
  const { values } = draft;
  return (
    <fieldset className={styles.values} aria-label="Rows that count say">
      {column?.texts.map((text) => (
        <Button
          key={text}
          size="small"
          pressed={values.includes(text)}
          onPress={() =>
            onChange(values.includes(text) ? values.filter((one) => one !== text) : [...values, text])
          }
        >
          {text}
        </Button>
      ))}
    </fieldset>
  );
}

function CountForm({
  labels,
  onDone,
}: {
  readonly labels: readonly Column[];
  readonly onDone: (setting: CountSetting | null) => void;
}) {
  const [draft, setDraft] = useState(() => emptyDraft(labels));
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const setting = settingOf(draft);
  return (
    <>
      <Select
        label="Rows in which"
        value={draft.column}
        choices={labels.map(({ name }) => ({ id: name, name }))}
        onChange={(column) => set({ column, values: [] })}
      />
      <Values
        column={labels.find((one) => one.name === draft.column)}
        draft={draft}
        onChange={(values) => set({ values })}
      />
      <fieldset className={styles.values} aria-label="Count as">
        <Button size="small" pressed={draft.as === 'count'} onPress={() => set({ as: 'count' })}>
          How many
        </Button>
        <Button size="small" pressed={draft.as === 'share'} onPress={() => set({ as: 'share' })}>
          Share of all rows
        </Button>
      </fieldset>
      <p>
        Becomes{' '}
        <MetricPick
          name={draft.values.join(' or ') || 'this count'}
          metric={draft.metric ?? `own:${draft.values.join(' or ') || 'this count'}`}
          onChoose={(metric) => set({ metric })}
        />
      </p>
      <div className={styles.ways}>
        <Button look="primary" disabled={setting === null} onPress={() => onDone(setting)}>
          Count them
        </Button>
        <Button look="quiet" onPress={() => onDone(null)}>
          Leave it
        </Button>
      </div>
    </>
  );
}

function sentence({ metric, column, values, as }: CountSetting): string {
  const what = as === 'share' ? 'share of rows' : 'rows';
  return `${metricName(metric)}: ${what} in which ${column} is ${values.join(' or ')}`;
}

/** Counts of rows by what a label says (severity is critical): those in force, and one more. */
export function CountRows({ reading, mapping }: { readonly reading: Reading; readonly mapping: Mapping }) {
  const [open, setOpen] = useState(false);
  const labels = reading.columns
    .filter((column) => column.texts.length > 0)
    .toSorted((a, b) => Number(SAYS_HOW.test(b.name)) - Number(SAYS_HOW.test(a.name)));
  const counts = mapping.settings.counts ?? [];
  if (labels.length === 0 || reading.shape === 'period-columns') return null;
  return (
    <div className={styles.counts}>
      {counts.map((count) => (
        <p key={count.metric}>
          <bdi>{sentence(count)}</bdi>{' '}
          <Button
            size="small"
            label={`No longer count ${metricName(count.metric)}`}
            onPress={() => mapping.set(withoutCount(mapping.settings, count.metric))}
          >
            Remove
          </Button>
        </p>
      ))}
      <Button size="small" onPress={() => setOpen(true)}>
        Count rows by a condition
      </Button>
      <Dialog title="Count rows by a condition" open={open} onClose={() => setOpen(false)}>
        <CountForm
          labels={labels}
          onDone={(setting) => {
            setOpen(false);
            if (setting !== null) mapping.set(withCount(mapping.settings, setting));
          }}
        />
      </Dialog>
    </div>
  );
}
