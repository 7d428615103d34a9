import type { BandLayout, ChartText, Rule } from '#shared/charts/chart-layout.ts';
import type { ChartMeasures } from '#shared/charts/chart-size.ts';
import { fitText, textWidth } from '#shared/charts/chart-text.ts';
import { spreadApart } from '#shared/charts/spread.ts';
import { chartFigure } from '#shared/charts/value-axis.ts';
import { statusOf } from '#shared/signals/phases.ts';
import type { ChartPoint, Phase, SeriesReading } from '#shared/signals/reading.ts';

export type Frame = {
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly step: number;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
};

/** From where to where each phase is drawn: half a step before its first point to half a step before the next. */
type Stretch = { readonly phase: Phase; readonly left: number; readonly right: number };

function stretches(reading: SeriesReading, frame: Frame): readonly Stretch[] {
  const starts = reading.phases.map((phase) => {
    const index = reading.points.findIndex((point) => point.period >= phase.from);
    if (index <= 0) return index === 0 ? frame.plot.left : frame.plot.right;
    return Math.max(frame.plot.left, frame.x(index) - frame.step / 2);
  });
  return reading.phases.map((phase, at) => ({
    phase,
    left: starts[at] ?? frame.plot.left,
    right: starts[at + 1] ?? frame.plot.right,
  }));
}

type Levels = { readonly lower: number; readonly centre: number; readonly upper: number };

/** A part of a phase in which the limits stay the same: all of it, unless samples of unlike size move them. */
type Step = Levels & { readonly left: number; readonly right: number; readonly firm: boolean };

function levelsOf(point: ChartPoint | undefined, phase: Phase): Levels {
  if (point === undefined || point.centre === null || point.lower === null || point.upper === null) {
    return { lower: phase.lower, centre: phase.centre, upper: phase.upper };
  }
  return { lower: point.lower, centre: point.centre, upper: point.upper };
}

function isSame(one: Levels, other: Levels): boolean {
  return one.lower === other.lower && one.centre === other.centre && one.upper === other.upper;
}

function stepsOf(reading: SeriesReading, { phase, left, right }: Stretch, frame: Frame): readonly Step[] {
  const firm = statusOf(phase.n) === 'established';
  const steps: Step[] = [];
  for (const [index, point] of reading.points.entries()) {
    const at = frame.x(index);
    if (at < left || at > right) continue;
    const levels = levelsOf(point, phase);
    const last = steps.at(-1);
    if (last !== undefined && isSame(last, levels)) continue;
    const from = last === undefined ? left : at - frame.step / 2;
    if (last !== undefined) steps[steps.length - 1] = { ...last, right: from };
    steps.push({ ...levels, left: from, right, firm });
  }
  return steps;
}

/** Neighbouring steps overlap by so many pixels: where they only meet, a hairline of the ground shows between them. */
const SEAM = 0.5;

export function placeBands(reading: SeriesReading, frame: Frame): readonly BandLayout[] {
  const [least, most] = reading.bounds;
  const steps = stretches(reading, frame).flatMap((stretch) => {
    const own = stepsOf(reading, stretch, frame);
    return own.map((step, at) => (at === own.length - 1 ? step : { ...step, right: step.right + SEAM }));
  });
  return steps.map(({ left, right, firm, ...levels }) => {
    const lower = least !== null && levels.lower <= least ? null : levels.lower;
    const upper = most !== null && levels.upper >= most ? null : levels.upper;
    return {
      left,
      right,
      firm,
      top: frame.y(upper ?? most ?? levels.upper),
      bottom: frame.y(lower ?? least ?? levels.lower),
      mean: frame.y(levels.centre),
      upperLimit: upper === null ? null : frame.y(upper),
      lowerLimit: lower === null ? null : frame.y(lower),
    };
  });
}

type NamedLevel = { readonly value: number; readonly name: string };

/** Limits, mean and target of the newest phase with their names, those that the metric can reach. */
function namedLevels(
  reading: SeriesReading,
  measures: ChartMeasures,
  centreName: string,
): readonly NamedLevel[] {
  const newest = reading.phases.at(-1);
  const phase = newest === undefined ? undefined : levelsOf(reading.points.at(-1), newest);
  const long = measures.limitNames === 'long' ? ' limit' : '';
  const [least, most] = reading.bounds;
  const levels: NamedLevel[] = [];
  if (phase !== undefined) {
    const varies = phase.upper > phase.lower;
    if (varies && (most === null || phase.upper < most))
      levels.push({ value: phase.upper, name: `upper${long}` });
    levels.push({ value: phase.centre, name: centreName });
    if (varies && (least === null || phase.lower > least))
      levels.push({ value: phase.lower, name: `lower${long}` });
  }
  if (reading.target !== null) levels.push({ value: reading.target.value, name: 'target' });
  return levels.sort((a, b) => b.value - a.value);
}

/** Figures of the levels in one scale, with as many decimals as it takes to tell limits and mean apart. */
function levelFigures(levels: readonly NamedLevel[], reading: SeriesReading): readonly string[] {
  const like = levels.reduce((most, one) => Math.max(most, Math.abs(one.value)), 0);
  const distinct = new Set(levels.map((one) => one.value)).size;
  for (let extra = 0; extra < 4; extra++) {
    const figures = levels.map((one) => chartFigure(one.value, reading, like, extra));
    if (new Set(figures).size === distinct) return figures;
  }
  return levels.map((one) => chartFigure(one.value, reading, like));
}

/** Room that the names at the right end need, from the end of the plot to the edge. */
export function levelNamesWidth(
  reading: SeriesReading,
  measures: ChartMeasures,
  centreName = 'mean',
): number {
  const levels = namedLevels(reading, measures, centreName);
  const figures = levelFigures(levels, reading);
  const widths = levels.map((one, at) => textWidth(`${figures[at]} ${one.name}`, measures.font));
  return 8 + Math.max(0, ...widths) + 2;
}

/** The names at the right end of their lines, value first, pushed apart where lines lie close. */
export function placeLevelNames(
  reading: SeriesReading,
  frame: Frame,
  measures: ChartMeasures,
  centreName = 'mean',
): readonly ChartText[] {
  const levels = namedLevels(reading, measures, centreName);
  const figures = levelFigures(levels, reading);
  const centres = spreadApart(
    levels.map((one) => frame.y(one.value)),
    measures.font * 1.25,
    [measures.font * 0.7, measures.height - measures.font * 0.5],
  );
  return levels.map((one, at) => ({
    x: frame.plot.right + 8,
    y: (centres[at] ?? 0) + measures.font * 0.35,
    lead: figures[at] ?? '',
    text: one.name,
    size: measures.font,
    anchor: 'start',
    tone: 'label',
    halo: false,
  }));
}

/** Lines of text that the named causes take above the plot. */
export function causeLines(reading: SeriesReading, measures: ChartMeasures): number {
  return reading.phases.some((phase, at) => at > 0 && phase.cause !== null) ? measures.annotationLines : 0;
}

/** The vertical rule where each later phase begins, the named cause on top and the means before and after. */
export function placePhaseStarts(
  reading: SeriesReading,
  frame: Frame,
  measures: ChartMeasures,
): { readonly rules: readonly Rule[]; readonly texts: readonly ChartText[] } {
  const all = stretches(reading, frame);
  const line = measures.font * 1.25;
  const lines = causeLines(reading, measures);
  const texts: ChartText[] = [];
  const rules: Rule[] = [];
  for (const [at, { phase, left }] of all.entries()) {
    const before = all[at - 1]?.phase;
    if (before === undefined) continue;
    rules.push({
      x: left,
      y: lines === 0 ? frame.plot.top : measures.font * 0.3,
      to: { x: left, y: frame.plot.bottom },
      width: 1.5,
    });
    if (phase.cause === null || lines === 0) continue;
    const next = all[at + 1]?.left ?? measures.width;
    const toRight = next - left - 16;
    const toLeft = left - (all[at - 1]?.left ?? 0) - 16;
    const onRight = at < all.length - 1 || toRight >= Math.min(toLeft, textWidth(phase.cause, measures.font));
    const place = { x: left + (onRight ? 8 : -8), size: measures.font, halo: true };
    const anchor = onRight ? ('start' as const) : ('end' as const);
    const room = onRight ? toRight : toLeft;
    const cause = fitText(phase.cause, measures.font * 1.04, room);
    texts.push({ ...place, anchor, y: measures.font * 1.33, lead: cause, text: '', tone: 'ink' });
    if (lines < 2) continue;
    const like = Math.max(Math.abs(before.centre), Math.abs(phase.centre));
    const means = [before, phase].map((one) => chartFigure(one.centre, reading, like));
    const detail = fitText(`mean ${means[0]} before, ${means[1]} after`, measures.font, room);
    texts.push({ ...place, anchor, y: measures.font * 1.33 + line, lead: '', text: detail, tone: 'label' });
  }
  return { rules, texts };
}
