import { eventRoom, placeEvents } from '#shared/charts/chart-events.ts';
import type { BandLayout, ChartEvent, ChartLayout, ChartText, Rule } from '#shared/charts/chart-layout.ts';
import { CHART_SIZES, type ChartMeasures, type ChartSize } from '#shared/charts/chart-size.ts';
import { textWidth } from '#shared/charts/chart-text.ts';
import { drawChart } from '#shared/charts/draw-chart.ts';
import { type Box, boxOfRule, boxOfText, overlap, placeFiredLabels } from '#shared/charts/fired-labels.ts';
import { fullPeriodName, periodAxis, periodLabels } from '#shared/charts/period-axis.ts';
import {
  causeLines,
  type Frame,
  levelNamesWidth,
  placeBands,
  placeLevelNames,
  placePhaseStarts,
} from '#shared/charts/phase-bands.ts';
import { placeLines, placeMarks } from '#shared/charts/point-marks.ts';
import { type AxisScale, round, shownValues, type ValueAxis, valueAxis } from '#shared/charts/value-axis.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

export type ChartOptions = {
  readonly events?: readonly ChartEvent[];
  /** The value axis; the one that suits the series unless given. */
  readonly scale?: AxisScale;
  /** The series as it was shown on another day: its limits are drawn over those of today. */
  readonly earlier?: SeriesReading;
  /** What the centre line is called; `mean` unless the chart has another. */
  readonly centreName?: string;
  /** A second line over the same periods: the lower sum of a CUSUM. */
  readonly second?: readonly (number | null)[];
};

type Lines = ChartLayout['lines'];

/** Places a process-behaviour chart: geometry and words, for the SVG here and for any other way to draw it. */
export function layoutProcessBehaviour(
  reading: SeriesReading,
  size: ChartSize | ChartMeasures,
  options: ChartOptions = {},
): ChartLayout {
  const measures = typeof size === 'string' ? CHART_SIZES[size] : size;
  const usual = placeAll(reading, measures, options, { above: 0, below: 0 });
  if (!usual.crowded) return usual.layout;
  // The newest value would lie over the series: the plot makes room for it on the side to which the point went.
  const line = measures.firedLabel === 'two-lines' ? measures.font * 1.25 : 0;
  const needed = measures.firedFont + line;
  const newest = reading.points.at(-1);
  const low = newest?.value != null && newest.centre !== null && newest.value < newest.centre;
  // Words at the foot keep their place there, so a low value needs the whole way from its outline down.
  const down = (options.events ?? []).length === 0 ? 8 : measures.fired + measures.outline + 8;
  const room = low ? { above: 0, below: needed + down } : { above: needed + measures.fired, below: 0 };
  return placeAll(reading, measures, options, room).layout;
}

function placeAll(
  reading: SeriesReading,
  measures: ChartMeasures,
  options: ChartOptions,
  extra: { readonly above: number; readonly below: number },
): { readonly layout: ChartLayout; readonly crowded: boolean } {
  const events = options.events ?? [];
  const room = { above: extra.above, below: extra.below + eventRoom(events, measures) };
  const { axis, frame } = frameOf(reading, measures, { ...room, options });
  const marks = placeMarks(reading, frame, { ...measures, step: frame.step });
  const lines = [
    ...placeLines(reading.points, frame),
    ...(options.second === undefined ? [] : secondLine(reading, frame, options.second)),
  ];
  const starts = placePhaseStarts(reading, frame, measures);
  const happened = placeEvents(reading, events, { ...frame, marks }, measures);
  const notes = [...starts.texts, ...happened.texts];
  const rules = [...starts.rules, ...happened.rules];
  const taken = [...notes.map(boxOfText), ...rules.map(boxOfRule)];
  const bands = placeBands(reading, frame);
  const soft = bands.flatMap(limitBoxes);
  const fired = placeFiredLabels(reading, marks, { lines, plot: frame.plot, taken, soft }, measures);
  const periods = periodLabels(reading, frame, measures);
  const texts = [
    ...valueTexts(axis, frame, measures),
    ...periods.texts,
    ...placeLevelNames(reading, frame, measures, options.centreName),
    ...notes,
    ...missingNewest(reading, frame, { measures, taken }),
    ...youngLimits(reading, frame, measures),
    ...fired.texts,
  ];
  const layout = {
    width: measures.width,
    height: measures.height,
    label: reading.sentence,
    title: `${reading.entityName}, ${reading.metricName}`,
    stale: reading.state === 'stale',
    plot: frame.plot,
    bands,
    earlier: placeEarlier(reading, options.earlier, frame),
    target: reading.target === null ? null : frame.y(reading.target.value),
    lines,
    marks,
    ticks: [...valueTicks(axis, frame), ...periods.ticks],
    rules,
    texts: texts.map((text) => ({ ...text, x: round(text.x), y: round(text.y) })),
  };
  return { layout, crowded: fired.crowded };
}

/** The chart as SVG text, with its sentence as the name that assistive technology reads. */
export function drawProcessBehaviour(
  reading: SeriesReading,
  size: ChartSize | ChartMeasures,
  options: ChartOptions = {},
): string {
  return drawChart(layoutProcessBehaviour(reading, size, options));
}

function alsoShown({ earlier, second }: ChartOptions): readonly number[] {
  const limits = earlier === undefined ? [] : shownValues({ ...earlier, points: [], target: null });
  return [...limits, ...(second ?? []).filter((value) => value !== null)];
}

function secondLine(reading: SeriesReading, frame: Frame, values: readonly (number | null)[]): Lines {
  const points = reading.points.map((point, index) => ({ ...point, value: values[index] ?? null }));
  return placeLines(points, frame);
}

/** The limits of another day where its phases lay, on the periods of today's chart. */
function placeEarlier(
  reading: SeriesReading,
  earlier: SeriesReading | undefined,
  frame: Frame,
): readonly BandLayout[] {
  if (earlier === undefined) return [];
  const last = earlier.points.at(-1)?.period ?? '';
  const known = reading.points.filter((point) => point.period <= last);
  const end = frame.x(Math.max(0, known.length - 1)) + frame.step / 2;
  const limits = new Map(earlier.points.map((point) => [point.period, point]));
  const points = reading.points.map((point) => limits.get(point.period) ?? point);
  return placeBands({ ...reading, phases: earlier.phases, points }, frame)
    .filter((band) => band.left < end)
    .map((band) => ({ ...band, right: Math.min(band.right, end) }));
}

function frameOf(
  reading: SeriesReading,
  measures: ChartMeasures,
  room: { readonly above: number; readonly below: number; readonly options: ChartOptions },
): { readonly axis: ValueAxis; readonly frame: Frame } {
  const lines = causeLines(reading, measures);
  const reach = measures.fired + measures.outline + 2;
  const top = reach + room.above + (lines === 0 ? 0 : measures.font * (0.3 + 1.25 * lines));
  const bottom = measures.height - measures.bottom;
  const axis = valueAxis(
    reading,
    { top, bottom, reach, above: 2, below: measures.font, foot: room.below },
    measures.font * 2.6,
    {
      ...(room.options.scale === undefined ? {} : { scale: room.options.scale }),
      also: alsoShown(room.options),
    },
  );
  const widest = Math.max(0, ...axis.ticks.map((tick) => textWidth(tick.text, measures.font)));
  const left = Math.ceil(Math.max(measures.left, widest + 12));
  const right = Math.floor(
    measures.width - Math.max(measures.right, levelNamesWidth(reading, measures, room.options.centreName)),
  );
  const plot = { left, right, top, bottom };
  return { axis, frame: { ...periodAxis(reading.points.length, plot), plot, y: axis.y } };
}

function limitBoxes({ left, right, upperLimit, lowerLimit }: BandLayout): readonly Box[] {
  return [upperLimit, lowerLimit].flatMap((y) =>
    y === null ? [] : [{ left, right, top: y - 1, bottom: y + 1 }],
  );
}

function valueTicks(axis: ValueAxis, { plot }: Frame): readonly Rule[] {
  return axis.ticks.map(({ y }) => ({ x: plot.left - 4, y, to: { x: plot.left, y }, width: 1 }));
}

function valueTexts(axis: ValueAxis, { plot }: Frame, { font }: ChartMeasures): readonly ChartText[] {
  return axis.ticks.map(({ y, text }) => ({
    x: plot.left - 10,
    y: y + font * 0.35,
    lead: '',
    text,
    size: font,
    anchor: 'end',
    tone: 'label',
    halo: false,
  }));
}

/** Says that the newest period has no value, at the foot of its place or else at the head. */
function missingNewest(
  reading: SeriesReading,
  frame: Frame,
  around: { readonly measures: ChartMeasures; readonly taken: readonly Box[] },
): readonly ChartText[] {
  const newest = reading.points.at(-1);
  if (newest === undefined || newest.value !== null) return [];
  const { font } = around.measures;
  const x = frame.plot.right - 8;
  const text = `no ${fullPeriodName(newest.period, reading.grain)}`;
  const at = (y: number): ChartText => ({
    x,
    y,
    lead: '',
    text,
    size: font,
    anchor: 'end',
    tone: 'ink',
    halo: true,
  });
  const foot = at(frame.plot.bottom - font * 0.6);
  const free = around.taken.every((box) => !overlap(box, boxOfText(foot)));
  return [free ? foot : at(frame.plot.top + font)];
}

/** Says above the plot that limits of a short history still move. */
function youngLimits(reading: SeriesReading, frame: Frame, measures: ChartMeasures): readonly ChartText[] {
  const phase = reading.phases.at(-1);
  const young = reading.status === 'provisional' || reading.status === 'trial';
  if (!young || phase === undefined || reading.phases.length > 1) return [];
  const place = { x: frame.plot.left, y: Math.max(measures.font, frame.plot.top - 4) };
  const text = `${reading.status} limits, ${phase.n} points`;
  return [{ ...place, lead: '', text, size: measures.font, anchor: 'start', tone: 'label', halo: true }];
}
