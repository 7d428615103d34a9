import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHART_SIZES } from '#shared/charts/chart-size.ts';
import { labelPointed, nearestPlace, pointedWords, pointPlaces } from '#shared/charts/pointed.ts';
import { layoutProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import { aReading } from '#tests/support/readings.ts';

const VALUES = [20, 22, null, 21, 20, 23, null, null, 22, 20, 21, 40];
const reading = aReading({ values: VALUES, rules: { 11: ['outside-limits'] } });
const layout = layoutProcessBehaviour(reading, 'stage');

describe('a point that is pointed at', () => {
  it('is any with a value, where its line passes', () => {
    const places = pointPlaces(layout, reading);
    expect(places.map(({ point }) => point.value)).toEqual([20, 22, 21, 20, 23, 22, 20, 21, 40]);
    for (const mark of layout.marks) {
      const place = places.find(({ point }) => point === reading.points[mark.index]);
      expect(place).toMatchObject({ x: mark.x, y: mark.y });
    }
  });

  it('is there on a chart too crowded for marks', () => {
    const crowded = aReading({ values: Array.from({ length: 400 }, (_, at) => 20 + (at % 7)) });
    const small = layoutProcessBehaviour(crowded, 'readout');
    expect(small.marks.length).toBeLessThan(400);
    expect(pointPlaces(small, crowded)).toHaveLength(400);
  });

  it('is the nearest one to the pointer', () => {
    const places = pointPlaces(layout, reading);
    for (const [index, { x }] of places.entries()) expect(nearestPlace(places, x + 1)).toBe(index);
    expect(nearestPlace([], 10)).toBe(-1);
  });

  it('is said with its value and its period', () => {
    const [first] = reading.points;
    expect(first === undefined ? '' : pointedWords(first, reading)).toMatch(
      /^20\u00a0\S+, wk\u00a022, from 25\u00a0May$/,
    );
  });

  it('has its label inside the drawing and never under it, wherever it is', () => {
    const sizes = fc.constantFrom(...(['stage', 'stage-wide', 'app'] as const));
    const series = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(sizes, series, fc.nat(), (size, values, pick) => {
        const drawn = aReading({ values });
        const on = { layout: layoutProcessBehaviour(drawn, size), reading: drawn };
        const places = pointPlaces(on.layout, drawn);
        const place = places[pick % places.length];
        if (place === undefined) throw new Error('every value has a place');
        const label = labelPointed(place, on, CHART_SIZES[size]);
        expect(label.left).toBeGreaterThanOrEqual(0);
        expect(label.top).toBeGreaterThanOrEqual(0);
        expect(label.left + label.width).toBeLessThanOrEqual(on.layout.width);
        expect(label.top + label.height).toBeLessThanOrEqual(on.layout.height);
        const across = place.x > label.left && place.x < label.left + label.width;
        const down = place.y > label.top && place.y < label.top + label.height;
        expect(across && down).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
