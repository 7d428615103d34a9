/** Text for SVG and XML: markup is escaped, and characters that XML forbids become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(FORBIDDEN, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;

/** Widths in Inter at weight 530, as shares of the font size, by kind of character; rounded up. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\s.,:;'’|!()[\]ijlI]/u, 0.31],
  [/[ftr\-–/]/u, 0.42],
  [/[mwMW%@—]/u, 0.88],
  [/[\d$€£+−=<>≤≥~]/u, 0.64],
  [/[A-Z]/u, 0.7],
  [/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u, 1.05],
  [/\p{Mark}/u, 0],
];

const known = new Map<string, number>();

function characterWidth(character: string): number {
  const width = known.get(character);
  if (width !== undefined) return width;
  const made = WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? 0.59;
  known.set(character, made);
  return made;
}

/** About how wide a text is in pixels: enough to keep labels apart where nothing can be measured. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * fontSize;
}

/** The text, or its beginning and an ellipsis where it is wider than there is room; empty when nothing fits. */
export function fitText(text: string, fontSize: number, room: number): string {
  if (textWidth(text, fontSize) <= room) return text;
  const kept: string[] = [];
  let width = textWidth('…', fontSize);
  for (const character of text) {
    width += characterWidth(character) * fontSize;
    if (width > room) break;
    kept.push(character);
  }
  const start = kept.join('').trimEnd();
  return start.length < 3 ? '' : `${start}…`;
}
