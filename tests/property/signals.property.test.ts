import fc from 'fast-check';
import { mean, medianAbsoluteDeviation, sampleStandardDeviation } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { metricById } from '#shared/drive/catalogue.ts';
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import { correctedFactor, limitFactor, processLimits } from '#shared/signals/limits.ts';
import { LOCKED_AT } from '#shared/signals/phases.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { seeded } from '#tests/support/seeded.ts';
import { aSeries } from '#tests/support/series.ts';

const value = fc.double({ min: -1000, max: 1000, noNaN: true, noDefaultInfinity: true });
const gappy = fc.array(fc.option(value, { freq: 8 }), { minLength: 1, maxLength: 80 });

/** Measured values: noise around a level that shifts once, so that rules have something to find. */
const measured = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    n: fc.integer({ min: 13, max: 80 }),
    shift: fc.double({ min: -4, max: 4, noNaN: true }),
  })
  .map(({ seed, n, shift }) => {
    const random = seeded(seed);
    return Array.from({ length: n }, (_, index) => 10 + random.normal() + (index > n / 2 ? shift : 0));
  });

function readingOf(values: readonly (number | null)[]): SeriesReading {
  return evaluateSeries(aSeries({ values, unit: 'x' }), null, { asOf: null });
}

/** Read as a metric whose bounds are known: of others a first negative value tells that they have no bound at zero. */
function cataloguedReading(values: readonly (number | null)[]): SeriesReading {
  const metric = metricById('cloud-spend-vs-budget');
  if (metric === undefined) throw new Error('The catalogue has lost a metric');
  return evaluateSeries(aSeries({ values, metric: metric.id }), metric, { asOf: null, target: null });
}

function flags(reading: SeriesReading): unknown {
  return {
    rules: reading.points.map(({ rules }) => rules),
    signals: reading.signals.map(({ onset, at, ended, rules }) => ({ onset, at, ended, rules })),
  };
}

describe('natural limits', () => {
  it('lie on both sides of the mean of their baseline, the same distance away', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 60 }), (values) => {
        const limits = processLimits(Float64Array.from(values), 0, values.length, limitFactor('table'));
        if (limits === null) throw new Error('Two values give limits');
        const distance = limits.upper - limits.centre;
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(limits.centre - limits.lower).toBeCloseTo(distance, 6);
        expect(limits.centre).toBeCloseTo(mean(values), 6);
        const ranges = values.slice(1).map((one, index) => Math.abs(one - (values[index] ?? 0)));
        expect(limits.averageRange).toBeCloseTo(mean(ranges), 6);
        expect(distance).toBeCloseTo((3 * mean(ranges)) / 1.128, 6);
      }),
    );
  });

  it('agree with the standard deviation on normal values, and not with a robust spread of another scale', () => {
    const random = seeded(11);
    const values = Array.from({ length: 20_000 }, () => 50 + 4 * random.normal());
    const limits = processLimits(Float64Array.from(values), 0, values.length, limitFactor('exact'));
    const sigma = ((limits?.upper ?? 0) - (limits?.centre ?? 0)) / 3;
    expect(Math.abs(sigma / sampleStandardDeviation(values) - 1)).toBeLessThan(0.02);
    expect(Math.abs(sigma / medianAbsoluteDeviation(values) - 1)).toBeGreaterThan(0.3);
  });

  it('are wider for a shorter baseline and approach the textbook factor', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 500 }), (m) => {
        expect(correctedFactor(m)).toBeGreaterThanOrEqual(correctedFactor(m + 1));
        expect(correctedFactor(m)).toBeGreaterThan(limitFactor('table'));
      }),
    );
    expect(correctedFactor(100_000)).toBeCloseTo(limitFactor('table'), 3);
  });
});

describe('rules and signals', () => {
  it('do not depend on the unit or the zero of a measurement', () => {
    fc.assert(
      fc.property(
        measured,
        fc.constantFrom(1e-9, 1e-3, 7, 1e9),
        fc.constantFrom(0, -100, 5000),
        (values, scale, shift) => {
          const moved = values.map((one) => (one + shift) * scale);
          expect(flags(readingOf(moved))).toEqual(flags(readingOf(values)));
        },
      ),
    );
  });

  it('mirror when the values do', () => {
    fc.assert(
      fc.property(measured, (values) => {
        expect(flags(readingOf(values.map((one) => -one)))).toEqual(flags(readingOf(values)));
      }),
    );
  });

  it('find nothing in a constant, whatever its value, length and gaps', () => {
    fc.assert(
      fc.property(value, fc.array(fc.boolean(), { minLength: 1, maxLength: 120 }), (constant, present) => {
        const reading = readingOf(present.map((here) => (here ? constant : null)));
        expect(reading.points.flatMap(({ rules }) => rules)).toEqual([]);
        expect(reading.signals).toEqual([]);
      }),
    );
    expect(readingOf(Array.from({ length: 60 }, () => 1 / 3)).signals).toEqual([]);
  });

  it('never call a missing point anything', () => {
    fc.assert(
      fc.property(gappy, (values) => {
        const { points } = readingOf(values);
        const missing = points.filter((_, index) => values[index] === null);
        expect(missing.filter((point) => point.value !== null || point.rules.length > 0)).toEqual([]);
      }),
    );
  });
});

describe('locked limits', () => {
  it('stay as they are, with everything that was found, when points are appended', () => {
    fc.assert(
      fc.property(
        measured.filter((values) => values.length >= LOCKED_AT + 8),
        fc.array(value, { minLength: 1, maxLength: 30 }),
        (values, more) => {
          const before = cataloguedReading(values);
          const after = cataloguedReading([...values, ...more]);
          const { to: _until, n: _n, movingRange: _range, ...limits } = before.phases[0] ?? {};
          expect(after.phases[0]).toMatchObject(limits);
          expect(after.points.slice(0, values.length)).toEqual(before.points);
          const closed = before.signals.filter(({ ended }) => ended !== undefined);
          const onsets = after.signals.map(({ onset }) => onset);
          expect(closed.map(({ onset }) => onset).filter((onset) => !onsets.includes(onset))).toEqual([]);
        },
      ),
    );
  });
});
