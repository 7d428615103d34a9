import type { Aggregation } from '#shared/series/series.ts';
import { type CellTable, cellTable } from './cell-table.ts';
import {
  at,
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

const AGGREGATIONS: Readonly<Record<string, Aggregation>> = {
  sum: 'sum',
  count: 'sum',
  max: 'max',
  min: 'min',
};

function aggregationOf(series: JsonObject): Aggregation {
  const named = text(field(series, 'aggr')) || (/^(\w+):/.exec(text(field(series, 'expression')))?.[1] ?? '');
  const kind = text(field(series, 'type'));
  return AGGREGATIONS[named] ?? (kind === 'count' || kind === '1' ? 'sum' : 'mean');
}

/** Unit as Datadog writes it: the unit, and what it is per, as two objects. */
function unitOf(unit: JsonValue | undefined): string {
  if (!isList(unit)) return text(unit);
  const [of, per] = unit.items.map((each) => firstText(field(each, 'short_name'), field(each, 'name')));
  if (of === undefined || of === '') return '';
  return per === undefined || per === '' ? of : `${of}/${per}`;
}

function labelsOf(series: JsonObject): ReadonlyMap<string, string> {
  const sets = [field(series, 'tag_set'), field(series, 'group_tags'), field(series, 'tags')];
  const listed = sets.map((set) => items(set).map(text)).find((tags) => tags.length > 0);
  const tags = listed ?? text(field(series, 'scope')).split(',');
  const pairs = tags.flatMap((tag): [string, string][] => {
    const colon = tag.indexOf(':');
    return colon < 0 ? [] : [[tag.slice(0, colon).trim(), tag.slice(colon + 1).trim()]];
  });
  return new Map(pairs);
}

function sampleOf(point: JsonValue): readonly Sample[] {
  if (isList(point)) {
    const [time, value] = point.items;
    return text(time) === '' ? [] : [{ time: wholeTime(text(time)), value: text(value), line: point.line }];
  }
  const time = text(field(point, 'timestamp'));
  if (!isObject(point) || time === '') return [];
  return [{ time: wholeTime(time), value: text(field(point, 'value')), line: point.line }];
}

/** Times come as `1.774e12` and `1774224000000.0` as well. */
function wholeTime(written: string): string {
  return /[eE.]/.test(written) ? String(Math.round(Number(written))) : written;
}

function seriesOf(series: JsonObject, file: string): LabelledSeries {
  const points = field(series, 'pointlist') ?? field(series, 'points');
  return {
    metric: firstText(field(series, 'metric'), field(series, 'display_name')) || fileWords(file),
    labels: labelsOf(series),
    unit: unitOf(field(series, 'unit')),
    aggregation: aggregationOf(series),
    samples: items(points).flatMap(sampleOf),
  };
}

/** The second version of the answer: times once, values for each series. */
function columns(attributes: JsonValue | undefined, file: string): readonly LabelledSeries[] {
  const times = items(field(attributes, 'times')).map(text).map(wholeTime);
  const values = items(field(attributes, 'values'));
  const names = objects(field(attributes, 'series'));
  return names.map((series, index) => {
    const query = Number(text(field(series, 'query_index')) || '0');
    const cells = values[index];
    const line = isList(cells) ? cells.line : 1;
    return {
      metric: query > 0 ? `${fileWords(file)} ${query + 1}` : fileWords(file),
      labels: labelsOf(series),
      unit: unitOf(field(series, 'unit')),
      aggregation: 'mean',
      samples: times.map((time, place) => ({ time, value: text(items(cells)[place]), line })),
    };
  });
}

/** The answer with one value for each group: columns of names and of numbers. */
function scalars(attributes: JsonValue | undefined): CellTable | null {
  const columns = objects(field(attributes, 'columns'));
  const values = columns.map((column) => items(field(column, 'values')));
  const isColumn = (column: JsonObject): boolean => /^(?:group|number)$/.test(text(field(column, 'type')));
  if (columns.length === 0 || !columns.every(isColumn)) return null;
  const names = columns.map((column) => text(field(column, 'name')));
  const longest = Math.max(...values.map((list) => list.length));
  const cell = (value: JsonValue | undefined): string =>
    isList(value) ? value.items.map(text).join(' / ') : text(value);
  const units = columns.flatMap((column, index) => {
    const unit = unitOf(at(column, 'meta.unit'));
    return unit === '' ? [] : [{ name: names[index] ?? '', occurrence: 1, unit }];
  });
  return cellTable({
    type: 'datadog',
    from: 'data.attributes.columns',
    header: names,
    rows: Array.from({ length: longest }, (_, row) => ({
      line: row + 1,
      cells: values.map((list) => cell(list[row])),
    })),
    settings: units.length === 0 ? {} : { columns: units },
  });
}

/** Answer of a Datadog metrics query; null when the document is none. */
export function readDatadog(root: JsonValue, file: string): CellTable | null {
  const attributes = at(root, 'data.attributes');
  const parts = { type: 'datadog', warnings: [] } as const;
  if (isList(field(attributes, 'times')) && isList(field(attributes, 'values'))) {
    return seriesTable(columns(attributes, file), { ...parts, from: 'data.attributes' });
  }
  const scalar = scalars(attributes);
  if (scalar !== null) return scalar;
  const series = objects(field(root, 'series'));
  const isDatadog = (each: JsonObject): boolean =>
    isList(field(each, 'pointlist')) ||
    (isList(field(each, 'points')) && field(each, 'metric') !== undefined);
  if (series.length === 0 || !series.every(isDatadog)) return null;
  return seriesTable(
    series.map((each) => seriesOf(each, file)),
    { ...parts, from: 'series' },
  );
}
