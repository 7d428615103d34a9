import type { ChartLayout, Place } from '#shared/charts/chart-layout.ts';
import type { ChartMeasures } from '#shared/charts/chart-size.ts';
import { textWidth } from '#shared/charts/chart-text.ts';
import { boxOfText, overlap } from '#shared/charts/fired-labels.ts';
import { dayName, fullPeriodName } from '#shared/charts/period-axis.ts';
import { formatFigure } from '#shared/figures.ts';
import type { ChartPoint, SeriesReading } from '#shared/signals/reading.ts';

/** A point that can be pointed at: one with a value, and where it is drawn. */
export type PointPlace = Place & { readonly point: ChartPoint };

/** The label of a pointed point: its words, and the box that holds them inside the drawing. */
export type PointedLabel = {
  readonly value: string;
  readonly period: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

const PADDING = 10;

/** Every point with a value and its place, oldest first. Crowded charts draw no mark for some; their line passes there. */
export function pointPlaces(layout: ChartLayout, reading: SeriesReading): readonly PointPlace[] {
  const places = layout.lines.flat();
  return reading.points
    .filter((point) => point.value !== null)
    .flatMap((point, index) => {
      const place = places[index];
      return place === undefined ? [] : [{ ...place, point }];
    });
}

/** The index of the place nearest to an x in the drawing; -1 where there is none. */
export function nearestPlace(places: readonly Place[], x: number): number {
  let nearest = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (const [index, place] of places.entries()) {
    const away = Math.abs(place.x - x);
    if (away < distance) {
      nearest = index;
      distance = away;
    }
  }
  return nearest;
}

/** A period in words that need no chart: `wk 46, from 9 Nov`, `9 Nov`, `Nov 2026`. */
function periodWords({ period }: ChartPoint, grain: SeriesReading['grain']): string {
  const name = fullPeriodName(period, grain);
  return grain === 'week' ? `${name}, from ${dayName(period)}` : name;
}

/** Value and period of a point in words: `52 h, wk 46, from 9 Nov`. */
export function pointedWords(point: ChartPoint, reading: Pick<SeriesReading, 'unit' | 'grain'>): string {
  return `${formatFigure(point.value, reading.unit)}, ${periodWords(point, reading.grain)}`;
}

/** Where a label may stand around its point, the best first: as shares of its own width and height. */
const SIDES: readonly (readonly [across: number, down: number])[] = [
  [-0.5, -1],
  [-1, -1],
  [0, -1],
  [-1, -0.5],
  [0, -0.5],
  [-0.5, 0],
  [-1, 0],
  [0, 0],
];

/** Places the label of a point beside it, inside the drawing, where it covers the fewest words and points. */
export function labelPointed(
  { point, x, y }: PointPlace,
  { layout, reading }: { readonly layout: ChartLayout; readonly reading: SeriesReading },
  measures: ChartMeasures,
): PointedLabel {
  const value = formatFigure(point.value, reading.unit);
  const period = periodWords(point, reading.grain);
  const { font, firedFont } = measures;
  const wide = Math.max(textWidth(value, firedFont), textWidth(period, font));
  const width = Math.ceil(Math.min(measures.width, wide + 2 * PADDING));
  const height = Math.ceil((firedFont + font) * 1.3 + PADDING);
  const away = pointedRadius(measures) + 6;
  const within = (at: number, room: number) => Math.round(Math.max(0, Math.min(room, at)));
  const places = SIDES.map(([across, down]) => {
    const aside = across === -0.5 ? 0 : across === -1 ? -away : away;
    const off = down === -0.5 ? 0 : down === -1 ? -away : away;
    return {
      left: within(x + across * width + aside, measures.width - width),
      top: within(y + down * height + off, measures.height - height),
    };
  });
  const cost = ({ left, top }: { readonly left: number; readonly top: number }) => {
    const box = { left, top, right: left + width, bottom: top + height };
    const holds = (one: Place) => one.x > left && one.x < box.right && one.y > top && one.y < box.bottom;
    const words = layout.texts.filter((text) => overlap(box, boxOfText(text))).length;
    return (holds({ x, y }) ? 100 : 0) + words * 4 + layout.marks.filter(holds).length;
  };
  const best = places.toSorted((one, other) => cost(one) - cost(other))[0] ?? { left: 0, top: 0 };
  return { value, period, ...best, width, height };
}

/** How far the ring around a pointed point reaches: outside the outline of the newest one. */
export function pointedRadius(measures: ChartMeasures): number {
  return measures.fired + measures.outline + 3;
}
