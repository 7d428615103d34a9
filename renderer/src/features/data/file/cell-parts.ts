/** A cell as it is shown: its text, and characters that would not be seen or would turn the text around, by name. */
export type CellPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sign'; readonly name: string };

/** Longer cells are cut: a cell of a description may have hundreds of thousands of characters. */
const LONGEST = 160;

const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029\u00a0\u202f]/u;

const NAMES: Readonly<Record<string, string>> = {
  '\t': 'tab',
  '\n': 'line end',
  '\r': 'CR',
  '\u00a0': 'no-break space',
  '\u202f': 'narrow space',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\ufeff': 'byte order mark',
  '\u00ad': 'soft hyphen',
};

/** A no-break space between digits is how numbers are written; elsewhere it hides. */
function isUsual(text: string, at: number): boolean {
  const code = text.charAt(at);
  if (code !== '\u00a0' && code !== '\u202f') return false;
  return /\d/.test(text.charAt(at - 1));
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return NAMES[character] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Splits a cell so that control and direction characters can be drawn as signs. A joiner inside a script stays. */
export function cellParts(cell: string): readonly CellPart[] {
  const text = cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…` : cell;
  if (!UNSEEN.test(text)) return [{ kind: 'text', text }];
  const parts: CellPart[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const joins = (character === '\u200d' || character === '\u200c') && plain !== '';
    if (!UNSEEN.test(character) || isUsual(text, at) || joins) plain += character;
    else {
      if (plain !== '') parts.push({ kind: 'text', text: plain });
      parts.push({ kind: 'sign', name: nameOf(character) });
      plain = '';
    }
    at += character.length;
  }
  if (plain !== '') parts.push({ kind: 'text', text: plain });
  return parts;
}
