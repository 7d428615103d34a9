import { type Day, dayToMs } from '#shared/day.ts';

const IN_TEXT = /(20\d{2})[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)/g;

function daysIn(text: string): readonly Day[] {
  return [...text.matchAll(IN_TEXT)].flatMap((match) => {
    const day = `${match[1]}-${match[2]}-${match[3] ?? '01'}`;
    return dayToMs(day) === null ? [] : [day];
  });
}

/** Days that a file without dates may describe: those in its title and name, then today. */
export function asOfProposals(fileName: string, caption: string | null, today: Day): readonly Day[] {
  return [...new Set([...daysIn(caption ?? ''), ...daysIn(fileName), today])];
}
