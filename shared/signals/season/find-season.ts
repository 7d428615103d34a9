import { DAY_MS } from '#shared/day.ts';
import type { Grain } from '#shared/series/series.ts';
import { changesOfLevel } from '#shared/signals/change-points/segments.ts';
import { fisherTail } from '#shared/signals/distributions/fisher.ts';
import { leastSquares, type Model, squared } from './least-squares.ts';
import { quickShare } from './quick-share.ts';

/** Ups and downs that come again with the day of the week or the time of the year. */
export type Season = {
  readonly kind: 'weekday' | 'annual';
  /** Share of all variance that it explains, 0 to 1. */
  readonly explains: number;
  /** What it adds to each period, in the unit of the values, missing ones too; known ones sum to 0. */
  readonly effect: Float64Array;
};

export type Periods = { readonly starts: Float64Array; readonly grain: Grain };

/** A season that explains less only adds noise when it is taken out. */
const LEAST_SHARE = 0.2;
const LEAST_CHANCE = 0.01;

const YEAR_MS = 365.2425 * DAY_MS;
const WEEK = 7;
/** Weeks of days, and years of weeks and months, that a season is told from. */
const FEWEST_WEEKS = 5;
const FEWEST_YEARS = 2;
/** Two whole years of weeks are 728 days. */
const YEAR_SLACK_MS = 4 * DAY_MS;

/** How much what is left resembles its neighbour, 0 to 0.95. */
function resemblanceOf(residuals: Float64Array): number {
  let products = 0;
  for (let at = 1; at < residuals.length; at++) products += (residuals[at] ?? 0) * (residuals[at - 1] ?? 0);
  const n = residuals.length;
  const r = products / squared(residuals);
  return Math.min(0.95, Math.max(0, r + (1 + 3 * r) / n));
}

function column(length: number, at: (index: number) => number): Float64Array {
  return Float64Array.from({ length }, (_, index) => at(index));
}

/** A level of its own for each stretch between changes, the first one being the constant. */
function levels(n: number, changes: readonly number[]): Model {
  return [column(n, () => 1), ...changes.map((change) => column(n, (at) => (at >= change ? 1 : 0)))];
}

/** Waves of the year and of half of it; of the year alone where a period is a quarter. */
function waves(starts: Float64Array, grain: Grain): Model {
  const rounds = grain === 'quarter' ? [1] : [1, 2];
  return rounds.flatMap((round) => {
    const angle = starts.map((start) => (2 * Math.PI * round * start) / YEAR_MS);
    return [angle.map(Math.sin), angle.map(Math.cos)];
  });
}

function weekdays(starts: Float64Array): Model {
  const day = (index: number): number => Math.floor((starts[index] ?? 0) / DAY_MS) % WEEK;
  return Array.from({ length: WEEK - 1 }, (_, other) =>
    column(starts.length, (at) => (day(at) === other ? 1 : 0)),
  );
}

/** What the season is told apart from: a level for each week of days, a straight line for a year of weeks. */
function background(kind: Season['kind'], starts: Float64Array): Model {
  const n = starts.length;
  if (kind === 'annual') return [column(n, () => 1), column(n, (at) => at - (n - 1) / 2)];
  const week = starts.map((start) => Math.floor(start / DAY_MS / WEEK));
  return levels(
    n,
    [...week.keys()].filter((at) => at > 0 && week[at] !== week[at - 1]),
  );
}

function sumOf(model: Model, coefficients: readonly number[], length: number): Float64Array {
  return column(length, (at) =>
    model.reduce((sum, one, position) => sum + (coefficients[position] ?? 0) * (one[at] ?? 0), 0),
  );
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function changesIn(values: Float64Array): readonly number[] {
  const penalty = (3 * squared(centred(values)) * Math.log(values.length)) / values.length;
  return penalty > 0 ? changesOfLevel(values, { penalty, shortest: 4 }) : [];
}

/** Bayesian information criterion: the better of two explanations has the smaller one. */
function criterion(residuals: Float64Array, parameters: number): number {
  const n = residuals.length;
  return n * Math.log(squared(residuals) / n) + parameters * Math.log(n);
}

/** What the model adds at any time, and the share of the variance that it explains. */
type Told = { readonly coefficients: readonly number[]; readonly explains: number };

function seasonColumns(kind: Season['kind'], starts: Float64Array, grain: Grain): Model {
  return kind === 'annual' ? waves(starts, grain) : weekdays(starts);
}

/** The season in values that are all there; null where it is little, chance, or better told as changes of level. */
function seasonIn(values: Float64Array, kind: Season['kind'], { starts, grain }: Periods): Told | null {
  const model = () => ({
    background: background(kind, starts),
    season: seasonColumns(kind, starts, grain),
  });
  if (grain === 'week' && (quickShare(values, starts, model) ?? 1) < LEAST_SHARE) return null;
  const { background: behind, season } = model();
  const n = values.length;
  const total = squared(centred(values));
  const without = leastSquares(values, behind);
  const fit = leastSquares(values, [...behind, ...season]);
  const freedom = n - behind.length - season.length;
  if (!(total > 0) || freedom < season.length) return null;
  const saved = squared(without.residuals) - squared(fit.residuals);
  const explains = saved / total;
  const alike = kind === 'annual' ? resemblanceOf(fit.residuals) : 0;
  const fewer = (1 - alike) / (1 + alike);
  const ratio = ((saved / season.length) * fewer) / (squared(fit.residuals) / freedom);
  const chance = fisherTail(ratio, season.length, Math.max(1, freedom * fewer));
  if (explains < LEAST_SHARE || chance > LEAST_CHANCE) return null;
  const own = fit.coefficients.slice(behind.length);
  if (kind === 'weekday') return { coefficients: own, explains };
  const changes = changesIn(values);
  const stepped = leastSquares(values, levels(n, changes));
  const parameters = behind.length + season.length;
  const isSteps = criterion(stepped.residuals, 2 * changes.length + 1) < criterion(fit.residuals, parameters);
  return isSteps ? null : { coefficients: besideSteps(values, behind, season, own), explains };
}

/** Once more, with the changes of level that show when the season is gone, so that they do not pass for part of it. */
function besideSteps(
  values: Float64Array,
  behind: Model,
  season: Model,
  coefficients: readonly number[],
): readonly number[] {
  const n = values.length;
  const first = sumOf(season, coefficients, n);
  const steps = changesIn(values.map((value, at) => value - (first[at] ?? 0)));
  const nuisance = [...behind, ...levels(n, steps).slice(1)];
  return leastSquares(values, [...nuisance, ...season]).coefficients.slice(nuisance.length);
}

function kindOf({ starts, grain }: Periods): Season['kind'] | null {
  const spanned = (starts.at(-1) ?? 0) - (starts[0] ?? 0);
  if (grain === 'day') return spanned + DAY_MS >= FEWEST_WEEKS * WEEK * DAY_MS ? 'weekday' : null;
  const period = { week: WEEK * DAY_MS, month: YEAR_MS / 12, quarter: YEAR_MS / 4 } as const;
  if (grain !== 'week' && grain !== 'month' && grain !== 'quarter') return null;
  return spanned + period[grain] >= FEWEST_YEARS * YEAR_MS - YEAR_SLACK_MS ? 'annual' : null;
}

/** The values that are there, with their periods; as they stand where only the ends of the series are missing. */
function knownOf(
  values: Float64Array,
  starts: Float64Array,
): { readonly known: Float64Array; readonly starts: Float64Array } {
  let from = 0;
  let to = values.length;
  while (from < to && Number.isNaN(values[from])) from++;
  while (to > from && Number.isNaN(values[to - 1])) to--;
  const known = values.subarray(from, to);
  const own = starts.subarray(from, to);
  if (!known.some(Number.isNaN)) return { known, starts: own };
  const isThere = (_: number, index: number): boolean => !Number.isNaN(known[index]);
  return { known: known.filter(isThere), starts: own.filter(isThere) };
}

/**
 * The season of a series: the day of the week from five weeks of days, the time of the year from two years of weeks,
 * months or quarters. Null unless it explains a fifth of the variance, more than chance explains (F test at 1 %, with
 * what neighbours resemble each other taken off) and more than changes of level would. Missing values are passed over.
 */
export function findSeason(values: Float64Array, periods: Periods): Season | null {
  const kind = kindOf(periods);
  if (kind === null) return null;
  const { known, starts } = knownOf(values, periods.starts);
  if (kindOf({ starts, grain: periods.grain }) === null) return null;
  const told = seasonIn(known, kind, { starts, grain: periods.grain });
  if (told === null) return null;
  const effect = sumOf(seasonColumns(kind, periods.starts, periods.grain), told.coefficients, values.length);
  const there = effect.filter((_, index) => !Number.isNaN(values[index]));
  const level = there.reduce((sum, value) => sum + value, 0) / there.length;
  return { kind, explains: told.explains, effect: effect.map((value) => value - level) };
}
