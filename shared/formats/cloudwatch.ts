import type { Aggregation } from '#shared/series/series.ts';
import type { Warning } from '#shared/tabular/reading.ts';
import type { CellTable } from './cell-table.ts';
import {
  field,
  firstText,
  isList,
  isObject,
  items,
  type JsonObject,
  type JsonValue,
  objects,
  text,
} from './json-tree.ts';
import { fileWords, type LabelledSeries, type Sample, seriesTable } from './labelled-series.ts';

const STATISTICS: Readonly<Record<string, Aggregation>> = {
  Average: 'mean',
  Sum: 'sum',
  SampleCount: 'sum',
  Maximum: 'max',
  Minimum: 'min',
};

/** `None` says that there is no unit. */
function unitOf(written: string): string {
  return written === 'None' ? '' : written;
}

type Statistic = { readonly name: string; readonly value: string };

function statisticsOf(point: JsonObject): readonly Statistic[] {
  const extended = field(point, 'ExtendedStatistics');
  const plain = point.keys
    .filter((key) => STATISTICS[key] !== undefined)
    .map((name) => ({ name, value: text(field(point, name)) }));
  if (!isObject(extended)) return plain;
  return [...plain, ...extended.keys.map((name) => ({ name, value: text(field(extended, name)) }))];
}

/** Datapoints of one metric, in any order: a series for each statistic and unit. */
function statistics(root: JsonValue, file: string): readonly LabelledSeries[] {
  const label = text(field(root, 'Label')) || fileWords(file);
  const bySeries = new Map<string, { series: LabelledSeries; samples: Sample[] }>();
  for (const point of objects(field(root, 'Datapoints'))) {
    const time = text(field(point, 'Timestamp'));
    const unit = unitOf(text(field(point, 'Unit')));
    for (const { name, value } of statisticsOf(point)) {
      const metric = `${label} (${name})`;
      const key = `${metric}\u001f${unit}`;
      const known = bySeries.get(key);
      const sample = { time, value, line: point.line };
      if (known !== undefined) known.samples.push(sample);
      else {
        const samples = [sample];
        const series = {
          metric,
          labels: new Map(),
          unit,
          aggregation: STATISTICS[name] ?? 'mean',
          samples,
        } as const;
        bySeries.set(key, { series, samples });
      }
    }
  }
  return [...bySeries.values()].map((each) => each.series);
}

/** Results of several metrics, each with its times and values beside each other. */
function results(list: readonly JsonObject[], file: string): readonly LabelledSeries[] {
  const labels = list.map((each) => text(field(each, 'Label')));
  return list.map((result, index) => {
    const label = labels[index] ?? '';
    const isAlone = label !== '' && labels.filter((each) => each === label).length === 1;
    const id = text(field(result, 'Id'));
    const values = field(result, 'Values');
    const samples = items(field(result, 'Timestamps')).map((time, place) => ({
      time: text(time),
      value: text(items(values)[place]),
      line: isList(values) ? values.line : result.line,
    }));
    const metric = isAlone ? label : [label, id].filter((part) => part !== '').join(' ') || fileWords(file);
    return { metric, labels: new Map(), unit: '', aggregation: 'mean', samples };
  });
}

function incomplete(list: readonly JsonObject[]): readonly Warning[] {
  const parts = list.filter((each) => !['', 'Complete'].includes(text(field(each, 'StatusCode'))));
  if (parts.length === 0) return [];
  const names = parts.map((each) => firstText(field(each, 'Label'), field(each, 'Id'))).join(', ');
  return [
    { code: 'partial', message: `CloudWatch gave only a part of ${names}: more values were to follow.` },
  ];
}

/** Answer of CloudWatch for one metric or for several; null when the document is none. */
export function readCloudwatch(root: JsonValue, file: string): CellTable | null {
  if (isList(field(root, 'Datapoints'))) {
    return seriesTable(statistics(root, file), { type: 'cloudwatch', from: 'Datapoints', warnings: [] });
  }
  if (!isList(field(root, 'MetricDataResults'))) return null;
  const list = objects(field(root, 'MetricDataResults'));
  const parts = { type: 'cloudwatch', from: 'MetricDataResults', warnings: incomplete(list) } as const;
  return seriesTable(results(list, file), parts);
}
