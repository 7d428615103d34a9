import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textPages, textPieces } from '#shared/review/text-pages.ts';

const words = (pieces: ReturnType<typeof textPieces>) =>
  pieces.flatMap((piece) => (piece.kind === 'paragraph' ? [piece.text] : piece.items));

describe('a plain text', () => {
  it('knows paragraphs and lists, and takes everything else as words', () => {
    expect(
      textPieces('House rules\n\n- one voice\n* no blame\n1. look\n2) ask\n<b>x</b> [a](http://b.c)'),
    ).toEqual([
      { kind: 'paragraph', text: 'House rules' },
      { kind: 'list', numbered: false, items: ['one voice', 'no blame'] },
      { kind: 'list', numbered: true, items: ['look', 'ask'] },
      { kind: 'paragraph', text: '<b>x</b> [a](http://b.c)' },
    ]);
  });

  it('fits on pages without losing a word', () => {
    const size = { lines: 3, perLine: 10 };
    const text = fc
      .array(fc.stringMatching(/^[a-zא-ת ]{0,60}$/u), { maxLength: 12 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, (typed) => {
        const pages = textPages(typed, size);
        const said = pages.flatMap(words).join('').replace(/\s/g, '');
        expect(said).toBe(words(textPieces(typed)).join('').replace(/\s/g, ''));
        for (const page of pages)
          expect(
            words(page).reduce((sum, line) => sum + Math.ceil(line.length / size.perLine), 0),
          ).toBeLessThanOrEqual(size.lines);
      }),
    );
  });

  it('gives wide signs the room of two letters', () => {
    const text = '漢字漢字漢字漢字漢字';
    expect(textPages(text, { lines: 1, perLine: 10 }).map(words)).toEqual([['漢字漢字漢'], ['字漢字漢字']]);
  });

  it('has one page where nothing was written', () => {
    expect(textPages('  \n ')).toEqual([[]]);
  });

  it('keeps the numbers of a list that goes on over the page', () => {
    const pages = textPages('1. one\n2. two\n3. three', { lines: 2, perLine: 10 });
    expect(pages.map(words)).toEqual([['1. one', '2. two'], ['3. three']]);
  });
});
