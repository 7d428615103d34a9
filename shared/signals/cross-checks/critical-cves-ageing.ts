import { daysBetween, msToDay } from '#shared/day.ts';
import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { groupBy } from '#shared/events/group-by.ts';
import type { FindingRecord } from '#shared/series/records/record.ts';
import { type RateRatio, rateRatio } from '#shared/signals/rates/rate-ratio.ts';
import { formerOwner, groupName } from './assets-of.ts';
import { checked, type Evidence, type Found, notChecked, type Outcome } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { completeWeeks, countsPerWeek, dayWords, isCurrent, sum } from './weekly.ts';
import { counted, listed, timesWithInterval } from './wording.ts';

const ID = 'critical-cves-ageing';
const CRITICAL_DAYS = checkThreshold(ID, 'criticalDays');
const HIGH_DAYS = checkThreshold(ID, 'highDays');
const HIGH_COUNT = checkThreshold(ID, 'highCount');
const FLOW_WEEKS = 8;
const COVERS = ['critical-cve-age', 'cves-past-deadline', 'open-critical-cves'].map(
  (metric) => `${metric}|organization`,
);

type Aged = FindingRecord & { readonly age: number };

function aged(findings: readonly FindingRecord[], asOf: string): readonly Aged[] {
  return findings
    .flatMap((finding) =>
      finding.firstSeenMs === null
        ? []
        : [{ ...finding, age: daysBetween(msToDay(finding.firstSeenMs), asOf) }],
    )
    .toSorted((left, right) => right.age - left.age);
}

type Flow = { readonly opened: number; readonly closed: number; readonly ratio: RateRatio | null };

/** What came and what went over eight weeks, where both are counted. */
function flowOf(input: CheckInput): Flow | null {
  const [opened, closed] = ['cves-opened', 'cves-closed'].map((metric) => {
    const weeks = completeWeeks(input.series.get(`${metric}|organization`), input.asOf).slice(-FLOW_WEEKS);
    return isCurrent(weeks, input.asOf) ? sum(countsPerWeek(weeks).map(({ count }) => count)) : null;
  });
  if (opened == null || closed == null) return null;
  const over = (count: number) => ({ count, exposure: FLOW_WEEKS });
  return { opened, closed, ratio: rateRatio(over(opened), over(closed)) };
}

function ownerOf(input: CheckInput, name: string): string {
  const asset = input.records.assets?.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (asset === undefined) return groupName(name);
  return asset.orphaned ? `${formerOwner(asset)} (no owner)` : (asset.owner ?? groupName(name));
}

/** Some scanners write the names of a finding as a list: `["CVE-2026-1","CVE-2026-2"]`. */
function namesIn(id: string): string {
  return /^\[".*"\]$/.test(id) ? id.slice(2, -2).replaceAll(/"\s*,\s*"/g, ', ') : id;
}

function findingEvidence({ id, asset, severity, age }: Aged): Evidence {
  return {
    label: `${namesIn(id)}, ${severity}`,
    value: `${asset}, open for ${counted(age, 'day')}`,
    period: null,
    link: { kind: 'finding', id },
  };
}

function flowWords(flow: Flow | null): string {
  return flow === null ? '' : ` In eight weeks ${flow.opened} came and ${flow.closed} went.`;
}

type Old = {
  readonly findings: readonly Aged[];
  readonly severity: 'critical' | 'high';
  readonly days: number;
};

function foundFor(input: CheckInput, owner: string, { findings, severity, days }: Old): Found {
  const oldest = findings[0];
  const [n, age] = [findings.length, oldest?.age ?? 0];
  const assets = [...new Set(findings.map(({ asset }) => asset))];
  const what = counted(n, `${severity} CVE`);
  return {
    entities: assets,
    onset: msToDay((oldest?.firstSeenMs ?? 0) + days * 86_400_000),
    headline: `${what} of ${owner} open for up to ${age} days`,
    text: `${what} with a fix ${n === 1 ? 'is' : 'are'} open longer than ${days} days, the oldest ${age} days on ${oldest?.asset ?? ''} (owner: ${owner}).${flowWords(flowOf(input))}`,
    rule: `A ${severity} finding that has a fix may be open for ${days} days; on ${listed(assets)} ${n === 1 ? 'one has' : `${n} have`} been open longer, the oldest since ${dayWords(msToDay(oldest?.firstSeenMs ?? 0))}.`,
    evidence: findings.map(findingEvidence),
    series: 'critical-cve-age|organization',
    covers: COVERS,
    size: Math.min(1, (age - days) / days),
  };
}

function growing(flow: Flow): Found {
  const ratio = flow.ratio === null ? '' : timesWithInterval(flow.ratio);
  return {
    entities: ['organization'],
    onset: '',
    headline: `More critical and high CVEs come than go`,
    text: `In eight weeks ${flow.opened} critical and high CVEs came and ${flow.closed} went: the backlog grows.`,
    rule: `Opened are ${ratio} the closed over ${FLOW_WEEKS} weeks: the interval lies above 1.`,
    evidence: [
      {
        label: 'Opened',
        value: String(flow.opened),
        period: 'newest eight weeks',
        link: { kind: 'series', id: 'cves-opened|organization' },
      },
      {
        label: 'Closed',
        value: String(flow.closed),
        period: 'newest eight weeks',
        link: { kind: 'series', id: 'cves-closed|organization' },
      },
    ],
    series: 'cves-opened|organization',
    covers: ['cves-opened|organization', 'cves-closed|organization'],
  };
}

/** Where only ages are measured. */
function fromSeries(input: CheckInput): Found | null {
  const reading = input.readings.get('critical-cve-age|organization');
  const newest = reading?.points.findLast(({ value }) => value !== null);
  if (newest === undefined || newest.value === null || !(newest.value > CRITICAL_DAYS)) return null;
  return {
    entities: ['organization'],
    onset: newest.period,
    headline: `Critical CVEs open for up to ${Math.round(newest.value)} days`,
    text: `Nine of ten open critical CVEs with a fix are up to ${Math.round(newest.value)} days old; the limit is ${CRITICAL_DAYS}.${flowWords(flowOf(input))}`,
    rule: `The 90th percentile of their age, ${Math.round(newest.value)} days, is over ${CRITICAL_DAYS}.`,
    evidence: [
      {
        label: 'Age of critical CVEs, 90th percentile',
        value: `${Math.round(newest.value)} days`,
        period: newest.period,
        link: { kind: 'series', id: 'critical-cve-age|organization' },
      },
    ],
    series: 'critical-cve-age|organization',
    covers: COVERS,
    notes: ['Which findings they are is not known: only their age is imported.'],
  };
}

function oldOnes(input: CheckInput, findings: readonly FindingRecord[]): readonly Found[] {
  const all = aged(findings, input.asOf);
  const critical = all.filter(({ severity, age }) => severity === 'critical' && age > CRITICAL_DAYS);
  const high = all.filter(({ severity, age }) => severity === 'high' && age > HIGH_DAYS);
  const byOwner = (list: readonly Aged[]) => [...groupBy(list, ({ asset }) => ownerOf(input, asset))];
  return [
    ...byOwner(critical).map(([owner, list]) =>
      foundFor(input, owner, { findings: list, severity: 'critical', days: CRITICAL_DAYS }),
    ),
    ...(high.length > HIGH_COUNT
      ? byOwner(high).map(([owner, list]) =>
          foundFor(input, owner, { findings: list, severity: 'high', days: HIGH_DAYS }),
        )
      : []),
  ];
}

/** Critical and high findings with a fix that stay open past their limits, by who owns them; and a backlog that grows. */
export function criticalCvesAgeing(input: CheckInput): Outcome {
  const { findings } = input.records;
  const flow = flowOf(input);
  const grows = flow?.ratio != null && flow.ratio.low > 1 ? [{ ...growing(flow), onset: input.asOf }] : [];
  const isDated = findings?.some(({ firstSeenMs }) => firstSeenMs !== null) === true;
  if (isDated || findings?.length === 0) return checked([...oldOnes(input, findings ?? []), ...grows]);
  const ages = input.readings.has('critical-cve-age|organization');
  if (!ages && flow === null) return notChecked('no findings with their first-seen dates are imported');
  const old = fromSeries(input);
  return checked([...(old === null ? [] : [old]), ...grows]);
}
