import Dexie from 'dexie';
import { defineDatabase } from '#renderer/src/data/database.ts';
import { blockRows, getPoints, getSeriesBlock, putSnapshot } from '#renderer/src/data/snapshot-blocks.ts';
import type { PointTable, SeriesHeader } from '#shared/series/series.ts';

/** A million points as the reader gives them: those of a series one after the other. */
function aMillionPoints(series: number): PointTable {
  const length = 1_000_000;
  const headers = Array.from(
    { length: series },
    (_, at): SeriesHeader => ({
      metric: at % 2 === 0 ? 'change-lead-time' : 'own:Latency',
      metricName: at % 2 === 0 ? 'Change lead time' : 'Latency',
      entity: `service ${at >> 1}`,
      unit: 'h',
      grain: 'day',
      aggregation: 'mean',
    }),
  );
  return {
    series: headers,
    seriesIndex: Uint32Array.from({ length }, (_, at) => Math.floor(at / (length / series))),
    starts: Float64Array.from({ length }, (_, at) => (at % (length / series)) * 86_400_000),
    values: Float64Array.from({ length }, (_, at) => 20 + Math.sin(at) * 7),
    numerators: null,
    denominators: null,
    lines: Uint32Array.from({ length }, (_, at) => at + 2),
  };
}

async function timed(step: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await step();
  return performance.now() - from;
}

/** The rows of a snapshot as they are, in one strict transaction without any library: what storing cannot be faster than. */
async function writeRaw(rows: readonly object[]): Promise<number> {
  await Dexie.delete('raw');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('raw', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('blocks', { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const took = await timed(
    () =>
      new Promise<void>((resolve, reject) => {
        const transaction = database.transaction('blocks', 'readwrite', { durability: 'strict' });
        for (const row of rows) transaction.objectStore('blocks').put(row);
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      }),
  );
  database.close();
  return took;
}

async function round(
  points: PointTable,
): Promise<readonly [raw: number, commit: number, one: number, all: number]> {
  const raw = await writeRaw(blockRows('raw', points));
  await Dexie.delete('stored');
  const database = defineDatabase('stored');
  await database.open();
  const commit = await timed(() => putSnapshot(database, { id: 's', points, kept: 0 }));
  const header = points.series[Math.floor(points.series.length / 3)];
  if (header === undefined) throw new Error('There is no series.');
  await getSeriesBlock(database, 's', header);
  const reads = 20;
  const one = await timed(async () => {
    for (let at = 0; at < reads; at += 1) {
      const wanted = points.series[(at * 397) % points.series.length];
      if (wanted === undefined || (await getSeriesBlock(database, 's', wanted)) === null) {
        throw new Error('A series did not come back.');
      }
    }
  });
  const all = await timed(() => getPoints(database, ['s']));
  database.close();
  return [raw, commit, one / reads, all];
}

declare global {
  var measure: (series: number, rounds: number) => Promise<readonly (readonly number[])[]>;
}

globalThis.measure = async (series, rounds) => {
  const points = aMillionPoints(series);
  const results: (readonly number[])[] = [];
  for (let at = 0; at < rounds; at += 1) results.push(await round(points));
  return results;
};
