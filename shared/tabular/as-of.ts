import { type Day, dayToMs } from '#shared/day.ts';

const IN_TEXT = /(20\d{2})[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)/g;

function daysIn(text: string): readonly Day[] {
  return [...text.matchAll(IN_TEXT)].flatMap((match) => {
    const day = `${match[1]}-${match[2]}-${match[3] ?? '01'}`;
    return dayToMs(day) === null ? [] : [day];
  });
}

const YEAR_IN_TEXT = /(?<!\d)(20\d{2})(?!\d)/;

/** Years that periods without one may be of: those in the title and the name of the file, then this year and the last. */
export function yearProposals(fileName: string, caption: string | null, today: Day): readonly number[] {
  const named = [caption ?? '', fileName].flatMap((text) => YEAR_IN_TEXT.exec(text)?.[1] ?? []);
  const now = Number(today.slice(0, 4));
  return [...new Set([...named.map(Number), now, now - 1])];
}

/** Days that a file without dates may describe: those in its title and name, then today. */
export function asOfProposals(fileName: string, caption: string | null, today: Day): readonly Day[] {
  return [...new Set([...daysIn(caption ?? ''), ...daysIn(fileName), today])];
}
