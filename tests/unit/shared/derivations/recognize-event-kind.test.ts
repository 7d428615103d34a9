import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recognizeEventKind } from '#shared/series/derivations/recognize-event-kind.ts';

const exportsFolder = path.resolve(import.meta.dirname, '../../../../../shared/data/exports');

function kindOf(header: string): string | null {
  return recognizeEventKind(header.split(','))?.kind ?? null;
}

describe('recognizing what the rows of a file stand for', () => {
  it.each([
    [
      'Deployment,Project,Release,Channel,Completed,Environment,Tenant,State,Had Guided Failure',
      'deployments',
    ],
    ['cicd_deployment_id,name,result,environment,finished_date,cicd_scope_id', 'deployments'],
    ['finished,environment,result,service', 'deployments'],
    ['deploy_id,time_created', 'deployments'],
    ['deployed_at,env,status,team,hotfix', 'deployments'],
    ['id,project_name,pr_coding_time,pr_cycle_time,pr_merged_date,pr_deployed_date', 'changes'],
    ['first_commit_at,opened_at,first_review_at,merged_at,deployed_at,team', 'changes'],
    ['incident_number,created_on,severity,service_name,seconds_to_resolve', 'incidents'],
    ['Started at,Resolved at,Severity,Service,Detected by', 'incidents'],
    ['created,resolved,severity,team', 'incidents'],
    ['Date,Incident,Severity,Team,Duration', 'incidents'],
    ['Alert ID,Alias,TinyID,Message,Status,Acknowledged,CreatedAt,CreatedAtDate,Teams', 'alerts'],
    ['triggered_at,dedup_key,team,notified', 'alerts'],
    ['ISSUE_SEVERITY,PROBLEM_TITLE,CVE,PROJECT_NAME,FIRST_INTRODUCED,PACKAGE_NAME_AND_VERSION', 'findings'],
    ['owner,repo,state,severity,library_name,number,created_at', 'findings'],
    ['name,kind,owner,exposed', 'assets'],
    ['Service,Tag,Owner,Group,Score,Max Score,Percent,Level,Last Evaluated', 'assets'],
    ['date,service,cost_usd', 'costs'],
    ['Service,EC2-Instances($),RDS($),Total costs($)', 'costs'],
    ['launch,launched,tier,eligible,adopted 30,adopted 60,adopted 90', 'launches'],
  ])('reads %s as %s', (header, kind) => {
    expect(kindOf(header)).toBe(kind);
  });

  it.each([
    'Start Date,End Date,Deployment Frequency (per day),Change Lead Time Minutes,Deployment Count',
    'metric_key,service,team,period_start,value,unit',
    'date,cost_usd',
    'week,team,lead time (h)',
    'Metric,Team,Unit,2026-W11,2026-W12,Target',
    'name,value',
    'week,team,opened,merged',
    'start,severity,incidents',
    'timestamp,deployment,namespace,cpu',
    'period,environment,result,deployed',
    'timestamp,environment,service,error_rate',
    'date,team,deployments',
    'date,team,severity,incidents',
    'name,owner,tier,status,due date',
  ])('leaves measurements alone: %s', (header) => {
    expect(kindOf(header)).toBeNull();
  });

  it('lets only columns of dates say when something happened', () => {
    const headers = ['team', 'opened', 'merged', 'deployed'];
    expect(recognizeEventKind(headers)?.kind).toBe('changes');
    expect(recognizeEventKind(headers, () => false)).toBeNull();
    expect(recognizeEventKind(headers, (column) => column !== 3)?.columns.deployed).toBeUndefined();
  });

  it('tells the columns by role, whatever their order and case', () => {
    const recognized = recognizeEventKind(['Team', 'STATE', 'Environment', 'Completed', 'Channel', 'Notes']);
    expect(recognized?.columns).toEqual({ entity: 0, result: 1, environment: 2, finished: 3, rework: 4 });
  });
});

describe.skipIf(!existsSync(exportsFolder))(
  'recognizing the collected exports (../shared/data is beside it)',
  () => {
    it.each([
      ['octopus-insights_deployments.csv', 'deployments'],
      ['gearset-deployments_success_failure.csv', 'deployments'],
      ['devlake-project_pr_metrics.csv', 'changes'],
      ['pagerduty-devlake_incidents.csv', 'incidents'],
      ['opsgenie-alerts_epoch_ms.csv', 'alerts'],
      ['snyk-issues_report.csv', 'findings'],
      ['wiz-resolved_findings.csv', 'findings'],
      ['dependabot-alerts_small.csv', 'findings'],
      ['cortex-scorecard_scores_assumed.csv', 'assets'],
      ['swarmia-dora_weekly.csv', null],
      ['generic-long_tidy.csv', null],
      ['openai-daily_cost.csv', null],
      ['dora-repo_snapshot_no_date.csv', null],
    ])('%s: %s', (file, kind) => {
      const header = readFileSync(path.join(exportsFolder, file), 'utf8').split(/\r?\n/)[0] ?? '';
      expect(kindOf(header.replaceAll('"', ''))).toBe(kind);
    });
  },
);
