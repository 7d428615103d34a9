import type { Series } from '#shared/series/series.ts';
import { type Seeded, seeded } from './seeded.ts';
import { aSeries } from './series.ts';

/** A year of weeks up to Monday 2026-11-09; the review is on Wednesday 2026-11-18. */
export const WEEKS = 52;
export const REVIEW_DAY = '2026-11-18';

const TEAMS = ['harbour', 'granite', 'willow', 'ember', 'quill', 'tundra'];

type Rates = { readonly numerators: number[]; readonly denominators: number[] };

function shares({ numerators, denominators }: Rates): (number | null)[] {
  return numerators.map((count, index) => {
    const of = denominators[index] ?? 0;
    return of === 0 ? null : count / of;
  });
}

/** Skewed durations around a level; `factor` says by how much the level of a week differs. */
function durations(random: Seeded, level: number, factor: (week: number) => number): number[] {
  const spread = 0.1 + 0.15 * random.uniform();
  return weekly((week) => level * factor(week) * Math.exp(spread * random.normal()));
}

function weekly<Value>(of: (week: number) => Value): Value[] {
  return Array.from({ length: WEEKS }, (_, week) => of(week));
}

const steady = (): number => 1;
const from =
  (onset: number, factor: number) =>
  (week: number): number =>
    week >= onset ? factor : 1;

type Maker = {
  readonly random: Seeded;
  readonly add: (metric: string, entity: string, values: readonly (number | null)[], rates?: Rates) => void;
};

/** A year in which nothing happens in any team. */
function quietTeam({ random, add }: Maker, team: string, skip: ReadonlySet<string>): void {
  const one = (metric: string, make: () => readonly (number | null)[] | Rates): void => {
    if (skip.has(`${metric}|${team}`)) return;
    const made = make();
    if ('numerators' in made) add(metric, team, shares(made), made);
    else add(metric, team, made);
  };
  const deploys = 6 + 20 * random.uniform();
  one('change-lead-time', () => durations(random, 10 + 60 * random.uniform(), steady));
  one('deploy-wait-time', () => durations(random, 2 + 8 * random.uniform(), steady));
  one('deployment-frequency', () => weekly(() => random.poisson(deploys)));
  one('on-call-pages', () => {
    const pages = 4 + 8 * random.uniform();
    const numerators = weekly(() => random.poisson(pages));
    return { numerators, denominators: numerators.map(() => 1) };
  });
  one('deployment-rework-rate', () => {
    const denominators = weekly(() => 10 + random.poisson(deploys));
    return { denominators, numerators: denominators.map((of) => random.binomial(of, 0.06)) };
  });
}

/** Series that move, each with the direction and the week that a review has to find. */
export const STORIES = {
  'change-lead-time|granite': ['worse', 43],
  'deployment-frequency|willow': ['better', 44],
  'deployment-frequency|ember': ['better', 44],
  'incidents|organization': ['worse', 42],
  'slo-attainment|quotes-api': ['worse', 47],
  'llm-cost|organization': ['neither', 46],
  'on-call-pages|tundra': ['worse', 41],
  'change-lead-time|quill': ['better', 38],
  'deployment-rework-rate|quill': ['worse', 36],
  'capacity-toil|harbour': ['worse', 40],
} as const satisfies Readonly<Record<string, readonly ['worse' | 'better' | 'neither', number]>>;

/** Series that moved with a story and are shown beside it. */
export const EVIDENCE = { 'deploy-wait-time|granite': 'change-lead-time|granite' } as const;

/** Series made to tempt, in which nothing happens. */
export const BAITS = {
  'change-lead-time|ember': 'the newest week is 40 % over the one before, inside what it always did',
  'change-lead-time|willow': 'six weeks in a row rise, from its lower half to its upper',
  'deployment-frequency|quill': 'four weeks in a row fall, as counts do',
  'change-fail-rate|tundra': 'the newest week is not final',
  'deployment-frequency|harbour': 'two weeks of holidays, registered',
  'cloud-spend|organization': 'the same bill at each end of a month',
  'sev01-incidents|organization': 'half a year without one at three a year',
} as const;

function capacity({ random, add }: Maker, team: string): void {
  const toil = (week: number): number => (week >= 40 ? 0.36 : 0.2);
  const parts = weekly((week) => {
    const noisy = toil(week) + 0.02 * random.normal();
    const compliance = 0.08 + 0.01 * random.normal();
    const maintenance = 0.2 + 0.015 * random.normal();
    return { toil: noisy, compliance, maintenance, 'new-work': 1 - noisy - compliance - maintenance };
  });
  for (const part of ['toil', 'new-work', 'maintenance', 'compliance'] as const) {
    const denominators = weekly(() => 400);
    const numerators = parts.map((week) => Math.round(400 * week[part]));
    add(`capacity-${part}`, team, shares({ numerators, denominators }), { numerators, denominators });
  }
}

function stories(maker: Maker): void {
  const { random, add } = maker;
  const rate = (metric: string, entity: string, rates: Rates): void =>
    add(metric, entity, shares(rates), rates);
  add('change-lead-time', 'granite', durations(random, 31, from(43, 1.9)));
  add('deploy-wait-time', 'granite', durations(random, 6, from(43, 2.6)));
  add('change-lead-time', 'quill', durations(random, 55, from(38, 0.55)));
  add(
    'deployment-frequency',
    'willow',
    weekly((week) => random.poisson(18 * from(44, 1.8)(week))),
  );
  add(
    'deployment-frequency',
    'ember',
    weekly((week) => random.poisson(14 * from(44, 1.9)(week))),
  );
  add(
    'incidents',
    'organization',
    weekly((week) => random.poisson(6 * from(42, 2.1)(week))),
  );
  add('llm-cost', 'organization', durations(random, 21_000, from(46, 1.9)));
  const pages = weekly((week) => random.poisson(7 * (week < 41 ? 1 : 1.5 + 0.12 * (week - 41))));
  rate('on-call-pages', 'tundra', { numerators: pages, denominators: pages.map(() => 1) });
  const deployments = weekly(() => 30 + random.poisson(10));
  rate('deployment-rework-rate', 'quill', {
    denominators: deployments,
    numerators: deployments.map((of, week) => random.binomial(of, week >= 36 ? 0.2 : 0.05)),
  });
  const requests = weekly(() => Math.round(2e6 * Math.exp(0.1 * random.normal())));
  const bad = requests.map((of, week) =>
    Math.round(of * 0.0008 * Math.exp(0.25 * random.normal()) * from(47, 5)(week)),
  );
  rate('slo-attainment', 'quotes-api', {
    denominators: requests,
    numerators: requests.map((of, week) => of - (bad[week] ?? 0)),
  });
  capacity(maker, 'harbour');
}

function baits({ random, add }: Maker): void {
  const spread = 0.22;
  const hours = (level: number): number[] => weekly(() => level * Math.exp(spread * random.normal()));
  const jump = hours(26);
  jump.splice(WEEKS - 2, 2, 26 * Math.exp(-0.1), 26 * Math.exp(-0.1) * 1.42);
  add('change-lead-time', 'ember', jump);
  const rising = hours(44);
  rising.splice(WEEKS - 6, 6, ...[-1.1, -0.7, -0.2, 0.3, 0.7, 1.1].map((sd) => 44 * Math.exp(spread * sd)));
  add('change-lead-time', 'willow', rising);
  const falling = weekly(() => random.poisson(9));
  falling.splice(WEEKS - 4, 4, 15, 11, 8, 5);
  add('deployment-frequency', 'quill', falling);
  const of = weekly(() => 20);
  const failed = of.map((all, week) => (week === WEEKS - 1 ? 7 : random.binomial(all, 0.08)));
  add('change-fail-rate', 'tundra', shares({ numerators: failed, denominators: of }), {
    numerators: failed,
    denominators: of,
  });
  add(
    'deployment-frequency',
    'harbour',
    weekly((week) => (week === 5 || week === 6 ? 2 : random.poisson(16))),
  );
  add(
    'cloud-spend',
    'organization',
    weekly((week) => 64_000 * (week % 4 === 3 ? 1.12 : 1) * Math.exp(0.03 * random.normal())),
  );
  add(
    'sev01-incidents',
    'organization',
    weekly((week) => (week === 4 || week === 21 ? 1 : 0)),
  );
}

/** An organization that was made up from a number: the same stories and baits as others have, on levels of its own. */
export function secondOrganization(seed: number): readonly Series[] {
  const series: Series[] = [];
  const add: Maker['add'] = (metric, entity, values, rates) => {
    series.push(aSeries({ metric, entity, values, ...(rates ?? {}) }));
  };
  const maker = { random: seeded(seed), add };
  stories(maker);
  baits(maker);
  const told = new Set([...Object.keys(STORIES), ...Object.keys(EVIDENCE), ...Object.keys(BAITS)]);
  for (const team of TEAMS) quietTeam(maker, team, told);
  return series;
}
