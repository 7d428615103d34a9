import { useDraft } from '#renderer/src/data/drafts.ts';
import { useAppend, useEvents } from '#renderer/src/data/WorkspaceContext.tsx';
import { newId } from '#renderer/src/data/workspace.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import type { Happening } from '#renderer/src/walk/happenings.ts';
import { fullPeriodName } from '#shared/charts/period-axis.ts';
import type { Day } from '#shared/day.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import styles from './MetricPage.module.css';

type Props = {
  readonly reading: SeriesReading;
  readonly on: Day;
  readonly happenings: readonly Happening[];
};

const KINDS: Readonly<Record<Happening['kind'], string | null>> = {
  change: 'change',
  note: null,
  said: 'said in a review',
  decision: 'decision',
  action: 'action',
  incidents: null,
};

/** What happened while the series ran, by the numbers that stand on the chart, and what is planned. */
export function Happenings({ reading, on, happenings }: Props) {
  const events = useEvents();
  const append = useAppend();
  const draft = `annotation ${reading.id}`;
  const { text, setText } = useDraft(draft);
  const add = (series: readonly string[]) => {
    if (text.trim() === '') return;
    const data = { annotation: newId(), series, from: on, until: null, text: text.trim() };
    append([{ stream: 'organization', type: 'annotation-added', data }], { clearDraft: draft });
    setText('');
  };
  const takeBack = (annotation: string) => {
    const made = events.find(
      (event) =>
        event.type === 'annotation-added' &&
        (event.data as { readonly annotation: string }).annotation === annotation,
    );
    if (made !== undefined) {
      append([{ stream: 'organization', type: 'event-undone', data: { event: made.id } }]);
    }
  };
  return (
    <Section
      title="What happened"
      remark={happenings.length === 0 ? undefined : `${happenings.length} noted`}
    >
      <ul className={styles.happenings}>
        {happenings.map((one) => (
          <li key={one.id}>
            <b>{one.number}</b>
            <time dateTime={one.from}>{shortDay(one.from)}</time>
            <p>
              <span dir="auto">{one.text}</span>{' '}
              {one.kind === 'note' && (
                <Button look="link" label={`Take back: ${one.text}`} onPress={() => takeBack(one.id)}>
                  take back
                </Button>
              )}
              {KINDS[one.kind] !== null && <small>{KINDS[one.kind]}</small>}
              {one.moved !== null && <small className={styles.moved}>{one.moved}</small>}
            </p>
          </li>
        ))}
      </ul>
      <TextField
        label={`Note at ${fullPeriodName(on, reading.grain)}`}
        placeholder="Moved to the event bus"
        value={text}
        onChange={setText}
        onEnter={() => add([reading.id])}
      />
      {text.trim() !== '' && (
        <div className={styles.row}>
          <Button size="small" keys={['Enter']} onPress={() => add([reading.id])}>
            On this chart
          </Button>
          <Button size="small" onPress={() => add([])}>
            On every chart
          </Button>
        </div>
      )}
    </Section>
  );
}
