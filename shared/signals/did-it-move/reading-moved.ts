import { type Day, dayToMs } from '#shared/day.ts';
import { metricById } from '#shared/drive/catalogue.ts';
import { bestChange } from '#shared/signals/change-points/segments.ts';
import { periodEnd, spanWords } from '#shared/signals/periods.ts';
import type { ChartPoint, SeriesReading } from '#shared/signals/reading.ts';
import { without } from '#shared/signals/season/adjust.ts';
import { findSeason } from '#shared/signals/season/find-season.ts';
import { didItMove, type Move, type MoveOptions, periodsNeeded, type Stretches } from './did-it-move.ts';
import { breakSentence, type MoveWords, moveSentence, tooFewSentence } from './move-sentence.ts';
import { familyOf, type MeasuredColumns, stretchesAround } from './stretches.ts';

/** What came of an event on a series; `move` is null while there are too few periods on a side. */
export type Moved = { readonly move: Move | null; readonly sentence: string };

/** Periods that are compared on each side at most: two years of weeks. */
const MOST = 104;

/** Shortest level on either side of the largest break. */
const SHORTEST = 4;

function valuesOf(stretches: Stretches): readonly number[] {
  if (stretches.kind === 'values' || stretches.kind === 'skewed') {
    return [...stretches.before, ...stretches.after];
  }
  return [...stretches.before, ...stretches.after].map(({ count, exposure }) => count / exposure);
}

/** How many periods after the event the series breaks most, negative before it. */
function breakAway(stretches: Stretches): number {
  const at = bestChange(Float64Array.from(valuesOf(stretches)), SHORTEST);
  return at === null ? 0 : at - stretches.before.length;
}

/** Compares two stretches and says in words what came of it. */
export function told(stretches: Stretches, words: MoveWords, options: MoveOptions = {}): Moved {
  const counts = { before: stretches.before.length, after: stretches.after.length };
  const move = didItMove(stretches, options);
  if (move !== null) {
    const away = move.verdict === 'moved' ? breakAway(stretches) : 0;
    return { move, sentence: `${moveSentence(move, counts, words)}${breakSentence(away, words)}` };
  }
  const wanted = counts.before < 4 ? null : periodsNeeded(options.smallest ?? 1, counts.before);
  const needs = wanted === null ? null : Math.max(1, wanted - counts.after);
  return { move, sentence: tooFewSentence(counts, needs, words) };
}

function column(points: readonly ChartPoint[], key: 'numerator' | 'denominator'): Float64Array | null {
  if (points.every((point) => point[key] === null)) return null;
  return Float64Array.from(points, (point) => (point.mature ? (point[key] ?? Number.NaN) : Number.NaN));
}

/** The numbers of a reading that are final. */
function columnsOf({ points }: SeriesReading): MeasuredColumns {
  return {
    values: Float64Array.from(points, ({ value, mature }) => (mature ? (value ?? Number.NaN) : Number.NaN)),
    numerators: column(points, 'numerator'),
    denominators: column(points, 'denominator'),
  };
}

/** Values without the season that they have: summer held against winter is no change. Counts stay as they are. */
function withoutSeason(
  columns: MeasuredColumns,
  { points, grain }: SeriesReading,
  family: Stretches['kind'],
): MeasuredColumns {
  if (family === 'counts' || family === 'shares') return columns;
  const starts = Float64Array.from(points, ({ period }) => dayToMs(period) ?? Number.NaN);
  const isLog = family === 'skewed' && columns.values.every((value) => !(value <= 0));
  const scaled = isLog ? columns.values.map(Math.log) : columns.values;
  const season = starts.some(Number.isNaN) ? null : findSeason(scaled, { starts, grain });
  if (season === null) return columns;
  const calm = without(scaled, season);
  return { ...columns, values: isLog ? calm.map(Math.exp) : calm };
}

/** First position whose period ends after the day; all of them where none does. */
function positionOf({ points, grain }: SeriesReading, day: Day): number {
  const ms = dayToMs(day) ?? Number.NaN;
  const at = points.findIndex(({ period }) => periodEnd(dayToMs(period) ?? 0, grain) > ms);
  return at === -1 ? points.length : at;
}

/**
 * Whether the series moved with something that happened on a day: the period that holds the day is the first one after
 * it. Compared are the phase before it and all that followed up to the next phase. Null where the day lies outside.
 */
export function movedSince(reading: SeriesReading, day: Day, options: MoveOptions = {}): Moved | null {
  const at = positionOf(reading, day);
  if (at === 0 || at >= reading.points.length) return null;
  const starts = reading.phases.map(({ from }) => positionOf(reading, from));
  const from = Math.max(0, at - MOST, ...starts.filter((start) => start < at));
  const to = Math.min(reading.points.length, at + MOST, ...starts.filter((start) => start > at));
  const family = familyOf(metricById(reading.metric) ?? null);
  const columns = withoutSeason(columnsOf(reading), reading, family);
  const stretches = stretchesAround(columns, { from, at, to }, family);
  const words: MoveWords = {
    unit: reading.unit,
    good: reading.good,
    periods: (count) => spanWords(count, reading.grain, true),
  };
  return told(stretches, words, options);
}
