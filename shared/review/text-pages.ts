/** A piece of a plain text: words, or a list with or without numbers. Links stay words. */
export type TextPiece =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly numbered: boolean; readonly items: readonly string[] };

const ITEM = /^\s*(?:[-*•]|(?<number>\d{1,3})[.)])\s+(?<text>\S.*)$/u;

/** Adds one line as an item to the list that it goes on, else as a list that begins. */
function addItem(pieces: TextPiece[], text: string, numbered: boolean): void {
  const last = pieces.at(-1);
  if (last?.kind === 'list' && last.numbered === numbered)
    pieces[pieces.length - 1] = { ...last, items: [...last.items, text] };
  else pieces.push({ kind: 'list', numbered, items: [text] });
}

/** Lines that begin with a dash, a star or a number are a list, every other line is a paragraph of its own. */
export function textPieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const item = ITEM.exec(line)?.groups;
    if (item?.['text'] !== undefined) addItem(pieces, item['text'].trim(), item['number'] !== undefined);
    else if (line.trim() !== '') pieces.push({ kind: 'paragraph', text: line.trim() });
  }
  return pieces;
}

/** Signs that take the room of two letters: Chinese, Japanese, Korean, full width, pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

function widthOf(sign: string): number {
  return WIDE.test(sign) ? 2 : 1;
}

function linesOf(text: string, perLine: number): number {
  const width = [...text].reduce((sum, sign) => sum + widthOf(sign), 0);
  return Math.max(1, Math.ceil(width / perLine));
}

/** As many signs of the start of a text as have room in so many letters; one at least. */
function fitting(signs: readonly string[], room: number): number {
  let width = 0;
  for (const [index, sign] of signs.entries()) {
    width += widthOf(sign);
    if (width > room) return Math.max(1, index);
  }
  return signs.length;
}

/** A text that is longer than a page on its own, cut between words where there are any. */
function cut(text: string, room: number): readonly string[] {
  const signs = [...text];
  const count = fitting(signs, room);
  if (count === signs.length) return [text];
  const head = signs.slice(0, count).join('');
  const space = head.lastIndexOf(' ');
  const end = space > head.length / 2 ? space : head.length;
  return [text.slice(0, end).trimEnd(), ...cut(text.slice(end).trimStart(), room)];
}

export type PageSize = { readonly lines: number; readonly perLine: number };

/** What a page of the stage carries above the line, in 26 px under a title of two lines; measured in letters. */
const STAGE_PAGE: PageSize = { lines: 9, perLine: 78 };

/** A line of a text as it goes onto a page. */
type Line = { readonly text: string; readonly list: 'none' | 'plain' | 'numbered' };

function linesIn(text: string): readonly Line[] {
  return textPieces(text).flatMap((piece): readonly Line[] => {
    if (piece.kind === 'paragraph') return [{ text: piece.text, list: 'none' }];
    // The page does not know where a list began, so a numbered item carries its number.
    return piece.items.map((item, index) =>
      piece.numbered ? { text: `${index + 1}. ${item}`, list: 'numbered' } : { text: item, list: 'plain' },
    );
  });
}

/** The pieces of a text on pages that hold so many lines; one page at least. */
export function textPages(text: string, size: PageSize = STAGE_PAGE): readonly (readonly TextPiece[])[] {
  const pages: TextPiece[][] = [[]];
  let used = 0;
  for (const { text: whole, list } of linesIn(text)) {
    for (const part of cut(whole, size.lines * size.perLine)) {
      const lines = linesOf(part, size.perLine);
      if (used > 0 && used + lines > size.lines) {
        pages.push([]);
        used = 0;
      }
      const page = pages.at(-1) ?? [];
      if (list === 'none') page.push({ kind: 'paragraph', text: part });
      else addItem(page, part, list === 'numbered');
      used += lines;
    }
  }
  return pages;
}
