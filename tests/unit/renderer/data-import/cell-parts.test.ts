import { describe, expect, it } from 'vitest';
import { cellParts } from '#renderer/src/features/data/file/cell-parts.ts';

/** Parts as one text, signs in brackets. */
function shown(cell: string): string {
  return cellParts(cell)
    .map((part) => (part.kind === 'text' ? part.text : `[${part.name}]`))
    .join('');
}

describe('a cell of a file', () => {
  it('names what would not be seen or would turn the text around', () => {
    expect(shown('check\u202eout')).toBe('check[right-to-left override]out');
    expect(shown('api\u200b')).toBe('api[zero-width space]');
    expect(shown('a\nb\tc')).toBe('a[line end]b[tab]c');
    expect(shown('\u001b[31mred')).toBe('[U+001B][31mred');
  });

  it('leaves spaces between digits and joiners inside a script as they are', () => {
    expect(shown('1\u00a0050,00\u00a0€')).toBe('1\u00a0050,00\u00a0€');
    expect(shown('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  it('names a no-break space that hides between words', () => {
    expect(shown('checkout\u00a0api')).toBe('checkout[no-break space]api');
  });

  it('is cut where it is long', () => {
    expect(shown('x'.repeat(200_000))).toHaveLength(161);
  });
});
