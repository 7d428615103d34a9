import type { Aggregation } from '#shared/series/series.ts';
import { epochUnit, readMoment } from '#shared/tabular/dates.ts';
import type { CellTable } from './cell-table.ts';
import {
  field,
  isList,
  isObject,
  type JsonList,
  type JsonObject,
  type JsonValue,
  text,
} from './json-tree.ts';
import { fileWords, type LabelledSeries, type Sample, seriesTable } from './labelled-series.ts';
import { labelsOf, metricIn, unitIn } from './series-labels.ts';

const ISO = { order: 'ymd', epoch: null } as const;
const TIMED = /^(?:t|ts|x|at|key_as_string)$|time|date|stamp|day|week|month|interval|bucket|period/i;
const COUNTED: Readonly<Record<string, Aggregation>> = {
  total: 'sum',
  count: 'sum',
  sum: 'sum',
  maximum: 'max',
  max: 'max',
  minimum: 'min',
  min: 'min',
};
const BARE =
  /^(?:value|values|v|y|val|total|average|avg|mean|count|sum|maximum|minimum|max|min|data|points|datapoints)$/i;

/** What points hold beside their numbers. */
const BESIDE = /^(?:labels?|tags|attributes|metadata|quality)$/i;

/** Text of a moment, with an epoch written out in full; empty when it is none. */
function momentText(value: JsonValue | undefined): string {
  const written = text(value);
  const plain = /^\d(?:\.\d+)?[eE]\+?\d+$/.test(written) ? String(Number(written)) : written;
  return epochUnit(plain) !== null || readMoment(plain, ISO)?.kind === 'moment' ? plain : '';
}

/** Moment of a point: a scalar, or the end of an interval. */
function momentOf(value: JsonValue | undefined): string {
  if (!isObject(value)) return momentText(value);
  const ends = ['endTime', 'end', 'youngest-time', 'startTime', 'start'].map((key) => field(value, key));
  return ends.map(momentText).find((each) => each !== '') ?? '';
}

/** Number of a point, which some tools wrap (`{"doubleValue": 1.5}`); null where it holds none. */
function numberText(value: JsonValue | undefined): string | null {
  if (value === null || value === undefined) return '';
  if (isObject(value)) return value.keys.length === 1 ? numberText(value.values[0]) : null;
  const written = text(value);
  return written !== '' && !Number.isNaN(Number(written)) && typeof value !== 'boolean' ? written : null;
}

/** Samples of one object under the names of its values (`total`, `average`); empty for a bare pair. */
type Found = ReadonlyMap<string, readonly Sample[]>;

/** Pairs of a moment and a number, in either order. */
function pairs(list: JsonList): Found | null {
  const items = list.items.filter(isList);
  if (items.length === 0 || items.length < list.items.length) return null;
  if (!items.every((pair) => pair.items.length === 2)) return null;
  const first = items.every((pair) => momentText(pair.items[0]) !== '');
  if (!first && !items.every((pair) => momentText(pair.items[1]) !== '')) return null;
  const samples = items.map((pair): Sample | null => {
    const value = numberText(pair.items[first ? 1 : 0]);
    return value === null ? null : { time: momentText(pair.items[first ? 0 : 1]), value, line: pair.line };
  });
  return samples.every((sample) => sample !== null) ? new Map([['', samples]]) : null;
}

/** Names under which the points of a list hold their moment and their numbers; null when they hold anything else. */
function pointKeys(list: JsonList): { readonly time: string; readonly values: readonly string[] } | null {
  const points = list.items.filter(isObject);
  if (points.length === 0 || points.length < list.items.length) return null;
  const keys = [...new Set(points.flatMap((point) => point.keys))];
  const time = keys.find(
    (key) => TIMED.test(key) && points.every((each) => momentOf(field(each, key)) !== ''),
  );
  if (time === undefined || keys.length > 9) return null;
  const rest = keys.filter(
    (key) => key !== time && !BESIDE.test(key) && !points.every((each) => momentOf(field(each, key)) !== ''),
  );
  const holds = (key: string): boolean => points.every((each) => numberText(field(each, key)) !== null);
  return rest.length > 0 && rest.every(holds) ? { time, values: rest } : null;
}

function points(list: JsonList): Found | null {
  const keys = pointKeys(list);
  if (keys === null) return null;
  const found = list.items.filter(isObject);
  return new Map(
    keys.values.map((key) => [
      key,
      found.map((point) => ({
        time: momentOf(field(point, keys.time)),
        value: numberText(field(point, key)) ?? '',
        line: point.line,
      })),
    ]),
  );
}

/** Moments and numbers in lists of their own that are equally long. */
function columns(object: JsonObject): Found | null {
  const lists = object.keys.map((key, index) => ({ key, list: object.values[index] }));
  const times = lists.find(
    ({ key, list }) =>
      TIMED.test(key) &&
      isList(list) &&
      list.items.length > 0 &&
      list.items.every((item) => momentOf(item) !== ''),
  );
  if (times === undefined || !isList(times.list)) return null;
  const moments = times.list.items.map(momentOf);
  const found = new Map<string, readonly Sample[]>();
  for (const { key, list } of lists) {
    if (key === times.key || !isList(list) || list.items.length !== moments.length) continue;
    const values = list.items.map(numberText);
    if (!values.every((value) => value !== null) || values.every((value) => value === '')) continue;
    found.set(
      key,
      values.map((value, index) => ({ time: moments[index] ?? '', value, line: list.line })),
    );
  }
  return found.size === 0 ? null : found;
}

/** An object whose keys are moments and whose values are numbers. */
function keyed(object: JsonObject): Found | null {
  if (object.keys.length === 0 || !object.keys.every((key) => momentText(key) !== '')) return null;
  const values = object.values.map(numberText);
  if (!values.every((value) => value !== null)) return null;
  const samples = object.keys.map((key, index) => ({
    time: key,
    value: values[index] ?? '',
    line: object.line,
  }));
  return new Map([['', samples]]);
}

/** Series that an object holds itself. Points that are objects need `isItem`: a list of rows in an envelope is no series. */
function seriesIn(object: JsonObject, isItem: boolean): Found | null {
  const side = columns(object);
  if (side !== null) return side;
  for (const value of object.values) {
    const found = isList(value)
      ? (pairs(value) ?? (isItem ? points(value) : null))
      : isObject(value) && isItem
        ? keyed(value)
        : null;
    if (found !== null) return found;
  }
  return null;
}

type Step = { readonly value: JsonObject; readonly above: readonly JsonObject[]; readonly isItem: boolean };

function named(found: Found, step: Step, file: string): readonly LabelledSeries[] {
  const chain = [step.value, ...step.above];
  const metric = metricIn(chain);
  const labels = labelsOf(chain);
  const unit = unitIn(chain);
  return [...found].map(([key, samples]) => {
    const plain = metric === '' ? fileWords(file) : metric;
    const isOwn = key !== '' && (found.size > 1 || !BARE.test(key));
    const name = !isOwn ? plain : metric === '' ? key : `${metric} ${key}`;
    return { metric: name, labels, unit, aggregation: COUNTED[key.toLowerCase()] ?? 'mean', samples };
  });
}

/** Objects inside an object, each with what it stands under; the envelope of the whole names nothing. */
function inside(step: Step): readonly Step[] {
  const above = step.isItem ? [step.value, ...step.above] : step.above;
  return step.value.values.flatMap((value): readonly Step[] => {
    if (isObject(value)) return [{ value, above, isItem: false }];
    return isList(value)
      ? value.items.filter(isObject).map((item) => ({ value: item, above, isItem: true }))
      : [];
  });
}

/**
 * Series of points inside the objects of a document, whatever tool wrote it: pairs, points, lists beside each other
 * or moments as keys, under the names and labels of the objects around them; null when it holds none.
 */
export function readNestedSeries(roots: readonly JsonValue[], file: string): CellTable | null {
  const isMany = roots.length > 1;
  let level: readonly Step[] = roots.flatMap((root): readonly Step[] => {
    if (isList(root)) return root.items.filter(isObject).map((value) => ({ value, above: [], isItem: true }));
    return isObject(root) ? [{ value: root, above: [], isItem: isMany }] : [];
  });
  const series: LabelledSeries[] = [];
  while (level.length > 0) {
    const next: Step[] = [];
    for (const step of level) {
      const found = seriesIn(step.value, step.isItem);
      if (found === null) next.push(...inside(step));
      else series.push(...named(found, step, file));
    }
    level = next;
  }
  if (series.length === 0) return null;
  return seriesTable(series, { type: 'json-rows', from: 'the points of each series', warnings: [] });
}
