import { addDays, type Day, msToDay } from '#shared/day.ts';
import { formatShort } from '#shared/figures.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { inSentence } from '#shared/signals/sentence.ts';
import type { NamedConstraint } from './review.ts';

/** An improvement that began so long before the constraint was named counts as what was done for it. */
const BEFORE_DAYS = 7;

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}-]{3,}/gu) ?? []);
}

/** Whether the text names the entity: by its name, or by its id where ids are counted (`I-1`). */
function names(text: string, { entity, entityName }: SeriesReading): boolean {
  if (entity === 'organization') return false;
  const lower = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, ' ')} `;
  return [entity, entityName].some((name) => lower.includes(` ${name.toLowerCase()} `));
}

function finalValues({ points }: SeriesReading): readonly { readonly period: Day; readonly value: number }[] {
  return points.flatMap(({ period, value, mature }) => (mature && value !== null ? [{ period, value }] : []));
}

/** The constraint's own series: one of an entity that its name or its evidence names: what got worse, else by the words they share. */
export function seriesOfConstraint(
  { name, evidence }: Pick<NamedConstraint, 'name' | 'evidence'>,
  readings: readonly SeriesReading[],
): SeriesReading | null {
  const about = [name, ...evidence];
  const named = about
    .map((text) => readings.filter((reading) => names(text, reading) && finalValues(reading).length > 1))
    .find((found) => found.length > 0);
  if (named === undefined) return null;
  const words = wordsOf(about.join(' '));
  const shared = ({ metricName }: SeriesReading) =>
    [...wordsOf(metricName)].filter((word) => words.has(word)).length;
  const worse = ({ state }: SeriesReading) => Number(state === 'worse');
  // A series without a good side cannot say whether the limit moved.
  const sided = named.filter(({ good }) => good !== 'neutral');
  return (
    sided.toSorted((left, right) => worse(right) - worse(left) || shared(right) - shared(left))[0] ?? null
  );
}

/**
 * Whether the constraint's own series has moved since it was named: it has when it is better than its own past since
 * then; else both values stand beside each other. Null where no series is its own.
 */
export function constraintSince(
  constraint: Pick<NamedConstraint, 'name' | 'evidence' | 'atMs'>,
  readings: readonly SeriesReading[],
): string | null {
  const reading = seriesOfConstraint(constraint, readings);
  if (reading === null) return null;
  const since = msToDay(constraint.atMs);
  const values = finalValues(reading);
  const then = values.findLast(({ period }) => addDays(period, 7) <= since) ?? values[0];
  const now = values.at(-1);
  if (then === undefined || now === undefined) return null;
  const subject = `${reading.entityName}, ${inSentence(reading.metricName)}`;
  const figures = `${formatShort(then.value, reading.unit)} when it was named, ${formatShort(now.value, reading.unit)} now`;
  const better = reading.signals.some(
    ({ direction, onset, ended }) =>
      direction === 'better' && ended === undefined && onset >= addDays(since, -BEFORE_DAYS),
  );
  return `Its own series ${better ? 'moved' : 'did not move beyond its noise'} (${subject}: ${figures}).`;
}
