import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startOfWeek } from '#shared/day.ts';
import sample from '#shared/drive/data/sample-series.json' with { type: 'json' };
import { sampleTeamOf, TEAMS } from '#shared/sample/fernhill.ts';
import { sampleFiles } from '#shared/sample/sample-files.ts';
import { mondayOf, sampleValue } from '#shared/sample/weekly-values.ts';
import { deriveSeries } from '#shared/series/derivations/derive-series.ts';
import { eventTable } from '#tests/support/event-table.ts';

const folder = path.resolve(import.meta.dirname, '../../../../assets/sample');
const files = sampleFiles();

function textOf(file: string): string {
  const text = files.get(file);
  if (text === undefined) throw new Error(`The sample has no ${file}`);
  return text;
}

/**
 * A text to compare by. What a past review froze (limits, sentences, states) stays as it was when the evaluation learns
 * to say more; which signals it froze has to agree.
 */
function comparable(file: string, text: string): string {
  if (file !== 'review-history.json') return text;
  return JSON.stringify(JSON.parse(text), (key, value) => {
    if (key === 'dimensions' || key === 'expectedFalse') return null;
    return key === 'anomalies' ? value.map(({ id }: { readonly id: string }) => id) : value;
  });
}

function table(file: string) {
  const { headers, rows, text } = eventTable(textOf(file));
  const place = (header: string) => headers.indexOf(header);
  return Array.from({ length: rows }, (_, row) => (header: string) => text(row, place(header)));
}

/** Weekly values that the rows of a file give for a metric and an entity, by the catalogue's derivations. */
function derivedBy(file: string) {
  const derivation = deriveSeries(eventTable(textOf(file)), { teamOf: sampleTeamOf });
  return (metric: string, entity: string) => {
    const found = derivation?.series.find(
      ({ header }) => header.metric === metric && header.entity === entity,
    );
    const byStart = new Map(found?.starts.map((start, index) => [start, index]));
    const at = (column: readonly number[] | null | undefined) =>
      sample.series[0]?.values.map((_, week) => column?.[byStart.get(mondayOf(week)) ?? -1] ?? null);
    return { values: at(found?.values), numerators: at(found?.numerators), weeks: found?.starts.length ?? 0 };
  };
}

function valuesOf(id: string): readonly number[] | undefined {
  return sample.series.find((series) => series.id === id)?.values;
}

const teams = TEAMS.map(({ id }) => id);

describe('the files of the sample organization', () => {
  it('are committed as the generator writes them (node tests/support/generate-sample.mjs)', () => {
    const committed = readdirSync(folder).filter((name) => !name.startsWith('.'));
    expect(committed.toSorted()).toEqual([...files.keys()].toSorted());
    const differing = committed.filter(
      (name) =>
        comparable(name, readFileSync(path.join(folder, name), 'utf8')) !== comparable(name, textOf(name)),
    );
    expect(differing).toEqual([]);
  });

  it('are the same each time', () => {
    expect([...sampleFiles()]).toEqual([...files]);
  });

  it('stay small', () => {
    const sizes = [...files.values()].map((text) => Buffer.byteLength(text));
    expect(Math.max(...sizes)).toBeLessThan(2_000_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000);
  });
});

describe('octopus-deployments.csv', () => {
  const derived = derivedBy('octopus-deployments.csv');

  it.each(teams)('gives the deployments, failures and rework of %s', (team) => {
    expect(derived('deployment-frequency', team)).toMatchObject({
      values: valuesOf(`deploys.${team}`),
      weeks: 52,
    });
    expect(derived('change-fail-rate', team).numerators).toEqual(valuesOf(`failed.${team}`));
    expect(derived('deployment-rework-rate', team).numerators).toEqual(valuesOf(`rework.${team}`));
  });

  it('has staging rows that would change the counts', () => {
    const staging = table('octopus-deployments.csv').filter((cell) => cell('Environment') === 'Staging');
    expect(staging.length).toBeGreaterThan(200);
  });
});

describe('opsgenie-alerts.csv', () => {
  const derived = derivedBy('opsgenie-alerts.csv');

  it.each(teams)('gives the pages of %s', (team) => {
    expect(derived('on-call-pages', team)).toMatchObject({ values: valuesOf(`pages.${team}`), weeks: 52 });
  });

  it('has repetitions that would change the counts', () => {
    const pages = teams
      .flatMap((team) => valuesOf(`pages.${team}`) ?? [])
      .reduce((sum, value) => sum + value, 0);
    expect(table('opsgenie-alerts.csv').length).toBeGreaterThan(pages + 150);
  });
});

describe('pagerduty-incidents.csv', () => {
  const derived = derivedBy('pagerduty-incidents.csv');

  it('gives the incidents of the organization, three of them Sev1', () => {
    expect(derived('incidents', 'organization')).toMatchObject({
      values: valuesOf('incidents.organization'),
      weeks: 52,
    });
    const sev1 = derived('sev01-incidents', 'organization').values ?? [];
    expect(sev1.flatMap((count, week) => (count === 0 ? [] : [[week, count]]))).toEqual([
      [8, 1],
      [27, 1],
      [50, 1],
    ]);
  });

  it('gives Identity three in one week', () => {
    expect(derived('incidents', 'identity').values?.[47]).toBeGreaterThanOrEqual(3);
  });
});

describe('devlake-pr-metrics.csv', () => {
  const derived = derivedBy('devlake-pr-metrics.csv');

  it.each(['search', 'catalog', 'identity'])(
    'gives the same lead time as the weekly report for %s',
    (team) => {
      expect(derived('change-lead-time', team)).toMatchObject({
        values: valuesOf(`lead.${team}`),
        weeks: 52,
      });
    },
  );

  it('gives the wait for deployment of Search and the wait for review of Identity', () => {
    expect(derived('deploy-wait-time', 'search').values).toEqual(valuesOf('deploywait.search'));
    expect(derived('review-pickup-time', 'identity').values).toEqual(valuesOf('pickup.identity'));
  });

  it('has stages that add up to the cycle and are never negative', () => {
    const off = table('devlake-pr-metrics.csv').filter((cell) => {
      const stages = ['coding', 'pickup', 'review', 'deploy'].map((stage) =>
        Number(cell(`pr_${stage}_time`)),
      );
      const sum = stages.reduce((all, minutes) => all + minutes, 0);
      return Math.min(...stages) < 0 || sum !== Number(cell('pr_cycle_time'));
    });
    expect(off).toHaveLength(0);
  });
});

describe('the reports that hold measurements', () => {
  it('swarmia-dora-by-team.csv gives lead times, and its row of all teams repeats their deployments', () => {
    const rows = table('swarmia-dora-by-team.csv');
    for (const team of teams) {
      const own = rows.filter((cell) => cell('Team') === team);
      expect(own.map((cell) => Number(cell('Change Lead Time Minutes')) / 60)).toEqual(
        valuesOf(`lead.${team}`),
      );
      expect(own.map((cell) => Number(cell('Deployment Count')))).toEqual(valuesOf(`deploys.${team}`));
    }
    const all = rows.filter((cell) => cell('Team') === 'All teams');
    const sums = all.map((_, week) =>
      teams.reduce((sum, team) => sum + sampleValue(`deploys.${team}`, week), 0),
    );
    expect(all.map((cell) => Number(cell('Deployment Count')))).toEqual(sums);
  });

  it.each([
    ['aws-cost-explorer.csv', 'Service', 'Total costs($)', 'cloud.organization'],
    ['llm-daily-cost.csv', 'date', 'cost_usd', 'llm.organization'],
  ])('%s adds up to the week to the cent', (file, day, cost, id) => {
    const cents = new Map<number, number>();
    for (const cell of table(file).filter((one) => /^\d/.test(one(day)))) {
      const week = startOfWeek(Date.parse(cell(day)));
      cents.set(week, (cents.get(week) ?? 0) + Math.round(Number(cell(cost)) * 100));
    }
    expect([...cents.values()].map((sum) => sum / 100)).toEqual(valuesOf(id));
  });

  it('slo-events.csv gives good and total events of fourteen objectives', () => {
    const rows = table('slo-events.csv');
    const events = (key: string, service: string) =>
      rows
        .filter((cell) => cell('metric_key') === key && cell('service') === service)
        .map((cell) => Number(cell('value')));
    for (const service of ['payments-gateway', 'search-api']) {
      const total = events('slo_total_events', service);
      const good = events('slo_good_events', service);
      expect(total).toEqual(valuesOf(`slo.${service}.total`));
      expect(total.map((all, week) => all - (good[week] ?? 0))).toEqual(valuesOf(`slo.${service}.bad`));
    }
    expect(new Set(rows.map((cell) => cell('service'))).size).toBe(14);
    expect(textOf('slo-targets.yaml').match(/^kind: SLO$/gm)).toHaveLength(14);
  });

  it('initiative-progress.csv and build-times.csv give theirs', () => {
    const steps = table('initiative-progress.csv').filter((cell) => cell('Initiative') === 'I-1');
    expect(steps.map((cell) => Number.parseInt(cell('Scope done'), 10))).toEqual(valuesOf('initiative.I-1'));
    const builds = table('build-times.csv').map((cell) => Number(cell('Build time (min)')));
    expect(builds).toEqual(valuesOf('ci.catalog'));
  });

  it('capacity.csv gives the hours of Fulfilment by kind of work', () => {
    const rows = textOf('capacity.csv')
      .split('\r\n')
      .map((line) => line.split(','));
    const hoursOf = (label: string) =>
      rows
        .find(([metric, team]) => metric === label && team === 'fulfilment')
        ?.slice(3, 55)
        .map(Number);
    expect(hoursOf('Toil')).toEqual(valuesOf('capacity.toil.fulfilment'));
    expect(hoursOf('New work')).toEqual(valuesOf('capacity.new-work.fulfilment'));
    expect(hoursOf('Maintenance')).toEqual(valuesOf('capacity.maintenance.fulfilment'));
    expect(hoursOf('Mandates')).toEqual(valuesOf('capacity.compliance.fulfilment'));
  });
});

describe('what the stories of the sample rest on', () => {
  it.each([
    ['llm-daily-cost.csv', 'date', 'cost_usd', 37_000, 500],
    ['aws-cost-explorer.csv', 'Service', 'Total costs($)', 281_000, 1500],
  ])('%s closed October at about the amount told', (file, day, cost, told, within) => {
    const sum = table(file)
      .filter((cell) => cell(day).startsWith('2026-10'))
      .reduce((all, cell) => all + Number(cell(cost)), 0);
    expect(Math.abs(sum - told)).toBeLessThan(within);
  });

  it('three critical findings of orphans are 86 days old at the review', () => {
    const derivation = deriveSeries(eventTable(textOf('snyk-issues.csv')));
    const newest = (metric: string, entity = 'organization') =>
      derivation?.series.find(({ header }) => header.metric === metric && header.entity === entity)?.values;
    expect(newest('critical-cve-age')).toEqual([86]);
    expect(newest('cves-past-deadline')).toEqual([3]);
    expect(newest('open-critical-cves')).toEqual([4]);
    expect(newest('open-critical-cves', 'legacy-export-2')).toEqual([1]);
  });

  it('six of 140 assets belong to a team that is gone', () => {
    const derivation = deriveSeries(eventTable(textOf('assets.csv')));
    expect(table('assets.csv')).toHaveLength(140);
    expect(derivation?.series[0]).toMatchObject({ header: { metric: 'orphaned-assets' }, values: [6] });
  });

  it('14 of 25 services are at silver or better', () => {
    const derivation = deriveSeries(eventTable(textOf('cortex-scorecard.csv')));
    const coverage = derivation?.series.find(({ header }) => header.metric === 'scorecard-coverage');
    expect([coverage?.numerators, coverage?.denominators]).toEqual([[14], [25]]);
  });

  it('adoption of the three launches stayed near six percent', () => {
    const derivation = deriveSeries(eventTable(textOf('launches.csv')));
    const at = (metric: string) =>
      derivation?.series.filter(({ header }) => header.metric === metric).map(({ values }) => values[0]);
    expect(at('adoption-30')).toEqual([0.06, 0.054, 0.051]);
    expect(at('adoption-60')).toEqual([0.064, 0.059, 0.056]);
    expect(at('adoption-90')).toEqual([0.061, 0.06, 0.057]);
  });
});
