import { describe, expect, it } from 'vitest';
import { rowNeighbour } from '#renderer/src/features/wall/move-focus.ts';
import { bandsOf, matching } from '#renderer/src/features/wall/wall-bands.ts';
import type { SeriesReading, SeriesState } from '#shared/signals/reading.ts';
import { aReading } from '#tests/support/readings.ts';

function series(entity: string, state: SeriesState): SeriesReading {
  return aReading({ values: [1, 2], changes: { id: entity, entity, entityName: entity, state } });
}

const readings = [
  series('zebra-api', 'worse'),
  series('cart', 'routine'),
  series('login', 'better'),
  series('lonely', 'stale'),
];
const teamOf = (entity: string) =>
  ({ 'zebra-api': 'Zebra', cart: 'Anchor', login: 'Anchor' })[entity] ?? null;

describe('the groups of the Wall', () => {
  it('put teams in the order of the alphabet, whoever has signals, and those of no team last', () => {
    expect(bandsOf(readings, 'team', teamOf).map((band) => band.name)).toEqual([
      'Anchor',
      'Zebra',
      'No team',
    ]);
  });

  it('put signals first inside a group', () => {
    const [anchor] = bandsOf(readings, 'team', teamOf);
    expect(anchor?.readings.map((one) => one.entity)).toEqual(['login', 'cart']);
  });

  it('hold every series once, whatever they are arranged by', () => {
    for (const by of ['dimension', 'team', 'entity', 'metric'] as const) {
      const shown = bandsOf(readings, by, teamOf).flatMap((band) => band.readings.map((one) => one.id));
      expect(shown.toSorted()).toEqual(readings.map((one) => one.id).toSorted());
    }
  });
});

describe('what the Wall is narrowed to', () => {
  it('is found by team, state and name together', () => {
    expect(matching(readings, { wanted: 'anchor better', show: 'all' }, teamOf).map((one) => one.id)).toEqual(
      ['login'],
    );
  });

  it('can be what left its routine, or what has not been heard of', () => {
    const idsOf = (show: 'moved' | 'unheard') =>
      matching(readings, { wanted: '', show }, teamOf).map((one) => one.id);
    expect(idsOf('moved')).toEqual(['zebra-api', 'login']);
    expect(idsOf('unheard')).toEqual(['lonely']);
  });
});

describe('the chart above or below', () => {
  /** Two rows of three, then a row of one that stands in the second column. */
  const boxes = [
    [0, 0],
    [100, 0],
    [200, 0],
    [0, 50],
    [100, 50],
    [200, 50],
    [100, 120],
  ].map(([left = 0, top = 0]) => ({ left, top, height: 40 }));

  it('stands in the same column of the nearest row', () => {
    expect(rowNeighbour(boxes, 2, 1)).toBe(5);
    expect(rowNeighbour(boxes, 5, -1)).toBe(2);
  });

  it('is the closest where the row has no such column', () => {
    expect(rowNeighbour(boxes, 3, 1)).toBe(6);
    expect(rowNeighbour(boxes, 6, -1)).toBe(4);
  });

  it('is none at the edge', () => {
    expect(rowNeighbour(boxes, 1, -1)).toBe(-1);
    expect(rowNeighbour(boxes, 6, 1)).toBe(-1);
  });
});
