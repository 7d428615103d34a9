/** A run of characters without space, and where it stands in the line. */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

/** A quoted name may hold spaces; it is bounded so that an open quote never swallows a long line. */
const WORD = /[@#]"[^"\r\n]{1,120}"|\S+/gu;

/** The words of a line from `from` on. `@"Ana Costa"` and `#"Card payments"` are one word each. */
export function splitWords(line: string, from: number): readonly Word[] {
  const rest = line.slice(from);
  return Array.from(rest.matchAll(WORD), ({ 0: text, index }) => ({
    text,
    start: from + index,
    end: from + index + text.length,
  }));
}

/** Letters that Unicode does not take apart, as people type them without them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
};

/** Text as it is compared: lower case, accents and the width of characters folded. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøłđðþæœıς]/gu, (letter) => LETTERS[letter] ?? letter);
}

/** A backslash before `@`, `#` or `!` says that the sign is text; it goes. */
export function withoutEscapes(text: string): string {
  return text.replace(/\\([@#!])/g, '$1');
}
