import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineDatabase } from '#renderer/src/data/database.ts';
import { getPoints, getSeriesBlock, putSnapshot } from '#renderer/src/data/snapshot-blocks.ts';
import { addDays } from '#shared/day.ts';
import { fromBlocks, SERIES_PER_BLOCK, toBlocks } from '#shared/series/blocks.ts';
import { mergeSnapshots } from '#shared/series/merge.ts';
import { type PointTable, type Series, seriesId } from '#shared/series/series.ts';
import { aHeader, type PointRow, pointsOf } from '#tests/support/points.ts';

const HEADERS = ['lead-time', 'incidents'].flatMap((metric) =>
  Array.from({ length: 150 }, (_, at) => aHeader({ metric, entity: `service ${at}`, aggregation: 'last' })),
);

const row: fc.Arbitrary<PointRow> = fc
  .tuple(fc.constantFrom(...HEADERS), fc.nat({ max: 9 }), fc.integer({ min: -5, max: 5 }), fc.nat())
  .map(([header, day, value, counts]) => [header, addDays('2026-11-02', day), value, counts, 10]);

const files = fc.array(row, { minLength: 1, maxLength: 400 }).map(pointsOf);

function byId(points: PointTable): ReadonlyMap<string, Series> {
  return new Map(mergeSnapshots([{ id: 's', points }]).series.map((one) => [seriesId(one), one]));
}

describe('points in blocks', () => {
  it('hold a few series of one metric each, in order, and give the same series again', () => {
    fc.assert(
      fc.property(files, (points) => {
        const blocks = toBlocks(points);
        for (const { metric, first, last, points: own } of blocks) {
          expect(own.series.length).toBeLessThanOrEqual(SERIES_PER_BLOCK);
          expect(new Set(own.series.map((header) => header.metric))).toEqual(new Set([metric]));
          const entities = own.series.map((header) => header.entity);
          expect(entities).toEqual([...entities].sort());
          expect([entities[0], entities.at(-1)]).toEqual([first, last]);
        }
        expect(byId(fromBlocks(blocks.map((block) => block.points)))).toEqual(byId(points));
      }),
    );
  });

  it('come back from the database, all of them or those of one series', async () => {
    const points = pointsOf(HEADERS.map((header, at) => [header, '2026-11-02', at]));
    const database = defineDatabase('blocks-under-test');
    await putSnapshot(database, { id: 's', points, kept: 0 });
    expect(byId((await getPoints(database, ['s'])).get('s') ?? pointsOf([]))).toEqual(byId(points));
    for (const header of [HEADERS[0], HEADERS[77], HEADERS.at(-1)]) {
      if (header === undefined) continue;
      const block = await getSeriesBlock(database, 's', header);
      expect(byId(block ?? pointsOf([])).get(seriesId(header))).toEqual(byId(points).get(seriesId(header)));
    }
    expect(await getSeriesBlock(database, 's', { metric: 'lead-time', entity: 'nobody' })).toBeNull();
    expect(await getSeriesBlock(database, 's', { metric: 'lead-time', entity: 'zebra' })).toBeNull();
    database.close();
  });
});
