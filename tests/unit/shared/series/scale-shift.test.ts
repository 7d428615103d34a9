import { describe, expect, it } from 'vitest';
import { scaleShifts } from '#shared/series/scale-shift.ts';
import { aSeries } from '#tests/support/series.ts';

const seconds = [5400, 4800, 6000, 5100, 5700];
const minutes = seconds.map((value) => value / 60);

describe('values of another order of size than those stored', () => {
  it('are told when all of a metric differ as two units do', () => {
    const before = [
      aSeries({ values: seconds, unit: 's' }),
      aSeries({ values: seconds, unit: 's', entity: 'Search' }),
    ];
    const file = [aSeries({ values: minutes }), aSeries({ values: minutes, entity: 'Search' })];
    expect(scaleShifts(before, file)).toEqual([
      {
        metric: 'own:sample',
        metricName: 'Sample',
        stored: 's',
        storedMiddle: 5400,
        fileMiddle: 90,
        factor: 60,
      },
    ]);
    expect(scaleShifts(file, before)).toMatchObject([{ factor: 1 / 60 }]);
  });

  it('are no change of unit where a value moves within what happens in a bad week', () => {
    const bad = seconds.map((value) => value * 8);
    expect(scaleShifts([aSeries({ values: seconds })], [aSeries({ values: bad })])).toEqual([]);
  });

  it('are no change of unit where one service of many moved', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const before = names.map((entity) => aSeries({ values: seconds, entity }));
    const file = names.map((entity) => aSeries({ values: entity === 'a' ? minutes : seconds, entity }));
    expect(scaleShifts(before, file)).toEqual([]);
  });

  it('prove nothing in one week of one service', () => {
    expect(scaleShifts([aSeries({ values: seconds })], [aSeries({ values: [90] })])).toEqual([]);
  });

  it('are left to the units where both sides name one', () => {
    const before = [aSeries({ values: seconds, unit: 's' })];
    expect(scaleShifts(before, [aSeries({ values: minutes, unit: 'min' })])).toEqual([]);
  });
});
