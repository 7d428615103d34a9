import { type Day, dayToMs } from '#shared/day.ts';
import { metricById } from '#shared/drive/catalogue.ts';
import { formatPair } from '#shared/figures.ts';
import { periodWords, spanWords } from '#shared/signals/periods.ts';
import type { ChartPoint, SeriesReading } from '#shared/signals/reading.ts';
import { chooseScale } from '#shared/signals/scale.ts';
import { without } from '#shared/signals/season/adjust.ts';
import { findSeason } from '#shared/signals/season/find-season.ts';
import { newLevels } from './suggest-levels.ts';

/** A level that seems to have begun inside the current phase. Only a person who names a cause makes it a phase. */
export type SuggestedLevel = {
  readonly from: Day;
  /** Position of its first point among those of the reading. */
  readonly index: number;
  /** Means of the level before it and of its own, in the unit of the reading. */
  readonly before: number;
  readonly after: number;
  /** Points that it has held for. */
  readonly held: number;
  /** Held for eight points or more: worth new limits, if somebody knows its cause. */
  readonly isSustained: boolean;
  readonly sentence: string;
};

/** What is read of a reading; one without phases is judged by a threshold or has too few values. */
export type LeveledReading = Pick<SeriesReading, 'metric' | 'unit' | 'grain'> & {
  readonly phases: readonly { readonly from: Day }[];
  readonly points: readonly (Pick<ChartPoint, 'period' | 'value' | 'numerator' | 'denominator'> & {
    readonly mature?: boolean;
  })[];
};

const SUSTAINED = 8;

function columnOf(
  points: LeveledReading['points'],
  key: 'value' | 'numerator' | 'denominator',
): Float64Array {
  return Float64Array.from(points, (point) =>
    point.mature === false ? Number.NaN : (point[key] ?? Number.NaN),
  );
}

function meanOf(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

function words(level: Omit<SuggestedLevel, 'sentence'>, { unit, grain }: LeveledReading): string {
  const { from, before, after, held, isSustained } = level;
  const ms = dayToMs(from);
  const since = periodWords(ms ?? Number(from), grain, ms !== null).replace(/^(in|on|at) /, '');
  const [was, is] = formatPair(before, after, unit);
  const lasted = spanWords(held, grain, ms !== null);
  return isSustained
    ? `A new level since ${since}: ${was} before, ${is} for ${lasted}. Name a cause to start a new phase.`
    : `Perhaps a new level since ${since}: ${was} before, ${is} for ${lasted} so far.`;
}

/** Values on their scale without the season that they have; a summer is no new level. */
function withoutSeason(
  values: Float64Array,
  points: LeveledReading['points'],
  grain: LeveledReading['grain'],
): Float64Array {
  const starts = Float64Array.from(points, ({ period }) => dayToMs(period) ?? Number.NaN);
  if (starts.some(Number.isNaN)) return values;
  const season = findSeason(values, { starts, grain });
  return season === null ? values : without(values, season);
}

/**
 * New levels that the current phase seems to hold, at most two, oldest first, told on the scale that the metric is
 * judged on. They change nothing: limits stay until somebody names a cause.
 */
export function suggestedLevels(reading: LeveledReading): readonly SuggestedLevel[] {
  const start = reading.points.findIndex(({ period }) => period === reading.phases.at(-1)?.from);
  if (start === -1) return [];
  const points = reading.points.slice(start);
  const metric = metricById(reading.metric) ?? null;
  const counts = points.some(({ denominator }) => denominator !== null);
  const scale = chooseScale(metric, {
    values: columnOf(points, 'value'),
    numerators: counts ? columnOf(points, 'numerator') : null,
    denominators: counts ? columnOf(points, 'denominator') : null,
    whole: reading.unit === '%' && metric?.unit === '%' ? 100 : 1,
  });
  const values = withoutSeason(scale.values, points, reading.grain);
  const found = newLevels(values);
  return found.map((at, position) => {
    const next = found[position + 1] ?? points.length;
    const own = values.subarray(at, next);
    const held = own.filter((value) => !Number.isNaN(value)).length;
    const level = {
      from: points[at]?.period ?? '',
      index: start + at,
      before: scale.back(meanOf(values.subarray(found[position - 1] ?? 0, at))),
      after: scale.back(meanOf(own)),
      held,
      isSustained: held >= SUSTAINED,
    };
    return { ...level, sentence: words(level, reading) };
  });
}
