import sample from '#shared/drive/data/sample-series.json' with { type: 'json' };
import { mondayOf, sampleValue, WEEK_INDEXES } from '#shared/sample/weekly-values.ts';
import { catalogueMetric } from '#shared/series/derivations/derived-series.ts';
import type { Series } from '#shared/series/series.ts';

type Columns = {
  readonly values: readonly number[];
  readonly counts: {
    readonly numerators: readonly number[];
    readonly denominators: readonly number[];
  } | null;
};

type SampleSeries = (typeof sample.series)[number];

function rates(numerators: readonly number[], denominators: readonly number[]): Columns {
  const values = numerators.map((numerator, week) => numerator / (denominators[week] ?? Number.NaN));
  return { values, counts: { numerators, denominators } };
}

/** Hours of all kinds of work of the team in a week, for the share that one kind takes. */
function hoursOf(entity: string, week: number): number {
  const kinds = ['toil', 'new-work', 'maintenance', 'compliance'];
  return kinds.reduce((sum, kind) => sum + sampleValue(`capacity.${kind}.${entity}`, week), 0);
}

function columnsOf({ id, metric, entity, values, ...more }: SampleSeries): Columns | null {
  if (metric === 'slo-attainment') {
    if (!id.endsWith('.total')) return null;
    const good = values.map((total, week) => total - sampleValue(id.replace('.total', '.bad'), week));
    return rates(good, values);
  }
  if (metric.startsWith('capacity-')) {
    return rates(
      values,
      WEEK_INDEXES.map((week) => hoursOf(entity, week)),
    );
  }
  if (metric === 'initiative-completion') return { values: values.map((steps) => steps / 100), counts: null };
  const { denominatorSeries, denominator } = more;
  if (denominatorSeries !== undefined) {
    return rates(
      values,
      WEEK_INDEXES.map((week) => sampleValue(denominatorSeries, week)),
    );
  }
  return denominator === undefined
    ? { values, counts: null }
    : rates(
        values,
        values.map(() => denominator),
      );
}

/** The weekly series of the sample as importing its files gives them, with the weeks that begin before a moment. */
export function seriesOfSample(before: number = Number.POSITIVE_INFINITY): readonly Series[] {
  const weeks = WEEK_INDEXES.filter((week) => mondayOf(week) < before);
  const cut = (values: readonly number[]) => Float64Array.from(weeks, (week) => values[week] ?? Number.NaN);
  return sample.series.flatMap((one): readonly Series[] => {
    const columns = columnsOf(one);
    if (columns === null) return [];
    const metric = catalogueMetric(one.metric);
    return [
      {
        ...metric,
        entity: one.entity,
        unit: metric.unit ?? one.unit,
        grain: 'week',
        starts: Float64Array.from(weeks, mondayOf),
        values: cut(columns.values),
        numerators: columns.counts === null ? null : cut(columns.counts.numerators),
        denominators: columns.counts === null ? null : cut(columns.counts.denominators),
        snapshots: new Uint32Array(weeks.length),
        lines: new Uint32Array(weeks.length),
        snapshotIds: ['sample'],
      },
    ];
  });
}
