import { NO_SHAPE } from '#shared/tabular/digit-shapes.ts';
import type { Records } from '#shared/tabular/records.ts';

/** The records with the cells blank that say nothing by the person's own words (`n.v.x`, `-1`), compared without case. */
export function withMissing(records: Records, words: readonly string[]): Records {
  if (words.length === 0) return records;
  const known = new Set(words.map((word) => word.trim().toLowerCase()));
  const longest = Math.max(...words.map((word) => word.trim().length));
  const isNothing = (text: string): boolean => {
    const plain = text.trim();
    return plain.length <= longest && known.has(plain.toLowerCase());
  };
  const blanked = (found: string): string => (isNothing(found) ? '' : found);
  const text: Records['text'] = (record, field) => blanked(records.text(record, field));
  const cells: Records['cells'] = (field) => {
    const found = records.cells(field);
    return {
      ...found,
      copyLoose: null,
      hasShapeless: true,
      text: (code) => blanked(found.text(code)),
      // A cell that is blank now is its text alone: its digits must not be taken for a number.
      shape: (record) => (text(record, field) === '' ? NO_SHAPE : found.shape(record)),
    };
  };
  return {
    ...records,
    cells,
    text,
    length: (record, field) => (text(record, field) === '' ? 0 : records.length(record, field)),
    isFilled: (record, field) => records.isFilled(record, field) && text(record, field) !== '',
  };
}
