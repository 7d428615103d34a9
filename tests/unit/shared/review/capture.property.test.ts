import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCapture } from '#shared/review/capture/capture.ts';
import { completeOwner, matchOwner, ownerPrefixAt, ownerToken } from '#shared/review/capture/owners.ts';
import { aCaptureContext } from '#tests/support/capture.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '@maria',
    '@ana',
    '@zoe',
    '@"Ana Costa"',
    '@"open',
    '#rel',
    '#t1',
    '#search-api',
    '#wiki',
    '#4711',
    '!high',
    '!what',
    '!!',
    '\\@maria',
    'fri',
    'next fri',
    'by',
    'in 2 weeks',
    '2/30',
    '3/4',
    '4 dec',
    'dec',
    'end of q1',
    '4x4',
    'A-12',
    'INC-20261103-01',
    '__proto__',
    'constructor',
    '#constructor',
    '@toString',
    '!valueOf',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.lorem({ maxCount: 3 }),
);
const aLine = fc
  .tuple(fc.constantFrom('', 'r: ', 'w:', 'risk: ', 'x: ', '  '), fc.array(piece, { maxLength: 14 }))
  .map(([prefix, pieces]) => prefix + pieces.join(' '));
const aLocale = fc.constantFrom(
  'en-US',
  'en-GB',
  'de-DE',
  'fr-FR',
  'es-ES',
  'ja-JP',
  'ar-EG',
  'tr-TR',
  'zz',
  '',
);

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

describe('laws of capture', () => {
  it('reads any line, with every part inside the line and in order', () => {
    fc.assert(
      fc.property(fc.oneof(aLine, fc.string({ unit: 'binary' })), aLocale, (line, locale) => {
        const { spans } = parseCapture(line, aCaptureContext({ locale }));
        let last = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(line.length);
          last = start;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('loses no word that was not understood and invents none', () => {
    fc.assert(
      fc.property(aLine, aLocale, (line, locale) => {
        const { text, spans } = parseCapture(line, aCaptureContext({ locale }));
        let rest = line;
        for (const { start, end, role } of spans.toReversed()) {
          if (role === 'link' || role === 'entity') continue;
          rest = `${rest.slice(0, start)} ${' '.repeat(end - start)}${rest.slice(end)}`;
        }
        const escaped = (word: string) => word.replace(/\\([@#!])/g, '$1');
        const kept = wordsOf(text);
        let from = 0;
        for (const word of wordsOf(rest)
          .map(escaped)
          .filter((word) => !word.startsWith('#'))) {
          const at = kept.indexOf(word, from);
          expect(at, `${word} of ${line}`).toBeGreaterThanOrEqual(from);
          from = at + 1;
        }
        const typed = escaped(line);
        for (const word of kept) expect(typed).toContain(word);
      }),
      { numRuns: 500 },
    );
  });

  it('reads the text it gave as text again: what is left holds no owner and no priority', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), (sentence) => {
        const { text } = parseCapture(sentence, aCaptureContext({ pressed: 'note' }));
        expect(text).toBe(wordsOf(sentence).join(' '));
      }),
    );
  });

  it.each([
    ['open quotes', '@"'],
    ['open quotes with names', '@"a '],
    ['owners', '@maria '],
    ['dates', 'next fri 4 dec 03/04 '],
    ['numbers', '1/1/1/1/1/'],
    ['ids', 'INC-20261103-01-'],
    ['tags', '#a'],
    ['distinct tags', null],
    ['signs', '!@#\\'],
    ['combining marks', 'a\u0301'],
    ['one long word', 'x'],
    ['white space', ' \u3000\t'],
  ])('reads ten times as much of %s in about ten times as long', (_name, unit) => {
    const line = (length: number): string =>
      unit === null
        ? Array.from({ length: length / 10 }, (_, index) => `#t-${index}`).join(' ')
        : unit.repeat(Math.ceil(length / unit.length));
    const least = (text: string): number =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const before = performance.now();
          parseCapture(text, aCaptureContext({ pressed: 'risk' }));
          return performance.now() - before;
        }),
      );
    const short = line(10_000);
    least(short);
    // What grows with the square of the length would take a hundred times as long; a busy machine blurs less than that.
    expect(least(line(100_000))).toBeLessThan(50 * Math.max(10, least(short)));
  });
});

describe('completing an owner', () => {
  const { people } = aCaptureContext({});

  it('offers the exact handle first, then handles, first names, family names', () => {
    expect(completeOwner('ana', people).map((person) => person.id)).toEqual(['ana.costa', 'ana.petrova']);
    expect(completeOwner('@WEI', people).map((person) => person.id)).toEqual(['li']);
    expect(completeOwner('', people)).toHaveLength(6);
    expect(completeOwner('zz', people)).toEqual([]);
  });

  it('knows the name being typed at the caret, and no other', () => {
    const line = 'Talk to @an about mail@li';
    expect(ownerPrefixAt(line, 11)).toEqual({ start: 8, end: 11, prefix: 'an' });
    expect(ownerPrefixAt(line, 9)).toEqual({ start: 8, end: 9, prefix: '' });
    expect(ownerPrefixAt(line, 14)).toBeNull();
    expect(ownerPrefixAt(line, line.length)).toBeNull();
    expect(ownerPrefixAt('@"Ana C', 7)).toEqual({ start: 0, end: 7, prefix: 'Ana C' });
  });

  it('completes to a token that means exactly that person', () => {
    const odd = { id: 'p-9', handle: 'two words', name: 'Åsa Öst' };
    for (const person of [...people, odd]) {
      const typed = ownerToken(person).replace(/^@"?|"$/g, '');
      expect(matchOwner(typed, [...people, odd])).toEqual({ kind: 'one', person });
    }
  });
});
