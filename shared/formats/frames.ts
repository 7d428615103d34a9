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
import { fileWords, type LabelledSeries, seriesTable } from './labelled-series.ts';

function labelsOf(labels: JsonValue | undefined): ReadonlyMap<string, string> {
  if (!isObject(labels)) return new Map();
  return new Map(labels.keys.map((key, index) => [key, text(labels.values[index])]));
}

/** Name of a field that says nothing: the frame, or the file, says it. */
const UNNAMED = /^(?:value|time_series|)$/i;

/** One frame of Grafana: fields beside each other, the time among them. */
function frameSeries(frame: JsonObject, file: string): readonly LabelledSeries[] {
  const fields = objects(at(frame, 'schema.fields'));
  const columns = items(at(frame, 'data.values'));
  const time = fields.findIndex((each) => text(field(each, 'type')) === 'time');
  const times = items(columns[time]).map(text);
  if (time < 0) return [];
  return fields.flatMap((each, index): readonly LabelledSeries[] => {
    const column = columns[index];
    if (text(field(each, 'type')) !== 'number' || !isList(column)) return [];
    const own = text(at(each, 'config.displayNameFromDS')) || text(field(each, 'name'));
    const metric = UNNAMED.test(own) ? text(at(frame, 'schema.name')) || fileWords(file) : own;
    const samples = column.items.map((value, row) => ({
      time: times[row] ?? '',
      value: text(value),
      line: column.line,
    }));
    const unit = text(at(each, 'config.unit'));
    return [{ metric, labels: labelsOf(field(each, 'labels')), unit, aggregation: 'mean', samples }];
  });
}

function framesOf(root: JsonValue): readonly JsonObject[] {
  const results = field(root, 'results');
  const answers = isObject(results) ? results.values : [];
  return answers.flatMap((answer) => objects(field(answer, 'frames')));
}

/** Answer of a Grafana query; null when the document is none. */
export function readGrafana(root: JsonValue, file: string): CellTable | null {
  const frames = framesOf(root);
  if (frames.length === 0) return null;
  const series = frames.flatMap((frame) => frameSeries(frame, file));
  if (series.length === 0) return null;
  return seriesTable(series, { type: 'grafana', from: 'results.frames', warnings: [] });
}

/** One series of InfluxDB: rows of values under names, the time first. */
function rowSeries(series: JsonObject, file: string): readonly LabelledSeries[] {
  const names = items(field(series, 'columns')).map(text);
  const rows = items(field(series, 'values')).filter(isList);
  const time = names.indexOf('time');
  const measurement = text(field(series, 'name')) || fileWords(file);
  return names.flatMap((name, index): readonly LabelledSeries[] => {
    if (index === time) return [];
    const samples = rows.map((row) => ({
      time: text(row.items[time]),
      value: text(row.items[index]),
      line: row.line,
    }));
    const metric = names.length === 2 ? measurement : `${measurement} ${name}`;
    return [{ metric, labels: labelsOf(field(series, 'tags')), unit: '', aggregation: 'mean', samples }];
  });
}

/** Answer of an InfluxDB query; null when the document is none. */
export function readInflux(root: JsonValue, file: string): CellTable | null {
  const all = objects(field(root, 'results')).flatMap((result) => objects(field(result, 'series')));
  const isInflux = (each: JsonObject): boolean =>
    items(field(each, 'columns')).map(text).includes('time') && isList(field(each, 'values'));
  if (all.length === 0 || !all.every(isInflux)) return null;
  const series = all.flatMap((each) => rowSeries(each, file));
  return seriesTable(series, { type: 'influxdb', from: 'results.series', warnings: [] });
}
