import { type Series, seriesId } from '#shared/series/series.ts';
import type { MetricDefinition } from './definition.ts';
import { type Episode, findEpisodes } from './episodes.ts';
import { directionOf, type EvaluateOptions, type Evaluation, judge, periodName } from './judge.ts';
import { movingRanges, RANGE_FACTOR } from './limits.ts';
import { type Stretch, statusOf } from './phases.ts';
import type { ChartPoint, Phase, SeriesReading, SeriesState, Signal } from './reading.ts';
import { marks, ruleNames } from './rules.ts';
import { scaleWords } from './scale.ts';
import { breachText, readingSentence, signalText } from './sentence.ts';

function toSignal(evaluation: Evaluation, episode: Episode): Signal {
  const direction = directionOf(episode.side, evaluation.good);
  return {
    onset: periodName(evaluation, episode.onset),
    at: periodName(evaluation, episode.at),
    direction,
    rules: ruleNames(episode.mark & ~marks.threshold),
    strength: Math.abs(evaluation.z[episode.at] ?? 0),
    text: signalText(evaluation, episode),
    ...(episode.open ? {} : { ended: periodName(evaluation, episode.at) }),
  };
}

function breachSignal(evaluation: Evaluation): Signal {
  const { breachedFrom, newest, threshold, series } = evaluation;
  const away = Math.abs((series.values[newest] ?? 0) - (threshold?.value ?? 0));
  const size = Math.abs(threshold?.value ?? 0);
  return {
    onset: periodName(evaluation, breachedFrom),
    at: periodName(evaluation, newest),
    direction: 'worse',
    rules: ['threshold'],
    strength: size > 0 ? away / size : away,
    text: breachText(evaluation),
  };
}

/** Limits as they are drawn: transformed back and never past what the metric can be. */
function drawn(evaluation: Evaluation, scaled: number): number {
  const [low, high] = evaluation.bounds;
  const value = evaluation.scale.back(scaled);
  return Math.min(high ?? value, Math.max(low ?? value, value));
}

/** The moving range chart is in the metric's own unit, whatever the scale of the limits. */
function rangeChart(evaluation: Evaluation, stretch: Stretch, ranges: Float64Array): Phase['movingRange'] {
  const { limits } = stretch;
  if (evaluation.scale.kind === 'plain' && limits !== null) {
    return { centre: limits.averageRange, upper: limits.upperRange };
  }
  const end = stretch.judgedFrom > stretch.from ? stretch.judgedFrom : stretch.to;
  let n = 0;
  let sum = 0;
  for (let index = stretch.from; index < end; index++) {
    const range = ranges[index] ?? Number.NaN;
    if (Number.isNaN(range)) continue;
    n++;
    sum += range;
  }
  const centre = n === 0 ? 0 : sum / n;
  return { centre, upper: centre * RANGE_FACTOR };
}

function toPhases(evaluation: Evaluation, ranges: Float64Array): readonly Phase[] {
  if (!evaluation.limited) return [];
  return evaluation.stretches.flatMap((stretch): readonly Phase[] => {
    const { limits, from, to } = stretch;
    if (limits === null || to === from) return [];
    return [
      {
        from: periodName(evaluation, from),
        to: periodName(evaluation, to - 1),
        n: stretch.n,
        centre: drawn(evaluation, limits.centre),
        lower: drawn(evaluation, limits.lower),
        upper: drawn(evaluation, limits.upper),
        movingRange: rangeChart(evaluation, stretch, ranges),
        cause: stretch.cause,
        baseline: { n: limits.n, locked: stretch.locked },
      },
    ];
  });
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function toPoints(
  evaluation: Evaluation,
  phases: readonly Phase[],
  ranges: Float64Array,
): readonly ChartPoint[] {
  const { series, stretches, good } = evaluation;
  const points: ChartPoint[] = [];
  let drawnPhases = 0;
  for (const stretch of stretches) {
    const phase = stretch.limits === null || !evaluation.limited ? null : (phases[drawnPhases++] ?? null);
    for (let index = stretch.from; index < stretch.to; index++) {
      const mark = evaluation.marks[index] ?? 0;
      const side = (evaluation.z[index] ?? 0) < 0 ? -1 : 1;
      const direction =
        (mark & ~marks.threshold) !== 0 ? directionOf(side, good) : mark === 0 ? null : 'worse';
      points.push({
        period: periodName(evaluation, index),
        value: known(series.values[index]),
        numerator: known(series.numerators?.[index]),
        denominator: known(series.denominators?.[index]),
        centre: phase?.centre ?? null,
        lower: phase?.lower ?? null,
        upper: phase?.upper ?? null,
        movingRange: known(ranges[index]),
        rules: ruleNames(mark),
        direction,
        mature: evaluation.final[index] === 1,
      });
    }
  }
  return points;
}

function stateOf(evaluation: Evaluation, open: readonly Signal[]): SeriesState {
  if (evaluation.newest === -1) return 'missing';
  if (evaluation.stale) return 'stale';
  const directions = open.map(({ direction }) => direction);
  if (directions.includes('worse')) return 'worse';
  if (directions.includes('better')) return 'better';
  return directions.length > 0 ? 'changed' : 'routine';
}

function whyOf(evaluation: Evaluation): string {
  if (!evaluation.limited) return 'a level that is read by its threshold, so no limits are drawn';
  const last = evaluation.stretches.at(-1);
  const words = scaleWords(evaluation.scale.kind);
  if (last === undefined || last.limits === null) return `${words}; too few values for limits`;
  if (last.judgedFrom === last.from && !(last.widening > 1)) return words;
  const held = last.locked ? 'locked on' : 'from';
  return `${words}; limits ${held} the first ${last.limits.n} of ${last.n} points, widened by ${Math.round(
    (last.widening - 1) * 100,
  )} % for so short a baseline`;
}

function episodesOf(evaluation: Evaluation): readonly Episode[] {
  if (!evaluation.limited) return [];
  const last = evaluation.stretches.length - 1;
  return evaluation.stretches.flatMap((stretch, position) => {
    const found = stretch.limits === null ? [] : findEpisodes(evaluation.z, evaluation.marks, stretch);
    return position === last ? found : found.map((episode) => ({ ...episode, open: false }));
  });
}

/**
 * One series as the chart and the walk show it: limits, rules of every point, signals, state and sentence.
 *
 * Limits come from the first points of the phase and are locked after 26 of them; the newest points are judged by
 * limits that they had no part in. A new phase needs a named cause. Limits are widened for the length of the baseline,
 * and a run becomes a signal only when its mean is further away than chance explains: together a stable series gives a
 * false signal in about one year of six, whatever its history.
 */
export function evaluateSeries(
  series: Series,
  definition: MetricDefinition | null,
  options: EvaluateOptions,
): SeriesReading {
  const evaluation = judge(series, definition, options);
  const ranges = new Float64Array(series.values.length).fill(Number.NaN);
  for (const { from, to } of evaluation.stretches) movingRanges(series.values, from, to, ranges);
  const phases = toPhases(evaluation, ranges);
  const episodes = episodesOf(evaluation);
  const signals = episodes.map((episode) => toSignal(evaluation, episode));
  if (evaluation.breachedFrom >= 0) signals.push(breachSignal(evaluation));
  const open = evaluation.stale ? [] : signals.filter(({ ended }) => ended === undefined);
  return {
    id: seriesId(series),
    metric: series.metric,
    metricName: evaluation.metricName,
    entity: series.entity,
    entityName: evaluation.entityName,
    dimension: definition?.dimension ?? null,
    unit: evaluation.unit,
    good: evaluation.good,
    grain: readingGrain(series),
    chart: 'xmr',
    why: whyOf(evaluation),
    phases,
    points: toPoints(evaluation, phases, ranges),
    target: targetOf(evaluation),
    signals,
    status: statusOf(evaluation.stretches.at(-1)?.n ?? 0),
    state: stateOf(evaluation, open),
    sentence: readingSentence(evaluation, episodes.find((episode) => episode.open) ?? null),
    bounds: evaluation.bounds,
  };
}

function readingGrain({ grain }: Series): SeriesReading['grain'] {
  if (grain === 'week') return 'week';
  return grain === 'day' || grain === 'instant' ? 'day' : 'month';
}

/** The line to draw: the promise, or the catalogue's reading aid where there is none. */
function targetOf({ threshold, definition }: Evaluation): SeriesReading['target'] {
  if (threshold !== null) return threshold;
  return definition?.target == null ? null : { op: definition.target.op, value: definition.target.value };
}
