import { describe, expect, it } from 'vitest';
import { aliasSuggestions } from '#shared/tabular/alias-suggestions.ts';
import {
  withColumn,
  withCount,
  withLines,
  withMissingWord,
  withNamedMetric,
} from '#shared/tabular/answers.ts';
import { rememberedSettings } from '#shared/tabular/earlier-files.ts';
import { pointsOf, readText } from '#tests/support/read-text.ts';

describe('what a person decides about a column', () => {
  const builds = 'date,service,build_minutes\n2026-04-06,cart,90\n2026-04-13,cart,30\n';

  it('keeps a metric of the file’s own in the unit in which it is stored already', () => {
    const settings = withColumn(
      {},
      { name: 'build_minutes', occurrence: 1, metric: 'own:build', keptIn: 's' },
    );
    const outcome = readText('builds.csv', builds, settings);
    expect(outcome.points?.series[0]?.unit).toBe('s');
    expect(pointsOf(outcome)).toEqual(['own:build cart 2026-04-06 5400', 'own:build cart 2026-04-13 1800']);
  });

  it('never turns a unit into one that measures something else', () => {
    const settings = withColumn(
      {},
      { name: 'build_minutes', occurrence: 1, metric: 'own:build', keptIn: '%' },
    );
    expect(readText('builds.csv', builds, settings).points?.series[0]?.unit).toBe('min');
  });

  it('divides one column by another, and keeps both sums', () => {
    const text =
      'date,service,failed,deploys\n2026-04-06,cart,1,4\n2026-04-06,cart,2,6\n2026-04-13,cart,0,0\n';
    const settings = withColumn(
      {},
      { name: 'failed', occurrence: 1, metric: 'change-fail-rate', per: 'deploys' },
    );
    const { points } = readText('deploys.csv', text, settings);
    const series = points?.series.findIndex((header) => header.metric === 'change-fail-rate') ?? -1;
    const at = [...(points?.seriesIndex ?? [])].flatMap((index, place) => (index === series ? [place] : []));
    expect(at.map((place) => points?.values[place])).toEqual([3 / 10, Number.NaN]);
    expect(points?.numerators?.[at[0] ?? -1]).toBe(3);
    expect(points?.denominators?.[at[0] ?? -1]).toBe(10);
    expect(points?.series[series]).toMatchObject({ unit: 'share', aggregation: 'ratio' });
  });

  it('changes how several values of a period become one', () => {
    const text = 'date,service,depth\n2026-04-06,cart,4\n2026-04-06,cart,10\n';
    const column = { name: 'depth', occurrence: 1, metric: 'own:depth' };
    const values = (['sum', 'last', 'mean', 'max'] as const).map(
      (aggregation) => readText('q.csv', text, withColumn({}, { ...column, aggregation })).points?.values[0],
    );
    expect(values).toEqual([14, 10, 7, 10]);
  });
});

describe('what a person decides about a metric that rows name', () => {
  const long = 'date,metric,value\n2026-04-06,queue depth,4\n2026-04-06,queue depth,6\n2026-04-06,noise,1\n';

  it('gives it a metric, a unit and an aggregation', () => {
    const settings = withNamedMetric(
      {},
      { name: 'queue depth', metric: 'own:depth', aggregation: 'max', unit: 'jobs' },
    );
    const outcome = readText('long.csv', long, settings);
    expect(pointsOf(outcome)).toContain('own:depth organization 2026-04-06 6');
    expect(outcome.points?.series[0]).toMatchObject({ unit: 'jobs', aggregation: 'max' });
    expect(outcome.reading.named).toContainEqual({
      name: 'queue depth',
      metric: 'own:depth',
      unit: 'jobs',
      aggregation: 'max',
    });
  });

  it('leaves it out', () => {
    const outcome = readText('long.csv', long, withNamedMetric({}, { name: 'noise', leftOut: true }));
    expect(outcome.points?.series.map((header) => header.metric)).toEqual(['own:queue depth']);
  });

  it('reaches the rows of a table across as well', () => {
    const text = 'Metric,2026-W10,2026-W11\nqueue depth,1,2\nnoise,3,4\n';
    const settings = withNamedMetric(withNamedMetric({}, { name: 'noise', leftOut: true }), {
      name: 'queue depth',
      metric: 'own:depth',
    });
    const { points } = readText('wide.csv', text, settings);
    expect(points?.series.map((header) => header.metric)).toEqual(['own:depth']);
  });
});

describe('rows that are counted by a condition', () => {
  const text =
    'id,opened,service,severity,note\n1,2026-04-06 10:00,cart,critical,a\n2,2026-04-07 10:00,cart,low,b\n3,2026-04-20 10:00,cart,Critical,c\n4,2026-04-21 10:00,cart,low,d\n5,2026-04-22 10:00,cart,low,e\n';

  it('are zero in a week in which none is met', () => {
    const settings = withCount(
      {},
      { metric: 'own:critical', column: 'severity', values: ['critical'], as: 'count' },
    );
    expect(
      pointsOf(readText('tickets.csv', text, settings)).filter((point) => point.startsWith('own:critical')),
    ).toEqual([
      'own:critical cart 2026-04-06 1',
      'own:critical cart 2026-04-13 0',
      'own:critical cart 2026-04-20 1',
    ]);
  });

  it('are missing as a share of a week without rows', () => {
    const settings = withCount(
      {},
      { metric: 'own:critical', column: 'severity', values: ['critical'], as: 'share' },
    );
    expect(
      pointsOf(readText('tickets.csv', text, settings)).filter((point) => point.startsWith('own:critical')),
    ).toEqual([
      'own:critical cart 2026-04-06 0.5',
      'own:critical cart 2026-04-13 NaN',
      `own:critical cart 2026-04-20 ${1 / 3}`,
    ]);
  });
});

describe('words that a person says mean missing', () => {
  const text = 'date,service,deploys\n2026-04-06,a,3\n2026-04-13,a,n.v.x\n2026-04-20,a,-1\n2026-04-27,a,5\n';

  it('are missing, not rejected and not zero, and the preview still shows them', () => {
    const settings = withMissingWord(withMissingWord({}, 'N.V.X'), '-1');
    const { reading, points } = readText('d.csv', text, settings);
    expect(reading.rows).toMatchObject({ data: 4, rejectedCount: 0 });
    expect([...(points?.values ?? [])]).toEqual([3, Number.NaN, Number.NaN, 5]);
    expect(reading.preview[2]?.cells).toContain('n.v.x');
  });

  it('are found among thousands of different numbers too', () => {
    const rows = Array.from({ length: 9000 }, (_, at) => `2026-04-06,s${at},${at === 8500 ? -1 : at + 0.5}`);
    const { points } = readText(
      'd.csv',
      `date,service,depth\n${rows.join('\n')}\n`,
      withMissingWord({}, '-1'),
    );
    const missing = [...(points?.values ?? [])].flatMap((value, at) => (Number.isNaN(value) ? [at] : []));
    expect(missing).toEqual([8500]);
  });

  it('are offered by the groups of rejected rows', () => {
    const { reading } = readText('d.csv', text);
    expect(reading.rows.rejectedGroups).toEqual([
      {
        message: 'deploys: “n.v.x” is not a number',
        count: 1,
        line: 3,
        code: 'not-a-number',
        column: 'deploys',
        value: 'n.v.x',
      },
    ]);
  });
});

describe('rejected rows that were saved', () => {
  const text = 'date,service,deploys\n2026-04-06,a,3\n2026-04-13,a,n.v.x\n2026-04-20,a,4\n';

  it('come back under the same layout once they are mended, and the two added columns are nothing', () => {
    const first = readText('d.csv', text);
    const saved = first.rejects();
    const mended = readText('rejected-d.csv', saved.replace('a,n.v.x,', 'a,7,'));
    expect(mended.reading.signature).toBe(first.reading.signature);
    expect(pointsOf(mended)).toEqual(['deployment-frequency a 2026-04-13 7']);
    const added = mended.reading.columns.filter((column) => column.role === 'ignored');
    expect(added.map((column) => column.name)).toEqual(['rejected in line', 'reason for rejection']);
  });

  it('are rejected again for the same reason when nothing was mended', () => {
    const again = readText('rejected-d.csv', readText('d.csv', text).rejects());
    expect(again.reading.rows.rejectedGroups.map((group) => group.message)).toEqual([
      'deploys: “n.v.x” is not a number',
    ]);
  });
});

describe('what earlier files with a header have shown', () => {
  const clear = 'date,service,deploys\n17/03/2026,cart,1\n18/03/2026,cart,2\n';
  const open = 'date,service,deploys\n03/04/2026,cart,1\n04/04/2026,cart,2\n';

  it('decides what a later one leaves open, and says so', () => {
    const settings = rememberedSettings(readText('one.csv', clear).reading);
    const { reading } = readText('two.csv', open, settings);
    expect(reading.questions).toEqual([]);
    expect(reading.series[0]?.first?.period).toBe('2026-04-03');
    expect(reading.evidence.find((one) => one.setting === 'date')?.because).toContain('earlier files');
  });

  it('are not its day, its year or its lines, which are of one file alone', () => {
    const settings = { asOf: '2026-04-01', year: 2026, includeLines: [4], missing: ['n.v.'] };
    expect(rememberedSettings({ settings, shown: {} })).toEqual({ missing: ['n.v.'] });
  });

  it('never overrules the cells of a file, and the change is said', () => {
    const settings = rememberedSettings(readText('one.csv', clear).reading);
    const { reading } = readText(
      'three.csv',
      'date,service,deploys\n03/17/2026,cart,1\n03/18/2026,cart,2\n',
      settings,
    );
    expect(reading.rows.rejectedCount).toBe(0);
    expect(reading.series[0]?.first?.period).toBe('2026-03-17');
    expect(reading.warnings.map((warning) => warning.code)).toContain('order-changed');
  });
});

describe('rows that were left out', () => {
  it('are taken in by their line', () => {
    const text = 'date,service,deploys\n2026-04-06,cart,3\n2026-04-06,login,4\n2026-04-06,Total,7\n';
    expect(readText('t.csv', text).reading.rows.data).toBe(2);
    const settings = withLines({}, [4], true);
    expect(readText('t.csv', text, settings).reading.rows.data).toBe(3);
    expect(readText('t.csv', text, withLines(settings, [4], false)).reading.rows.data).toBe(2);
  });
});

describe('a question about dates', () => {
  it('shows several real cells under both readings, and what each makes of the whole column', () => {
    const text = 'date,service,incidents\n06/04/2026,a,1\n13/04/2026,a,2\n'.replace('13/04', '04/05');
    const question = readText('q.csv', text).reading.questions[0];
    expect(question?.choices.map(({ label, cells, so }) => ({ label, cells, so }))).toEqual([
      {
        label: 'Day first',
        cells: [
          { line: null, cell: '06/04/2026', reads: '2026-04-06' },
          { line: null, cell: '04/05/2026', reads: '2026-05-04' },
        ],
        so: '2026-04-06 to 2026-05-04, each a Monday.',
      },
      {
        label: 'Month first',
        cells: [
          { line: null, cell: '06/04/2026', reads: '2026-06-04' },
          { line: null, cell: '04/05/2026', reads: '2026-04-05' },
        ],
        so: '2026-04-05 to 2026-06-04, on 2 different weekdays.',
      },
    ]);
  });
});

describe('a column of targets', () => {
  it('gives targets to the metrics of its rows, in the unit in which they are stored', () => {
    const text =
      'Metric,Team,Unit,2026-W11,2026-W12,Target\nDeployments,pay,count,12,15,≥ 12\nChange failure rate,pay,%,8%,6.7%,≤ 10%\nLead time for changes,pay,h,3,2,< 4h\nAvailability,shop,%,99.95%,99.9%,99.9%\n';
    const { reading } = readText('wide.csv', text);
    expect(reading.targets.map(({ metric, entity, op, value }) => [metric, entity, op, value])).toEqual([
      ['deployment-frequency', 'pay', '>=', 12],
      ['change-fail-rate', 'pay', '<=', 0.1],
      ['change-lead-time', 'pay', '<', 4],
      ['slo-attainment', 'shop', '>=', 0.999],
    ]);
  });
});

describe('names that may mean the same', () => {
  it('are suggested for a known name, and not where only digits differ', () => {
    const names = ['checkout_api', 'Search', 'serch-api', 'svc-1', 'svc-2', 'ledger'];
    expect(aliasSuggestions(names, ['checkout-api', 'search', 'search-api'])).toEqual([
      { name: 'checkout_api', standsFor: 'checkout-api', because: 'differs in _, - or spaces only' },
      { name: 'Search', standsFor: 'search', because: 'differs in capitals only' },
      { name: 'serch-api', standsFor: 'search-api', because: 'differs in one letter' },
    ]);
  });

  it('are not suggested again once they were settled', () => {
    expect(aliasSuggestions(['checkout_api'], ['checkout-api'], new Set(['checkout_api']))).toEqual([]);
  });
});
