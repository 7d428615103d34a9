import type { Day } from '#shared/day.ts';
import { counted, listed, longDay } from '#shared/readout/wording.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import {
  type ComputedAnswer,
  current,
  finalPoints,
  newestDay,
  newestValue,
  type QuestionInput,
} from './question-input.ts';

/** The organization's own series where there is one, else every part of it. */
function whole(readings: readonly SeriesReading[]): readonly SeriesReading[] {
  const organization = readings.filter(({ entity }) => entity === 'organization');
  return organization.length > 0 ? organization : readings;
}

/** A stock now: the newest values of all its parts. Null when it is not measured, which is never zero. */
function stockNow(input: QuestionInput, metric: string): number | null {
  const values = whole(current(input, metric)).flatMap((reading) => newestValue(reading)?.value ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}

/** What flowed in the periods that ended after a day. */
function flowSince(input: QuestionInput, metric: string, since: Day | null): number | null {
  const readings = whole(current(input, metric));
  if (readings.length === 0) return null;
  const points = readings.flatMap((reading) =>
    since === null
      ? finalPoints(reading).slice(-1)
      : finalPoints(reading).filter(({ period }) => period >= since),
  );
  return points.reduce((sum, { value }) => sum + value, 0);
}

/** Start of the week of the review before this one. */
function lastReview(input: QuestionInput): Day | null {
  return (
    input.registers.reviews.findLast(
      ({ status, date }) => status === 'closed' && date !== null && date < input.asOf,
    )?.date ?? null
  );
}

/** `3 critical and 4 high`, `1 critical`: the kinds that are measured and open. */
function openCounts(counts: readonly (readonly [kind: string, count: number | null])[]): string {
  return listed(
    counts.flatMap(([kind, count]) => (count === null || count === 0 ? [] : [`${count} ${kind}`])),
  );
}

function weaknessSentence(input: QuestionInput): string | null {
  const critical = stockNow(input, 'open-critical-cves');
  const high = stockNow(input, 'open-high-cves');
  if (critical === null && high === null) return null;
  const kinds = [['critical', critical] as const, ['high', high] as const];
  const measured = kinds.filter(([, count]) => count !== null).map(([kind]) => kind);
  const unmeasured = kinds.filter(([, count]) => count === null).map(([kind]) => kind);
  const gap = unmeasured.length === 0 ? '' : `; ${unmeasured[0]} ones are not measured`;
  const sum = (critical ?? 0) + (high ?? 0);
  if (sum === 0) return `No ${measured.join(' or ')} fixable CVE is open${gap}.`;
  const noun = sum === 1 ? 'fixable CVE is open' : 'fixable CVEs are open';
  return `${openCounts(kinds)} ${noun}${flows(input, critical)}${gap}.`;
}

/** What came and went since the last review, and how old the oldest critical one is. */
function flows(input: QuestionInput, critical: number | null): string {
  const since = lastReview(input);
  const opened = flowSince(input, 'cves-opened', since);
  const closed = flowSince(input, 'cves-closed', since);
  const oldest = stockOldest(input);
  const details = [
    ...(opened === null ? [] : [`${opened} opened`]),
    ...(closed === null ? [] : [`${closed} closed`]),
    ...(oldest === null || critical === 0
      ? []
      : [`the oldest critical is ${counted(Math.round(oldest), 'day')} old`]),
  ];
  return details.length === 0 ? '' : ` (${details.join(', ')})`;
}

function stockOldest(input: QuestionInput): number | null {
  const ages = whole(current(input, 'critical-cve-age')).flatMap(
    (reading) => newestValue(reading)?.value ?? [],
  );
  return ages.length === 0 ? null : Math.max(...ages);
}

function missingSince(input: QuestionInput, metrics: readonly string[], nothing: string): string {
  const since = newestDay(input, metrics);
  return since === null ? `${nothing}.` : `${nothing} since ${longDay(since, input.locale)}.`;
}

/** Question 4: known weakness and ownerless assets. Each half may be answered alone; no scan is never zero. */
export function answerOpenWeakness(input: QuestionInput): ComputedAnswer {
  const weakness = weaknessSentence(input);
  const orphans = stockNow(input, 'orphaned-assets');
  const cves =
    weakness ?? missingSince(input, ['open-critical-cves', 'open-high-cves'], 'CVEs not answered: no scan');
  const owners =
    orphans === null
      ? missingSince(input, ['orphaned-assets'], 'Owners not answered: no asset list')
      : orphans === 0
        ? 'Every asset has an owner.'
        : `${counted(orphans, 'asset')} ${orphans === 1 ? 'has' : 'have'} no valid owner.`;
  const metrics = ['open-critical-cves', 'open-high-cves', 'orphaned-assets'];
  return {
    id: 'q4',
    kind: weakness === null && orphans === null ? 'not-answered' : 'computed',
    text: `${cves} ${owners}`,
    evidence: metrics.flatMap((metric) => whole(current(input, metric)).map(({ id }) => id)),
  };
}
