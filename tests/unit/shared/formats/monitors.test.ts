import { describe, expect, it } from 'vitest';
import { pointsOf, readText } from '#tests/support/read-text.ts';

function matrix(...result: readonly unknown[]): unknown {
  return { status: 'success', data: { resultType: 'matrix', result } };
}

describe('Prometheus', () => {
  it('tells the series of one metric apart by the labels that differ', () => {
    const one = {
      metric: { __name__: 'queue_seconds', job: 'api', path: '/a' },
      values: [[1774227600, '0.5']],
    };
    const two = {
      metric: { __name__: 'queue_seconds', job: 'api', path: '/b' },
      values: [[1774227600, '0.7']],
    };
    const outcome = readText('p.json', matrix(one, two));
    expect(outcome.reading).toMatchObject({ type: 'prometheus', shape: 'long', rows: { data: 2 } });
    expect(pointsOf(outcome)).toEqual([
      'own:queue_seconds /a 2026-03-23T01:00:00Z 0.5',
      'own:queue_seconds /b 2026-03-23T01:00:00Z 0.7',
    ]);
    expect(outcome.points?.series[0]).toMatchObject({ unit: 's', aggregation: 'mean' });
  });

  it('takes NaN and +Inf for missing and says so', () => {
    const { reading } = readText(
      'p.json',
      matrix({
        metric: { __name__: 'x' },
        values: [
          [1774224000.781, 'NaN'],
          [1774224060.781, '+Inf'],
          [1774224120.781, '2'],
        ],
      }),
    );
    expect(reading.columns.find((column) => column.name === 'value')).toMatchObject({
      nonNull: 1,
      nulls: 2,
      sum: 2,
    });
    expect(reading.warnings.map((warning) => warning.code)).toContain('no-number');
    expect(reading.rows.rejected).toEqual([]);
  });

  it('reads a vector: one sample of each series', () => {
    const sample = (instance: string, value: string) => ({
      metric: { __name__: 'up', instance, job: 'api' },
      value: [1774227600, value],
    });
    const outcome = readText('p.json', {
      status: 'success',
      data: { resultType: 'vector', result: [sample('a', '1'), sample('b', '0')] },
    });
    expect(pointsOf(outcome)).toEqual(['own:up a 2026-03-23T01:00:00Z 1', 'own:up b 2026-03-23T01:00:00Z 0']);
  });

  it('passes on what the server warned of, and warns of counters', () => {
    const result = { metric: { __name__: 'requests_total' }, values: [[1774227600, '2']] };
    const { reading } = readText('p.json', {
      ...(matrix(result) as object),
      warnings: ['results truncated'],
    });
    expect(reading.warnings.map((warning) => warning.code)).toEqual(['told-by-file', 'counter']);
  });

  it('says that an answer without series has no rows', () => {
    expect(readText('p.json', matrix()).reading).toMatchObject({ type: 'prometheus', rows: { data: 0 } });
  });
});

describe('Datadog', () => {
  it('reads point lists with their unit and service, null being missing', () => {
    const series = [
      {
        metric: 'request.duration',
        aggr: 'avg',
        scope: 'service:web,env:prod',
        tag_set: ['service:web'],
        unit: [{ name: 'second', short_name: 's' }, null],
        pointlist: [
          [1774224000000, 0.2],
          [1774227600000, null],
        ],
      },
    ];
    const outcome = readText('d.json', { status: 'ok', series });
    expect(outcome.reading.series).toMatchObject([
      { entity: 'web', unit: 's', points: 2, last: { value: null } },
    ]);
  });

  it('reads the columns of the second version', () => {
    const attributes = {
      times: [1774227600000],
      values: [[3], [4]],
      series: [
        { group_tags: ['team:a'], query_index: 0 },
        { group_tags: ['team:b'], query_index: 0 },
      ],
    };
    const outcome = readText('open_pages.json', { data: { type: 'timeseries_response', attributes } });
    expect(pointsOf(outcome)).toEqual([
      'own:open pages a 2026-03-23T01:00:00Z 3',
      'own:open pages b 2026-03-23T01:00:00Z 4',
    ]);
  });
});

describe('CloudWatch', () => {
  it('reads datapoints in any order, a series for each statistic', () => {
    const Datapoints = [
      { Timestamp: '2026-04-02T00:00:00Z', Sum: 4, Maximum: 2, Unit: 'Count' },
      { Timestamp: '2026-04-01T00:00:00Z', Sum: 7, Maximum: 3, Unit: 'Count' },
    ];
    const { points, reading } = readText('c.json', { Label: 'Errors', Datapoints });
    expect(reading.type).toBe('cloudwatch');
    expect(points?.series.map((series) => [series.metricName, series.aggregation])).toEqual([
      ['Errors (Sum)', 'sum'],
      ['Errors (Maximum)', 'max'],
    ]);
  });

  it('says when values were to follow', () => {
    const result = {
      Id: 'm1',
      Label: 'Errors',
      Timestamps: ['2026-04-01T00:00:00Z'],
      Values: [3],
      StatusCode: 'PartialData',
    };
    const { reading } = readText('c.json', { MetricDataResults: [result] });
    expect(reading.rows.data).toBe(1);
    expect(reading.warnings.map((warning) => warning.code)).toEqual(['partial']);
  });
});

describe('reports of state', () => {
  it('keeps the attainment of an SLO without data missing, and takes the goals', () => {
    const report = (Name: string, more: object) => ({
      Name,
      BudgetStatus: 'OK',
      Goal: { AttainmentGoal: 99.9 },
      ...more,
    });
    const { reading, points } = readText('slo.json', {
      Timestamp: 1774224000,
      Reports: [report('a', { Attainment: 99.95 }), report('b', {})],
      Errors: [],
    });
    expect(reading).toMatchObject({ type: 'aws-slo', status: 'read', shape: 'entity-rows' });
    expect(points?.values[0]).toBeCloseTo(0.9995, 12);
    expect(points?.values[1]).toBeNaN();
    expect(reading.targets.map(({ entity, op, value }) => [entity, op, value])).toEqual([
      ['a', '>=', 0.999],
      ['b', '>=', 0.999],
    ]);
  });

  it('counts incidents of a status page by their start and leaves maintenance out', () => {
    const incident = (id: string, impact: string, names: readonly string[]) => ({
      id,
      impact,
      created_at: '2026-04-18T09:00:00Z',
      started_at: '2026-04-10T08:00:00Z',
      resolved_at: null,
      incident_updates: [],
      components: names.map((name) => ({ name })),
    });
    const outcome = readText('s.json', {
      page: {},
      incidents: [incident('i1', 'critical', ['Checkout', 'Pay']), incident('i2', 'maintenance', [])],
    });
    expect(outcome.reading).toMatchObject({ type: 'statuspage', rows: { data: 2 } });
    expect(pointsOf(outcome)).toContain('incidents organization 2026-04-06 1');
    expect(pointsOf(outcome)).toContain('incidents Checkout 2026-04-06 1');
  });
});

describe('other databases of series', () => {
  it('reads the frames of Grafana with their labels and units', () => {
    const fields = [
      { name: 'Time', type: 'time' },
      { name: 'Value', type: 'number', labels: { service: 'web' }, config: { unit: 'ms' } },
    ];
    const frame = {
      schema: { name: 'queue wait', fields },
      data: {
        values: [
          [1774227600000, 1774231200000],
          [150, null],
        ],
      },
    };
    const { reading } = readText('panel.json', { results: { A: { status: 200, frames: [frame] } } });
    expect(reading).toMatchObject({ type: 'grafana', rows: { data: 2 } });
    expect(reading.series).toMatchObject([
      { metric: 'own:queue wait', entity: 'web', unit: 'ms', first: { value: 150 } },
    ]);
  });

  it('reads the rows of InfluxDB, a series for each column', () => {
    const series = [
      {
        name: 'jobs',
        tags: { team: 'core' },
        columns: ['time', 'waiting', 'failed'],
        values: [['2026-04-01T00:00:00Z', 4, 1]],
      },
    ];
    const outcome = readText('influx.json', { results: [{ statement_id: 0, series }] });
    expect(pointsOf(outcome)).toEqual([
      'own:jobs waiting core 2026-04-01 4',
      'own:jobs failed core 2026-04-01 1',
    ]);
  });
});
