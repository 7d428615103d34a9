import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAY_MS, msToDay } from '#shared/day.ts';
import { metricById } from '#shared/drive/catalogue.ts';
import sample from '#shared/drive/data/sample-series.json' with { type: 'json' };
import { parseBundle } from '#shared/events/bundle.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import { mondayOf, WEEK_INDEXES } from '#shared/sample/weekly-values.ts';
import { mergeSnapshots } from '#shared/series/merge.ts';
import { organizationTotal } from '#shared/series/organization-total.ts';
import { mergeRecords } from '#shared/series/records/merge-records.ts';
import { type PointTable, type Series, seriesId } from '#shared/series/series.ts';
import { toWeeks } from '#shared/series/weeks.ts';
import { subjectOf } from '#shared/signals/anomaly-id.ts';
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import { judgedSeries } from '#shared/signals/judged-series.ts';
import { readStateOn, stateBasis } from '#shared/signals/state-basis.ts';
import { createReader } from '#shared/tabular/read.ts';
import type { Reading, ReadSettings } from '#shared/tabular/reading.ts';

const folder = path.resolve(import.meta.dirname, '../../assets/sample');
const AS_OF = sample.asOf;

type FileRead = { readonly file: string; readonly reading: Reading; readonly points: PointTable | null };

/** Reads a file as the one-click opening does: what asks for its day describes the day that the sample lives on. */
function read(file: string): FileRead {
  const bytes = new Uint8Array(readFileSync(path.join(folder, file)));
  const attempt = (settings: ReadSettings) => {
    const context = { entities: [], today: AS_OF, remembered: [] };
    const reader = createReader({ name: file, bytes: bytes.length }, settings, context);
    reader.push(bytes);
    return reader.end('');
  };
  const first = attempt({});
  const { reading, points } = first.reading.status === 'needs-answer' ? attempt({ asOf: AS_OF }) : first;
  return { file, reading, points };
}

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map(read);

const merged = mergeSnapshots(
  files.flatMap(({ file, points }) => (points === null ? [] : [{ id: file, points }])),
);
const records = mergeRecords(files.flatMap(({ points }) => points?.records ?? []));
const weekly = merged.series.map((series) => toWeeks(series));

function seriesOf(metric: string, entity: string): Series | null {
  const own = weekly.find((series) => series.metric === metric && series.entity === entity);
  return own ?? (entity === 'organization' ? organizationTotal(weekly, metric) : null);
}

type Column = 'values' | 'numerators' | 'denominators';

/** A column of a series over the 52 weeks of the sample; null where a week has no value. */
function column(series: Series | null, of: Column): readonly (number | null)[] {
  const places = new Map(series === null ? [] : [...series.starts].map((start, place) => [start, place]));
  return WEEK_INDEXES.map((week) => {
    const value = series?.[of]?.[places.get(mondayOf(week)) ?? -1];
    return value === undefined || Number.isNaN(value) ? null : value;
  });
}

/** What the files say in the terms of the prescribed series: counts for rates, hours for capacity, steps of 100. */
function importedAs(id: string, metric: string, entity: string): readonly (number | null)[] {
  const series = seriesOf(metric, entity);
  if (id.endsWith('.total')) return column(series, 'denominators');
  if (id.endsWith('.bad')) {
    const good = column(series, 'numerators');
    return column(series, 'denominators').map((total, week) => (total ?? Number.NaN) - (good[week] ?? 0));
  }
  if (id.startsWith('capacity.') || id.startsWith('failed.') || id.startsWith('rework.')) {
    return column(series, 'numerators');
  }
  const scale = metric === 'initiative-completion' ? 100 : 1;
  return column(series, 'values').map((value) => (value === null ? null : value * scale));
}

/** Sums of daily cents and quotients of minutes differ from the prescribed value in the last binary digits only. */
function rounded(values: readonly (number | null)[]): readonly (number | null)[] {
  return values.map((value) => (value === null ? null : Number(value.toFixed(6))));
}

describe('the exports of the sample organization', () => {
  it.each(files.map(({ file, reading }) => [file, reading] as const))(
    '%s is read without a rejected row, and needs no other answer than its day',
    (_file, reading) => {
      expect([reading.status, reading.questions, reading.rows.rejected]).toEqual(['read', [], []]);
    },
  );

  it.each(sample.series.map(({ id, metric, entity, values }) => [id, metric, entity, values] as const))(
    'give back %s week by week',
    (id, metric, entity, values) => {
      expect(rounded(importedAs(id, metric, entity))).toEqual(values);
    },
  );

  it('agree where two files tell of the same week', () => {
    expect(merged.setAside).toEqual([]);
  });
});

/** Series that may be out of their routine, and the story that each belongs to. */
const STORIES: Readonly<Record<string, string>> = {
  'change-lead-time|search': 'S1',
  'deploy-wait-time|search': 'S1',
  'slo-attainment|search-api': 'S3',
  'deployment-frequency|checkout': 'S4',
  'deployment-frequency|payments': 'S4',
  'deployment-frequency|catalog': 'S4',
  'deployment-frequency|organization': 'S4',
  'incidents|organization': 'S4',
  'orphaned-assets|organization': 'S5',
  'open-critical-cves|organization': 'S5',
  'cves-past-deadline|organization': 'S5',
  'critical-cve-age|organization': 'S5',
  'llm-cost|organization': 'S6',
  'out-of-hours-pages|checkout': 'S8',
  'on-call-pages|platform': 'S9',
  'out-of-hours-pages|platform': 'S9',
  'change-lead-time|catalog': 'S10',
  'coding-time|catalog': 'S10',
  'deployment-rework-rate|catalog': 'S10',
  'capacity-toil|fulfilment': 'S11',
  'ci-duration|catalog': 'E-3',
};

/**
 * Series that stand beside a story: pages before their rebaseline and where they are added up, the other parts of a
 * composition, services on which incidents doubled with those of the organization.
 */
const BESIDE_STORIES: ReadonlySet<string> = new Set([
  'on-call-pages|checkout',
  'on-call-pages|organization',
  'incidents|login',
  'incidents|orders',
  'capacity-new-work|fulfilment',
  'capacity-maintenance|fulfilment',
  'capacity-compliance|fulfilment',
]);

/** The first week from which limits are established. */
const FIRST_LOOK = 12;

function until(series: Series, last: number): Series {
  const length = series.starts.filter((start) => start <= last).length;
  return {
    ...series,
    starts: series.starts.subarray(0, length),
    values: series.values.subarray(0, length),
    numerators: series.numerators?.subarray(0, length) ?? null,
    denominators: series.denominators?.subarray(0, length) ?? null,
  };
}

describe('what the sample organization shows on the day of its review', () => {
  const bundle = parseBundle(JSON.parse(readFileSync(path.join(folder, 'review-history.json'), 'utf8')));
  const registers = foldRegisters(bundle.ok ? bundle.value.events : []);
  const state = readStateOn(merged.series, stateBasis(registers, AS_OF), { records });

  const newest = (metric: string, entity: string) => seriesOf(metric, entity)?.values.at(-1);

  it('finds again what the last review did not reach, and what earlier ones gave verdicts on', () => {
    const shown = state.anomalies.map(({ id }) => subjectOf(id));
    expect(
      [...registers.verdicts.keys()].map(subjectOf).filter((subject) => !shown.includes(subject)),
    ).toEqual([]);
  });

  it('knows its entities by the names in the exports', () => {
    const known = new Set(registers.entities.map(({ id }) => id));
    const teams = weekly
      .filter(({ metric }) => metric === 'deployment-frequency')
      .map(({ entity }) => entity);
    expect(teams.filter((entity) => !known.has(entity))).toEqual([]);
  });

  it('puts nothing before the room but the stories that were planted', () => {
    const told = state.anomalies.map(({ check, entity, metric }) => [
      check?.code ?? metric,
      check?.entities[0] ?? entity,
    ]);
    expect(told.toSorted()).toEqual(
      [
        ['accepted-risk-expired', 'R-3'],
        ['breach-without-incident', 'search-api'],
        ['change-lead-time', 'search'],
        ['critical-cves-ageing', 'legacy-export-1'],
        ['delivery-up-adoption-flat', 'organization'],
        ['green-slo-with-incident', 'payments-gateway'],
        ['orphaned-assets', 'Exports'],
        ['pager-high-and-rising', 'platform'],
        ['post-mortem-overdue', 'INC-20261103-01'],
        ['rework-up-lead-time-down', 'catalog'],
        ['spend-past-budget', 'llm-cost'],
        ['support-spike-after-launch', 'Saved carts'],
        ['throughput-with-incidents', 'organization'],
        ['tier1-blocked-unaccountable', 'I-1'],
        ['tier1-stalled', 'I-1'],
        ['toil-up-new-work-down', 'fulfilment'],
      ].toSorted(),
    );
    const wins = state.wins.map(({ reading }) => reading.id);
    expect(wins.filter((id) => !(id in STORIES))).toEqual([]);
  });

  it('stops the line four times, then speaks of the outage, of what is high, and of the rest', () => {
    const order = state.anomalies.map(({ check }) => check?.code ?? 'signal');
    expect(order.slice(0, 4).toSorted()).toEqual([
      'orphaned-assets',
      'pager-high-and-rising',
      'throughput-with-incidents',
      'tier1-blocked-unaccountable',
    ]);
    expect(order[4]).toBe('green-slo-with-incident');
    expect(order.slice(5, 9).toSorted()).toEqual([
      'breach-without-incident',
      'critical-cves-ageing',
      'spend-past-budget',
      'tier1-stalled',
    ]);
  });

  const check = (code: string, entity?: string) => {
    const found = state.crossChecks.found.find(
      (one) => one.code === code && (entity === undefined || one.entities.includes(entity)),
    );
    if (found === undefined) throw new Error(`${code} did not fire`);
    return { ...found, text: found.text.replaceAll('\u00a0', ' ') };
  };

  // The numbers are those of sample-organization.md, section 4, which were worked out apart from this code.
  it.each([
    [
      'S2',
      'green-slo-with-incident',
      'payments-gateway',
      'Sev1 on 3 November lasted 72 min and touched 60 % of customers; that should have cost 100 % of the error budget of “99.90 %”, which lost 6 %',
    ],
    [
      'S3',
      'breach-without-incident',
      'search-api',
      'stands at 99.37 % over 4 weeks; 34 % of its budget went in the week of 9 November, and no incident is on record',
    ],
    ['S3', 'breach-without-incident', 'search-api', 'New features of this service stop'],
    [
      'S4',
      'throughput-with-incidents',
      'organization',
      'Deployments 1.34 times the earlier rate, incidents 2.0 times: each deployment now carries 1.51 times the risk (1.10 to 2.1)',
    ],
    [
      'S5',
      'orphaned-assets',
      'legacy-export-6',
      '6 assets have no accountable owner; 3 of them carry critical CVEs',
    ],
    [
      'S5',
      'critical-cves-ageing',
      'legacy-export-1',
      '3 critical CVEs with a fix are open longer than 14 days, the oldest 86 days',
    ],
    [
      'S6',
      'spend-past-budget',
      'llm-cost',
      'October 2026 closed at $37.0 k of $32 k. November 2026 stands at $22.0 k; at the rate of the last four weeks its budget is gone on about 22 November, and it ends at about $42.9 k',
    ],
    [
      'S7',
      'tier1-blocked-unaccountable',
      'I-1',
      'blocked since 7 October (42 days) by “security has not decided on the schema registry”, and nobody is accountable for unblocking it',
    ],
    [
      'S7',
      'tier1-stalled',
      'I-1',
      'has stood at 68 % for 6 weeks (due 18 December; Ana Petrova accountable)',
    ],
    ['S9', 'pager-high-and-rising', 'platform', '21 pages per on-call week over four weeks'],
    ['S10', 'rework-up-lead-time-down', 'catalog', 'rework rose to 11 % of deployments (4.9 % before)'],
    [
      'S11',
      'toil-up-new-work-down',
      'fulfilment',
      'toil took 37 % of the time over four weeks (24 % before), new work 37 % (52 %)',
    ],
    ['S12', 'delivery-up-adoption-flat', 'Saved carts', 'The loss is in landing, not in shipping'],
    ['S12', 'support-spike-after-launch', 'Saved carts', '644 tickets in 14 days, 2.3 times the usual'],
    [
      'S13',
      'post-mortem-overdue',
      'INC-20261103-01',
      'was resolved 15 days ago; its post-mortem is not published',
    ],
    [
      'S14',
      'commitments-slipping',
      'A-102',
      '5 of 10 commitments of the last three reviews were kept; A-102 slipped a second time and needs a decision now',
    ],
  ])('%s fires %s for %s: %s', (_story, code, entity, said) => {
    expect(check(code, entity).text).toContain(said);
  });

  it('says whole sentences: no place for a number is left open, no list of a tool is quoted as it was written', () => {
    const said = state.crossChecks.found.flatMap((one) => [
      one.headline,
      one.text,
      one.rule,
      ...one.refutedBy,
      ...one.questions,
      ...one.evidence.flatMap(({ label, value, period }) => [label, value, period ?? '']),
    ]);
    expect(said.filter((text) => /\{\w+\}|\["|"\]/.test(text))).toEqual([]);
  });

  it('finds nothing else by reading two things together, the notices aside', () => {
    const codes = state.crossChecks.found.filter(({ level }) => level !== 'notice').map(({ code }) => code);
    expect(codes.toSorted()).toEqual(
      [
        'accepted-risk-expired',
        'breach-without-incident',
        'commitments-slipping',
        'critical-cves-ageing',
        'delivery-up-adoption-flat',
        'error-budget-spent',
        'green-slo-with-incident',
        'orphaned-assets',
        'pager-high-and-rising',
        'post-mortem-overdue',
        'rework-up-lead-time-down',
        'spend-past-budget',
        'spend-will-pass-budget',
        'support-spike-after-launch',
        'throughput-with-incidents',
        'tier1-blocked-unaccountable',
        'tier1-stalled',
        'toil-up-new-work-down',
      ].toSorted(),
    );
    expect(state.crossChecks.notChecked.map(({ code }) => code)).toEqual(['strong-metrics-weak-practices']);
  });

  it('suggests the decision on the schema registry as the constraint, then Platform', () => {
    expect(state.candidates.map(({ kind, name }) => [kind, name])).toEqual([
      ['decision', 'Decision on the schema registry'],
      ['team', 'Platform'],
    ]);
  });

  it('celebrates no rising deployments while incidents rise with them, and no lead time that was paid back', () => {
    const wins = state.wins.map(({ metric }) => metric);
    expect(wins).not.toContain('deployment-frequency');
    expect(wins).not.toContain('change-lead-time');
  });

  it('stayed quiet in all other series, looked at week by week', () => {
    const holidays = [{ from: '2025-12-22', to: '2026-01-04' }];
    const loud = judgedSeries(merged.series, AS_OF).filter((series) =>
      WEEK_INDEXES.slice(FIRST_LOOK).some((week) => {
        const part = until(series, mondayOf(week));
        const asOf = msToDay(mondayOf(week) + 9 * DAY_MS);
        const options = { asOf, setAside: series.metric === 'deployment-frequency' ? holidays : [] };
        const rebaselines = registers.rebaselines.filter((one) => one.series === seriesId(series));
        const phases = rebaselines.map(({ from, cause }) => ({ at: from, cause }));
        const reading = evaluateSeries(part, metricById(series.metric) ?? null, {
          ...options,
          rebaselines: phases,
        });
        return reading.signals.some(
          ({ ended, rules }) => ended === undefined && !rules.includes('threshold'),
        );
      }),
    );
    const unexpected = loud.map(seriesId).filter((id) => !(id in STORIES) && !BESIDE_STORIES.has(id));
    // Six incidents of one service in thirteen weeks after a quiet quarter: chance, as in one of a hundred such series.
    expect(unexpected).toEqual(['incidents|reporting-api']);
    expect(loud.length).toBeLessThan(judgedSeries(merged.series, AS_OF).length / 5);
  });

  it('asks for the decisions that the stories end in', () => {
    expect(state.anomalies.map(({ metric, entity }) => `${metric}|${entity}`)).toContain(
      'slo-attainment|search-api',
    );
    expect(newest('orphaned-assets', 'organization')).toBe(6);
    expect(newest('open-critical-cves', 'organization')).toBe(4);
    expect(newest('critical-cve-age', 'organization')).toBe(86);
    expect(newest('initiative-completion', 'I-1')).toBeCloseTo(0.68, 9);
  });
});
