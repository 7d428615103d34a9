import { type CrossCheckDefinition, crossCheckDefinitions, levelRank } from '#shared/drive/cross-checks.ts';
import type { VerdictId } from '#shared/review/review.ts';
import type { CrossCheck, CrossCheckResults, Found, NotChecked, Outcome } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { errorBudgetSpent } from './error-budget-spent.ts';
import { pagerHighAndRising } from './pager-high-and-rising.ts';
import { reworkUpLeadTimeDown } from './rework-up-lead-time-down.ts';
import { throughputWithIncidents } from './throughput-with-incidents.ts';
import { toilUpNewWorkDown } from './toil-up-new-work-down.ts';

/** Every check by its id in cross-checks.json. */
const CHECKS: Readonly<Record<string, (input: CheckInput) => Outcome>> = {
  'throughput-with-incidents': throughputWithIncidents,
  'pager-high-and-rising': pagerHighAndRising,
  'toil-up-new-work-down': toilUpNewWorkDown,
  'rework-up-lead-time-down': reworkUpLeadTimeDown,
  'error-budget-spent': errorBudgetSpent,
};

/** Verdicts that fit better than *act*: a green SLO beside an outage asks the wrong question, stale data is a data problem. */
const NATURAL: Readonly<Record<string, VerdictId>> = {
  'green-slo-with-incident': 'wrong-measure',
  'stale-data': 'data-problem',
  'missing-data': 'data-problem',
  'restated-history': 'data-problem',
};

function toCrossCheck(definition: CrossCheckDefinition, found: Found): CrossCheck {
  const { id: code, name, dimension, level, questions, refutedBy, outcomes } = definition;
  const about = found.series ?? `${code}|${found.entities[0] ?? 'organization'}`;
  return {
    level,
    size: 1,
    doubts: [],
    tells: [],
    notes: [],
    ...found,
    id: `${about}|${code}|${found.onset}`,
    code,
    name,
    dimension,
    questions,
    refutedBy,
    outcome: outcomes[0] ?? null,
    verdict: NATURAL[code] ?? 'act',
  };
}

/** Every check made on one input: what fired, worst level first, and what could not be checked and why. */
export function runChecks(input: CheckInput): CrossCheckResults {
  const found: CrossCheck[] = [];
  const notChecked: NotChecked[] = [];
  for (const definition of crossCheckDefinitions) {
    const outcome = CHECKS[definition.id]?.(input);
    if (outcome === undefined) continue;
    if (outcome.kind === 'checked') found.push(...outcome.found.map((one) => toCrossCheck(definition, one)));
    else notChecked.push({ code: definition.id, name: definition.name, because: outcome.because });
  }
  return { found: found.toSorted((a, b) => levelRank(a.level) - levelRank(b.level)), notChecked };
}
