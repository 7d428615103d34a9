import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { formatFigure } from '#shared/figures.ts';
import { type Series, seriesId } from '#shared/series/series.ts';
import { dispersionOf, rateRatio, together } from '#shared/signals/rates/rate-ratio.ts';
import { checked, type Evidence, type Found, notChecked, type Outcome } from './check.ts';
import { type CheckInput, nameOf } from './check-input.ts';
import { signalWithin } from './signals-of.ts';
import {
  completeWeeks,
  countsOfRate,
  dayWords,
  isCurrent,
  levelOf,
  type Split,
  spanOf,
  splitWeeks,
} from './weekly.ts';
import { capitalised, percent, timesWithInterval } from './wording.ts';

const ID = 'rework-up-lead-time-down';
const WINDOW = checkThreshold(ID, 'window');
const RECENT = 8;
const BEFORE = 26;
const LEAST_WEEKS = 20;
/** Failures of a deployment are known after a week (catalogue, `maturityDays`). */
const MATURE_DAYS = 7;
const REWORK = ['deployment-rework-rate', 'change-fail-rate'];

function evidenceOf(label: string, split: Split, series: Series): readonly Evidence[] {
  const link = { kind: 'series', id: seriesId(series) } as const;
  return [
    { label, value: percent(levelOf(split.recent)), period: spanOf(split.recent), link },
    { label: `${label}, before`, value: percent(levelOf(split.before)), period: spanOf(split.before), link },
  ];
}

function foundFor(input: CheckInput, rework: Series): Found | null {
  const leadId = `change-lead-time|${rework.entity}`;
  const lead = input.readings.get(leadId);
  const faster = signalWithin(lead, 'better', { asOf: input.asOf, weeks: WINDOW });
  const weeks = completeWeeks(rework, input.asOf, MATURE_DAYS);
  if (faster === null || weeks.length < LEAST_WEEKS || !isCurrent(weeks, input.asOf, MATURE_DAYS))
    return null;
  const split = splitWeeks(weeks, RECENT, BEFORE);
  const stretches = [countsOfRate(split.recent), countsOfRate(split.before)];
  const [recent = [], before = []] = stretches;
  const ratio = rateRatio(together(recent), together(before), dispersionOf(stretches));
  if (ratio === null || !(ratio.low > 1)) return null;
  const leadWeeks = completeWeeks(input.series.get(leadId), input.asOf);
  const now = formatFigure(levelOf(leadWeeks.slice(-RECENT)), lead?.unit ?? null);
  const team = capitalised(nameOf(input, rework.entity));
  const [part, past] = [percent(levelOf(split.recent)), percent(levelOf(split.before))];
  const what = rework.metric === 'change-fail-rate' ? 'failed deployments' : 'rework';
  return {
    entities: [rework.entity],
    onset: faster.onset,
    headline: `${team} is faster, and ${what} rose from ${past} to ${part}`,
    text: `${team}: lead time fell to ${now} while ${what} rose to ${part} of deployments (${past} before). Part of the speed is paid back.`,
    rule: `Lead time has been better than its own past since ${dayWords(faster.onset)}. In the newest ${split.recent.length} weeks that are final, ${what} is ${timesWithInterval(ratio)} the rate of the ${split.before.length} weeks before: the interval lies above 1.`,
    evidence: [
      {
        label: 'Change lead time, newest eight weeks',
        value: now,
        period: spanOf(leadWeeks.slice(-RECENT)),
        link: { kind: 'series', id: leadId },
      },
      ...evidenceOf(`${capitalised(what)}, share of deployments`, split, rework),
    ],
    series: seriesId(rework),
    covers: [seriesId(rework)],
    doubts: [leadId],
    size: Math.min(1, ratio.ratio - 1),
  };
}

/** A team whose lead time fell while its rework rose: part of the speed is paid back. */
export function reworkUpLeadTimeDown(input: CheckInput): Outcome {
  const rework = REWORK.map((metric) => input.byMetric.get(metric) ?? []).find((series) => series.length > 0);
  if (rework === undefined) return notChecked('neither rework nor failed deployments are imported');
  const pairs = rework.filter(
    ({ entity }) => entity !== 'organization' && input.series.has(`change-lead-time|${entity}`),
  );
  if (pairs.length === 0) return notChecked('no team has both lead time and rework');
  const rates = pairs.filter(({ denominators }) => denominators !== null);
  if (rates.length === 0) return notChecked('rework came as a percentage without its number of deployments');
  const long = rates.filter((one) => completeWeeks(one, input.asOf, MATURE_DAYS).length >= LEAST_WEEKS);
  if (long.length === 0) return notChecked(`it needs ${LEAST_WEEKS} weeks of lead time and rework of a team`);
  return checked(long.flatMap((series) => foundFor(input, series) ?? []));
}
