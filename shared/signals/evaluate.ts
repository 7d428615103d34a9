import { type Series, seriesId } from '#shared/series/series.ts';
import { toPhases, toPoints } from './chart.ts';
import { chartWords, isFromNeighbours } from './chart-by-kind.ts';
import type { ChartKind } from './control-charts/control-chart.ts';
import type { MetricDefinition } from './definition.ts';
import { engineReading } from './engine-reading.ts';
import { type Episode, findEpisodes } from './episodes.ts';
import type { EvaluateOptions } from './evaluate-options.ts';
import { flowView } from './flow.ts';
import { directionOf, type Evaluation, judge, periodName } from './judge.ts';
import { movingRanges } from './limits.ts';
import { statusOf } from './phases.ts';
import type { SeriesReading, SeriesState, Signal } from './reading.ts';
import { marks, ruleNames } from './rules.ts';
import { scaleWords } from './scale.ts';
import { seasonWords } from './season/adjust.ts';
import { breachText, headlineOf, levelBetween, ownPast, readingSentence, signalText } from './sentence.ts';

function toSignal(evaluation: Evaluation, episode: Episode): Signal {
  const direction = directionOf(episode.side, evaluation.good);
  return {
    onset: periodName(evaluation, episode.onset),
    at: periodName(evaluation, episode.at),
    direction,
    rules: ruleNames(episode.mark & ~marks.threshold),
    strength: episode.strength,
    alarm: episode.sustained ? 'shift' : 'spike',
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

function stateOf(evaluation: Evaluation, open: readonly OpenFinding[]): SeriesState {
  if (evaluation.newest === -1) return 'missing';
  if (evaluation.stale) return 'stale';
  const directions = open.map(({ signal }) => signal.direction);
  if (directions.includes('worse')) return 'worse';
  if (directions.includes('better')) return 'better';
  return directions.length > 0 ? 'changed' : 'routine';
}

/** Exact limits of counts of equal periods are those of a c chart. */
function chartKindOf({ byKind, stretches }: Evaluation): ChartKind {
  return byKind?.chart.kind ?? (stretches.at(-1)?.isExact === true ? 'c' : 'xmr');
}

function whyOf(evaluation: Evaluation): string {
  const { season } = evaluation;
  return season === null ? limitsWhy(evaluation) : `${limitsWhy(evaluation)}; ${seasonWords(season)}`;
}

function limitsWhy(evaluation: Evaluation): string {
  if (!evaluation.limited)
    return 'a level that is read by its threshold, and a stock by what it changes, so no limits are drawn';
  const { byKind } = evaluation;
  const last = evaluation.stretches.at(-1);
  const words = byKind === null ? scaleWords(evaluation.scale.kind) : chartWords(byKind);
  if (last === undefined || last.limits === null) return `${words}; too few values for limits`;
  const held = last.locked ? 'locked on' : 'from';
  if (last.isExact === true)
    return `counted events: exact limits ${held} the first ${last.limits.n} of ${last.n} points`;
  if (last.judgedFrom === last.from && !(last.widening > 1)) return words;
  const rests = `${words}; limits ${held} the first ${last.limits.n} of ${last.n} points`;
  // Limits of counts follow from their mean alone, which a short baseline tells well.
  if (byKind !== null && !isFromNeighbours(byKind)) return rests;
  const wider = Math.round((last.widening - 1) * 100);
  const alike = last.resemblance > 0 ? ', and more because neighbouring points resemble each other' : '';
  return `${rests}, widened by ${wider} % for so short a baseline${alike}`;
}

function episodesOf(evaluation: Evaluation): readonly Episode[] {
  const { judged, engine } = evaluation;
  if (!evaluation.limited) return [];
  const last = evaluation.stretches.length - 1;
  return evaluation.stretches.flatMap((stretch, position) => {
    const found = findEpisodes({ values: judged, result: engine, mark: evaluation.marks, stretch });
    return position === last ? found : found.map((episode) => ({ ...episode, open: false }));
  });
}

/** Something that is open now and that a room could be shown. */
export type OpenFinding = {
  readonly kind: 'signal' | 'threshold';
  readonly signal: Signal;
  readonly headline: string;
  /** How far the level moved from its own past, as a share of that past. */
  readonly size: number;
  /** Periods from the onset to the newest final point. */
  readonly periods: number;
};

export type Assessment = { readonly reading: SeriesReading; readonly open: readonly OpenFinding[] };

function sizeOf(evaluation: Evaluation, onset: number, at: number): number {
  const now = levelBetween(evaluation, onset, at + 1).mean;
  const before = ownPast(evaluation, onset).mean;
  const size = Math.abs(now - before) / Math.abs(before);
  return Number.isFinite(size) ? Math.min(1, size) : 1;
}

/** `watched` is what signals were found in: the series, or the changes of a stock. */
function openFindings(
  evaluation: Evaluation,
  watched: Evaluation,
  signal: Signal | null,
  episode: Episode | null,
): readonly OpenFinding[] {
  const { newest, breachedFrom } = evaluation;
  const findings: OpenFinding[] = [];
  // Of a stock past its promise the promise is spoken of, not how fast it got there.
  const isSpoken = watched === evaluation || breachedFrom < 0;
  if (signal !== null && episode !== null && isSpoken) {
    findings.push({
      kind: 'signal',
      signal,
      headline: headlineOf(watched, episode),
      size: sizeOf(watched, episode.onset, episode.at),
      periods: newest - episode.onset + 1,
    });
  }
  // A breach that the same series already shows as a signal for the worse is one thing to talk about, not two.
  if (breachedFrom >= 0 && !(isSpoken && signal?.direction === 'worse')) {
    findings.push({
      kind: 'threshold',
      signal: breachSignal(evaluation),
      headline: headlineOf(evaluation, null),
      size: 1,
      periods: newest - breachedFrom + 1,
    });
  }
  return findings;
}

/** A stock that changes faster or slower than it did says so; else everything is said of the values themselves. */
function sentenceOf(evaluation: Evaluation, flow: Evaluation | null, open: Episode | null): string {
  if (flow === null) return readingSentence(evaluation, open);
  return open === null || evaluation.breachedFrom >= 0
    ? readingSentence(evaluation, null)
    : signalText(flow, open);
}

/** One series with what is open in it now. */
export function assessSeries(
  series: Series,
  definition: MetricDefinition | null,
  options: EvaluateOptions,
): Assessment {
  const evaluation = judge(series, definition, options);
  const ranges = new Float64Array(series.values.length).fill(Number.NaN);
  for (const { from, to } of evaluation.stretches) movingRanges(series.values, from, to, ranges);
  const phases = toPhases(evaluation, ranges);
  const flow = flowView(evaluation);
  const watched = flow ?? evaluation;
  const episodes = episodesOf(watched);
  const signals = episodes.map((episode) => toSignal(watched, episode));
  const at = evaluation.stale ? -1 : episodes.findIndex((episode) => episode.open);
  const openEpisode = episodes[at] ?? null;
  const open = evaluation.stale ? [] : openFindings(evaluation, watched, signals[at] ?? null, openEpisode);
  if (evaluation.breachedFrom >= 0) signals.push(breachSignal(evaluation));
  const engine = engineReading(watched, openEpisode !== null);
  const reading: SeriesReading = {
    id: seriesId(series),
    metric: series.metric,
    metricName: evaluation.metricName,
    entity: series.entity,
    entityName: evaluation.entityName,
    dimension: definition?.dimension ?? null,
    unit: evaluation.unit,
    good: evaluation.good,
    grain: readingGrain(series),
    chart: chartKindOf(evaluation),
    why: whyOf(evaluation),
    phases,
    points: toPoints({ ...evaluation, engine: watched.engine }, phases, ranges),
    // The promise alone: a reading aid of the catalogue is no line until somebody sets it as a target.
    target: evaluation.threshold,
    signals,
    status: statusOf(evaluation.stretches.at(-1)?.n ?? 0),
    state: stateOf(evaluation, open),
    sentence: sentenceOf(evaluation, flow, openEpisode),
    bounds: evaluation.bounds,
    ...(engine === null ? {} : { engine }),
  };
  return { reading, open };
}

/**
 * One series as the chart and the walk show it: limits, rules of every point, signals, state and sentence.
 *
 * The chart draws natural limits and describes patterns. What is a signal the engine decides, each point against those
 * before it: at the default preset a stable series gives a false one in 14 of 100 years, whatever its history.
 */
export function evaluateSeries(
  series: Series,
  definition: MetricDefinition | null,
  options: EvaluateOptions,
): SeriesReading {
  return assessSeries(series, definition, options).reading;
}

function readingGrain({ grain }: Series): SeriesReading['grain'] {
  if (grain === 'week') return 'week';
  return grain === 'day' || grain === 'instant' ? 'day' : 'month';
}
