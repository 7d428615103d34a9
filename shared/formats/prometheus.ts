import type { Warning } from '#shared/tabular/reading.ts';
import { unitOfHeader } from '#shared/tabular/units.ts';
import type { CellTable } from './cell-table.ts';
import {
  at,
  field,
  isList,
  isObject,
  items,
  type JsonObject,
  type JsonValue,
  objects,
  text,
} from './json-tree.ts';
import { fileWords, type LabelledSeries, type Sample, seriesTable } from './labelled-series.ts';

/** Cumulative series by their names: they only rise until a restart. */
const COUNTER = /_(?:total|count|sum|bucket)$/;

function sampleOf(pair: JsonValue | undefined): readonly Sample[] {
  if (!isList(pair) || pair.items.length !== 2) return [];
  const seconds = text(pair.items[0]);
  const time = /[eE]/.test(seconds) ? String(Number(seconds)) : seconds;
  return time === '' ? [] : [{ time, value: text(pair.items[1]), line: pair.line }];
}

function labelsOf(metric: JsonValue | undefined): ReadonlyMap<string, string> {
  if (!isObject(metric)) return new Map();
  const pairs = metric.keys.map((key, index): [string, string] => [key, text(metric.values[index])]);
  return new Map(pairs.filter(([key]) => key !== '__name__'));
}

function seriesOf(result: JsonObject, file: string): LabelledSeries {
  const name = text(at(result, 'metric.__name__'));
  const metric = name === '' ? fileWords(file) : name;
  const values = field(result, 'values');
  const pairs = isList(values) ? values.items : [field(result, 'value')];
  return {
    metric,
    labels: labelsOf(field(result, 'metric')),
    unit: unitOfHeader(name)?.label ?? '',
    aggregation: COUNTER.test(name) ? 'last' : 'mean',
    samples: pairs.flatMap(sampleOf),
  };
}

function notes(
  root: JsonValue,
  series: readonly LabelledSeries[],
  results: readonly JsonObject[],
): readonly Warning[] {
  const told = [...items(field(root, 'warnings')), ...items(field(root, 'infos'))].map(text);
  const warnings: Warning[] = told.map((message) => ({
    code: 'told-by-file',
    message: `Prometheus said: ${message}`,
  }));
  const counters = [...new Set(series.map((each) => each.metric).filter((name) => COUNTER.test(name)))];
  if (counters.length > 0) {
    const message = `${counters.slice(0, 3).join(', ')} only rises until a restart: export rate() or increase() of it to see how much happened.`;
    warnings.push({ code: 'counter', message });
  }
  const empty = series.filter((each) => each.samples.length === 0).length;
  if (empty > 0) warnings.push({ code: 'empty-series', message: `${empty} series have no sample.` });
  if (results.some((result) => field(result, 'histograms') !== undefined)) {
    warnings.push({ code: 'histograms', message: 'Histograms are not read; export quantiles of them.' });
  }
  return warnings;
}

function isResult(result: JsonValue): boolean {
  // An export of VictoriaMetrics has its times in a list of their own.
  if (isList(field(result, 'timestamps'))) return false;
  const holds = field(result, 'values') ?? field(result, 'value') ?? field(result, 'histograms');
  return isObject(field(result, 'metric')) && isList(holds);
}

/** Answer of a Prometheus query: a matrix, a vector or a scalar; null when the document is none. */
export function readPrometheus(root: JsonValue, file: string): CellTable | null {
  const data = isObject(field(root, 'data')) ? field(root, 'data') : root;
  const kind = text(field(data, 'resultType'));
  const result = isList(root) ? root : field(data, 'result');
  if (kind === 'scalar') {
    const only = { metric: fileWords(file), labels: new Map(), unit: '', aggregation: 'mean' } as const;
    const series = [{ ...only, samples: sampleOf(result) }];
    return seriesTable(series, { type: 'prometheus', from: 'data.result', warnings: [] });
  }
  const results = objects(result);
  const isPrometheus = results.length > 0 ? results.every(isResult) : kind === 'matrix' || kind === 'vector';
  if (!isPrometheus) return null;
  const series = results.map((each) => seriesOf(each, file));
  const from = isList(root) ? 'the list' : 'data.result';
  return seriesTable(series, { type: 'prometheus', from, warnings: notes(root, series, results) });
}
