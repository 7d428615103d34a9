import { addDays, type Day } from '#shared/day.ts';
import { verdictById } from '#shared/drive/registers.ts';
import type { VerdictOnRecord } from '#shared/registers/registers.ts';
import { subjectOf } from '#shared/signals/anomaly-id.ts';
import type { Anomaly, SeriesReading } from '#shared/signals/reading.ts';
import type { Verdict, VerdictId } from './review.ts';

export type VerdictNeed = 'owner' | 'due' | 'until' | 'reason';

/** What a verdict has to come with. */
export function verdictNeeds(verdict: VerdictId): readonly VerdictNeed[] {
  const rule = verdictById(verdict);
  if (rule === undefined) return [];
  const needs: readonly string[] = rule.reason === 'required' ? [...rule.needs, 'reason'] : rule.needs;
  return (['owner', 'due', 'until', 'reason'] as const).filter((need) => needs.includes(need));
}

/** What a verdict still lacks; nothing is refused for it in the meeting, the read-back asks. */
export function verdictLacks(
  verdict: Pick<Verdict, 'verdict' | 'owner' | 'due' | 'until' | 'reason'>,
): readonly VerdictNeed[] {
  return verdictNeeds(verdict.verdict).filter((need) => (verdict[need] ?? '').trim() === '');
}

/** How many times in a row the last reviews said *watch*; a review that did not reach it neither counts nor breaks. */
export function watchesInARow(history: readonly VerdictOnRecord[]): number {
  const spoken = history.filter((entry) => entry.verdict !== 'not-reached');
  const last = spoken.findLastIndex((entry) => entry.verdict !== 'watch');
  return spoken.length - 1 - last;
}

/** The third *watch* in a row has to become another verdict. */
export function mayWatchAgain(history: readonly VerdictOnRecord[]): boolean {
  return watchesInARow(history) < 2;
}

/** When to look again unless somebody says otherwise: the next review but one after `reviews[0]` being the next. */
export function defaultWatchUntil(reviews: readonly Day[]): Day | null {
  return reviews[1] ?? null;
}

/** What reviews before this one said about the same, whatever they were shown of it: oldest first. */
export function verdictsAbout(
  verdicts: ReadonlyMap<string, readonly VerdictOnRecord[]>,
  anomaly: string,
  review: string,
): readonly VerdictOnRecord[] {
  const subject = subjectOf(anomaly);
  return [...verdicts]
    .flatMap(([id, history]) => (subjectOf(id) === subject ? history : []))
    .filter((entry) => entry.review !== review)
    .toSorted((left, right) => ((left.date ?? '') < (right.date ?? '') ? -1 : 1));
}

export type WatchDue = { readonly anomaly: string; readonly until: Day; readonly reason: string | null };

/** Anomalies that somebody wanted to look at again by this day. */
export function watchesDue(
  verdicts: ReadonlyMap<string, readonly VerdictOnRecord[]>,
  today: Day,
): readonly WatchDue[] {
  return [...verdicts].flatMap(([anomaly, history]) => {
    const last = history.findLast((entry) => entry.verdict !== 'not-reached');
    if (last?.verdict !== 'watch' || last.until === null || last.until > today) return [];
    return [{ anomaly, until: last.until, reason: last.reason }];
  });
}

/** What an anomaly's episode is known by in every review: series and kind, whatever its onset was found to be. */
function episodeKey(anomaly: string): string {
  return anomaly.split('|').slice(0, -1).join('|') || anomaly;
}

/**
 * Finds what was said about the very thing that an anomaly shows: the same series and kind, on or after the day on
 * which it began. Oldest first. What was said before it began was about something else.
 */
export function verdictsByEpisode(
  verdicts: ReadonlyMap<string, readonly VerdictOnRecord[]>,
): (anomaly: Pick<Anomaly, 'id' | 'onset'>) => readonly VerdictOnRecord[] {
  const known = new Map<string, VerdictOnRecord[]>();
  for (const [id, history] of verdicts) {
    const key = episodeKey(id);
    known.set(key, [...(known.get(key) ?? []), ...history]);
  }
  return ({ id, onset }) =>
    (known.get(episodeKey(id)) ?? [])
      .filter(({ date }) => date === null || date >= onset)
      .toSorted((left, right) => ((left.date ?? '') < (right.date ?? '') ? -1 : 1));
}

/** How much further from its centre, in sigma, a watched anomaly has to be to come back before its day (ours). */
const WORSE_BY = 0.5;

const PERIOD_DAYS: Readonly<Record<SeriesReading['grain'], number>> = { day: 1, week: 7, month: 28 };

/** Distance in sigma of the newest final value from its centre, of those that were whole by a day; null without one. */
function distanceBy({ points, grain }: SeriesReading, by: Day | null): number | null {
  const point = points.findLast(
    ({ period, value, mature }) =>
      mature && value !== null && (by === null || addDays(period, PERIOD_DAYS[grain]) <= by),
  );
  const { value = null, centre = null, upper = null } = point ?? {};
  if (value === null || centre === null || upper === null || upper <= centre) return null;
  return (Math.abs(value - centre) / (upper - centre)) * 3;
}

/** Further from its centre than when it was talked about: by its signal, or by its newest value. */
function isWorse({ reading }: Pick<Anomaly, 'reading'>, last: VerdictOnRecord): boolean {
  const strength = reading.signals.at(-1)?.strength ?? null;
  const grown = (now: number | null, then: number | null) =>
    now !== null && then !== null && Math.abs(now) >= Math.abs(then) + WORSE_BY;
  return (
    grown(strength, last.strength) ||
    (last.date !== null && grown(distanceBy(reading, null), distanceBy(reading, last.date)))
  );
}

function lastSpoken(history: readonly VerdictOnRecord[]): VerdictOnRecord | undefined {
  return history.findLast((entry) => entry.verdict !== 'not-reached');
}

/**
 * The day until which a watched anomaly rests, null when it belongs before the room: nobody is watching it, its day has
 * come, or it has got worse since.
 */
export function restsUntil(
  anomaly: Pick<Anomaly, 'reading'>,
  history: readonly VerdictOnRecord[],
  today: Day,
): Day | null {
  const last = lastSpoken(history);
  if (last?.verdict !== 'watch' || last.until === null || last.until <= today) return null;
  return isWorse(anomaly, last) ? null : last.until;
}

/**
 * What settled an anomaly in an earlier review, so that it is not put before the room unchanged: its cause was named,
 * or it was called noise. Null when nothing did, when it has got worse since, and always for a check that stops the line.
 */
export function settledBy(
  anomaly: Pick<Anomaly, 'reading' | 'check'>,
  history: readonly VerdictOnRecord[],
): VerdictOnRecord | null {
  const last = lastSpoken(history);
  if (last === undefined || (last.verdict !== 'explained' && last.verdict !== 'noise')) return null;
  return anomaly.check?.level === 'stop' || isWorse(anomaly, last) ? null : last;
}

/** Share of the verdicts that said *noise*: the felt price of the sensitivity. Null without a verdict. */
export function noiseShare(verdicts: ReadonlyMap<string, readonly VerdictOnRecord[]>): number | null {
  const spoken = [...verdicts.values()].flat().filter((entry) => entry.verdict !== 'not-reached');
  if (spoken.length === 0) return null;
  return spoken.filter((entry) => entry.verdict === 'noise').length / spoken.length;
}

const HELD_POINTS = 8;

/** An explained level that has held for eight points on one side of its old centre may get limits of its own. */
export function offersRebaseline(anomaly: Anomaly): boolean {
  const since = anomaly.reading.points.filter(
    (point) => point.period >= anomaly.onset && point.mature && point.value !== null,
  );
  const sides = since.map((point) => Math.sign((point.value ?? 0) - (point.centre ?? Number.NaN)));
  return since.length >= HELD_POINTS && sides.every((side) => side !== 0 && side === sides[0]);
}
