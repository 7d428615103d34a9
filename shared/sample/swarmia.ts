import { lines, record } from '#shared/sample/comma-separated.ts';
import { TEAMS } from '#shared/sample/fernhill.ts';
import { dayOfWeek, sampleValue, WEEK_INDEXES } from '#shared/sample/weekly-values.ts';
import { seededRandom } from '#shared/seeded-random.ts';

const HEADER = ['Start Date', 'End Date', 'Team', 'Change Lead Time Minutes'].concat([
  'Mean Time to Recovery Minutes',
  'Deployment Count',
]);
/** Median minutes until a failed deployment was recovered from. */
const RECOVERY_MINUTES = 45;
/** Drawn again until nothing in 52 weeks looks like a change. */
const DRAW = 3;

type TeamWeek = {
  readonly team: string;
  readonly lead: number;
  /** Null in a week without a failed deployment. */
  readonly recovery: number | null;
  readonly failed: number;
  readonly deployments: number;
};

function rowOf(week: number, { team, lead, recovery, deployments }: Omit<TeamWeek, 'failed'>): string {
  return record([dayOfWeek(week, 0), dayOfWeek(week, 6), team, lead, recovery ?? '', deployments]);
}

function allTeams(weeks: readonly TeamWeek[]): Omit<TeamWeek, 'failed'> {
  const add = (of: (week: TeamWeek) => number) => weeks.reduce((sum, week) => sum + of(week), 0);
  const deployments = add((week) => week.deployments);
  const failed = add((week) => week.failed);
  return {
    team: 'All teams',
    lead: Math.round(add((week) => week.lead * week.deployments) / deployments),
    recovery: failed === 0 ? null : Math.round(add((week) => (week.recovery ?? 0) * week.failed) / failed),
    deployments,
  };
}

/** Weekly delivery report by team; the row “All teams” repeats what the teams above it add up to. */
export function swarmiaByTeam(): string {
  const randomOf = new Map(TEAMS.map(({ id }) => [id, seededRandom(`recovery ${id} ${DRAW}`)]));
  const rows = WEEK_INDEXES.flatMap((week) => {
    const weeks = TEAMS.map(({ id }): TeamWeek => {
      const failed = sampleValue(`failed.${id}`, week);
      const recoveries = Array.from(
        { length: failed },
        () => randomOf.get(id)?.logNormal(RECOVERY_MINUTES, 0.5) ?? RECOVERY_MINUTES,
      );
      const mean = recoveries.reduce((sum, minutes) => sum + minutes, 0) / failed;
      return {
        team: id,
        lead: Math.round(sampleValue(`lead.${id}`, week) * 60),
        recovery: failed === 0 ? null : Math.round(mean),
        failed,
        deployments: sampleValue(`deploys.${id}`, week),
      };
    });
    return [...weeks.map((one) => rowOf(week, one)), rowOf(week, allTeams(weeks))];
  });
  return lines([record(HEADER), ...rows]);
}
