import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHART_CSS, CHART_TOKENS } from '#shared/charts/chart-css.ts';
import { chartTable } from '#shared/charts/chart-table.ts';
import { fitText, textWidth } from '#shared/charts/chart-text.ts';
import { drawMovingRange, toMovingRanges } from '#shared/charts/moving-range.ts';
import { drawProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import { drawSparkline } from '#shared/charts/sparkline.ts';
import { spreadApart } from '#shared/charts/spread.ts';
import { niceStep } from '#shared/charts/value-axis.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { aReading } from '#tests/support/readings.ts';

const VALUES = [20, 22, 19, 21, 20, 23, 18, 21, 22, 20, 21, 40];
const fired = aReading({ values: VALUES, rules: { 11: ['outside-limits'] } });

describe('spreading labels apart', () => {
  const places = fc
    .array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 6 })
    .map((all) => all.sort((a, b) => a - b));

  it('leaves alone what is far enough apart', () => {
    expect(spreadApart([10, 30, 60], 12, [0, 100])).toEqual([10, 30, 60]);
  });

  it('moves two that collide by the same way each', () => {
    expect(spreadApart([50, 52], 10, [0, 100])).toEqual([46, 56]);
  });

  it('keeps order, distance and frame', () => {
    fc.assert(
      fc.property(places, (wanted) => {
        const spread = spreadApart(wanted, 12, [0, 100]);
        return spread.every(
          (place, at) =>
            place >= -1e-9 &&
            place <= 100 + 1e-9 &&
            (at === 0 || place - (spread[at - 1] ?? Number.NaN) >= 12 - 1e-9),
        );
      }),
    );
  });
});

describe('fitting text', () => {
  it('keeps what fits and cuts the rest with an ellipsis', () => {
    expect(fitText('Payments', 12, 200)).toBe('Payments');
    const cut = fitText('Definition changed for the whole organization', 12, 100);
    expect(cut).toMatch(/^Definition.*…$/);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(100);
  });

  it('gives nothing rather than a stump', () => {
    expect(fitText('Definition', 12, 14)).toBe('');
  });

  it('never splits a character', () => {
    expect(fitText('😀😀😀😀😀😀😀😀', 10, 50)).toMatch(/^😀+…$/u);
  });
});

describe('steps of the value axis', () => {
  it.each([
    [0.7, 1],
    [1, 1],
    [1.1, 2],
    [3, 5],
    [7, 10],
    [0.0004, 0.0005],
    [42_000, 50_000],
  ])('are round: %d becomes %d', (least, step) => {
    expect(niceStep(least)).toBeCloseTo(step, 12);
  });
});

describe('a small multiple', () => {
  const tones = (svg: string) => svg.match(/class="(cw|cb|cc|pt)"/g) ?? [];

  it('ends in the shape of the open signal', () => {
    expect(tones(drawSparkline(fired, 'wall'))).toEqual(['class="cw"']);
  });

  it('ends in a plain point when routine', () => {
    expect(tones(drawSparkline({ ...fired, state: 'routine' }, 'wall'))).toEqual(['class="pt"']);
  });

  it('shows an earlier signal no more once a newer one is open', () => {
    const twice = aReading({
      values: [20, 60, 19, 21, 20, 23, 18, 21, 22, 20, 21, 40],
      rules: { 1: ['outside-limits'], 11: ['outside-limits'] },
    });
    const onset = twice.points[11]?.period ?? '';
    const signal = { onset, at: onset, direction: 'worse', rules: [], strength: 4, text: '' } as const;
    expect(tones(drawSparkline({ ...twice, signals: [signal] }, 'home'))).toEqual(['class="cw"']);
  });

  it('ends one step short while the newest period is missing', () => {
    const short = drawSparkline(aReading({ values: [1, 2, 3, 4, null] }), 'list');
    expect(short).toContain('cx="76"');
  });

  it('has the sentence as its name, and no NaN for an empty series', () => {
    expect(drawSparkline(fired, 'list')).toContain(`aria-label="${fired.sentence}"`);
    const empty = aReading({ values: [], changes: { phases: [] } });
    expect(drawSparkline(empty, 'wall')).not.toMatch(/NaN|Infinity/);
  });
});

describe('the moving ranges', () => {
  it('mark what exceeds the upper range limit', () => {
    const ranges = toMovingRanges(fired);
    expect(ranges.points.map((point) => point.value)).toEqual([null, 2, 3, 2, 1, 3, 5, 3, 1, 2, 1, 19]);
    expect(ranges.points.filter((point) => point.rules.length > 0).map((point) => point.value)).toEqual([19]);
    expect(drawMovingRange(fired, 'app')).toContain('once above its upper range limit');
  });
});

describe('the table behind a chart', () => {
  it('has a row for each period, newest first, in words', () => {
    const { rows, columns, caption } = chartTable(fired);
    expect(caption).toBe(fired.sentence);
    expect(columns).toEqual(['Period', 'Value', 'Lower limit', 'Mean', 'Upper limit', 'Reading']);
    expect(rows).toHaveLength(12);
    expect(rows[0]?.[0]).toBe('wk\u00a033');
    expect(rows[0]?.[1]).toBe('40\u00a0h');
    expect(rows[0]?.at(-1)).toBe('worse: outside limits');
  });

  it('says missing, and what a rate was counted from', () => {
    const rate: SeriesReading = {
      ...aReading({ values: [0.19, null], changes: { unit: 'share' } }),
    };
    const counted = {
      ...rate,
      points: rate.points.map((point, at) =>
        at === 0 ? { ...point, numerator: 8, denominator: 42 } : point,
      ),
    };
    const { rows, columns } = chartTable(counted);
    expect(columns).toContain('Counted');
    expect(rows[1]?.slice(1, 3)).toEqual(['19\u00a0%', '8 of 42']);
    expect(rows[0]?.[1]).toBe('no value');
    expect(rows[0]?.at(-1)).toBe('missing');
  });
});

describe('the style of charts', () => {
  it('has a rule for every class that is drawn', () => {
    const drawn = [
      drawProcessBehaviour({ ...fired, state: 'stale', target: { op: '<=', value: 25 } }, 'stage'),
      drawProcessBehaviour(
        { ...fired, points: fired.points.map((one) => ({ ...one, mature: false })) },
        'app',
      ),
      drawSparkline(fired, 'wall'),
    ].join('');
    const classes = new Set(
      [...drawn.matchAll(/class="([^"]+)"/g)].flatMap((match) => (match[1] ?? '').split(' ')),
    );
    expect([...classes].filter((name) => name !== 'ch' && !CHART_CSS.includes(`.ch .${name}{`))).toEqual([]);
  });

  it('uses no colour that a document standing alone would not have', () => {
    const used = [...CHART_CSS.matchAll(/var\((--[a-z-]+)\)/g)].map((match) => match[1] ?? '');
    expect(used.filter((name) => !CHART_TOKENS.includes(`${name}:`))).toEqual([]);
  });
});
