import type { Day } from '#shared/day.ts';

export type DateReading =
  | {
      readonly kind: 'day';
      readonly day: Day;
      /** Could be meant otherwise, so it is shown to be looked at. */
      readonly check: boolean;
      readonly weekday: number | null;
      /** Is a word or a figure of the sentence as well, so it counts only where it stands apart from it. */
      readonly alsoWord: boolean;
      /** Counts only after a word that leads a date in: `by the 12th`. */
      readonly onlyLed: boolean;
    }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'needs-fiscal-year' };

/** A date that begins at a word, and how many words it takes. */
export type DatePhrase = { readonly length: number; readonly reading: DateReading };

export function certain(day: Day): Extract<DateReading, { kind: 'day' }> {
  return { kind: 'day', day, check: false, weekday: null, alsoWord: false, onlyLed: false };
}

export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, date };
}
