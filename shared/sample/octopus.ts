import { isoWeek } from '#shared/day.ts';
import { lines, record } from '#shared/sample/comma-separated.ts';
import { TEAMS } from '#shared/sample/fernhill.ts';
import { clockDuration, isoOffset, workingMoment } from '#shared/sample/moments.ts';
import { spreadAround } from '#shared/sample/spread.ts';
import { sampleValue, WEEK_INDEXES } from '#shared/sample/weekly-values.ts';
import type { Random } from '#shared/seeded-random.ts';
import { seededRandom } from '#shared/seeded-random.ts';

const HEADER = [
  'Deployment',
  'Project',
  'Release',
  'Channel',
  'Completed',
  'Environment',
  'Tenant',
  'State',
].concat(['Had Guided Failure', 'Lead Time', 'Lead Time Calculated From', 'Since Previous Successful']);
/** Deployments to staging beside each one to production; importing must leave them out. */
const STAGING_SHARE = 0.05;

type Deployment = {
  readonly project: string;
  readonly at: number;
  readonly production: boolean;
  readonly failed: boolean;
  readonly hotfix: boolean;
  /** Seconds from commit to completion. */
  readonly lead: number;
};

function productionOf(random: Random, project: string, week: number): readonly Deployment[] {
  const count = sampleValue(`deploys.${project}`, week);
  const failed = sampleValue(`failed.${project}`, week);
  const rework = sampleValue(`rework.${project}`, week);
  const lead = Math.round(sampleValue(`lead.${project}`, week) * 3600);
  const leads = spreadAround(random, lead, { count, sigma: 0.45 });
  const failures = random.shuffled(leads.map((_, index) => index < failed));
  const hotfixes = random.shuffled(leads.map((_, index) => index < rework));
  return leads.map((seconds, index) => ({
    project,
    at: workingMoment(random, week, [8, 17]),
    production: true,
    failed: failures[index] ?? false,
    hotfix: hotfixes[index] ?? false,
    lead: seconds,
  }));
}

function withStaging(random: Random, deployments: readonly Deployment[]): readonly Deployment[] {
  return deployments.flatMap((deployment) =>
    random.chance(STAGING_SHARE)
      ? [
          {
            ...deployment,
            at: deployment.at - random.whole(600, 5400) * 1000,
            production: false,
            failed: random.chance(0.2),
            hotfix: false,
          },
          deployment,
        ]
      : [deployment],
  );
}

/** Rows in the order of completion, each with its release and the time since the project's last success. */
function toRows(random: Random, deployments: readonly Deployment[]): readonly string[] {
  const lastSuccess = new Map<string, number>();
  const released = new Map<string, number>();
  return deployments
    .toSorted((a, b) => a.at - b.at || (a.project < b.project ? -1 : 1))
    .map((deployment, index) => {
      const { project, at, production, failed, hotfix, lead } = deployment;
      const { year, week } = isoWeek(at);
      const place = `${production ? 'Production' : 'Staging'} ${project}`;
      const before = lastSuccess.get(place);
      const number = (released.get(project) ?? 0) + 1;
      released.set(project, number);
      if (!failed) lastSuccess.set(place, at);
      return record([
        `Deployments-${120_000 + index * 3}`,
        project,
        `${year}.${week}.${number}`,
        hotfix ? 'Hotfix' : 'Default',
        isoOffset(at),
        production ? 'Production' : 'Staging',
        '',
        failed ? 'Failed' : 'Success',
        failed && random.chance(0.3) ? 'True' : 'False',
        clockDuration(lead),
        `${year}.${week}.${Math.max(number - 1, 1)}`,
        before === undefined || failed ? '' : clockDuration(Math.round((at - before) / 1000)),
      ]);
    });
}

/** One row per deployment: `State` Failed is a failed change, `Channel` Hotfix repairs production. */
export function octopusDeployments(): string {
  const random = seededRandom('octopus-deployments');
  const deployments = WEEK_INDEXES.flatMap((week) =>
    TEAMS.flatMap(({ id }) => withStaging(random, productionOf(random, id, week))),
  );
  return lines([record(HEADER), ...toRows(random, deployments)]);
}
