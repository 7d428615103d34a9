import type { ChartSize } from '#shared/charts/chart-size.ts';
import { drawChart } from '#shared/charts/draw-chart.ts';
import { layoutProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import { chartFigure } from '#shared/charts/value-axis.ts';
import type { ChartPoint, Phase, SeriesReading } from '#shared/signals/reading.ts';

/** How much each point differs from the one before it, with the upper range limit: the lower half of an XmR chart. */
export function drawMovingRange(reading: SeriesReading, size: ChartSize): string {
  return drawChart(layoutProcessBehaviour(toMovingRanges(reading), size));
}

/** The moving ranges as a series of their own, so that one layout serves both halves of the chart. */
export function toMovingRanges(reading: SeriesReading): SeriesReading {
  const phases = reading.phases.map((phase): Phase => {
    const { centre, upper } = phase.movingRange;
    return { ...phase, centre, lower: 0, upper, cause: null };
  });
  const points = reading.points.map((point) => toRange(point, phaseOf(point, phases)));
  return {
    ...reading,
    metricName: `${reading.metricName}, moving range`,
    phases,
    points,
    target: null,
    signals: [],
    sentence: rangeSentence(reading, points),
    bounds: [0, null],
  };
}

function phaseOf(point: ChartPoint, phases: readonly Phase[]): Phase | undefined {
  return phases.findLast((phase) => phase.from <= point.period);
}

function toRange(point: ChartPoint, phase: Phase | undefined): ChartPoint {
  const value = point.movingRange;
  const beyond = value !== null && phase !== undefined && point.mature && value > phase.upper;
  return {
    ...point,
    value,
    numerator: null,
    denominator: null,
    centre: phase?.centre ?? null,
    lower: phase === undefined ? null : 0,
    upper: phase?.upper ?? null,
    rules: beyond ? ['outside-limits'] : [],
    direction: beyond ? 'neither' : null,
  };
}

function rangeSentence(reading: SeriesReading, points: readonly ChartPoint[]): string {
  const subject = `${reading.entityName}, ${reading.metricName}: change from one ${reading.grain} to the next`;
  const upper = points.at(-1)?.upper ?? null;
  const beyond = points.filter((point) => point.rules.length > 0).length;
  if (upper === null) return `${subject}.`;
  const limit = chartFigure(upper, reading, upper);
  const times = beyond === 0 ? 'never' : beyond === 1 ? 'once' : `${beyond} times`;
  return `${subject}, ${times} above its upper range limit of ${limit}.`;
}
