import { DAY_MS } from '#shared/day.ts';
import type { Moment, ReadMoment } from '#shared/tabular/moment.ts';

const SEPARATORS = [
  ' - ',
  ' – ',
  ' — ',
  '–',
  '—',
  ' to ',
  ' bis ',
  ' au ',
  ' al ',
  ' a ',
  '~',
  '〜',
  '/',
  '-',
];

/** Length of the period that a first and a last day enclose. */
function grainOf(days: number): Moment['grain'] {
  if (days === 6 || days === 7) return 'week';
  if (days >= 27 && days <= 31) return 'month';
  return days >= 89 && days <= 92 ? 'quarter' : 'day';
}

/** The first day, which may leave its year to the last one (`30.03.–05.04.2026`, `Dec 28 - Jan 3, 2027`). */
function firstDay(text: string, last: Moment, read: (text: string) => ReadMoment): Moment | null {
  const own = read(text);
  if (own !== null) return own.kind === 'moment' ? own : null;
  const year = new Date(last.ms).getUTCFullYear();
  for (const each of [year, year - 1]) {
    const found = read(`${text}${each}`) ?? read(`${text} ${each}`);
    if (found?.kind === 'moment' && found.ms <= last.ms) return found;
  }
  return null;
}

/** Reads a range of two days as the period that begins with the first; null when the text is none. */
export function readRange(text: string, read: (text: string) => ReadMoment): ReadMoment {
  if (text.length < 10 || !/\d/.test(text)) return null;
  for (const separator of SEPARATORS) {
    const at = middle(text, separator);
    if (at <= 0) continue;
    const last = read(text.slice(at + separator.length).trim());
    if (last?.kind !== 'moment' || last.grain !== 'day') continue;
    const first = firstDay(text.slice(0, at).trim(), last, read);
    if (first === null || first.grain !== 'day' || first.ms > last.ms) continue;
    const grain = grainOf(Math.round((last.ms - first.ms) / DAY_MS));
    return { kind: 'moment', ms: first.ms, grain, format: `${first.format} – ${last.format}` };
  }
  return null;
}

/** Where a separator stands; of a mark that dates are written with as well, the one in the middle. */
function middle(text: string, separator: string): number {
  if (separator !== '/' && separator !== '-') return text.indexOf(separator);
  const half = (text.length - 1) / 2;
  return Number.isInteger(half) && text.charAt(half) === separator ? half : -1;
}
