import type { EventList } from '#shared/series/event-list.ts';
import { z } from '#shared/zod.ts';

const counted = z.strictObject({
  metric: z.string(),
  metricName: z.string(),
  unit: z.string().nullable(),
  aggregation: z.enum(['sum', 'mean', 'median', 'last', 'max', 'min', 'ratio', 'none']),
});

const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('derived'),
    events: z.enum([
      'deployments',
      'changes',
      'incidents',
      'alerts',
      'findings',
      'assets',
      'costs',
      'launches',
    ]),
    roles: z.record(z.string(), z.int().min(0)),
  }),
  z.strictObject({
    kind: z.literal('counted'),
    count: counted,
    measures: z.array(z.strictObject({ column: z.int().min(0), of: counted })),
  }),
]);

/** What the bytes of an event list mean: plain JSON beside them. */
export const eventListHeader = z.strictObject({
  layout: z.string(),
  rule,
  rows: z.int().min(0),
  /** Number of texts, and of the UTF-16 units that they have together. */
  texts: z.int().min(0),
  units: z.int().min(0),
  columns: z.array(
    z.strictObject({
      header: z.string(),
      unit: z.string().nullable(),
      texts: z.boolean(),
      moments: z.boolean(),
      numbers: z.boolean(),
    }),
  ),
});

export type EventListHeader = z.infer<typeof eventListHeader>;

export function headerOfEvents({ layout, rule: counting, texts, columns, keys }: EventList): EventListHeader {
  return {
    layout,
    rule: counting as EventListHeader['rule'],
    rows: keys.length,
    texts: texts.length,
    units: texts.reduce((units, text) => units + text.length, 0),
    columns: columns.map((column) => ({
      header: column.header,
      unit: column.unit,
      texts: column.texts !== null,
      moments: column.moments !== null,
      numbers: column.numbers !== null,
    })),
  };
}

type Layout = { readonly bytes: number; readonly doubles: number; readonly words: number };

/** Eight-byte columns first, then those of four bytes, then the texts, so that every column lies aligned. */
function layoutOf({ rows, texts, units, columns }: EventListHeader): Layout {
  const doubles = 2 + columns.reduce((sum, one) => sum + Number(one.moments) + Number(one.numbers), 0);
  const words = 2 + columns.reduce((sum, one) => sum + Number(one.texts), 0);
  return { bytes: rows * (doubles * 8 + words * 4) + texts * 4 + units * 2, doubles, words };
}

export function bytesOfEvents(header: EventListHeader): number {
  return layoutOf(header).bytes;
}

/** Writes the columns of a list into `buffer` from `offset` (a multiple of eight) on. */
export function writeEvents(
  list: EventList,
  header: EventListHeader,
  buffer: ArrayBuffer,
  offset: number,
): void {
  const { rows } = header;
  const eights = [list.keys, list.starts, ...list.columns.flatMap((one) => [one.moments, one.numbers])];
  const fours = [list.entities, list.lines, ...list.columns.map((one) => one.texts)];
  let at = offset;
  for (const column of eights) {
    if (column === null) continue;
    new Float64Array(buffer, at, rows).set(column);
    at += rows * 8;
  }
  for (const column of fours) {
    if (column === null) continue;
    new Uint32Array(buffer, at, rows).set(column);
    at += rows * 4;
  }
  new Uint32Array(buffer, at, list.texts.length).set(list.texts.map((text) => text.length));
  at += list.texts.length * 4;
  const units = new Uint16Array(buffer, at, header.units);
  let unit = 0;
  for (const text of list.texts) {
    for (let place = 0; place < text.length; place += 1) units[unit++] = text.charCodeAt(place);
  }
}

const PIECE = 4096;

function textOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += PIECE) {
    text += String.fromCharCode(...units.subarray(at, at + PIECE));
  }
  return text;
}

/** The list again, as views of `buffer` where numbers are concerned. */
export function readEvents(header: EventListHeader, buffer: ArrayBuffer, offset: number): EventList {
  const { rows, layout } = header;
  let at = offset;
  const eight = (present = true) => {
    if (!present) return null;
    const column = new Float64Array(buffer, at, rows);
    at += rows * 8;
    return column;
  };
  const four = (present = true) => {
    if (!present) return null;
    const column = new Uint32Array(buffer, at, rows);
    at += rows * 4;
    return column;
  };
  const keys = eight() ?? new Float64Array();
  const starts = eight() ?? new Float64Array();
  const doubles = header.columns.map((one) => ({ moments: eight(one.moments), numbers: eight(one.numbers) }));
  const entities = four() ?? new Uint32Array();
  const lines = four() ?? new Uint32Array();
  const words = header.columns.map((one) => four(one.texts));
  const lengths = new Uint32Array(buffer, at, header.texts);
  at += header.texts * 4;
  const texts = Array.from(lengths, (length) => {
    const text = textOf(new Uint16Array(buffer, at, length));
    at += length * 2;
    return text;
  });
  const columns = header.columns.map((one, index) => ({
    header: one.header,
    unit: one.unit,
    texts: words[index] ?? null,
    moments: doubles[index]?.moments ?? null,
    numbers: doubles[index]?.numbers ?? null,
  }));
  return { layout, rule: header.rule, columns, texts, keys, starts, entities, lines };
}
