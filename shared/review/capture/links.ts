import type { CaptureSpan } from './capture.ts';

const ID = /(?<![\p{L}\p{N}_-])(?:[AIRDE]-\d{1,6}|INC-\d{8}-\d{2,3})(?![\p{L}\p{N}_-])/gu;

const WHOLE_ID = new RegExp(`^(?:${ID.source})[,;:.!?)]*$`, 'u');

/** Whether a word is the id of an entry and nothing else. */
export function isId(word: string): boolean {
  return WHOLE_ID.test(word);
}

/** Ids of entries named anywhere in the line, each once; they stay in the text. */
export function readLinks(
  line: string,
  from: number,
): { readonly links: readonly string[]; readonly spans: readonly CaptureSpan[] } {
  const found = Array.from(line.slice(from).matchAll(ID), (match) => ({
    id: match[0],
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
  return {
    links: [...new Set(found.map(({ id }) => id))],
    spans: found.map(({ start, end }) => ({ start, end, role: 'link' })),
  };
}
