import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyEngine, type EngineKind, FROZEN_AT, newEngine } from '#shared/signals/engine/engine-state.ts';
import { PRESETS } from '#shared/signals/engine/presets.ts';
import { blankResult, type EngineInput, runEngine } from '#shared/signals/engine/run-engine.ts';
import { step } from '#shared/signals/engine/step.ts';
import { seeded } from '#tests/support/seeded.ts';

const KINDS: readonly EngineKind[] = ['normal', 'poisson', 'binomial', 'waiting', 'rank'];

type Sketch = {
  readonly kind: EngineKind;
  readonly seed: number;
  readonly length: number;
  readonly change: number;
};

const sketches: fc.Arbitrary<Sketch> = fc.record({
  kind: fc.constantFrom(...KINDS),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  length: fc.integer({ min: 0, max: 90 }),
  change: fc.integer({ min: 0, max: 90 }),
});

/** A series that shifts once, with a gap in every tenth week or so. */
function inputOf({ kind, seed, length, change }: Sketch): EngineInput {
  const random = seeded(seed);
  const counts = new Float64Array(length);
  const exposures = new Float64Array(length);
  const values = new Float64Array(length);
  for (let index = 0; index < length; index++) {
    const moved = index >= change;
    exposures[index] =
      kind === 'waiting' ? -Math.log(random.uniform()) * (moved ? 3 : 1) : 10 + random.poisson(9);
    counts[index] = kind === 'waiting' ? 1 : random.binomial(exposures[index] ?? 0, moved ? 0.4 : 0.15);
    const value =
      kind === 'normal' || kind === 'rank'
        ? random.normal() + (moved ? 2.5 : 0)
        : Math.sqrt(counts[index] ?? 0);
    values[index] = random.uniform() < 0.1 ? Number.NaN : value;
  }
  const counted = kind !== 'normal' && kind !== 'rank';
  return { kind, values, events: counted ? counts : null, exposures: counted ? exposures : null };
}

function scratch(input: EngineInput, to: number) {
  const result = blankResult(to);
  runEngine(input, { from: 0, to, frozenAt: FROZEN_AT }, PRESETS.calm, result);
  return result;
}

describe('the engine', () => {
  it('says of a new point the same by one step as by starting over', () => {
    fc.assert(
      fc.property(sketches, fc.integer({ min: 0, max: 89 }), (sketch, at) => {
        const input = inputOf(sketch);
        const known = Math.min(at, Math.max(0, input.values.length - 1));
        const state = newEngine(sketch.kind);
        for (let index = 0; index < known; index++) {
          step(
            state,
            PRESETS.calm,
            input.values[index] ?? Number.NaN,
            input.events?.[index],
            input.exposures?.[index],
          );
        }
        const next = copyEngine(state);
        const all = scratch(input, input.values.length);
        for (let index = known; index < input.values.length; index++) {
          step(
            next,
            PRESETS.calm,
            input.values[index] ?? Number.NaN,
            input.events?.[index],
            input.exposures?.[index],
          );
          expect([next.q, next.alarm, next.side, next.onset, next.strength]).toEqual([
            all.q[index],
            all.alarm[index],
            all.side[index],
            all.onset[index],
            all.strength[index],
          ]);
        }
        // What was continued in a copy has left the state as it was.
        expect(state.seen).toBe(known);
      }),
    );
  });

  it('never takes back what it said of a point when later ones come', () => {
    fc.assert(
      fc.property(sketches, fc.integer({ min: 0, max: 89 }), (sketch, at) => {
        const input = inputOf(sketch);
        const known = Math.min(at, input.values.length);
        const early = scratch(input, known);
        const late = scratch(input, input.values.length);
        expect([...late.q.subarray(0, known)]).toEqual([...early.q]);
        expect([...late.alarm.subarray(0, known)]).toEqual([...early.alarm]);
      }),
    );
  });

  it('gives a finite Q for every value from the fourth on and none for a gap', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const input = inputOf(sketch);
        const { q } = scratch(input, input.values.length);
        let seen = 0;
        for (const [index, value] of input.values.entries()) {
          if (Number.isNaN(value)) {
            expect(q[index]).toBeNaN();
            continue;
          }
          seen++;
          expect(Number.isFinite(q[index]), `point ${index}`).toBe(seen > 3);
        }
      }),
    );
  });

  it('finds a lasting shift of three deviations in nearly every series', () => {
    let found = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const random = seeded(seed);
      const values = Float64Array.from({ length: 60 }, (_, index) => random.normal() + (index >= 30 ? 3 : 0));
      const result = scratch({ kind: 'normal', values, events: null, exposures: null }, 60);
      const shift = result.alarm.findIndex((alarm, index) => alarm === 2 && index >= 30);
      if (shift !== -1 && shift < 36 && result.side[shift] === 1) found++;
    }
    expect(found).toBeGreaterThan(190);
  });
});
