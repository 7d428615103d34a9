import { useMemo, useRef, useState } from 'react';
import { ProcessBehaviourChart } from '#renderer/src/charts/ProcessBehaviourChart.tsx';
import { eventsOn, type Happening } from '#renderer/src/walk/happenings.ts';
import { periodHolding } from '#shared/charts/period-axis.ts';
import type { Day } from '#shared/day.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { ChartBar } from './ChartBar.tsx';
import styles from './MetricPage.module.css';
import { roomFor } from './MovingRange.tsx';
import { PastWords } from './PastLimits.tsx';
import type { PastLook } from './past-looks.ts';
import { pointSentence, statusWords } from './point-words.ts';
import { Readout } from './Readout.tsx';
import { useCopies } from './use-copies.ts';
import { useLook } from './use-look.ts';

const CHART_HEIGHT = 320;

type Props = {
  readonly reading: SeriesReading;
  readonly happenings: readonly Happening[];
  readonly past: readonly PastLook[];
  /** Where the value of a period came from, in words. */
  readonly from: (period: Day) => string;
  /** The point that is looked at or chosen, null for none. */
  readonly marked: number | null;
  readonly onChoose: (index: number) => void;
  readonly onPoint: (index: number | null) => void;
};

/** The series as it is wanted, with a line that says what the marked point is. */
export function MetricCharts(props: Props) {
  const { reading, happenings, past, from, marked, onChoose, onPoint } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [earlier, setEarlier] = useState<PastLook | null>(null);
  const look = useLook(reading);
  const drawn = look.reading;
  const options = useMemo(
    () => ({
      ...look.options,
      events: eventsOn(happenings),
      ...(earlier === null || look.kind !== null ? {} : { earlier: earlier.reading }),
    }),
    [look.options, look.kind, happenings, earlier],
  );
  const copies = useCopies({ reading: drawn, options, from, frame });
  const room = roomFor(reading, drawn, look.options.centreName);
  const shown = marked ?? drawn.points.length - 1;
  if (drawn.points[shown] === undefined) return null;
  const happened = happenings.filter(
    (one) => one.number !== null && periodHolding(drawn.points, one.from) === shown,
  );
  return (
    <div className={styles.drawn} ref={frame}>
      <ChartBar
        judged={reading}
        look={look}
        past={past}
        earlier={earlier}
        onEarlier={setEarlier}
        copies={copies}
        onFocus={() => frame.current?.querySelector<HTMLElement>('[role="slider"]')?.focus()}
      />
      <ProcessBehaviourChart
        reading={drawn}
        height={CHART_HEIGHT}
        room={room}
        options={options}
        chosen={marked}
        onChoose={onChoose}
        onPoint={onPoint}
        chosenText={[pointSentence(shown, drawn), ...happened.map((one) => one.text)].join('; ')}
      />
      <Readout
        reading={drawn}
        index={shown}
        happened={happened}
        centreName={look.options.centreName ?? 'mean'}
      />
      {earlier !== null && look.kind === null && <PastWords look={earlier} />}
      <p className={styles.why}>
        {look.kind === null
          ? `${statusWords(reading.status)}${reading.status === 'values-only' ? '' : `: ${reading.why}`}.`
          : `Drawn as the textbook has it: ${drawn.why}. The review still judges by its own chart.`}
      </p>
    </div>
  );
}
