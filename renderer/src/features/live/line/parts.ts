/** A stretch of the line, in UTF-16 units, its end excluded. */
export type Part = { readonly start: number; readonly end: number };

type Selection = { readonly selectionStart: number | null; readonly selectionEnd: number | null };

/**
 * The understood part that Tab goes to: from a part that is selected the one after it (-1: before it); else the last one
 * before the caret, which is mostly the one just typed. Null past the ends, where Tab leaves the field.
 */
export function partFrom(parts: readonly Part[], field: Selection, by: 1 | -1): Part | null {
  const start = field.selectionStart ?? 0;
  const end = field.selectionEnd ?? start;
  const at = parts.findIndex((part) => part.start === start && part.end === end);
  if (at !== -1) return parts[at + by] ?? null;
  if (by === -1) return parts.findLast((part) => part.end <= start) ?? null;
  return parts.findLast((part) => part.end <= end) ?? parts[0] ?? null;
}
