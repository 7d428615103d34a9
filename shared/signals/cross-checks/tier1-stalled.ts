import { addDays, daysBetween, msToDay, WEEK_MS } from '#shared/day.ts';
import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { type Series, seriesId } from '#shared/series/series.ts';
import { checked, type Found, notChecked, type Outcome } from './check.ts';
import type { CheckInput } from './check-input.ts';
import type { InitiativeOnRecord } from './on-record.ts';
import { completeWeeks, dayWords, isCurrent, type Week } from './weekly.ts';
import { counted, percent } from './wording.ts';

const ID = 'tier1-stalled';
const STALLED_WEEKS = checkThreshold(ID, 'kDefault');
const ALPHA = checkThreshold(ID, 'alpha');
const LATE_DAYS = checkThreshold(ID, 'lateDays');
const SHORT_HISTORY = 8;
const LEAST_WEEKS = 3;
const PACE_WEEKS = 8;

type Progress = {
  readonly weeks: readonly Week[];
  /** Complete weeks since completion last grew. */
  readonly still: number;
  /** Chance of a week without growth, from the weeks before the stall. */
  readonly p0: number;
  /** Weeks of its course before the stall, and those of them in which it grew. */
  readonly course: { readonly weeks: number; readonly grew: number };
  /** Growth a week over the newest eight, and over its whole course where the newest weeks stood still. */
  readonly pace: number;
  readonly done: number;
};

function progressOf(series: Series, asOf: string): Progress | null {
  const weeks = completeWeeks(series, asOf).filter(({ value }) => !Number.isNaN(value));
  if (weeks.length < LEAST_WEEKS || !isCurrent(weeks, asOf)) return null;
  const grew = weeks.map(({ value }, index) => index > 0 && value > (weeks[index - 1]?.value ?? value));
  const last = grew.lastIndexOf(true);
  const still = last < 0 ? weeks.length - 1 : weeks.length - 1 - last;
  const course = last < 0 ? [] : grew.slice(grew.indexOf(true), last + 1);
  const idle = course.filter((one) => !one).length;
  const done = weeks.at(-1)?.value ?? 0;
  const over = weeks.slice(-PACE_WEEKS - 1);
  return {
    weeks,
    still,
    p0: (idle + 0.5) / (course.length + 1),
    course: { weeks: course.length, grew: course.length - idle },
    pace: (done - (over[0]?.value ?? done)) / Math.max(1, over.length - 1),
    done,
  };
}

function isStalled({ weeks, still, p0 }: Progress): boolean {
  if (weeks.length < SHORT_HISTORY) return still >= STALLED_WEEKS;
  return p0 ** still < ALPHA;
}

/** The day on which all of it is done at the pace of the newest eight weeks; null where it does not move at all. */
function forecastOf({ pace, done }: Progress, asOf: string): string | null {
  return pace > 0 ? addDays(asOf, Math.ceil(((1 - done) / pace) * 7)) : null;
}

function stallRule({ weeks, still, p0, course }: Progress): string {
  if (weeks.length < SHORT_HISTORY)
    return `It has not grown for ${still} weeks; ${STALLED_WEEKS} are enough in so short a history.`;
  return `It has not grown for ${counted(still, 'week')}. Before that it grew in ${course.grew} of ${course.weeks} weeks: so long a stop would be chance less than once in ${Math.round(1 / Math.max(p0 ** still, 1e-6)).toLocaleString('en-GB')} such stretches (it fires from once in ${Math.round(1 / ALPHA)} on).`;
}

function foundFor(input: CheckInput, initiative: InitiativeOnRecord, series: Series): Found | null {
  const progress = progressOf(series, input.asOf);
  if (progress === null || progress.done >= 1) return null;
  const { name, due, accountable, id } = initiative;
  const stalled = isStalled(progress);
  const forecast = forecastOf(progress, input.asOf);
  const late = due !== null && forecast !== null && daysBetween(due, forecast) > LATE_DAYS;
  if (!stalled && !late) return null;
  const lastGrowth = progress.weeks[progress.weeks.length - 1 - progress.still];
  const promised = due === null ? 'no date' : `due ${dayWords(due)}`;
  const ends =
    forecast === null
      ? 'At this pace it never ends.'
      : `At its own pace of ${percent(progress.pace)} a week it ends on ${dayWords(forecast)}${forecast.slice(0, 4) === input.asOf.slice(0, 4) ? '' : ` ${forecast.slice(0, 4)}`}.`;
  const at = percent(progress.done);
  const stood = `has stood at ${at} for ${counted(progress.still, 'week')}`;
  return {
    entities: [id],
    onset: stalled ? msToDay((lastGrowth?.start ?? 0) + WEEK_MS) : input.asOf,
    headline: stalled ? `${name} ${stood}` : `${name} will be late at its own pace`,
    text: `${name} ${stalled ? stood : `stands at ${at}`} (${promised}; ${accountable ?? 'nobody'} accountable). ${ends}`,
    rule: `${stalled ? stallRule(progress) : ''}${late ? `${stalled ? ' ' : ''}At the pace of the newest ${PACE_WEEKS} weeks it ends ${counted(daysBetween(due ?? '', forecast ?? ''), 'day')} after its date; more than ${LATE_DAYS} fires.` : ''}`,
    evidence: [
      {
        label: 'Completion, newest weeks',
        value: progress.weeks
          .slice(-PACE_WEEKS)
          .map(({ value }) => percent(value))
          .join(', '),
        period: null,
        link: { kind: 'series', id: seriesId(series) },
      },
      { label: `${id}, Tier 1`, value: name, period: promised, link: { kind: 'initiative', id } },
    ],
    series: seriesId(series),
    covers: [seriesId(series)],
  };
}

/** Tier 1 work whose completion stands still longer than its own course explains, or will pass its date. */
export function tier1Stalled(input: CheckInput): Outcome {
  const open = input.initiatives.filter(
    ({ tier, status }) => tier === 1 && status !== 'done' && status !== 'dropped',
  );
  if (open.length === 0) return notChecked('no open initiative carries tier 1');
  const known = open.flatMap((initiative) => {
    const series =
      input.series.get(`initiative-completion|${initiative.id}`) ??
      input.series.get(`initiative-completion|${initiative.name}`);
    return series === undefined ? [] : [{ initiative, series }];
  });
  if (known.length === 0) return notChecked('no completion of a Tier 1 initiative is imported');
  return checked(known.flatMap(({ initiative, series }) => foundFor(input, initiative, series) ?? []));
}
