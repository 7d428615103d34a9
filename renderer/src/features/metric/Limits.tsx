import { useMemo } from 'react';
import { useAppend, useEvents, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import type { Happening } from '#renderer/src/walk/happenings.ts';
import type { Day } from '#shared/day.ts';
import { isOrganizationEvent } from '#shared/events/event.ts';
import { placeEvents } from '#shared/events/merge.ts';
import { formatFigure } from '#shared/figures.ts';
import type { Phase, SeriesReading } from '#shared/signals/reading.ts';
import { BaselineChoice } from './BaselineChoice.tsx';
import styles from './MetricPage.module.css';
import { NewLimits } from './NewLimits.tsx';
import { shortSpan } from './point-words.ts';

function baselineWords(phase: Phase): string {
  if (phase.baseline === undefined) return `from ${phase.n} points`;
  const { n, locked } = phase.baseline;
  return locked ? `on ${n} points, and they stay` : `on ${n} points so far`;
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
  /** First period of new limits, where somebody begins some. */
  readonly from: Day;
  readonly happenings: readonly Happening[];
};

/** On what the limits rest, and new ones from a named cause on. Nothing here happens by itself. */
export function Limits({ reading, from, happenings }: Props) {
  const { pinnedDay } = useRegisters();
  const append = useAppend();
  const rebaselines = useRebaselines(reading.id);
  const newest = reading.phases.at(-1);
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
              {shortSpan(phase.lower, phase.upper, reading.unit)}, mean{' '}
              {formatFigure(phase.centre, reading.unit)}
            </p>
            <small>
              since {shortDay(phase.from, pinnedDay ?? undefined)}, {baselineWords(phase)}
              {phase.cause !== null && `, ${phase.cause}`}
            </small>
          </li>
        ))}
      </ul>
      {newest !== undefined && (
        <BaselineChoice key={`${newest.from} ${newest.to}`} reading={reading} phase={newest} />
      )}
      {rebaselines.map((one) => (
        <p key={one.event} className={styles.quiet}>
          {shortDay(one.from)}, {one.cause}.{' '}
          <Button
            look="link"
            label={`Take back the limits of ${one.cause}`}
            onPress={() => takeBack(one.event)}
          >
            Take back
          </Button>
        </p>
      ))}
      {newest === undefined ? (
        <p className={styles.quiet}>{`None: ${reading.why}.`}</p>
      ) : (
        <NewLimits reading={reading} from={from} happenings={happenings} />
      )}
    </Section>
  );
}
