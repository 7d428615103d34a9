import { describe, expect, it } from 'vitest';
import { msToDay } from '#shared/day.ts';
import { costMetricOf } from '#shared/series/derivations/cost-metric.ts';
import type { DerivationContext } from '#shared/series/derivations/derivation-context.ts';
import { deriveSeries } from '#shared/series/derivations/derive-series.ts';
import { severityOf } from '#shared/series/derivations/severity-words.ts';
import { eventTable } from '#tests/support/event-table.ts';

function derive(text: string, context: DerivationContext = {}) {
  const derivation = deriveSeries(eventTable(text), context);
  if (derivation === null) throw new Error('The header is of no kind of event');
  const valuesOf = (metric: string, entity: string) => {
    const found = derivation.series.find(
      ({ header }) => header.metric === metric && header.entity === entity,
    );
    return found === undefined
      ? null
      : Object.fromEntries(found.starts.map((start, index) => [msToDay(start), found.values[index]]));
  };
  return { ...derivation, valuesOf };
}

describe('deployments', () => {
  const text = `
Deployment,Project,Channel,Completed,Environment,State
d1,checkout-api,Default,2026-11-02T08:00:00Z,Production,Success
d2,checkout-api,Hotfix,2026-11-04T08:00:00Z,Production,Failed
d3,checkout-api,Default,2026-11-05T08:00:00Z,Staging,Failed
d4,checkout-api,Default,2026-11-16T08:00:00Z,Production,Success
d5,checkout-api,Default,2026-11-17T08:00:00Z,Production,Executing
d6,cart,Default,,Production,Success`;

  it('count per ISO week, zero in a week without any, and staging does not count', () => {
    expect(derive(text).valuesOf('deployment-frequency', 'checkout-api')).toEqual({
      '2026-11-02': 2,
      '2026-11-09': 0,
      '2026-11-16': 1,
    });
  });

  it('have a fail rate and a rework rate with numerator and denominator, missing in a week without any', () => {
    const { series, valuesOf } = derive(text);
    expect(valuesOf('change-fail-rate', 'checkout-api')).toEqual({
      '2026-11-02': 0.5,
      '2026-11-09': Number.NaN,
      '2026-11-16': 0,
    });
    const rework = series.find(({ header }) => header.metric === 'deployment-rework-rate');
    expect([rework?.numerators, rework?.denominators]).toEqual([
      [1, 0, 0],
      [2, 0, 1],
    ]);
    expect(rework?.header.unit).toBe('share');
  });

  it('say which rows were left out and why', () => {
    const { notes, leftOut } = derive(text);
    expect(notes).toEqual([
      '1 row of Staging left out: only production counts (line 4).',
      '1 row left out: Executing is not finished (line 6).',
      '1 row left out: not dated (line 7).',
    ]);
    expect(leftOut.map(({ line }) => line)).toEqual([4, 6, 7]);
  });

  it('belong to the team of the service where it is known, else to the service', () => {
    const teamOf = (service: string) => (service === 'checkout-api' ? 'Checkout' : null);
    expect(derive(text, { teamOf }).series.map(({ header }) => header.entity)).toContain('Checkout');
  });

  it('belong to the team of a row before its service, also out of a nested object, and to nobody when both are empty', () => {
    const { series } = derive(`
completed,environment,team,service
2026-11-02T08:00Z,prod,Checkout,cart
2026-11-02T08:00Z,prod,,"{'id': 'P6', 'summary': 'Search'}"
2026-11-02T08:00Z,prod,[],`);
    expect(series.map(({ header }) => header.entity)).toEqual(['Checkout', 'Search', 'not assigned']);
  });

  it('are not given a rework rate without a column that marks hotfixes', () => {
    const { valuesOf, notes } = derive('finished,environment,result,team\n2026-11-02T08:00Z,prod,ok,A');
    expect(valuesOf('deployment-rework-rate', 'A')).toBeNull();
    expect(notes).toEqual(['No column marks hotfixes: deployment rework rate is not derived.']);
  });
});

describe('changes', () => {
  it('give median stage hours by the week of deployment, and negative stages are missing', () => {
    const { valuesOf, notes } = derive(`
first_commit_at,opened_at,first_review_at,merged_at,deployed_at,team
2026-11-02T00:00Z,2026-11-02T06:00Z,2026-11-02T05:00Z,2026-11-03T00:00Z,2026-11-03T04:00Z,A
2026-11-02T00:00Z,2026-11-02T10:00Z,2026-11-02T12:00Z,2026-11-03T00:00Z,2026-11-04T00:00Z,A
2026-11-02T00:00Z,2026-11-02T10:00Z,2026-11-02T12:00Z,2026-11-09T00:00Z,,A`);
    expect(valuesOf('change-lead-time', 'A')).toEqual({ '2026-11-02': 38 });
    expect(valuesOf('coding-time', 'A')).toEqual({ '2026-11-02': 8 });
    expect(valuesOf('review-pickup-time', 'A')).toEqual({ '2026-11-02': 2 });
    expect(valuesOf('pull-requests-merged', 'A')).toEqual({ '2026-11-02': 2, '2026-11-09': 1 });
    expect(notes).toEqual(['1 row with a negative wait for first review, which counts as missing (line 2).']);
  });

  it('read the stage columns of DevLake as minutes', () => {
    const { valuesOf } = derive(`
id,project_name,pr_coding_time,pr_pickup_time,pr_review_time,pr_deploy_time,pr_cycle_time,pr_merged_date,pr_deployed_date
1,Search,60,120,30,540,750,2026-11-02T08:00Z,2026-11-02T17:00Z`);
    expect(valuesOf('deploy-wait-time', 'Search')).toEqual({ '2026-11-02': 9 });
    expect(valuesOf('change-lead-time', 'Search')).toEqual({ '2026-11-02': 12.5 });
  });
});

describe('incidents', () => {
  const text = `
incident_number,created_on,severity,service_name,seconds_to_resolve,detected_by,customers_affected_share
1,2026-11-03T11:08Z,SEV1,payments-gateway,4320,customer,0.6
2,2026-11-18T09:00Z,P3,media,,monitor,0.1
3,2026-11-05T09:00Z,maintenance,media,60,monitor,0
4,2026-11-05T10:00Z,banana,media,60,monitor,0`;

  it('count for the service and once more for the organization, by the week in which impact began', () => {
    const { valuesOf } = derive(text);
    expect(valuesOf('incidents', 'organization')).toEqual({
      '2026-11-02': 2,
      '2026-11-09': 0,
      '2026-11-16': 1,
    });
    expect(valuesOf('sev01-incidents', 'organization')).toEqual({
      '2026-11-02': 1,
      '2026-11-09': 0,
      '2026-11-16': 0,
    });
    expect(valuesOf('incidents', 'media')).toEqual({ '2026-11-02': 1, '2026-11-09': 0, '2026-11-16': 1 });
  });

  it('lose customer minutes by duration and share; an open one has no duration', () => {
    const minutes = derive(text).valuesOf('customer-impact-minutes', 'organization');
    expect(minutes?.['2026-11-02']).toBeCloseTo(43.2, 9);
    expect(minutes?.['2026-11-16']).toBe(0);
  });

  it('leave maintenance out and ask about words that nobody mapped', () => {
    expect(derive(text).notes.slice(0, 2)).toEqual([
      '1 row left out: maintenance is no incident (line 4).',
      '1 row of severity “banana”, a word not mapped yet (line 5).',
    ]);
  });

  it('have no Sev1 count at all when no row names a severity', () => {
    const { valuesOf, notes } = derive('incident_number,created_on,severity\n1,2026-11-03T11:08Z,');
    expect(valuesOf('sev01-incidents', 'organization')).toBeNull();
    expect(notes).toContain('No row names a severity: Sev0 and Sev1 incidents are not derived.');
  });

  it('take the organization’s own severity words before the register’s', () => {
    expect(severityOf('SEV-1')).toBe('Sev1');
    expect(severityOf('SEV-1', { 'sev-1': 'Sev0' })).toBe('Sev0');
    expect(severityOf('urgent')).toBe('unknown');
  });
});

describe('alerts', () => {
  const text = `
Alert ID,Alias,CreatedAt,Teams
a1,disk,2026-11-02T10:00:00Z,Ops
a2,disk,2026-11-02T10:07:00Z,Ops
a3,disk,2026-11-02T10:11:00Z,Ops
a4,disk,2026-11-07T12:00:00Z,Ops
a5,,2026-11-03T02:00:00Z,Ops
a6,,2026-11-03T02:00:00Z,Ops`;

  it('of one key within ten minutes are one page; alerts without a key are pages of their own', () => {
    const { valuesOf, leftOut } = derive(text);
    expect(valuesOf('on-call-pages', 'Ops')).toEqual({ '2026-11-02': 5 });
    expect(leftOut).toEqual([{ line: 3, reason: 'filtered' }]);
  });

  it('are out of hours on weekends and at night', () => {
    expect(derive(text).valuesOf('out-of-hours-pages', 'Ops')).toEqual({ '2026-11-02': 3 });
  });

  it('are divided by the on-call weeks of the team', () => {
    const [pages] = derive(text, { onCallWeeks: () => 2 }).series;
    expect([pages?.values, pages?.numerators, pages?.denominators]).toEqual([[2.5], [5], [2]]);
  });
});

describe('findings', () => {
  const text = `
severity,cve,package,asset,first_seen,state,fixable
Critical,CVE-1,a,legacy-1,2026-08-24,Open,true
critical,CVE-1,a,legacy-1,2026-08-30,Open,true
Critical,CVE-2,b,web,2026-11-10,Open,true
Critical,CVE-3,b,web,2026-01-01,Muted,true
Critical,CVE-4,b,web,2026-01-01,Open,false
High,CVE-5,c,web,2026-11-01,Open,true
MODERATE,CVE-6,c,web,2026-01-01,Open,true
High,CVE-7,c,web,2026-01-01,Fixed,true`;

  it('are open once per CVE, package and asset when they can be fixed and are not muted', () => {
    const { valuesOf } = derive(text);
    expect(valuesOf('open-critical-cves', 'organization')).toEqual({ '2026-11-18': 2 });
    expect(valuesOf('open-high-cves', 'organization')).toEqual({ '2026-11-18': 1 });
    expect(valuesOf('open-critical-cves', 'legacy-1')).toEqual({ '2026-11-18': 1 });
  });

  it('age from the earliest day they were seen', () => {
    const { valuesOf } = derive(text);
    expect(valuesOf('critical-cve-age', 'organization')).toEqual({ '2026-11-18': 86 });
    expect(valuesOf('cves-past-deadline', 'organization')).toEqual({ '2026-11-18': 1 });
  });

  it('are none, not unknown, when what is open is neither critical nor high', () => {
    const { valuesOf } = derive('severity,cve,package,asset,state\nlow,CVE-1,a,web,Open');
    expect(valuesOf('open-critical-cves', 'organization')).toEqual({ '2026-11-18': 0 });
  });

  it('are unknown when only closed ones are listed', () => {
    const { valuesOf, series } = derive('severity,cve,package,asset,state\ncritical,CVE-1,a,web,Resolved');
    expect(valuesOf('open-critical-cves', 'organization')).toBeNull();
    expect(series).toEqual([]);
  });

  it('without a CVE are told apart by their number in the tool', () => {
    const { valuesOf } = derive(
      'repo,state,severity,library_name,number\nweb,open,high,axios,6\nweb,open,high,axios,9',
    );
    expect(valuesOf('open-high-cves', 'web')).toEqual({ '2026-11-18': 2 });
  });

  it('give no flow while only open ones are listed', () => {
    expect(derive(text).valuesOf('cves-opened', 'organization')).toBeNull();
  });
});

describe('assets', () => {
  const text =
    'name,kind,owner,tier,slo\na,service,Exports,1,yes\nb,service,,2,\nc,service,Search,1,yes\nd,job,Exports (dissolved),1,yes';

  it('are orphans without an owner, or with one that is no team any more', () => {
    expect(derive(text).valuesOf('orphaned-assets', 'organization')).toEqual({ '2026-11-18': 2 });
    const withTeams = derive(text, { teams: ['Search'] });
    expect(withTeams.valuesOf('orphaned-assets', 'organization')).toEqual({ '2026-11-18': 3 });
  });

  it('are no list where their names come again: those are measurements over time', () => {
    expect(derive('date,service,team,tier,errors\n2026-11-02,a,A,1,3\n2026-11-09,a,A,1,4').series).toEqual(
      [],
    );
  });

  it('make a metric missing, not bad, where its column is missing', () => {
    const { valuesOf } = derive(text);
    expect(valuesOf('services-without-slo', 'organization')).toEqual({ '2026-11-18': 1 });
    expect(valuesOf('services-without-runbook', 'organization')).toBeNull();
  });
});

describe('costs', () => {
  it('count once, as AI cost or as cloud spend, and totals are left out', () => {
    const { valuesOf, leftOut } = derive(`
date,service,cost
2026-11-02,EC2,10
2026-11-02,EC2,5
2026-11-02,Amazon Bedrock,7
2026-11-02,Total,22`);
    expect(valuesOf('cloud-spend', 'EC2')).toEqual({ '2026-11-02': 15 });
    expect(valuesOf('cloud-spend', 'Amazon Bedrock')).toBeNull();
    expect(valuesOf('llm-cost', 'Amazon Bedrock')).toEqual({ '2026-11-02': 7 });
    expect(leftOut).toEqual([{ line: 5, reason: 'total' }]);
  });

  it('are read from a report with its services across, without the column of totals', () => {
    const { kind, valuesOf, series } = derive(`
Service,EC2-Instances($),Bedrock($),Total costs($)
2026-11-02,10.5,2,12.5
2026-11-03,11,,11`);
    expect(kind).toBe('costs');
    expect(valuesOf('cloud-spend', 'EC2-Instances')).toEqual({ '2026-11-02': 10.5, '2026-11-03': 11 });
    expect(valuesOf('llm-cost', 'Bedrock')).toEqual({ '2026-11-02': 2 });
    expect(series).toHaveLength(2);
  });

  it('follow a list of model services that can be edited', () => {
    expect(costMetricOf('House Model Farm')).toBe('cloud-spend');
    expect(costMetricOf('House Model Farm', ['model farm'])).toBe('llm-cost');
  });
});

describe('launches', () => {
  it('are dated by the launch at every age, and an empty cell is missing', () => {
    const { valuesOf } = derive(`
launch,launch_date,eligible,adopted_30,adopted_60,adopted_90
Price alerts,2026-04-13,1000,60,64,`);
    expect(valuesOf('adoption-30', 'Price alerts')).toEqual({ '2026-04-13': 0.06 });
    expect(valuesOf('adoption-60', 'Price alerts')).toEqual({ '2026-04-13': 0.064 });
    expect(valuesOf('adoption-90', 'Price alerts')).toBeNull();
  });
});
