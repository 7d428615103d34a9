import { useMemo, useState } from 'react';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { useAppend, useEvents, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { notify } from '#renderer/src/state/notices.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import { fullPeriodName } from '#shared/charts/period-axis.ts';
import type { Day } from '#shared/day.ts';
import { isOrganizationEvent } from '#shared/events/event.ts';
import { placeEvents } from '#shared/events/merge.ts';
import { formatFigure, formatSpan } from '#shared/figures.ts';
import { suggestedLevels } from '#shared/signals/change-points/suggested-levels.ts';
import type { Phase, SeriesReading } from '#shared/signals/reading.ts';
import styles from './MetricPage.module.css';

function baselineWords(phase: Phase): string {
  if (phase.baseline === undefined) return `from ${phase.n} points`;
  const { n, locked } = phase.baseline;
  return locked ? `from its first ${n} points, fixed` : `from ${n} points, still moving`;
}

/** The standing rebaselines of a series with the events that made them, for taking one back. */
function useRebaselines(series: string) {
  const events = useEvents();
  return useMemo(
    () =>
      placeEvents(events).flatMap(({ event, undone }) =>
        !undone && isOrganizationEvent(event) && event.type === 'rebaselined' && event.data.series === series
          ? [{ event: event.id, from: event.data.from, cause: event.data.cause }]
          : [],
      ),
    [events, series],
  );
}

type Props = {
  readonly reading: SeriesReading;
  readonly from: Day;
  readonly onChoose: (index: number) => void;
};

/** On what the limits rest, and new ones from a named cause on; a new level that shows is pointed at, no more. */
export function Limits({ reading, from, onChoose }: Props) {
  const { pinnedDay } = useRegisters();
  const append = useAppend();
  const [asking, setAsking] = useState(false);
  const draft = `rebaseline ${reading.id}`;
  const { text: cause, setText } = useDraft(draft);
  const rebaselines = useRebaselines(reading.id);
  const levels = useMemo(() => suggestedLevels(reading), [reading]);
  const begin = () => {
    if (cause.trim() === '') return;
    append(
      [
        {
          stream: 'organization',
          type: 'rebaselined',
          data: { series: reading.id, from, cause: cause.trim() },
        },
      ],
      { clearDraft: draft },
    );
    setText('');
    setAsking(false);
    notify(`New limits from ${fullPeriodName(from, reading.grain)}: ${cause.trim()}.`);
  };
  const takeBack = (event: string) =>
    append([{ stream: 'organization', type: 'event-undone', data: { event } }]);
  return (
    <Section
      title="Limits"
      remark={reading.phases.length > 1 ? `${reading.phases.length} phases` : undefined}
    >
      <ul className={styles.phases}>
        {reading.phases.toReversed().map((phase) => (
          <li key={phase.from}>
            <p>
              {formatSpan(phase.lower, phase.upper, reading.unit)}, mean{' '}
              {formatFigure(phase.centre, reading.unit)}
            </p>
            <small>
              since {shortDay(phase.from, pinnedDay ?? undefined)}, {baselineWords(phase)}
              {phase.cause !== null && `, ${phase.cause}`}
            </small>
          </li>
        ))}
      </ul>
      {levels.map(({ from: start, index, sentence }) => (
        <p key={start} className={styles.quiet}>
          {sentence}{' '}
          <Button look="link" onPress={() => onChoose(index)}>
            Choose {fullPeriodName(start, reading.grain)}
          </Button>
        </p>
      ))}
      {rebaselines.map((one) => (
        <p key={one.event} className={styles.quiet}>
          {shortDay(one.from)}, {one.cause}.{' '}
          <Button look="link" onPress={() => takeBack(one.event)}>
            Take back
          </Button>
        </p>
      ))}
      {asking ? (
        <div className={styles.form}>
          <TextField
            label={`What changed at ${fullPeriodName(from, reading.grain)}`}
            placeholder="trunk-based merging since 1 September"
            value={cause}
            onChange={setText}
            onEnter={begin}
            onEscape={() => setAsking(false)}
            autoFocus
            hint="Only a change that somebody can name deserves new limits; a signal alone does not."
          />
          <Button size="small" keys={['Enter']} disabled={cause.trim() === ''} onPress={begin}>
            Begin new limits
          </Button>
        </div>
      ) : (
        <Button size="small" onPress={() => setAsking(true)}>
          New limits from {fullPeriodName(from, reading.grain)}
        </Button>
      )}
    </Section>
  );
}
