import type { Review } from '#shared/review/review.ts';

const NBSP = '\u00a0';
const MINUS = '\u2212';
const MINUTE_MS = 60_000;

/** Seconds as a clock shows them: `4:12`, from an hour on `1:02:10`. */
function digits(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours === 0 ? minutes : `${hours}:${two(minutes)}`}:${two(seconds % 60)}`;
}

/** What is left as a clock shows it, past zero with a minus: `4:12`, `1:02:10`, `−2:10`. */
export function clockFigure(ms: number): string {
  const seconds = ms < 0 ? Math.floor(-ms / 1000) : Math.ceil(ms / 1000);
  return `${ms < 0 && seconds > 0 ? MINUS : ''}${digits(seconds)}`;
}

/** What has passed as a clock shows it, in full seconds: `0:00` for the first of them. */
export function passedFigure(ms: number): string {
  return digits(Math.floor(Math.max(0, ms) / 1000));
}

/** What has passed in minutes and seconds, beside a plan in minutes: `74:21`. */
export function minutesFigure(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A difference of plan and use with its sign: `+1:05`, `−0:25`. */
export function clockDifference(ms: number): string {
  const seconds = ms > 0 ? Math.floor(ms / 1000) : Math.ceil(-ms / 1000);
  const sign = seconds === 0 ? '' : ms > 0 ? '+' : MINUS;
  return `${sign}${minutesFigure(seconds * 1000)}`;
}

/** Whole minutes in words: `1 min`, `12 min`. */
export function inMinutes(ms: number): string {
  return `${Math.max(1, Math.round(ms / MINUTE_MS))}${NBSP}min`;
}

/** How long something lasted, in the words one would use: `40 s`, `4 min`, `1 h 20 min`, `3 days 2 h`. */
export function lasting(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}${NBSP}s`;
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 60) return `${minutes}${NBSP}min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours}${NBSP}h${minutes % 60 === 0 ? '' : ` ${minutes % 60}${NBSP}min`}`;
  const days = Math.floor(hours / 24);
  return `${days}${NBSP}${days === 1 ? 'day' : 'days'}${hours % 24 === 0 ? '' : ` ${hours % 24}${NBSP}h`}`;
}

/** `1 action`, `3 actions`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** A count as a title begins with it: `Six`, `12`. */
export function spelled(count: number): string {
  return WORDS[count] ?? String(count);
}

/** A text that goes on in mid-sentence: its first letter small, unless the word is an id or an abbreviation. */
export function midSentence(text: string): string {
  const trimmed = text.trim().replace(/[.\s]+$/, '');
  const [first = '', ...rest] = [...(/^\S+/.exec(trimmed)?.[0] ?? '')];
  const stays = /[\p{Lu}\p{N}]/u.test(rest.join(''));
  return stays ? trimmed : `${first.toLowerCase()}${trimmed.slice(first.length)}`;
}

/** Why the clock is held, while it is and somebody said so. */
export function heldBecause(review: Pick<Review, 'marks'>): string | null {
  const mark = review.marks.findLast(({ kind }) => kind === 'held' || kind === 'resumed');
  return mark?.kind === 'held' ? (mark.reason ?? null) : null;
}

type Attended = Pick<Review, 'attendance' | 'presence' | 'guests'>;

/** `12 are here, 3 of them remote, 1 guest, 2 sent word.`; null where nobody is marked. */
export function attendanceWords({ attendance, presence, guests }: Attended): string | null {
  const marks = Object.values(attendance);
  const here = marks.filter((mark) => mark === 'here').length;
  const away = marks.length - here;
  const remote = Object.entries(presence).filter(
    ([id, one]) => one.remote && attendance[id] === 'here',
  ).length;
  if (marks.length === 0 && guests.length === 0) return null;
  const parts = [
    `${here} ${here === 1 ? 'is' : 'are'} here`,
    ...(remote === 0 ? [] : [`${remote} of them remote`]),
    ...(guests.length === 0 ? [] : [counted(guests.length, 'guest')]),
    ...(away === 0 ? [] : [`${away} sent word`]),
  ];
  return `${parts.join(', ')}.`;
}

type Roles = Pick<Review, 'facilitator' | 'scribe' | 'timekeeper'>;

/** `Li Wei leads, Maria Silva writes, Tom Okafor keeps the time`; empty where nobody is named. */
export function rolesWords(
  { facilitator, scribe, timekeeper }: Roles,
  nameOf: (id: string) => string,
): string {
  return [
    ...(facilitator === null ? [] : [`${nameOf(facilitator)} leads`]),
    ...(scribe === null ? [] : [`${nameOf(scribe)} writes`]),
    ...(timekeeper === null ? [] : [`${nameOf(timekeeper)} keeps the time`]),
  ].join(', ');
}

const TIMES = ['Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];

/** `Third review in a row. `, for so many reviews before this one; nothing for none. */
export function inARow(before: number): string {
  if (before === 0) return '';
  return `${TIMES[before - 1] ?? `Review ${before + 1}`} ${before <= TIMES.length ? 'review ' : ''}in a row. `;
}
