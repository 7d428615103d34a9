import { formatFigure, formatPair, formatSpan } from '#shared/figures.ts';
import { chanceWords } from './chance.ts';
import { countedLevels } from './chart-by-kind.ts';
import type { Episode } from './episodes.ts';
import type { Evaluation } from './judge.ts';
import { periodWords, spanWords, startWords } from './periods.ts';
import { marks } from './rules.ts';

/** How many periods before the signal (or the newest point) are "its own mean". */
const OWN_PAST = 12;

/** Mean of the final values from `from` to before `to`; of a rate, its parts are summed first. */
export function levelBetween(evaluation: Evaluation, from: number, to: number): { mean: number; n: number } {
  const { series, final } = evaluation;
  const { numerators, denominators } = series;
  let n = 0;
  let sum = 0;
  let over = 0;
  let under = 0;
  for (let index = Math.max(0, from); index < to; index++) {
    const value = series.values[index] ?? Number.NaN;
    if (Number.isNaN(value) || final[index] === 0) continue;
    n++;
    sum += value;
    over += numerators?.[index] ?? Number.NaN;
    under += denominators?.[index] ?? Number.NaN;
  }
  const whole = evaluation.unit === '%' ? 100 : 1;
  return { mean: under > 0 && !Number.isNaN(over) ? (whole * over) / under : sum / n, n };
}

/** The level of the twelve periods before `index`, inside its phase where that has points before. */
export function ownPast(evaluation: Evaluation, index: number): { mean: number; n: number } {
  const phase = evaluation.stretches.find(({ from, to }) => index >= from && index < to);
  const start = phase !== undefined && phase.from < index ? phase.from : 0;
  let from = index;
  for (let n = 0; from > start && n < OWN_PAST; ) {
    from--;
    if (!Number.isNaN(evaluation.series.values[from]) && evaluation.final[from] === 1) n++;
  }
  return levelBetween(evaluation, from, index);
}

/** "Change lead time" inside a sentence: "change lead time"; abbreviations and grades ("SLO", "Sev0") keep theirs. */
export function inSentence(name: string): string {
  return /^[A-Z][a-z]+(?![A-Za-z0-9]| \d)/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function valueAt({ series }: Evaluation, index: number): number {
  return series.values[index] ?? Number.NaN;
}

function whenAt({ series, grain, dated }: Evaluation, index: number): string {
  return periodWords(series.starts[index] ?? 0, grain, dated);
}

function subject({ entityName, metricName }: Evaluation): string {
  return `${entityName}, ${inSentence(metricName)}`;
}

function pastWords(evaluation: Evaluation, index: number, like: number): string {
  const past = ownPast(evaluation, index);
  if (past.n < 2) return '';
  const noun = spanWords(past.n, evaluation.grain, evaluation.dated);
  const span = past.n === OWN_PAST ? noun.replace(/ (\w+?)s?$/, '-$1') : null;
  const mean = formatFigure(past.mean, evaluation.spokenUnit, { like });
  return span === null ? `; the mean of the ${noun} before is ${mean}` : `; its own ${span} mean is ${mean}`;
}

type DrawnLimits = { readonly lower: number | null; readonly upper: number | null };

/** Natural limits as numbers of the metric; null where the metric's own bound comes first. */
function limitsAt(evaluation: Evaluation, index: number): DrawnLimits | null {
  const limits = evaluation.stretches.find(({ from, to }) => index >= from && index < to)?.limits;
  if (!evaluation.limited || limits === null || limits === undefined) return null;
  const [low, high] = evaluation.bounds;
  const counted = evaluation.byKind === null ? null : countedLevels(evaluation.byKind, index);
  const lower = counted?.lower ?? evaluation.scale.back(limits.lower);
  const upper = counted?.upper ?? evaluation.scale.back(limits.upper);
  return {
    lower: low !== null && lower <= low ? null : lower,
    upper: high !== null && upper >= high ? null : upper,
  };
}

function withinWords(evaluation: Evaluation, index: number): string {
  const limits = limitsAt(evaluation, index);
  const stretch = evaluation.stretches.at(-1);
  if (!evaluation.limited) return '';
  if (limits === null) {
    const count = spanWords(stretch?.n ?? 0, evaluation.grain, evaluation.dated);
    return `; ${count} of history ${stretch?.n === 1 ? 'is' : 'are'} too few for limits`;
  }
  if (stretch?.limits?.averageRange === 0) return ', no variation yet';
  if (stretch?.status === 'provisional') {
    return `; ${spanWords(stretch.n, evaluation.grain, evaluation.dated)} of history give provisional limits`;
  }
  const like = limits.upper ?? limits.lower ?? valueAt(evaluation, index);
  const figure = (value: number): string => formatFigure(value, evaluation.spokenUnit, { like });
  if (limits.lower === null && limits.upper === null) return '';
  if (limits.lower === null) return `, under its upper natural limit of ${figure(limits.upper ?? 0)}`;
  if (limits.upper === null) return `, over its lower natural limit of ${figure(limits.lower)}`;
  return `, within its natural limits of ${formatSpan(limits.lower, limits.upper, evaluation.spokenUnit)}`;
}

/** "46 h in week 47, above its upper natural limit of 38 h". */
function outsideWords(evaluation: Evaluation, index: number, side: 1 | -1): string {
  const limits = limitsAt(evaluation, index);
  const isOutside = ((evaluation.marks[index] ?? 0) & marks.outside) !== 0;
  const limit = !isOutside ? null : side === 1 ? limits?.upper : limits?.lower;
  const stretch = evaluation.stretches.find(({ from, to }) => index >= from && index < to);
  const value = valueAt(evaluation, index);
  const when = whenAt(evaluation, index);
  if (stretch?.limits?.averageRange === 0) {
    return `${formatFigure(value, evaluation.spokenUnit)} ${when}, the first change from a constant`;
  }
  if (limit === null || limit === undefined) return `${formatFigure(value, evaluation.spokenUnit)} ${when}`;
  const [shown, against] = formatPair(value, limit, evaluation.spokenUnit);
  const where = side === 1 ? 'above its upper' : 'below its lower';
  return `${shown} ${when}, ${where} natural limit of ${against}`;
}

/** "on average 37 h over the nine weeks since 14 September, 22 h before". */
function shiftWords(evaluation: Evaluation, episode: Episode): string {
  const { onset, at } = episode;
  const now = levelBetween(evaluation, onset, at + 1);
  const before = ownPast(evaluation, onset);
  const span = spanWords(now.n, evaluation.grain, evaluation.dated);
  const since = startWords(evaluation.series.starts[onset] ?? 0, evaluation.dated);
  if (before.n === 0) {
    return `on average ${formatFigure(now.mean, evaluation.spokenUnit)} over the ${span} since ${since}`;
  }
  const [mean, past] = formatPair(now.mean, before.mean, evaluation.spokenUnit);
  return `on average ${mean} over the ${span} since ${since}, ${past} before`;
}

/** What changed, against what, since when, and how sure that is: the sentences of one signal. */
export function signalText(evaluation: Evaluation, episode: Episode): string {
  return `${changeText(evaluation, episode)} ${sureness(evaluation, episode)}`;
}

function sureness({ preset, grain, dated }: Evaluation, episode: Episode): string {
  return chanceWords(episode, preset, grain, dated);
}

function changeText(evaluation: Evaluation, episode: Episode): string {
  const lasting = episode.sustained && episode.at > episode.onset;
  const words = lasting
    ? shiftWords(evaluation, episode)
    : `${outsideWords(evaluation, episode.at, episode.side)}${pastWords(
        evaluation,
        episode.onset,
        valueAt(evaluation, episode.at),
      )}`;
  return `${subject(evaluation)}: ${words}.`;
}

const PROMISE = { '<': 'under', '<=': 'at most', '>': 'above', '>=': 'at least' } as const;

function breachWords(evaluation: Evaluation): string {
  const { threshold, newest, breachedFrom, spokenUnit: unit, grain, dated } = evaluation;
  if (threshold === null || breachedFrom < 0) return '';
  const [shown, against] = formatPair(valueAt(evaluation, newest), threshold.value, unit);
  const { n } = levelBetween(evaluation, breachedFrom, newest + 1);
  const span = n > 1 ? `, for ${spanWords(n, grain, dated)}` : '';
  return `${shown} ${whenAt(evaluation, newest)}, past its target of ${PROMISE[threshold.op]} ${against}${span}`;
}

export function breachText(evaluation: Evaluation): string {
  return `${subject(evaluation)}: ${breachWords(evaluation)}.`;
}

/** The sentence under a chart: the newest value against its own past. */
export function readingSentence(evaluation: Evaluation, open: Episode | null): string {
  const { newest, stale, spokenUnit: unit } = evaluation;
  const name = subject(evaluation);
  if (newest === -1) return `${name}: no value yet.`;
  const value = valueAt(evaluation, newest);
  if (stale) {
    return `${name}: nothing newer than ${formatFigure(value, unit)} ${whenAt(evaluation, newest)}.`;
  }
  if (open !== null) {
    const outside = ((evaluation.marks[newest] ?? 0) & marks.outside) !== 0;
    if (!open.sustained || open.at === open.onset) return signalText(evaluation, open);
    const first = outside
      ? outsideWords(evaluation, newest, open.side)
      : `${formatFigure(value, unit)} ${whenAt(evaluation, newest)}`;
    return `${name}: ${first}; ${shiftWords(evaluation, open)}. ${sureness(evaluation, open)}`;
  }
  if (evaluation.breachedFrom >= 0) return breachText(evaluation);
  const routine = `${formatFigure(value, unit)} ${whenAt(evaluation, newest)}${withinWords(evaluation, newest)}`;
  return `${name}: ${routine}${pastWords(evaluation, newest, value)}.`;
}

/** Title on the stage, at most about twelve words: "Payments change lead time is 46 h, above its upper limit of 38 h". */
export function headlineOf(evaluation: Evaluation, open: Episode | null): string {
  const { newest, spokenUnit: unit, threshold, entityName, metricName } = evaluation;
  const name = `${entityName} ${inSentence(metricName)}`;
  const value = valueAt(evaluation, newest);
  if (open === null && threshold !== null) {
    const [shown, against] = formatPair(value, threshold.value, unit);
    return `${name} is ${shown}, target ${PROMISE[threshold.op]} ${against}`;
  }
  if (open === null) return `${name} is ${formatFigure(value, unit)}`;
  const limits = limitsAt(evaluation, newest);
  const limit = open.side === 1 ? limits?.upper : limits?.lower;
  const outside = ((evaluation.marks[newest] ?? 0) & marks.outside) !== 0;
  if (outside && limit !== null && limit !== undefined) {
    const [shown, against] = formatPair(value, limit, unit);
    return `${name} is ${shown}, ${open.side === 1 ? 'above its upper' : 'below its lower'} limit of ${against}`;
  }
  const [mean, past] = formatPair(
    levelBetween(evaluation, open.onset, open.at + 1).mean,
    ownPast(evaluation, open.onset).mean,
    unit,
  );
  return `${name} is ${open.side === 1 ? 'up' : 'down'}: ${mean} against ${past}`;
}
