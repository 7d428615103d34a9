import { lines, record } from '#shared/sample/comma-separated.ts';
import { isoOffset } from '#shared/sample/moments.ts';
import { mondayOf, sampleValue, sampleValues, WEEK_INDEXES } from '#shared/sample/weekly-values.ts';
import type { Random } from '#shared/seeded-random.ts';
import { seededRandom } from '#shared/seeded-random.ts';

const HEADER = [
  'id',
  'project_name',
  'first_commit_sha',
  'pr_coding_time',
  'first_review_id',
  'pr_pickup_time',
].concat([
  'pr_review_time',
  'deployment_commit_id',
  'pr_deploy_time',
  'pr_cycle_time',
  'first_commit_authored_date',
  'first_comment_date',
  'pr_created_date',
  'pr_merged_date',
  'pr_deployed_date',
]);
const MINUTE_MS = 60_000;
/** Minutes in a week until Saturday evening: whatever is deployed before was deployed in its week. */
const LAST_MINUTE = 5 * 24 * 60 + 20 * 60;

/** Median minutes of the stages that carry no story, and the one whose weekly median is prescribed. */
type Flow = {
  readonly project: string;
  readonly coding: number;
  readonly pickup: number;
  readonly review: number;
  readonly deploy: number;
  readonly told: { readonly stage: 'pickup' | 'deploy'; readonly series: string } | null;
};

const FLOWS: readonly Flow[] = [
  {
    project: 'search',
    coding: 360,
    pickup: 240,
    review: 180,
    deploy: 540,
    told: { stage: 'deploy', series: 'deploywait.search' },
  },
  { project: 'catalog', coding: 360, pickup: 200, review: 150, deploy: 180, told: null },
  {
    project: 'identity',
    coding: 540,
    pickup: 540,
    review: 180,
    deploy: 240,
    told: { stage: 'pickup', series: 'pickup.identity' },
  },
];

/** Drawn again until nothing in 52 weeks looks like a change. */
const DRAW = 3;

type Minutes = {
  readonly coding: number;
  readonly pickup: number;
  readonly review: number;
  readonly deploy: number;
};
type Stages = Minutes & { readonly cycle: number };

const around = (random: Random, median: number): number =>
  Math.max(1, Math.round(random.logNormal(median, 0.2)));

/** The stages of one change: the prescribed cycle and stage, the rest as it comes, all adding up. */
function stagesOf(random: Random, flow: Flow, cycle: number, told: number | null): Stages {
  const drawn: Minutes = {
    coding: 0,
    pickup: around(random, flow.pickup),
    review: around(random, flow.review),
    deploy: around(random, flow.deploy),
    ...(flow.told === null || told === null ? {} : { [flow.told.stage]: told }),
  };
  const kept = flow.told === null ? 0 : drawn[flow.told.stage];
  const others = drawn.pickup + drawn.review + drawn.deploy - kept;
  const room = cycle - kept;
  const factor = others > room * 0.8 ? (room * 0.7) / others : 1;
  const scaled = (stage: 'pickup' | 'review' | 'deploy') =>
    flow.told?.stage === stage ? drawn[stage] : Math.floor(drawn[stage] * factor);
  const pickup = scaled('pickup');
  const review = scaled('review');
  const deploy = scaled('deploy');
  return { pickup, review, deploy, coding: cycle - pickup - review - deploy, cycle };
}

/**
 * An odd number of changes whose median cycle and median prescribed stage are exactly the week's: one change has both,
 * half of the others less of both and half more, each with about the same time left for the other stages.
 */
function weekOf(random: Random, flow: Flow, week: number): readonly Stages[] {
  const lead = Math.round(sampleValue(`lead.${flow.project}`, week) * 60);
  const series = flow.told === null ? null : sampleValues(flow.told.series);
  const told = series === null ? null : Math.round((series[week] ?? Number.NaN) * 60);
  const pairs = random.whole(3, 5);
  const restOf = () =>
    around(
      random,
      flow.coding +
        flow.pickup +
        flow.review +
        flow.deploy -
        (flow.told === null ? 0 : flow[flow.told.stage]),
    );
  const less = Array.from({ length: pairs }, () => {
    const most = Math.round(lead * (0.93 + 0.05 * random.next()));
    if (told === null) return stagesOf(random, flow, most, null);
    const rest = restOf();
    const stage = Math.max(10, Math.min(Math.round(told * (0.75 + 0.25 * random.next())), most - rest));
    return stagesOf(random, flow, Math.min(most, stage + rest), stage);
  });
  const more = Array.from({ length: pairs }, () => {
    const least = Math.round(lead * (1.02 + 0.2 * random.next()));
    if (told === null) return stagesOf(random, flow, least, null);
    const stage = Math.round(told * (1 + 0.5 * random.next()));
    return stagesOf(random, flow, Math.max(lead, stage + restOf()), stage);
  });
  return random.shuffled([stagesOf(random, flow, lead, told), ...less, ...more]);
}

function rowOf(random: Random, flow: Flow, week: number, stages: Stages): (number: number) => string {
  const earliest = Math.min(stages.deploy + 60, LAST_MINUTE - 60);
  const deployed = mondayOf(week) + random.whole(earliest, LAST_MINUTE) * MINUTE_MS;
  const merged = deployed - stages.deploy * MINUTE_MS;
  const reviewed = merged - stages.review * MINUTE_MS;
  const created = reviewed - stages.pickup * MINUTE_MS;
  const sha = Array.from({ length: 12 }, () => random.whole(0, 15).toString(16)).join('');
  return (number) =>
    record([
      `github:GithubPullRequest:1:${number}`,
      flow.project,
      sha,
      stages.coding,
      `github:GithubReview:1:${number * 7}`,
      stages.pickup,
      stages.review,
      `deployment:${number}`,
      stages.deploy,
      stages.cycle,
      isoOffset(created - stages.coding * MINUTE_MS),
      isoOffset(reviewed),
      isoOffset(created),
      isoOffset(merged),
      isoOffset(deployed),
    ]);
}

/** One row per change of three teams; the `*_time` columns are minutes, which the header does not say. */
export function devlakeChanges(): string {
  const random = seededRandom(`devlake-pr-metrics ${DRAW}`);
  const rows = WEEK_INDEXES.flatMap((week) =>
    FLOWS.flatMap((flow) => weekOf(random, flow, week).map((stages) => rowOf(random, flow, week, stages))),
  );
  return lines([record(HEADER), ...rows.map((row, index) => row(5000 + index))]);
}
