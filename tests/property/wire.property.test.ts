import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '#shared/ipc/wire.ts';

const typedArray = fc.oneof(
  fc.uint8Array(),
  fc.uint32Array(),
  fc.int32Array(),
  fc.float64Array({ noNaN: false }),
);
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  typedArray,
);
const key = fc.oneof(fc.string(), fc.constantFrom('$', '__proto__', 'constructor', 'length'));
const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, leaf, tie('array'), tie('object')),
  array: fc.array(tie('any'), { maxLength: 5 }),
  object: fc
    .array(fc.tuple(key, tie('any')), { maxLength: 5 })
    .map((entries) => Object.fromEntries(entries) as unknown),
})).any;

describe('the wire between the screen and the web host', () => {
  it('gives back every value as it went in, typed arrays included', () => {
    fc.assert(
      fc.property(value, (given) => {
        deepStrictEqual(decode(encode(given)), given);
      }),
      { numRuns: 500 },
    );
  });

  it('reads bytes at any offset of a larger buffer', () => {
    fc.assert(
      fc.property(value, fc.nat(9), (given, offset) => {
        const bytes = encode(given);
        const roomy = new Uint8Array(bytes.length + offset);
        roomy.set(bytes, offset);
        deepStrictEqual(decode(roomy.subarray(offset)), given);
      }),
    );
  });

  it('refuses bytes that were cut, instead of giving less', () => {
    fc.assert(
      fc.property(fc.float64Array({ minLength: 1 }), fc.nat(), (points, cut) => {
        const bytes = encode({ points });
        expect(() => decode(bytes.subarray(0, cut % bytes.length))).toThrow();
      }),
    );
  });
});
