import { type Day, dayToMs, msToDay } from '#shared/day.ts';
import { orderEvidence, readMoment } from '#shared/tabular/dates.ts';
import type { Table } from '#shared/tabular/table.ts';

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

/** Days written in words or in another order, as title blocks have them; one whose order is open is left out. */
function momentsIn(title: readonly string[]): readonly Day[] {
  return title.flatMap((text) => {
    const written = /^[^:]{0,40}:\s(.+)$/.exec(text)?.[1] ?? text;
    const order = orderEvidence(written);
    if (order === 'open') return [];
    const found = readMoment(written, { order: order ?? 'ymd', epoch: null });
    return found?.kind === 'moment' && found.grain !== 'week' ? [msToDay(found.ms)] : [];
  });
}

/** Days that a title block gives, as starts of days in calendar milliseconds: when the file was made, or of when it is. */
export function daysMade(title: readonly string[]): readonly number[] {
  const days = [...momentsIn(title), ...title.flatMap((text) => (FULL_DAY.test(text) ? daysIn(text) : []))];
  return [...new Set(days)].flatMap((day) => dayToMs(day) ?? []);
}

const FULL_DAY = /20\d{2}[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\d|3[01])(?!\d)/;

const LOOKED_AT = 20_000;

/** Newest moment in a date column of the first rows, in calendar milliseconds: what a register mentions last. NaN where there is none. */
export function newestMention({
  columns,
  records,
  rows,
}: Pick<Table, 'columns' | 'records' | 'rows'>): number {
  let newest = Number.NaN;
  for (const column of columns.filter((each) => each.kind === 'date' && !each.tokens.includes('due'))) {
    for (const record of rows.slice(0, LOOKED_AT)) {
      const moment = readMoment(records.text(record, column.index), column.style);
      if (moment?.kind === 'moment' && !(moment.ms <= newest)) newest = moment.ms;
    }
  }
  return newest;
}

/**
 * Days that a file without dates may describe: those above its table and in its name, the newest that it mentions,
 * then today. `newest` is in calendar milliseconds, NaN where the file mentions none.
 */
export function asOfProposals(
  file: { readonly name: string; readonly title: readonly string[]; readonly newest: number },
  today: Day,
): readonly Day[] {
  const newest = Number.isNaN(file.newest) ? [] : [msToDay(file.newest)];
  const mentioned = [
    ...momentsIn(file.title),
    ...file.title.flatMap(daysIn),
    ...daysIn(file.name),
    ...newest,
  ];
  return [...new Set([...mentioned.filter((day) => day <= today), today])];
}
