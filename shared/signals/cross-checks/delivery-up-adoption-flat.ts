import { msToDay } from '#shared/day.ts';
import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { studentQuantile } from '#shared/signals/distributions/student.ts';
import { dispersionOf, type RateRatio, rateRatio, together } from '#shared/signals/rates/rate-ratio.ts';
import { checked, type Found, notChecked, type Outcome, quiet } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { type Adopted, adoptedLaunches } from './launches-of.ts';
import { completeWeeks, countsPerWeek, dayWords, isCurrent, mean, spanOf, splitWeeks } from './weekly.ts';
import { percent, times, timesWithInterval } from './wording.ts';

const LAUNCHES = checkThreshold('delivery-up-adoption-flat', 'launches');
const RECENT = 12;
const BEFORE = 26;
const LEAST_BEFORE = 12;
const ADOPTION_DAYS = 30;
const MONTH_MS = 30 * 86_400_000;
const SERIES = 'deployment-frequency|organization';

/** Change of adoption a month of launch date, with its 95 % interval. */
function trendOf(launches: readonly Adopted[]): { readonly low: number; readonly high: number } {
  const points = launches.map(({ atMs, adoption }) => ({ x: atMs / MONTH_MS, y: adoption }));
  const [mx, my] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))];
  const spread = points.reduce((sum, { x }) => sum + (x - mx) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0) / spread;
  const squares = points.reduce((sum, { x, y }) => sum + (y - my - slope * (x - mx)) ** 2, 0);
  const freedom = points.length - 2;
  const margin = studentQuantile(0.975, freedom) * Math.sqrt(squares / freedom / spread);
  return { low: slope - margin, high: slope + margin };
}

function missedOf(launches: readonly Adopted[]): { readonly missed: number; readonly known: number } {
  const known = launches.filter(({ target, reached }) => target !== null && reached !== null);
  return {
    missed: known.filter(({ target, reached }) => (reached ?? 0) < (target ?? 0)).length,
    known: known.length,
  };
}

function shippingOf(
  input: CheckInput,
): { readonly ratio: RateRatio; readonly span: string; readonly since: number } | string {
  const series = input.series.get(SERIES);
  if (series === undefined) return 'no deployments of the organization are imported';
  const weeks = completeWeeks(series, input.asOf);
  const { recent, before } = splitWeeks(weeks, RECENT, BEFORE);
  if (before.length < LEAST_BEFORE || !isCurrent(weeks, input.asOf)) {
    return `it needs ${RECENT + LEAST_BEFORE} weeks of deployments up to now`;
  }
  const stretches = [countsPerWeek(recent), countsPerWeek(before)];
  const [now = [], past = []] = stretches;
  const ratio = rateRatio(together(now), together(past), dispersionOf(stretches));
  if (ratio === null) return 'no deployments were counted';
  return { ratio, span: spanOf(recent), since: recent[0]?.start ?? 0 };
}

function foundIn(
  launches: readonly Adopted[],
  shipping: { ratio: RateRatio; span: string; since: number },
): Found | null {
  const trend = trendOf(launches);
  const { missed, known } = missedOf(launches);
  const flat = trend.low <= 0;
  const most = known > 0 && missed * 2 > known;
  if (!flat && !most) return null;
  const shares = launches.map(({ adoption }) => adoption);
  const span = `${percent(Math.min(...shares))} to ${percent(Math.max(...shares))}`;
  const link = { kind: 'series', id: SERIES } as const;
  return {
    entities: ['organization', ...launches.map(({ name }) => name)],
    onset: msToDay(shipping.since),
    headline: `Shipping rose ${times(shipping.ratio.ratio)} times, adoption did not`,
    text: `Shipping rose ${times(shipping.ratio.ratio)} times while adoption at 30 days stayed at ${percent(mean(shares))} (${span}). The loss is in landing, not in shipping.`,
    rule: `Deployments of the newest ${RECENT} weeks are ${timesWithInterval(shipping.ratio)} the rate before: the interval lies above 1. Over ${launches.length} launches adoption at 30 days ${flat ? 'does not rise with the date of launch for sure (the interval of its slope contains 0 or lies below)' : 'rises'}${known === 0 ? '' : `; ${missed} of ${known} missed the target written before the launch`}.`,
    evidence: [
      {
        label: 'Deployments',
        value: `${timesWithInterval(shipping.ratio)} the earlier rate`,
        period: shipping.span,
        link,
      },
      ...launches.map(({ name, atMs, adoption, target, reached }) => ({
        label: name,
        value: `${percent(adoption)} after 30 days${reached === null || target === null ? '' : `, newest ${percent(reached)} of the ${percent(target)} hoped for`}`,
        period: `launched ${dayWords(msToDay(atMs))}`,
        link: { kind: 'launch', id: name } as const,
      })),
    ],
    series: SERIES,
    covers: [],
    places: { days: String(ADOPTION_DAYS) },
  };
}

/** More is shipped while launches are used no more than before. */
export function deliveryUpAdoptionFlat(input: CheckInput): Outcome {
  const launches = adoptedLaunches(input);
  if (launches.length < LAUNCHES) {
    return notChecked(
      `it needs ${LAUNCHES} launches old enough for their adoption at 30 days; there are ${launches.length}`,
    );
  }
  const shipping = shippingOf(input);
  if (typeof shipping === 'string') return notChecked(shipping);
  if (!(shipping.ratio.low > 1)) return quiet;
  const found = foundIn(launches, shipping);
  return found === null ? quiet : checked([found]);
}
