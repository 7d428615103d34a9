import { useMemo, useRef, useState } from 'react';
import { ProcessBehaviourChart } from '#renderer/src/charts/ProcessBehaviourChart.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { CHART_SIZES } from '#shared/charts/chart-size.ts';
import { toMovingRanges } from '#shared/charts/moving-range.ts';
import { fullPeriodName, periodHolding } from '#shared/charts/period-axis.ts';
import { levelNamesWidth } from '#shared/charts/phase-bands.ts';
import type { Day } from '#shared/day.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { ChartLook } from './ChartLook.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import styles from './MetricPage.module.css';
import { PastChoice, PastWords } from './PastLimits.tsx';
import type { PastLook } from './past-looks.ts';
import { pointSentence, statusWords } from './point-words.ts';
import { Readout } from './Readout.tsx';
import { eventsOn, type Happening } from './series-events.ts';
import { useCopies } from './use-copies.ts';
import { useLook } from './use-look.ts';

const CHART_HEIGHT = 320;
const RANGE_HEIGHT = 132;

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

/** The series and its moving ranges, one beneath the other, with a line that says what the marked point is. */
export function MetricCharts(props: Props) {
  const { reading, happenings, past, from, marked, onChoose, onPoint } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [earlier, setEarlier] = useState<PastLook | null>(null);
  const [help, setHelp] = useState(false);
  const look = useLook(reading);
  const drawn = look.reading;
  const ranges = useMemo(() => toMovingRanges(reading), [reading]);
  const options = useMemo(
    () => ({
      ...look.options,
      events: eventsOn(happenings),
      ...(earlier === null || look.kind !== null ? {} : { earlier: earlier.reading }),
    }),
    [look.options, look.kind, happenings, earlier],
  );
  const copies = useCopies({ reading: drawn, options, from, frame });
  const measures = CHART_SIZES.app;
  // Both plots end at the same place, so that a point stands above its own moving range.
  const room = Math.max(levelNamesWidth(drawn, measures), levelNamesWidth(ranges, measures));
  const shown = marked ?? drawn.points.length - 1;
  const point = drawn.points[shown];
  const range = ranges.points[shown];
  if (point === undefined || range === undefined) return null;
  const happened = happenings.filter(
    (one) => one.number !== null && periodHolding(drawn.points, one.from) === shown,
  );
  return (
    <>
      <div className={styles.drawn} ref={frame}>
        <div className={styles.look}>
          <ChartLook judged={reading} look={look} />
          {look.kind === null && <PastChoice looks={past} shown={earlier} onShow={setEarlier} />}
          <Button look="link" onPress={() => setHelp(true)}>
            How to read this
          </Button>
          <span className={styles.copies}>
            Copy as
            <Button look="link" label="Copy as picture" onPress={copies.picture}>
              picture
            </Button>
            <Button look="link" label="Copy as SVG" onPress={copies.svg}>
              SVG
            </Button>
            <Button look="link" label="Copy as CSV" onPress={copies.numbers}>
              CSV
            </Button>
          </span>
        </div>
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
        <Readout reading={drawn} index={shown} happened={happened} />
        {earlier !== null && look.kind === null && <PastWords look={earlier} />}
        <p className={styles.why}>
          {look.kind === null
            ? `${statusWords(reading.status)}${reading.status === 'values-only' ? '' : `: ${reading.why}`}.`
            : `Drawn as the textbook has it: ${drawn.why}. The review still judges by its own chart.`}
        </p>
      </div>
      {reading.phases.length > 0 && (
        <Section title="Moving range" remark={`from one ${reading.grain} to the next`}>
          <ProcessBehaviourChart
            reading={ranges}
            height={RANGE_HEIGHT}
            room={room}
            chosen={marked}
            onChoose={onChoose}
            onPoint={onPoint}
            chosenText={`${fullPeriodName(range.period, reading.grain)}, moving range: ${pointSentence(shown, ranges)}`}
          />
        </Section>
      )}
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </>
  );
}
