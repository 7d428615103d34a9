import { fail, ok, type Result } from '#shared/result.ts';
import {
  bytesOfEvents,
  eventListHeader,
  headerOfEvents,
  readEvents,
  writeEvents,
} from '#shared/series/event-list-codec.ts';
import { fileRecords } from '#shared/series/records/record.ts';
import type { PointTable, SeriesHeader } from '#shared/series/series.ts';
import { z } from '#shared/zod.ts';

const seriesHeader = z.strictObject({
  metric: z.string(),
  metricName: z.string(),
  entity: z.string(),
  unit: z.string().nullable(),
  grain: z.enum(['instant', 'day', 'week', 'month', 'quarter', 'half', 'year']),
  aggregation: z.enum(['sum', 'mean', 'median', 'last', 'max', 'min', 'ratio', 'none']),
});

const pointsHeader = z.strictObject({
  /** 2 where the rows of an event list follow the points. */
  version: z.union([z.literal(1), z.literal(2)]),
  points: z.int().min(0),
  numerators: z.boolean(),
  denominators: z.boolean(),
  series: z.array(seriesHeader),
  events: eventListHeader.exactOptional(),
  records: fileRecords.exactOptional(),
});

/** What the columns mean: plain JSON that stands beside them. */
export type PointsHeader = z.infer<typeof pointsHeader>;

export type EncodedPoints = { readonly header: PointsHeader; readonly columns: ArrayBuffer };

/**
 * Points as one block of bytes beside a JSON header. Little-endian, one column after the other: starts, values,
 * numerators and denominators where there are any (8 bytes a point), then series index and line (4 bytes a point);
 * behind them the rows of an event list where the points were counted from one.
 */
export function encodePoints(points: PointTable): EncodedPoints {
  const length = points.seriesIndex.length;
  const doubles = [points.starts, points.values, points.numerators, points.denominators];
  const present = doubles.filter((column) => column !== null);
  const ownBytes = byteLength(length, present.length);
  const events = points.events === undefined ? undefined : headerOfEvents(points.events);
  const columns = new ArrayBuffer(ownBytes + (events === undefined ? 0 : bytesOfEvents(events)));
  for (const [index, column] of present.entries()) {
    new Float64Array(columns, index * length * 8, length).set(column);
  }
  const whole = present.length * length * 8;
  new Uint32Array(columns, whole, length).set(points.seriesIndex);
  new Uint32Array(columns, whole + length * 4, length).set(points.lines);
  if (points.events !== undefined && events !== undefined) {
    writeEvents(points.events, events, columns, ownBytes);
  }
  const header = {
    version: events === undefined ? (1 as const) : (2 as const),
    points: length,
    numerators: points.numerators !== null,
    denominators: points.denominators !== null,
    series: points.series.map((one) => ({ ...one })),
    ...(events === undefined ? {} : { events }),
    ...(points.records === undefined ? {} : { records: points.records }),
  };
  return { header, columns };
}

type Present = { readonly numerators: boolean; readonly denominators: boolean };

/** Points of a known number, all zero, as views of the bytes under which `encodePoints` would store them. */
export function emptyPoints(
  series: readonly SeriesHeader[],
  points: number,
  present: Present,
): EncodedPoints & { readonly points: PointTable } {
  const doubles = 2 + Number(present.numerators) + Number(present.denominators);
  const columns = new ArrayBuffer(byteLength(points, doubles));
  const header = { version: 1 as const, points, ...present, series: [...series] };
  return { header, columns, points: viewsOf(header, columns) };
}

/** The points of a header and bytes that are known to belong together, as views without a copy. */
export function viewsOf(
  { points: length, numerators, denominators, series }: Omit<PointsHeader, 'version' | 'events'>,
  columns: ArrayBuffer,
): PointTable {
  const doubles = 2 + Number(numerators) + Number(denominators);
  const double = (index: number) => new Float64Array(columns, index * length * 8, length);
  return {
    series,
    seriesIndex: new Uint32Array(columns, doubles * length * 8, length),
    starts: double(0),
    values: double(1),
    numerators: numerators ? double(2) : null,
    denominators: denominators ? double(2 + Number(numerators)) : null,
    lines: new Uint32Array(columns, doubles * length * 8 + length * 4, length),
  };
}

/** The points again, as views of `columns` without a copy; fails when header and bytes do not belong together. */
export function decodePoints(header: unknown, columns: ArrayBuffer): Result<PointTable, string> {
  const parsed = pointsHeader.safeParse(header);
  if (!parsed.success) return fail('The description of these points cannot be read.');
  const { points: length, numerators, denominators, series, events, records } = parsed.data;
  const doubles = 2 + Number(numerators) + Number(denominators);
  const ownBytes = byteLength(length, doubles);
  const expected = ownBytes + (events === undefined ? 0 : bytesOfEvents(events));
  if (columns.byteLength !== expected) {
    return fail(`The points are incomplete: ${columns.byteLength} bytes, ${expected} expected.`);
  }
  const points = viewsOf({ points: length, numerators, denominators, series }, columns);
  if (points.seriesIndex.some((index) => index >= series.length))
    return fail('A point belongs to no series.');
  return ok({
    ...points,
    ...(events === undefined ? {} : { events: readEvents(events, columns, ownBytes) }),
    ...(records === undefined ? {} : { records }),
  });
}

function byteLength(points: number, doubles: number): number {
  return points * (doubles * 8 + 8);
}
