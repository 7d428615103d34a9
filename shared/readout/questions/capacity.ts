import type { Day } from '#shared/day.ts';
import { listed, weekOf } from '#shared/readout/wording.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { type ComputedAnswer, current, finalPoints, type QuestionInput } from './question-input.ts';

const PARTS = [
  ['capacity-new-work', 'new work'],
  ['capacity-maintenance', 'planned upkeep'],
  ['capacity-toil', 'toil'],
  ['capacity-compliance', 'compliance'],
] as const;

const PERIODS_BEFORE = 12;
/** Under four periods only shares are given, no change. */
const PERIODS_TO_COMPARE = 3;

type Part = { readonly name: string; readonly readings: readonly SeriesReading[] };

/** Share over entities: hours summed and divided last; without hours the mean of one series is its own share. */
function shareOver(readings: readonly SeriesReading[], within: (day: Day) => boolean): number | null {
  const points = readings.flatMap((reading) => finalPoints(reading).filter(({ period }) => within(period)));
  const hours = points.flatMap(({ numerator, denominator }) =>
    numerator === null || denominator === null ? [] : [{ numerator, denominator }],
  );
  const all = hours.reduce((sum, { denominator }) => sum + denominator, 0);
  if (all > 0) return hours.reduce((sum, { numerator }) => sum + numerator, 0) / all;
  if (readings.length !== 1 || points.length === 0) return null;
  return points.reduce((sum, { value }) => sum + value, 0) / points.length;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

function shares(parts: readonly Part[], within: (day: Day) => boolean): string {
  const named = parts.flatMap(({ name, readings }) => {
    const share = shareOver(readings, within);
    return share === null ? [] : [`${name} ${percent(share)}`];
  });
  return named.join(', ');
}

function coverage(input: QuestionInput, readings: readonly SeriesReading[]): string {
  if (readings.some(({ entity }) => entity === 'organization')) return '';
  const teams = input.registers.entities.filter(
    ({ kind, active, aliasOf }) => kind === 'team' && active && aliasOf === null,
  );
  const reporting = new Set(readings.map(({ entity }) => entity)).size;
  if (teams.length === 0 || reporting === teams.length) return '';
  const share = reporting / teams.length;
  const caution = share < 0.7 ? ', so this speaks of the teams that report' : '';
  return ` ${reporting} of ${teams.length} teams ${reporting === 1 ? 'reports' : 'report'}${caution}.`;
}

/** Question 5: shares of the newest complete period, hours summed over teams, beside the twelve before. */
export function answerCapacity(input: QuestionInput): ComputedAnswer {
  const parts = PARTS.map(([metric, name]): Part => {
    const readings = current(input, metric);
    const teams = readings.filter(({ entity }) => entity !== 'organization');
    return { name, readings: teams.length > 0 ? teams : readings };
  }).filter(({ readings }) => readings.length > 0);
  const readings = parts.flatMap((part) => part.readings);
  const periods = [
    ...new Set(readings.flatMap((reading) => finalPoints(reading).map(({ period }) => period))),
  ].sort();
  const newest = periods.at(-1);
  const now = newest === undefined ? '' : shares(parts, (day) => day === newest);
  if (newest === undefined || now === '') {
    return {
      id: 'q5',
      kind: 'not-answered',
      text: 'Not answered: no capacity data. A weekly split by team, in hours or tickets, would give it.',
      evidence: [],
    };
  }
  const earlier = periods.slice(0, -1).slice(-PERIODS_BEFORE);
  const from = earlier[0];
  const before =
    from === undefined || earlier.length < PERIODS_TO_COMPARE
      ? ''
      : shares(parts, (day) => day >= from && day < newest);
  const missing = PARTS.filter(([, name]) => !parts.some((part) => part.name === name)).map(
    ([, name]) => name,
  );
  const gaps = missing.length === 0 ? '' : ` Not measured: ${listed(missing)}.`;
  const compared = before === '' ? '' : ` (${earlier.length} periods before: ${before})`;
  return {
    id: 'q5',
    kind: 'computed',
    text: `In ${weekOf(newest)}: ${now}${compared}.${gaps}${coverage(input, readings)}`,
    evidence: readings.map(({ id }) => id),
  };
}
