import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startOfWeek } from '#shared/day.ts';
import { seriesOfSample } from '#shared/sample/series-of-sample.ts';
import type { ReadOutcome } from '#shared/tabular/read.ts';
import { createReader } from '#shared/tabular/read.ts';

const folder = path.resolve(import.meta.dirname, '../../assets/sample');

function readSample(name: string): ReadOutcome {
  const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
  const context = { entities: [], today: '2026-11-18', remembered: [] };
  const read = (settings: { asOf?: string }): ReadOutcome => {
    const reader = createReader({ name, bytes: bytes.length }, settings, context);
    reader.push(bytes);
    return reader.end('');
  };
  const first = read({});
  return first.reading.status === 'needs-answer' ? read({ asOf: '2026-11-18' }) : first;
}

/** Weekly sums of one series of a file (of all its parts for the organization), by the Monday of the week. */
function weekly(outcome: ReadOutcome, metric: string, entity: string): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  const { points } = outcome;
  points?.seriesIndex.forEach((series, index) => {
    const header = points.series[series];
    if (header?.metric !== metric || (header.entity !== entity && entity !== 'organization')) return;
    const week = startOfWeek(points.starts[index] ?? Number.NaN);
    sums.set(week, (sums.get(week) ?? 0) + (points.values[index] ?? Number.NaN));
  });
  return sums;
}

const SOURCES: readonly (readonly [file: string, metrics: readonly string[]])[] = [
  ['octopus-deployments.csv', ['deployment-frequency']],
  ['swarmia-dora-by-team.csv', ['change-lead-time', 'deployment-frequency']],
  ['capacity.csv', ['capacity-toil', 'capacity-new-work', 'capacity-maintenance', 'capacity-compliance']],
  ['slo-events.csv', ['slo-attainment']],
  ['llm-daily-cost.csv', ['llm-cost']],
  ['aws-cost-explorer.csv', ['cloud-spend']],
  ['build-times.csv', ['ci-duration']],
  ['opsgenie-alerts.csv', ['on-call-pages']],
];

const all = [
  'assets.csv',
  'budgets.csv',
  'cortex-scorecard.csv',
  'devlake-pr-metrics.csv',
  'initiative-progress.csv',
  'initiatives.csv',
  'launches.csv',
  'pagerduty-incidents.csv',
  'snyk-issues.csv',
  ...SOURCES.map(([file]) => file),
];

describe('the exports of the sample organization', () => {
  it.each(all)('%s reads whole, with no more to answer than its day', (file) => {
    const { reading, points } = readSample(file);
    expect(reading.status).toBe('read');
    expect(reading.rows.rejected).toEqual([]);
    expect(points?.starts.length).toBeGreaterThan(0);
  });

  it.each(SOURCES)('%s gives back the values that it was written from', (file, metrics) => {
    const outcome = readSample(file);
    const wanted = seriesOfSample().filter((series) => metrics.includes(series.metric));
    expect(wanted.length).toBeGreaterThan(0);
    for (const series of wanted) {
      const found = weekly(outcome, series.metric, series.entity);
      series.starts.forEach((start, index) => {
        expect(found.get(start), `${series.metric} of ${series.entity}`).toBeCloseTo(
          series.values[index] ?? Number.NaN,
          6,
        );
      });
    }
  });

  it('stores one unit for one metric, whichever file it comes from', () => {
    const units = new Map<string, Set<string | null>>();
    for (const file of all) {
      for (const { metric, unit } of readSample(file).points?.series ?? []) {
        units.set(metric, (units.get(metric) ?? new Set()).add(unit));
      }
    }
    const mixed = [...units]
      .filter(([, found]) => found.size > 1)
      .map(([metric, found]) => [metric, ...found]);
    expect(mixed).toEqual([]);
  });
});
