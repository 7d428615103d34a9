import { startMetrics } from '#shared/drive/catalogue.ts';
import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { type SixQuestionId, sixQuestions } from '#shared/drive/six-questions.ts';
import { checked, type Found, type Outcome } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { counted, listed, percent } from './wording.ts';

const COVERAGE = checkThreshold('missing-data', 'coverage');

/** For each question, the things of which it needs at least one. */
const NEEDS: Readonly<Record<SixQuestionId, readonly (readonly string[])[]>> = {
  q1: [['change-lead-time'], ['deployment-frequency']],
  q2: [
    ['slo-attainment', 'slos-met'],
    ['incidents', 'sev01-incidents'],
  ],
  q3: [],
  q4: [['open-critical-cves'], ['open-high-cves'], ['orphaned-assets']],
  q5: [['capacity-new-work'], ['capacity-toil'], ['capacity-compliance']],
  q6: [],
};

const nameOfMetric = (id: string): string => startMetrics.find((metric) => metric.id === id)?.name ?? id;

/** What a question lacks, in words; empty when it can be answered. */
function lackOf(input: CheckInput, id: SixQuestionId): readonly string[] {
  if (id === 'q3')
    return input.initiatives.some(({ tier }) => tier !== null) ? [] : ['initiatives with a tier'];
  if (id === 'q6') {
    return input.onRecord !== null && input.onRecord.promises.reviews > 0
      ? []
      : ['commitments of an earlier review'];
  }
  return NEEDS[id]
    .filter((metrics) => !metrics.some((metric) => input.byMetric.has(metric)))
    .map((metrics) => metrics.map(nameOfMetric).join(' or '));
}

function unanswered(input: CheckInput): readonly Found[] {
  return sixQuestions.flatMap(({ id, question }): readonly Found[] => {
    const lacks = lackOf(input, id);
    if (lacks.length === 0) return [];
    return [
      {
        entities: [id],
        onset: input.asOf,
        headline: `Question ${id.slice(1)} cannot be answered`,
        text: `Question ${id.slice(1)} cannot be answered: no ${listed(lacks)}.`,
        rule: `“${question}” rests on ${listed(lacks)}, which nothing here gives.`,
        evidence: [],
        series: null,
        covers: [],
      },
    ];
  });
}

/** Metrics that some teams have and too many lack. */
function uncovered(input: CheckInput): readonly Found[] {
  const teams = [...input.entities.values()].filter(({ kind }) => kind === 'team').map(({ id }) => id);
  if (teams.length === 0) return [];
  return startMetrics.flatMap(({ id, name, entity }): readonly Found[] => {
    const have = teams.filter((team) => input.series.has(`${id}|${team}`));
    const lack = teams.filter((team) => !have.includes(team));
    if (entity !== 'team' || have.length === 0 || have.length / teams.length >= COVERAGE) return [];
    return [
      {
        entities: [id],
        onset: input.asOf,
        headline: `${name}: ${have.length} of ${teams.length} teams`,
        text: `${name} is there for ${have.length} of ${counted(teams.length, 'team')}; not for ${listed(lack)}.`,
        rule: `Under ${percent(COVERAGE)} of the teams the organization’s number is not the organization’s.`,
        evidence: [],
        series: null,
        covers: [],
      },
    ];
  });
}

/** Questions that the data cannot answer, and start metrics that too few teams have. */
export function missingData(input: CheckInput): Outcome {
  return checked([...unanswered(input), ...uncovered(input)]);
}
