import { msToDay } from '#shared/day.ts';
import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { type Series, seriesId } from '#shared/series/series.ts';
import { dispersionOf, type RateRatio, rateRatio, together } from '#shared/signals/rates/rate-ratio.ts';
import { checked, type Evidence, type Found, notChecked, type Outcome, quiet } from './check.ts';
import type { CheckInput } from './check-input.ts';
import {
  completeWeeks,
  countsPerWeek,
  isCurrent,
  type Split,
  spanOf,
  splitWeeks,
  sum,
  type Week,
} from './weekly.ts';
import { times, timesWithInterval } from './wording.ts';

const ID = 'throughput-with-incidents';
const RECENT = checkThreshold(ID, 'W');
const BEFORE = checkThreshold(ID, 'B');
const LEAST_BEFORE = 12;
const LEAST_INCIDENTS = checkThreshold(ID, 'minIncidents');

type Ratios = {
  readonly deployments: RateRatio;
  readonly incidents: RateRatio;
  readonly perDeployment: RateRatio;
};

/** The weeks in which both were counted, so that their rates are of the same time. */
function inBoth(left: readonly Week[], right: readonly Week[]): readonly [readonly Week[], readonly Week[]] {
  const known = (weeks: readonly Week[]) =>
    new Set(weeks.flatMap(({ start, value }) => (Number.isNaN(value) ? [] : [start])));
  const [first, second] = [known(left), known(right)];
  const both = (weeks: readonly Week[]) => weeks.filter(({ start }) => first.has(start) && second.has(start));
  return [both(left), both(right)];
}

function ratioOf({ recent, before }: Split): RateRatio | null {
  const stretches = [countsPerWeek(recent), countsPerWeek(before)];
  const [now = [], past = []] = stretches;
  return rateRatio(together(now), together(past), dispersionOf(stretches));
}

/** Incidents with deployments as their exposure. */
function ratioPerDeployment(incidents: Split, deployments: Split): RateRatio | null {
  const parts = (counts: readonly Week[], exposures: readonly Week[]) =>
    counts.map(({ value }, index) => ({ count: value, exposure: exposures[index]?.value ?? 0 }));
  const recent = parts(incidents.recent, deployments.recent);
  const before = parts(incidents.before, deployments.before);
  return rateRatio(together(recent), together(before), dispersionOf([recent, before]));
}

function ratiosOf(deployments: Split, incidents: Split): Ratios | null {
  const rates = {
    deployments: ratioOf(deployments),
    incidents: ratioOf(incidents),
    perDeployment: ratioPerDeployment(incidents, deployments),
  };
  const { deployments: d, incidents: i, perDeployment: p } = rates;
  return d === null || i === null || p === null ? null : { deployments: d, incidents: i, perDeployment: p };
}

function evidenceOf(label: string, split: Split, series: Series): Evidence {
  const total = (weeks: readonly Week[]) => sum(weeks.map(({ value }) => value));
  const rate = (weeks: readonly Week[]) => (total(weeks) / weeks.length).toFixed(1);
  return {
    label,
    value: `${total(split.recent).toLocaleString('en-GB')} in ${split.recent.length} weeks (${rate(split.recent)} a week), ${total(split.before).toLocaleString('en-GB')} in the ${split.before.length} weeks before (${rate(split.before)} a week)`,
    period: spanOf(split.recent),
    link: { kind: 'series', id: seriesId(series) },
  };
}

function textOf({ deployments, incidents, perDeployment }: Ratios): string {
  const both = `Deployments ${times(deployments.ratio)} times`;
  if (perDeployment.low > 1) {
    return `${both} the earlier rate, incidents ${times(incidents.ratio)} times: each deployment now carries ${times(perDeployment.ratio)} times the risk (${times(perDeployment.low)} to ${times(perDeployment.high)}). We produce risk faster than software.`;
  }
  return `${both} and incidents ${times(incidents.ratio)} times their earlier rate: more is shipped, and it fails as often as before.`;
}

function foundIn(input: CheckInput, throughput: Series, incidentSeries: Series): Outcome {
  const [shipped, failed] = inBoth(
    completeWeeks(throughput, input.asOf),
    completeWeeks(incidentSeries, input.asOf),
  );
  if (!isCurrent(shipped, input.asOf))
    return notChecked('deployments and incidents do not reach the newest weeks');
  const deployments = splitWeeks(shipped, RECENT, BEFORE);
  const incidents = splitWeeks(failed, RECENT, BEFORE);
  if (deployments.before.length < LEAST_BEFORE) {
    return notChecked(
      `it needs ${RECENT + LEAST_BEFORE} weeks of deployments and incidents; there are ${shipped.length}`,
    );
  }
  const ratios = ratiosOf(deployments, incidents);
  const happened = sum(incidents.recent.map(({ value }) => value));
  if (ratios === null || happened < LEAST_INCIDENTS) return quiet;
  if (!(ratios.deployments.low > 1 && ratios.incidents.low > 1)) return quiet;
  const rising = (input.byMetric.get(throughput.metric) ?? []).map(seriesId);
  const found: Found = {
    entities: ['organization'],
    onset: msToDay(deployments.recent[0]?.start ?? 0),
    headline: `Deployments ${times(ratios.deployments.ratio)} times, incidents ${times(ratios.incidents.ratio)} times their earlier rate`,
    text: textOf(ratios),
    rule: `In the newest ${deployments.recent.length} weeks against the ${deployments.before.length} before, deployments are ${timesWithInterval(ratios.deployments)} and incidents ${timesWithInterval(ratios.incidents)} their earlier rate: both intervals lie above 1. Incidents per deployment are ${timesWithInterval(ratios.perDeployment)}: ${ratios.perDeployment.low > 1 ? 'each deployment became riskier' : 'the risk of each deployment is not shown to have changed'}.`,
    evidence: [
      evidenceOf(
        throughput.metric === 'deployment-frequency' ? 'Deployments' : 'Changes merged',
        deployments,
        throughput,
      ),
      evidenceOf('Incidents', incidents, incidentSeries),
    ],
    series: seriesId(incidentSeries),
    covers: [seriesId(incidentSeries), seriesId(throughput)],
    doubts: rising,
    size: Math.min(1, ratios.incidents.ratio - 1),
  };
  return checked([found]);
}

/** Throughput and incidents climb together: rate ratios of both, and of incidents per deployment. */
export function throughputWithIncidents(input: CheckInput): Outcome {
  const throughput =
    input.series.get('deployment-frequency|organization') ??
    input.series.get('pull-requests-merged|organization');
  const incidents = input.series.get('incidents|organization');
  if (throughput === undefined)
    return notChecked('no deployments or merged changes of the organization are imported');
  if (incidents === undefined) return notChecked('no incidents are imported');
  return foundIn(input, throughput, incidents);
}
