import { describe, expect, it } from 'vitest';
import { createArrival, handOver } from '#renderer/src/workers/hand-over.ts';
import type { EventList } from '#shared/series/event-list.ts';
import type { PointTable, SeriesHeader } from '#shared/series/series.ts';

const LEAD_TIME: SeriesHeader = {
  metric: 'change-lead-time',
  metricName: 'Change lead time',
  entity: 'checkout',
  unit: 'h',
  grain: 'day',
  aggregation: 'mean',
};

function points(length: number, more: Partial<PointTable> = {}): PointTable {
  return {
    series: [LEAD_TIME],
    seriesIndex: new Uint32Array(length),
    starts: Float64Array.from({ length }, (_, at) => at * 86_400_000),
    values: Float64Array.from({ length }, (_, at) => (at % 7 === 0 ? Number.NaN : at / 3)),
    numerators: null,
    denominators: null,
    lines: Uint32Array.from({ length }, (_, at) => at + 2),
    ...more,
  };
}

const DEPLOYMENTS: EventList = {
  layout: 'day,service',
  rule: { kind: 'derived', events: 'deployments', roles: { start: 0 } },
  columns: [
    { header: 'day', unit: null, texts: null, moments: Float64Array.of(5, 6), numbers: null },
    { header: 'service', unit: null, texts: Uint32Array.of(1, 0), moments: null, numbers: null },
  ],
  texts: ['checkout', 'search'],
  keys: Float64Array.of(11, 12),
  starts: Float64Array.of(5, 6),
  entities: Uint32Array.of(1, 0),
  lines: Uint32Array.of(2, 3),
};

/** Hands points over as a window and a worker would: every message is cloned, what is transferred is gone here. */
async function across(table: PointTable): Promise<{ readonly there: PointTable; readonly messages: number }> {
  const arrival = createArrival();
  let messages = 0;
  const bare = await handOver(table, (piece, transfer) => {
    messages += 1;
    arrival.take(structuredClone(piece, { transfer: transfer as ArrayBuffer[] }));
  });
  return { there: arrival.whole(structuredClone(bare)), messages };
}

describe('points that are handed over to a worker', () => {
  it('arrive as they were, in pieces, and stay where they are', async () => {
    const length = 200_000;
    const table = points(length);
    const { there, messages } = await across(table);
    expect(messages).toBeGreaterThan(4);
    const { starts, values, lines } = points(length);
    for (const one of [there, table]) {
      expect(Buffer.from(one.seriesIndex.buffer).equals(Buffer.alloc(length * 4))).toBe(true);
      expect(Buffer.from(one.starts.buffer).equals(Buffer.from(starts.buffer))).toBe(true);
      expect(Buffer.from(one.values.buffer).equals(Buffer.from(values.buffer))).toBe(true);
      expect(Buffer.from(one.lines.buffer).equals(Buffer.from(lines.buffer))).toBe(true);
    }
  });

  it('keep counts, origins and the rows of an event list', async () => {
    const table = points(3, {
      numerators: Float64Array.of(1, 2, 3),
      denominators: Float64Array.of(4, 5, Number.NaN),
      origins: Uint32Array.of(0, 1, 0),
      events: DEPLOYMENTS,
    });
    expect((await across(table)).there).toEqual(table);
  });

  it('may be none', async () => {
    expect((await across(points(0))).there).toEqual(points(0));
  });
});
