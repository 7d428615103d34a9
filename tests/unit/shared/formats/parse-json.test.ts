import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, field, isList, isObject, items, type JsonValue, text } from '#shared/formats/json-tree.ts';
import { type JsonDocument, parseJson } from '#shared/formats/parse-json.ts';

function parsed(source: string): JsonDocument {
  const document = parseJson(source);
  if ('kind' in document) throw new Error(`${document.kind} at ${document.at}`);
  return document;
}

function plain(value: JsonValue): unknown {
  if (isList(value)) return value.items.map(plain);
  if (isObject(value))
    return new Map(value.keys.map((key, index) => [key, plain(value.values[index] ?? null)]));
  return typeof value === 'object' && value !== null ? Number(value.text) : value;
}

function withMaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMaps);
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value;
  return new Map(Object.entries(value).map(([key, each]) => [key, withMaps(each)]));
}

describe('the parser', () => {
  it('gives what JSON.parse gives, however it is laid out', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const root = parsed(JSON.stringify(value, null, indent)).roots[0] ?? null;
        expect(plain(root)).toEqual(withMaps(JSON.parse(JSON.stringify(value))));
      }),
    );
  });

  it('keeps the text of numbers that a number would change', () => {
    const [root] = parsed('[1.50, 12345678901234567890, 1e3, 7]').roots;
    expect(items(root).map(text)).toEqual(['1.50', '12345678901234567890', '1e3', '7']);
  });

  it('takes hostile keys for keys', () => {
    const [root] = parsed('{"__proto__": {"polluted": true}, "constructor": 3}').roots;
    expect(text(at(root, '__proto__.polluted'))).toBe('true');
    expect(text(field(root, 'constructor'))).toBe('3');
    expect(field(root, 'toString')).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('lets the last of equal keys count and says where the second one stands', () => {
    const { roots, repeated } = parsed('{"a": 1,\n "b": 2,\n "a": 3}');
    expect(text(field(roots[0], 'a'))).toBe('3');
    expect(repeated).toEqual({ key: 'a', line: 3, count: 1 });
  });

  it('sees equal keys in wide objects', () => {
    const wide = Array.from({ length: 50 }, (_, index) => `"k${index}":${index}`).join(',');
    expect(parsed(`{${wide},"k7":99}`).repeated?.key).toBe('k7');
  });

  it('knows the line on which each object begins', () => {
    const [root] = parsed('[\n {"a": "x\\ny"},\n\n {"a": 2}]').roots;
    expect(items(root).map((each) => (isObject(each) ? each.line : 0))).toEqual([2, 4]);
  });

  it.each(['[1, 2', '{"a": "b', '{"a"', '{"a": tru', '[1,', '{"a": -', '[{"x":1},{"y":"\\'])(
    'says that %s ends in the middle',
    (source) => {
      expect(parseJson(source)).toMatchObject({ kind: 'ends', at: source.length });
    },
  );

  it('says where a text is no JSON', () => {
    expect(parseJson('[1,\n 2,\n oops]')).toEqual({ kind: 'wrong', at: 10, line: 3 });
    expect(parseJson('{"a": "line\nbreak"}')).toMatchObject({ kind: 'wrong', at: 12 });
  });

  it('answers for 100,000 levels instead of running out of stack', () => {
    expect(parseJson('['.repeat(100_000) + ']'.repeat(100_000))).toMatchObject({ kind: 'deep' });
    expect(parseJson('{"a":'.repeat(100_000))).toMatchObject({ kind: 'deep' });
  });

  it('reads a megabyte without line breaks or backslashes in a moment', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => ({
      day: '2026-04-01',
      team: 'search',
      value: index,
    }));
    const began = performance.now();
    expect(items(parsed(JSON.stringify(rows)).roots[0])).toHaveLength(20_000);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('sets a broken line aside where every line is an object of its own', () => {
    const { roots, badLines } = parsed('{"a":1}\nWARN slow\n{"a":2}\n');
    expect(roots).toHaveLength(2);
    expect(badLines).toEqual([{ line: 2, text: 'WARN slow' }]);
  });

  it('takes NaN and Infinity, as scripts write them, for missing', () => {
    expect(plain(parsed('[NaN, -Infinity, 1]').roots[0] ?? null)).toEqual([null, null, 1]);
  });
});
