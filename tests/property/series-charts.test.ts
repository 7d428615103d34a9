import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHART_SIZES,
  type ChartSize,
  SPARKLINE_SIZES,
  type SparklineSize,
} from '#shared/charts/chart-size.ts';
import { chartTable } from '#shared/charts/chart-table.ts';
import { drawMovingRange } from '#shared/charts/moving-range.ts';
import { drawProcessBehaviour, layoutProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import { drawSparkline } from '#shared/charts/sparkline.ts';
import { addDays } from '#shared/day.ts';
import type { RuleId, SeriesReading } from '#shared/signals/reading.ts';
import { aReading } from '#tests/support/readings.ts';

const size = fc.constantFrom(...(Object.keys(CHART_SIZES) as ChartSize[]));
const sparklineSize = fc.constantFrom(...(Object.keys(SPARKLINE_SIZES) as SparklineSize[]));
const rule = fc.constantFrom<RuleId>('outside-limits', 'run-of-8', 'three-of-four', 'threshold');

const reading: fc.Arbitrary<SeriesReading> = fc
  .record({
    scale: fc.constantFrom(1e-6, 0.01, 1, 1000, 1e9),
    raw: fc.array(fc.option(fc.integer({ min: 0, max: 50 }), { freq: 6 }), { maxLength: 130 }),
    fired: fc.array(fc.tuple(fc.nat({ max: 129 }), rule), { maxLength: 6 }),
    unit: fc.constantFrom('h', 's', 'share', 'USD', 'pages/week', null),
    cut: fc.option(fc.integer({ min: 1, max: 129 })),
    name: fc.string({ unit: 'binary', maxLength: 80 }),
    state: fc.constantFrom<SeriesReading['state']>('routine', 'worse', 'better', 'changed', 'stale'),
    target: fc.option(fc.integer({ min: 0, max: 100 })),
  })
  .map(({ scale, raw, fired, unit, cut, name, state, target }) => {
    const values = raw.map((value) => (value === null ? null : value * scale));
    const rules: Record<number, RuleId[]> = {};
    for (const [index, one] of fired) if (values[index] != null) rules[index] = [one];
    return aReading({
      values,
      phases: cut !== null && cut < values.length ? [[cut, name]] : [],
      rules,
      changes: {
        unit,
        state,
        entityName: name,
        sentence: name,
        target: target === null ? null : { op: '<=', value: target * scale },
      },
    });
  });

const events = fc.array(
  fc.record({
    day: fc.integer({ min: -20, max: 900 }).map((days) => addDays('2026-05-25', days)),
    title: fc.string({ unit: 'grapheme', maxLength: 60 }),
    detail: fc.string({ maxLength: 40 }),
  }),
  { maxLength: 4 },
);

describe('any reading', () => {
  it('is drawn inside its picture, with numbers throughout', () => {
    fc.assert(
      fc.property(reading, size, events, (one, at, happened) => {
        const layout = layoutProcessBehaviour(one, at, { events: happened });
        const places = [...layout.marks, ...layout.lines.flat(), ...layout.texts];
        const inside = places.every(
          ({ x, y }) => x >= 0 && x <= layout.width && y >= 0 && y <= layout.height,
        );
        expect(inside).toBe(true);
        expect(layout.plot.right).toBeGreaterThan(layout.plot.left);
      }),
      { numRuns: 300 },
    );
  });

  it('becomes well-formed markup, whatever its names hold', () => {
    fc.assert(
      fc.property(reading, size, sparklineSize, (one, at, small) => {
        for (const svg of [
          drawProcessBehaviour(one, at),
          drawMovingRange(one, at),
          drawSparkline(one, small),
        ]) {
          expect(tagsBalance(svg)).toBe(true);
          expect(svg).not.toMatch(/(x|y|d|r|width|height)="[^"]*(NaN|Infinity|undefined)/);
        }
      }),
    );
  });

  it('has a row in its table for each period', () => {
    fc.assert(fc.property(reading, (one) => chartTable(one).rows.length === one.points.length));
  });
});

/** Every tag is closed in order, and no text holds a bare bracket. */
function tagsBalance(svg: string): boolean {
  const open: string[] = [];
  const rest = svg.replaceAll(
    /<(\/?)([a-z]+)((?: [a-z-]+="[^"<]*")*)(\/?)>/gi,
    (_, close, name, __, empty) => {
      if (close === '/') {
        if (open.pop() !== name) open.push('unbalanced');
      } else if (empty === '') open.push(name);
      return '';
    },
  );
  return open.length === 0 && !/[<>]/.test(rest);
}
