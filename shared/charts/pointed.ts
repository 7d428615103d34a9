import type { ChartLayout, Place } from '#shared/charts/chart-layout.ts';
import type { ChartMeasures } from '#shared/charts/chart-size.ts';
import { textWidth } from '#shared/charts/chart-text.ts';
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

/** Places the label of a point above it, below where there is no room above; always inside the drawing. */
export function labelPointed(
  { point, x, y }: PointPlace,
  reading: Pick<SeriesReading, 'unit' | 'grain'>,
  measures: ChartMeasures,
): PointedLabel {
  const value = formatFigure(point.value, reading.unit);
  const period = periodWords(point, reading.grain);
  const { font, firedFont } = measures;
  const wide = Math.max(textWidth(value, firedFont), textWidth(period, font));
  const width = Math.ceil(Math.min(measures.width, wide + 2 * PADDING));
  const height = Math.ceil((firedFont + font) * 1.3 + PADDING);
  const away = pointedRadius(measures) + 6;
  const above = y - away - height;
  const below = Math.min(y + away, measures.height - height);
  return {
    value,
    period,
    left: Math.round(Math.max(0, Math.min(measures.width - width, x - width / 2))),
    top: Math.round(above >= 0 ? above : below),
    width,
    height,
  };
}

/** How far the ring around a pointed point reaches: outside the outline of the newest one. */
export function pointedRadius(measures: ChartMeasures): number {
  return measures.fired + measures.outline + 3;
}
