import { type CrossCheckDefinition, crossCheckDefinitions, levelRank } from '#shared/drive/cross-checks.ts';
import type { VerdictId } from '#shared/review/review.ts';
import { acceptedRiskExpired } from './accepted-risk-expired.ts';
import { aiSpendUpDeliveryFlat } from './ai-spend-up-delivery-flat.ts';
import { allPassSystemWorse } from './all-pass-system-worse.ts';
import { breachWithoutIncident } from './breach-without-incident.ts';
import type { CrossCheck, CrossCheckResults, Found, NotChecked, Outcome } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { commitmentsSlipping } from './commitments-slipping.ts';
import { criticalCvesAgeing } from './critical-cves-ageing.ts';
import { deliveryUpAdoptionFlat } from './delivery-up-adoption-flat.ts';
import { errorBudgetSpent } from './error-budget-spent.ts';
import { greenSloWithIncident } from './green-slo-with-incident.ts';
import { missingData } from './missing-data.ts';
import { orphanedAssets } from './orphaned-assets.ts';
import { pagerHighAndRising } from './pager-high-and-rising.ts';
import { postMortemOverdue } from './post-mortem-overdue.ts';
import { restatedHistory } from './restated-history.ts';
import { reworkUpLeadTimeDown } from './rework-up-lead-time-down.ts';
import { spendPastBudget } from './spend-past-budget.ts';
import { spendWillPassBudget } from './spend-will-pass-budget.ts';
import { staleData } from './stale-data.ts';
import { strongMetricsWeakPractices } from './strong-metrics-weak-practices.ts';
import { supportSpikeAfterLaunch } from './support-spike-after-launch.ts';
import { throughputWithIncidents } from './throughput-with-incidents.ts';
import { tier1BlockedUnaccountable } from './tier1-blocked-unaccountable.ts';
import { tier1Stalled } from './tier1-stalled.ts';
import { toilUpNewWorkDown } from './toil-up-new-work-down.ts';

/** Every check by its id in cross-checks.json. */
const CHECKS: Readonly<Record<string, (input: CheckInput) => Outcome>> = {
  'green-slo-with-incident': greenSloWithIncident,
  'breach-without-incident': breachWithoutIncident,
  'throughput-with-incidents': throughputWithIncidents,
  'pager-high-and-rising': pagerHighAndRising,
  'tier1-stalled': tier1Stalled,
  'tier1-blocked-unaccountable': tier1BlockedUnaccountable,
  'critical-cves-ageing': criticalCvesAgeing,
  'orphaned-assets': orphanedAssets,
  'spend-past-budget': spendPastBudget,
  'spend-will-pass-budget': spendWillPassBudget,
  'toil-up-new-work-down': toilUpNewWorkDown,
  'strong-metrics-weak-practices': strongMetricsWeakPractices,
  'delivery-up-adoption-flat': deliveryUpAdoptionFlat,
  'rework-up-lead-time-down': reworkUpLeadTimeDown,
  'stale-data': staleData,
  'missing-data': missingData,
  'commitments-slipping': commitmentsSlipping,
  'post-mortem-overdue': postMortemOverdue,
  'error-budget-spent': errorBudgetSpent,
  'all-pass-system-worse': allPassSystemWorse,
  'support-spike-after-launch': supportSpikeAfterLaunch,
  'ai-spend-up-delivery-flat': aiSpendUpDeliveryFlat,
  'restated-history': restatedHistory,
  'accepted-risk-expired': acceptedRiskExpired,
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
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (place, name: string) => found.places?.[name] ?? place);
  const about = found.series ?? `${code}|${found.entities[0] ?? 'organization'}`;
  return {
    level,
    size: 1,
    doubts: [],
    tells: [],
    notes: [],
    places: {},
    ...found,
    id: `${about}|${code}|${found.onset}`,
    code,
    name,
    dimension,
    questions: questions.map(fill),
    refutedBy: refutedBy.map(fill),
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
