import { lines, record } from '#shared/sample/comma-separated.ts';
import { TEAMS } from '#shared/sample/fernhill.ts';
import { SAMPLE_AS_OF } from '#shared/sample/weekly-values.ts';

const HEADER = [
  'Service',
  'Tag',
  'Owner',
  'Group',
  'Score',
  'Max Score',
  'Percent',
  'Level',
  'Last Evaluated',
];
const MAX_SCORE = 13;

/** Points of the 25 services in the order of the teams. */
const SCORES: readonly number[] = [
  12, 11, 8, 10, 9, 7, 8, 11, 10, 9, 9, 6, 8, 12, 10, 9, 10, 8, 5, 13, 7, 9, 7, 4, 3,
];

function levelOf(score: number): string {
  if (score >= 12) return 'Gold';
  if (score >= 9) return 'Silver';
  return score >= 5 ? 'Bronze' : 'No level';
}

function nameOf(service: string): string {
  return service
    .split('-')
    .map((part) =>
      part === 'api' ? 'API' : part === 'ml' ? 'ML' : part.slice(0, 1).toUpperCase() + part.slice(1),
    )
    .join(' ');
}

/** Scorecard of the 25 services: 14 are at silver or better. */
export function cortexScorecard(): string {
  const services = TEAMS.flatMap((team) =>
    team.services.map((service) => ({ ...service, owner: team.name })),
  );
  const rows = services.map(({ id, tier, owner }, index) => {
    const score = SCORES[index] ?? 0;
    return record([
      nameOf(id),
      id,
      owner,
      `tier-${tier}`,
      score,
      MAX_SCORE,
      `${Math.round((score / MAX_SCORE) * 100)}%`,
      levelOf(score),
      `${SAMPLE_AS_OF}T05:00:00Z`,
    ]);
  });
  return lines([record(HEADER), ...rows]);
}
