import { type Day, dayToMs, isoWeek } from '#shared/day.ts';
import type { Registers } from '#shared/registers/registers.ts';

/** `8`, `1 action`, `3 actions`: a count with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** As many names as a sentence carries; more would hide what they have in common. */
export const MOST_NAMED = 12;

/** `a`, `a and b`, `a, b and c`; of a long list the first twelve, and how many more. */
export function listed(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  if (items.length > MOST_NAMED + 1)
    return `${items.slice(0, MOST_NAMED).join(', ')} and ${items.length - MOST_NAMED} more`;
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** The locale in which a readout of this organization writes days and numbers, on whatever machine it is read. */
export function readoutLocale({ organization }: Pick<Registers, 'organization'>): string {
  return organization?.locale ?? 'en-GB';
}

/** English texts take dates in the order of an English locale; any other locale reads them as in Britain. */
function englishLocale(locale: string): string {
  return /^en\b/i.test(locale) ? locale : 'en-GB';
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each locale and form: making one costs more than formatting a hundred days. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

function formatDay(day: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
  const ms = dayToMs(day);
  if (ms === null) return day;
  return dateFormat(englishLocale(locale), options).format(ms).replaceAll(' ', '\u00a0');
}

/** `18 November 2026`, with spaces that do not break. */
export function longDay(day: Day, locale: string): string {
  return formatDay(day, locale, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `18 November`. */
export function dayAndMonth(day: Day, locale: string): string {
  return formatDay(day, locale, { day: 'numeric', month: 'long' });
}

/** `18 Nov`. */
export function shortDay(day: Day, locale: string): string {
  return formatDay(day, locale, { day: 'numeric', month: 'short' });
}

/** `week 46`, by ISO 8601. */
export function weekOf(day: Day): string {
  const ms = dayToMs(day);
  return ms === null ? day : `week\u00a0${isoWeek(ms).week}`;
}

/** The text as one sentence: one full stop, no space around it, first letter large unless it is a name (`search-api`). */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const ended = /[.!?…:]["”’)]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return /^\p{L}+(?=[\s,:;.])/u.test(ended) ? ended.charAt(0).toUpperCase() + ended.slice(1) : ended;
}

/** The text cut at a word so that it has at most `most` characters, with an ellipsis when something is gone. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\u00a0'));
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:(]+$/u, '')}…`;
}

/** Words as a reader counts them: runs without space. */
export function wordCount(text: string): number {
  return text.split(/[\s\u00a0]+/).filter((word) => word !== '').length;
}

const MINUS = '\u2212';

/** Minutes and seconds of a length in seconds: `0:20`, `61:05`. */
export function clockWords(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

type Minutes = { readonly planned: number; readonly used: number; readonly usedSeconds?: number };

/** What a block used, to the second where that was kept. */
export function usedWords({ used, usedSeconds }: Minutes): string {
  return usedSeconds === undefined ? String(used) : clockWords(usedSeconds);
}

/** Used less planned with its sign: `+1:05`, `−0:25`; empty where they are the same. */
export function differenceWords({ planned, used, usedSeconds }: Minutes): string {
  const difference = (usedSeconds ?? used * 60) - planned * 60;
  if (difference === 0) return '';
  const size = Math.abs(difference);
  const sign = difference > 0 ? '+' : MINUS;
  return `${sign}${usedSeconds === undefined ? size / 60 : clockWords(Math.round(size))}`;
}
