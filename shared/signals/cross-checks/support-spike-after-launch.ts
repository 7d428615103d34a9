import { DAY_MS, dayToMs, msToDay } from '#shared/day.ts';
import { checkThreshold } from '#shared/drive/cross-checks.ts';
import type { LaunchRecord } from '#shared/series/records/record.ts';
import { rateRatio } from '#shared/signals/rates/rate-ratio.ts';
import { checked, type Found, notChecked, type Outcome } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { dayWords, mean } from './weekly.ts';
import { counted, times, timesWithInterval } from './wording.ts';

const DAYS = checkThreshold('support-spike-after-launch', 'days');
const BEFORE_DAYS = 56;
const ENOUGH_LAUNCHES = 4;
/** Spoken of until the adoption at 90 days is read, and the review after it. */
const LOOKBACK_DAYS = 100;

type Spike = { readonly ratio: string; readonly rule: string };

/** With four earlier launches of the tier their own counts are the measure, else the tickets before the launch. */
function spikeOf(launch: LaunchRecord, earlier: readonly LaunchRecord[]): Spike | null {
  const tickets = launch.tickets ?? Number.NaN;
  const counts = earlier.flatMap((one) => (one.tickets === null ? [] : [one.tickets]));
  if (counts.length >= ENOUGH_LAUNCHES) {
    const usual = mean(counts);
    const limit = usual + 3 * Math.sqrt(Math.max(usual, varianceOf(counts)));
    if (!(tickets > limit)) return null;
    return {
      ratio: times(tickets / usual),
      rule: `${tickets} tickets are above ${Math.round(limit)}, the upper limit of ${counts.length} earlier launches of its tier.`,
    };
  }
  if (launch.usualTickets === null) return null;
  const before = { count: Math.round((launch.usualTickets * BEFORE_DAYS) / DAYS), exposure: BEFORE_DAYS };
  const ratio = rateRatio({ count: tickets, exposure: DAYS }, before);
  if (ratio === null || !(ratio.low > 1)) return null;
  return {
    ratio: times(ratio.ratio),
    rule: `${tickets} tickets in the first ${DAYS} days are ${timesWithInterval(ratio)} the rate of the eight weeks before (${launch.usualTickets} in ${DAYS} days): the interval lies above 1.`,
  };
}

function varianceOf(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

function foundFor(launch: LaunchRecord, earlier: readonly LaunchRecord[]): Found | null {
  const spike = launch.tickets === null ? null : spikeOf(launch, earlier);
  if (spike === null) return null;
  const { name, tickets, usualTickets, atMs } = launch;
  const link = { kind: 'launch', id: name } as const;
  return {
    entities: [name],
    onset: msToDay(atMs),
    headline: `${name}: ${spike.ratio} times the usual tickets after its launch`,
    text: `${name}: ${counted(tickets ?? 0, 'ticket')} in ${DAYS} days, ${spike.ratio} times the usual. The launch was not ready for its users.`,
    rule: spike.rule,
    evidence: [
      {
        label: `Tickets, first ${DAYS} days`,
        value: String(tickets),
        period: `from ${dayWords(msToDay(atMs))}`,
        link,
      },
      ...(usualTickets === null
        ? []
        : [{ label: `Usual number in ${DAYS} days`, value: String(usualTickets), period: null, link }]),
    ],
    series: `launch-support-load|${name}`,
    covers: [`launch-support-load|${name}`],
  };
}

/** Launches whose first two weeks brought surely more tickets than usual. */
export function supportSpikeAfterLaunch(input: CheckInput): Outcome {
  const { launches } = input.records;
  const now = dayToMs(input.asOf) ?? 0;
  if (launches.length === 0) return notChecked('no launches, one row each, are imported');
  const counting = launches.filter(({ tickets }) => tickets !== null);
  if (counting.length === 0) return notChecked('no launch has its tickets of the first 14 days');
  const recent = counting.filter(
    ({ atMs }) => now - atMs >= DAYS * DAY_MS && now - atMs <= LOOKBACK_DAYS * DAY_MS,
  );
  return checked(
    recent.flatMap((launch) => {
      const earlier = counting.filter(({ atMs, tier }) => atMs < launch.atMs && tier === launch.tier);
      return foundFor(launch, earlier) ?? [];
    }),
  );
}
