import { assetList } from '#shared/sample/assets.ts';
import { buildTimes } from '#shared/sample/build-times.ts';
import { capacitySheet } from '#shared/sample/capacity.ts';
import { cortexScorecard } from '#shared/sample/cortex.ts';
import { awsCostExplorer, budgets, llmDailyCost } from '#shared/sample/costs.ts';
import { devlakeChanges } from '#shared/sample/devlake.ts';
import { reviewHistory } from '#shared/sample/history/review-history.ts';
import { initiativeProgress, initiativeRegister } from '#shared/sample/initiatives.ts';
import { launchList } from '#shared/sample/launches.ts';
import { octopusDeployments } from '#shared/sample/octopus.ts';
import { opsgenieAlerts } from '#shared/sample/opsgenie.ts';
import { pagerdutyIncidents } from '#shared/sample/pagerduty.ts';
import { sloEvents } from '#shared/sample/slo-events.ts';
import { sloTargets } from '#shared/sample/slo-targets.ts';
import { snykIssues } from '#shared/sample/snyk.ts';
import { swarmiaByTeam } from '#shared/sample/swarmia.ts';

/** Every file of the sample organization by name, with its text. The same text each time. */
export function sampleFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['swarmia-dora-by-team.csv', swarmiaByTeam()],
    ['octopus-deployments.csv', octopusDeployments()],
    ['devlake-pr-metrics.csv', devlakeChanges()],
    ['pagerduty-incidents.csv', pagerdutyIncidents()],
    ['opsgenie-alerts.csv', opsgenieAlerts()],
    ['slo-events.csv', sloEvents()],
    ['slo-targets.yaml', sloTargets()],
    ['snyk-issues.csv', snykIssues()],
    ['assets.csv', assetList()],
    ['cortex-scorecard.csv', cortexScorecard()],
    ['aws-cost-explorer.csv', awsCostExplorer()],
    ['llm-daily-cost.csv', llmDailyCost()],
    ['capacity.csv', capacitySheet()],
    ['initiatives.csv', initiativeRegister()],
    ['initiative-progress.csv', initiativeProgress()],
    ['launches.csv', launchList()],
    ['budgets.csv', budgets()],
    ['build-times.csv', buildTimes()],
    ['review-history.json', reviewHistory()],
  ]);
}
