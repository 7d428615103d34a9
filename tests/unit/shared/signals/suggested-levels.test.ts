import { describe, expect, it } from 'vitest';
import { suggestedLevels } from '#shared/signals/change-points/suggested-levels.ts';
import { catalogued, read } from '#tests/support/judged.ts';

const level = [50, 53, 47, 51, 49, 52, 48, 50, 54, 46, 51, 49, 50, 52, 48, 51, 50, 49, 52, 47];
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('a level that the current phase seems to hold', () => {
  it('is suggested with its first period, both means and how long it has held', () => {
    const reading = read([...level, ...level.slice(0, 9).map((value) => value + 12)]);
    const [found, ...others] = suggestedLevels(reading);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ index: 20, held: 9, isSustained: true, from: reading.points[20]?.period });
    expect(plain(found?.sentence)).toMatch(
      /^A new level since week \d+: 50 x before, 62 x for nine weeks\. Name a cause to start a new phase\.$/,
    );
  });

  it('is only a perhaps until it has held for eight points', () => {
    const [found] = suggestedLevels(read([...level, ...level.slice(0, 6).map((value) => value + 14)]));
    expect(found?.isSustained).toBe(false);
    expect(found?.sentence).toMatch(/^Perhaps a new level since week \d+: .* six weeks so far\.$/);
  });

  it('changes neither phases nor limits', () => {
    const values = [...level, ...level.slice(0, 9).map((value) => value + 12)];
    const reading = read(values);
    expect(suggestedLevels(reading).length).toBe(1);
    expect(reading.phases).toHaveLength(1);
    expect(read(values).phases).toEqual(reading.phases);
  });

  it('is not looked for before the newest named cause', () => {
    const values = [...level, ...level.map((value) => value + 12)];
    const at = read(values).points[20]?.period ?? '';
    expect(suggestedLevels(read(values, { rebaselines: [{ at, cause: 'merged daily' }] }))).toEqual([]);
  });

  it('is none in a steady series, and none where no limits are drawn', () => {
    expect(suggestedLevels(read(level))).toEqual([]);
    expect(suggestedLevels(catalogued('open-critical-cves', [0, 0, 0, 0, 0, 9, 9, 9, 9, 9, 9]))).toEqual([]);
  });
});
