import { useMemo } from 'react';
import { ProcessBehaviourChart } from '#renderer/src/charts/ProcessBehaviourChart.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { CHART_SIZES } from '#shared/charts/chart-size.ts';
import { toMovingRanges } from '#shared/charts/moving-range.ts';
import { levelNamesWidth } from '#shared/charts/phase-bands.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { pointSentence } from './point-words.ts';

const HEIGHT = 132;

/** Pixels for the names at the right end: both plots end at the same place, so that a point stands above its range. */
export function roomFor(judged: SeriesReading, drawn: SeriesReading, centreName = 'mean'): number {
  const { app } = CHART_SIZES;
  return Math.max(levelNamesWidth(drawn, app, centreName), levelNamesWidth(toMovingRanges(judged), app));
}

type Props = {
  readonly reading: SeriesReading;
  readonly marked: number | null;
  readonly onChoose: (index: number) => void;
  readonly onPoint: (index: number | null) => void;
};

/** How much each point differs from the one before it. */
export function MovingRange({ reading, marked, onChoose, onPoint }: Props) {
  const ranges = useMemo(() => toMovingRanges(reading), [reading]);
  if (reading.phases.length === 0) return null;
  return (
    <Section title="Moving range" remark={`from one ${reading.grain} to the next`}>
      <ProcessBehaviourChart
        reading={ranges}
        height={HEIGHT}
        room={roomFor(reading, reading)}
        chosen={marked}
        onChoose={onChoose}
        onPoint={onPoint}
        chosenText={pointSentence(marked ?? ranges.points.length - 1, ranges)}
      />
    </Section>
  );
}
