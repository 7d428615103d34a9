import { type Day, dayToMs } from '#shared/day.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each form: making one costs more than formatting a hundred days. */
function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

function format(day: Day, options: Intl.DateTimeFormatOptions): string {
  const ms = dayToMs(day);
  if (ms === null) return day;
  return dateFormat(options).format(ms).replace(/(\d) /g, '$1\u00a0').replace(',', '');
}

/** `18 Nov`, with a no-break space; the year is added when it is not the year of `near`. */
export function shortDay(day: Day, near?: Day): string {
  const sameYear = near === undefined || near.slice(0, 4) === day.slice(0, 4);
  return format(day, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** `Wednesday 18 November`. */
export function longDay(day: Day): string {
  return format(day, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** `Wed 18 Nov`. */
export function weekDay(day: Day): string {
  return format(day, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** `18 November`. */
export function dayAndMonth(day: Day): string {
  return format(day, { day: 'numeric', month: 'long' });
}
