import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { formatFigure } from '#shared/figures.ts';
import { type Series, seriesId } from '#shared/series/series.ts';
import { risingSlope, type Slope } from '#shared/signals/rates/slope.ts';
import type { Signal } from '#shared/signals/reading.ts';
import { checked, type Found, notChecked, type Outcome } from './check.ts';
import { type CheckInput, nameOf } from './check-input.ts';
import { signalWithin } from './signals-of.ts';
import { completeWeeks, dayWords, isCurrent, levelOf, spanOf, type Week } from './weekly.ts';
import { capitalised } from './wording.ts';

const ID = 'pager-high-and-rising';
const HIGH = checkThreshold(ID, 'highAbs');
const SLOPE_P = checkThreshold(ID, 'slopeP');
const NEWEST = 4;
const SLOPE_WEEKS = 12;
const LEAST_WEEKS = 12;

type Rise =
  | { readonly kind: 'signal'; readonly signal: Signal }
  | { readonly kind: 'slope'; readonly slope: Slope };

function riseOf(input: CheckInput, series: Series, weeks: readonly Week[]): Rise | null {
  const signal = signalWithin(input.readings.get(seriesId(series)), 'worse', {
    asOf: input.asOf,
    weeks: NEWEST,
  });
  if (signal !== null) return { kind: 'signal', signal };
  const roots = weeks.slice(-SLOPE_WEEKS).map(({ value }) => Math.sqrt(value));
  const slope = risingSlope(roots);
  return slope !== null && slope.slope > 0 && slope.p < SLOPE_P ? { kind: 'slope', slope } : null;
}

function riseWords(rise: Rise): string {
  return rise.kind === 'signal'
    ? `they left their routine on ${dayWords(rise.signal.onset)}`
    : `they rise over ${rise.slope.n} weeks more steeply than chance explains (p ${rise.slope.p.toFixed(4)})`;
}

/** The team's own past: the weeks ahead of the rise, at least those ahead of the newest four. */
function baselineOf(weeks: readonly Week[], rise: Rise): readonly Week[] {
  const ahead = weeks.slice(0, -NEWEST);
  const onset = rise.kind === 'signal' ? Date.parse(rise.signal.onset) : Number.POSITIVE_INFINITY;
  const calm = ahead.filter(({ start }) => start < onset);
  return calm.length >= NEWEST ? calm : ahead;
}

function foundFor(input: CheckInput, series: Series): Found | null {
  const weeks = completeWeeks(series, input.asOf);
  if (weeks.length < LEAST_WEEKS || !isCurrent(weeks, input.asOf)) return null;
  const rise = riseOf(input, series, weeks);
  if (rise === null) return null;
  const newest = weeks.slice(-NEWEST);
  const past = baselineOf(weeks, rise);
  const now = levelOf(newest);
  const own = levelOf(past);
  if (!(now > Math.max(own, HIGH))) return null;
  const team = nameOf(input, series.entity);
  const pages = formatFigure(now, null);
  const before = formatFigure(own, null);
  return {
    entities: [series.entity],
    onset:
      rise.kind === 'signal' ? rise.signal.onset : new Date(newest[0]?.start ?? 0).toISOString().slice(0, 10),
    headline: `${capitalised(team)} is paged ${pages} times a week, and it rises`,
    text: `${capitalised(team)}: ${pages} pages per on-call week over four weeks, against ${before} in its own past, and still rising. The cord is being pulled: stop and fix before adding more.`,
    rule: `High: ${pages} pages per on-call week over the newest four weeks are more than ${HIGH} and more than its own ${before}. Rising: ${riseWords(rise)}.`,
    evidence: [
      {
        label: 'Pages per on-call week, newest four weeks',
        value: newest.map(({ value }) => formatFigure(value, null)).join(', '),
        period: spanOf(newest),
        link: { kind: 'series', id: seriesId(series) },
      },
      {
        label: 'Its own past',
        value: `${before} on average over ${past.length} weeks`,
        period: spanOf(past),
        link: { kind: 'series', id: seriesId(series) },
      },
    ],
    series: seriesId(series),
    covers: [seriesId(series), `out-of-hours-pages|${series.entity}`],
    size: Math.min(1, (now - own) / own),
  };
}

/** Pager load of a team that is high and still rising, against its own past. */
export function pagerHighAndRising(input: CheckInput): Outcome {
  const teams = (input.byMetric.get('on-call-pages') ?? []).filter(({ entity }) => entity !== 'organization');
  if (teams.length === 0) return notChecked('no pages by team are imported');
  const long = teams.filter((one) => completeWeeks(one, input.asOf).length >= LEAST_WEEKS);
  if (long.length === 0) return notChecked(`it needs ${LEAST_WEEKS} weeks of pages of a team`);
  return checked(long.flatMap((series) => foundFor(input, series) ?? []));
}
