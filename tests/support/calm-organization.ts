import { WEEK_MS } from '#shared/day.ts';
import { noRecords, type Records } from '#shared/series/records/merge-records.ts';
import type { Series } from '#shared/series/series.ts';
import { weekly, weeklyRate } from './checks.ts';
import { aLaunch } from './records.ts';
import type { Seeded } from './seeded.ts';
import { aSeries } from './series.ts';

const FIRST_WEEK = Date.UTC(2025, 10, 17);
const TEAMS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

type Calm = {
  readonly series: readonly Series[];
  readonly stored: readonly Series[];
  readonly records: Records;
};

function times<Value>(weeks: number, of: (week: number) => Value): readonly Value[] {
  return Array.from({ length: weeks }, (_, week) => of(week));
}

function skewed(random: Seeded, level: number, sigma: number): number {
  return level * Math.exp(sigma * random.normal());
}

/** A team whose pages are many, whose lead time, rework and capacity only wobble. */
function teamSeries(random: Seeded, team: string, weeks: number): readonly Series[] {
  const deployments = times(weeks, () => random.poisson(20));
  const hours = times(weeks, () => 320);
  const share = (level: number) => times(weeks, () => Math.round(skewed(random, 320 * level, 0.08)));
  return [
    weekly('deployment-frequency', team, deployments),
    weekly(
      'on-call-pages',
      team,
      times(weeks, () => random.poisson(16)),
    ),
    weekly(
      'change-lead-time',
      team,
      times(weeks, () => skewed(random, 24, 0.16)),
    ),
    weeklyRate('deployment-rework-rate', team, {
      numerators: deployments.map((n) => random.binomial(n, 0.05)),
      denominators: deployments,
    }),
    weeklyRate('capacity-toil', team, { numerators: share(0.24), denominators: hours }),
    weeklyRate('capacity-new-work', team, { numerators: share(0.52), denominators: hours }),
  ];
}

function dailyCost(random: Seeded, weeks: number): Series {
  const values = times(weeks * 7, () => skewed(random, 1000, 0.1));
  const starts = values.map((_, day) => FIRST_WEEK + (day * WEEK_MS) / 7);
  const header = { metric: 'llm-cost', metricName: 'AI cost', entity: 'organization', unit: 'USD' } as const;
  return aSeries({ ...header, grain: 'day', aggregation: 'sum', values, starts });
}

/** A plan that the mean month stays 8 % under: months of 31 days cost 31,000. */
function plan(): Series {
  const starts = times(24, (month) => Date.UTC(2025, 10 + month, 1));
  const header = {
    metric: 'own:AI plan',
    metricName: 'AI plan',
    entity: 'organization',
    unit: 'USD',
  } as const;
  return aSeries({ ...header, grain: 'month', values: starts.map(() => 33_500), starts });
}

/** An organization in which nothing changes and nothing hangs together: eight teams, four SLOs, spend, CVEs, launches. */
export function calmOrganization(random: Seeded, weeks: number): Calm {
  const teams = TEAMS.flatMap((team) => teamSeries(random, team, weeks));
  const deployed = times(weeks, (week) =>
    teams
      .filter(({ metric }) => metric === 'deployment-frequency')
      .reduce((sum, { values }) => sum + (values[week] ?? 0), 0),
  );
  const slos = ['cart', 'login', 'search', 'orders'].map((service) => {
    const bad = times(weeks, () => Math.round(skewed(random, 280, 0.25)));
    return weeklyRate('slo-attainment', service, {
      numerators: bad.map((failed) => 1_000_000 - failed),
      denominators: times(weeks, () => 1_000_000),
    });
  });
  const cost = dailyCost(random, weeks);
  const launches = times(12, (index) =>
    aLaunch(`launch ${index}`, new Date(FIRST_WEEK + index * 6 * WEEK_MS).toISOString(), {
      adopted30: Math.min(1, skewed(random, 0.06, 0.2)),
      tickets: random.poisson(100),
      usualTickets: random.poisson(100),
    }),
  );
  return {
    series: [
      ...teams,
      ...slos,
      weekly('deployment-frequency', 'organization', deployed),
      weekly(
        'incidents',
        'organization',
        times(weeks, () => random.poisson(4)),
      ),
      weekly(
        'cves-opened',
        'organization',
        times(weeks, () => random.poisson(2.4)),
      ),
      weekly(
        'cves-closed',
        'organization',
        times(weeks, () => random.poisson(2.4)),
      ),
      weekly(
        'llm-cost',
        'organization',
        times(weeks, (week) =>
          cost.values.slice(week * 7, week * 7 + 7).reduce((sum, value) => sum + value, 0),
        ),
      ),
    ],
    stored: [cost, plan()],
    records: { ...noRecords, incidents: [], launches },
  };
}

/** What was known after so many weeks. */
export function untilWeek({ series, stored, records }: Calm, weeks: number): Calm {
  const end = FIRST_WEEK + weeks * WEEK_MS;
  const cut = (one: Series): Series => {
    const kept = one.grain === 'month' ? one.starts.length : one.starts.filter((start) => start < end).length;
    return {
      ...one,
      starts: one.starts.slice(0, kept),
      values: one.values.slice(0, kept),
      numerators: one.numerators?.slice(0, kept) ?? null,
      denominators: one.denominators?.slice(0, kept) ?? null,
      snapshots: one.snapshots.slice(0, kept),
      lines: one.lines.slice(0, kept),
    };
  };
  return {
    series: series.map(cut),
    stored: stored.map(cut),
    records: { ...records, launches: records.launches.filter(({ atMs }) => atMs < end) },
  };
}
