import type { Mark } from '#shared/charts/chart-layout.ts';
import { SPARKLINE_SIZES, type SparklineMeasures, type SparklineSize } from '#shared/charts/chart-size.ts';
import { drawLine, drawMark, openSvg } from '#shared/charts/draw-chart.ts';
import { placeBands } from '#shared/charts/phase-bands.ts';
import { firedPoints, newestValue, placeLines } from '#shared/charts/point-marks.ts';
import { round, shownValues } from '#shared/charts/value-axis.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

/**
 * A series at a glance: band, mean, line, its newest point, and the shapes of the signal that is open. It has its own
 * scale; a missing newest period leaves the line one step short.
 */
export function drawSparkline(reading: SeriesReading, size: SparklineSize): string {
  const measures = SPARKLINE_SIZES[size];
  const { width, height, inset } = measures;
  const at = scales(reading, measures);
  const frame = { ...at, plot: { left: 0, right: width, top: inset, bottom: height - inset } };
  const bands = placeBands({ ...reading, target: null }, frame).map(({ left, right, top, bottom, mean }) => {
    const across = { from: round(left), wide: round(right - left), tall: round(Math.max(0, bottom - top)) };
    const band = `<rect class="band" x="${across.from}" y="${top}" width="${across.wide}" height="${across.tall}"/>`;
    return `${band}<path class="mean" stroke-width="1" opacity=".55" d="M${across.from} ${mean}h${across.wide}"/>`;
  });
  const lines = placeLines(reading.points, at).map((line) => drawLine(line, measures.line));
  const marks = openMarks(reading, at, measures).map(drawMark);
  const drawn = [...bands, ...lines, ...marks].join('');
  const body = reading.state === 'stale' ? `<g class="stale">${drawn}</g>` : drawn;
  return `${openSvg({ width, height, label: reading.sentence })}${body}</svg>`;
}

type Scales = {
  readonly step: number;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
};

function scales(reading: SeriesReading, { width, height, inset }: SparklineMeasures): Scales {
  const values = shownValues({ ...reading, target: null });
  const low = Math.min(...values);
  const high = Math.max(...values);
  const count = reading.points.length;
  const step = (width - 2 * inset) / Math.max(1, count - 1);
  const tall = height - 2 * inset;
  return {
    step,
    x: (index) => round(count > 1 ? inset + index * step : width - inset),
    y: (value) => round(high > low ? height - inset - ((value - low) / (high - low)) * tall : height / 2),
  };
}

/** The shapes of the open signal, or the plain end point of a routine series. */
function openMarks(reading: SeriesReading, at: Scales, measures: SparklineMeasures): readonly Mark[] {
  const { points } = reading;
  const newest = newestValue(points);
  const moved = reading.state === 'worse' || reading.state === 'better' || reading.state === 'changed';
  const open = reading.signals.flatMap((signal) => (signal.ended === undefined ? [signal.onset] : []));
  const since = open.sort()[0] ?? points.at(-8)?.period ?? '';
  const fired = moved ? firedPoints(points) : [];
  return points.flatMap((point, index): Mark[] => {
    const one = point.period >= since ? (fired[index] ?? null) : null;
    if (point.value === null || (one === null && index !== newest)) return [];
    const place = { index, x: at.x(index), y: at.y(point.value), mature: point.mature, outline: null };
    if (one === null) return [{ ...place, shape: 'circle', tone: 'routine', half: measures.end }];
    return [{ ...place, shape: one.shape, tone: one.tone, half: measures.fired }];
  });
}
