import { epochUnit, readMoment } from '#shared/tabular/dates.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import type { MomentStyle } from '#shared/tabular/moment.ts';
import { readQuantity } from '#shared/tabular/quantity.ts';

/** What a cell looks like on its own, before anything is known about its column. */
export type CellKind = 'missing' | 'number' | 'date' | 'text';

const OPEN: MomentStyle = { order: 'dmy', epoch: null };

/** Whether a text is a date, moment or period in any order of day and month, or an impossible one. */
export function looksLikeMoment(text: string): boolean {
  return readMoment(text, OPEN) !== null;
}

export function cellKind(text: string): CellKind {
  if (isMissing(text)) return 'missing';
  if (text.length > 60) return 'text';
  if (looksLikeMoment(text)) return 'date';
  if (readQuantity(text) !== null) return epochUnit(text.trim()) === null ? 'number' : 'date';
  return 'text';
}
