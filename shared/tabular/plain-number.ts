/** Digits that a number holds exactly. */
const EXACT = 15;

/**
 * Value of a text of digits with at most one point among them and perhaps a minus before; NaN for any other text.
 * Most cells of most exports are written so, and need no closer look.
 */
export function plainNumber(text: string): number {
  const { length } = text;
  const start = text.charCodeAt(0) === 0x2d ? 1 : 0;
  if (length === start || length > EXACT + 1) return Number.NaN;
  let points = 0;
  for (let index = start; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x2e) points += 1;
    else if (code < 0x30 || code > 0x39) return Number.NaN;
  }
  if (points > 1 || (points === 1 && length === start + 1)) return Number.NaN;
  const value = Number(text);
  return value === 0 ? 0 : value;
}
