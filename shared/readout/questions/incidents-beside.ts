import { addDays } from '#shared/day.ts';
import { counted, listed } from '#shared/readout/wording.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { current, finalPoints, newestValue, type QuestionInput } from './question-input.ts';

/** An SLO's usual window of 28 or 30 days, as weeks of the incident record. */
const WINDOW_WEEKS = 4;

/** Incidents on a service in the newest four weeks; null where nobody counts them for it, which is not none. */
function inWindow(input: QuestionInput, metric: string, entity: string): number | null {
  const reading = current(input, metric).find((known) => known.entity === entity);
  const newest = reading === undefined ? undefined : finalPoints(reading).at(-1);
  if (reading === undefined || newest === undefined) return null;
  const from = addDays(newest.period, -7 * (WINDOW_WEEKS - 1));
  return finalPoints(reading)
    .filter(({ period }) => period >= from)
    .reduce((sum, { value }) => sum + value, 0);
}

function names(readings: readonly SeriesReading[]): string {
  return listed(readings.map(({ entityName }) => entityName));
}

/** Only the organization's own count is known: it cannot say which breach an incident belongs to. */
function organizationOnly(input: QuestionInput): string {
  const reading = current(input, 'sev01-incidents').find(({ entity }) => entity === 'organization');
  const count = reading === undefined ? undefined : newestValue(reading)?.value;
  if (count === undefined) return 'It cannot be compared: no incident record.';
  const named = count === 0 ? 'no Sev0 or Sev1 incident' : counted(count, 'Sev0 or Sev1 incident');
  return `The record has ${named} in the newest week and does not say on which service.`;
}

function unexplained(input: QuestionInput, broken: readonly SeriesReading[]): string {
  const smaller = broken.reduce((sum, { entity }) => sum + (inWindow(input, 'incidents', entity) ?? 0), 0);
  const beside = smaller === 0 ? '' : `; ${counted(smaller, 'smaller one')} on record`;
  return `No Sev0 or Sev1 incident of four weeks explains ${names(broken)}${beside}.`;
}

/** What the incident record says beside SLOs that are broken, and beside those that are met. */
export function incidentsBeside(
  input: QuestionInput,
  broken: readonly SeriesReading[],
  met: readonly SeriesReading[],
): string {
  const severe = (reading: SeriesReading) => inWindow(input, 'sev01-incidents', reading.entity);
  if ([...broken, ...met].every((reading) => severe(reading) === null)) {
    return broken.length === 0 ? '' : organizationOnly(input);
  }
  const explained = broken.filter((reading) => (severe(reading) ?? 0) > 0);
  const silent = broken.filter((reading) => severe(reading) === 0);
  const unknown = broken.filter((reading) => severe(reading) === null);
  const green = met.filter((reading) => (severe(reading) ?? 0) > 0);
  return [
    ...(explained.length === 0 ? [] : [`The incident record explains ${names(explained)}.`]),
    ...(silent.length === 0 ? [] : [unexplained(input, silent)]),
    ...(unknown.length === 0 ? [] : [`No incidents are counted for ${names(unknown)}.`]),
    ...(green.length === 0 ? [] : [`Green beside a real outage: ${names(green)}.`]),
  ].join(' ');
}
