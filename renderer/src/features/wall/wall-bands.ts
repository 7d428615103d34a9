import type { WallView } from '#renderer/src/state/wall-view.ts';
import { dimensions } from '#shared/drive/catalogue.ts';
import { groupBy } from '#shared/events/group-by.ts';
import type { Registers } from '#shared/registers/registers.ts';
import type { SeriesReading, SeriesState } from '#shared/signals/reading.ts';

export type Band = {
  readonly id: string;
  readonly name: string;
  readonly readings: readonly SeriesReading[];
};

const FIRST: Readonly<Record<SeriesState, number>> = {
  worse: 0,
  changed: 1,
  better: 2,
  routine: 3,
  stale: 4,
  missing: 5,
};

const NO_TEAM = 'No team';

function strength(reading: SeriesReading): number {
  return Math.max(0, ...reading.signals.map((signal) => Math.abs(signal.strength)));
}

function byState(left: SeriesReading, right: SeriesReading): number {
  return (
    FIRST[left.state] - FIRST[right.state] ||
    (left.state === 'routine' ? 0 : strength(right) - strength(left)) ||
    left.metricName.localeCompare(right.metricName) ||
    left.entityName.localeCompare(right.entityName)
  );
}

/** The team that answers for an entity: its own name for a team; null where nobody said. */
export type TeamOf = (entity: string) => string | null;

export function teamsOf(entities: Registers['entities']): TeamOf {
  const named = new Map(entities.map((one) => [one.id, one.displayName ?? one.id]));
  const teams = new Map(
    entities.map((one) => [one.id, one.kind === 'team' ? (one.displayName ?? one.id) : one.team]),
  );
  return (entity) => {
    const team = teams.get(entity) ?? null;
    return team === null ? null : (named.get(team) ?? team);
  };
}

/** Groups by name, in the order of the alphabet: nobody is first because of a number. */
function inAlphabet(
  readings: readonly SeriesReading[],
  nameOf: (reading: SeriesReading) => string | null,
  last: string,
): readonly Band[] {
  const groups = groupBy(readings, (reading) => nameOf(reading) ?? '');
  return [...groups]
    .map(([id, own]) => ({ id, name: id === '' ? last : id, readings: own.toSorted(byState) }))
    .sort((left, right) => (left.id === '' ? 1 : right.id === '' ? -1 : left.name.localeCompare(right.name)));
}

function byDimension(readings: readonly SeriesReading[]): readonly Band[] {
  const named = [
    ...dimensions.map(({ id, name }) => ({ id: id as string, name })),
    { id: '', name: 'Own metrics' },
  ];
  return named
    .map(({ id, name }) => ({
      id,
      name,
      readings: readings.filter((reading) => (reading.dimension ?? '') === id).toSorted(byState),
    }))
    .filter((band) => band.readings.length > 0);
}

/** Series in groups; inside each the signals come first, the rest by metric. Teams are never put in order of value. */
export function bandsOf(
  readings: readonly SeriesReading[],
  by: WallView['by'],
  teamOf: TeamOf,
): readonly Band[] {
  switch (by) {
    case 'dimension':
      return byDimension(readings);
    case 'team':
      return inAlphabet(readings, (reading) => teamOf(reading.entity), NO_TEAM);
    case 'entity':
      return inAlphabet(readings, (reading) => reading.entityName, NO_TEAM);
    case 'metric':
      return inAlphabet(readings, (reading) => reading.metricName, 'Own metrics');
  }
}

const SHOWN: Readonly<Record<WallView['show'], (state: SeriesState) => boolean>> = {
  all: () => true,
  moved: (state) => state === 'worse' || state === 'better' || state === 'changed',
  unheard: (state) => state === 'stale' || state === 'missing',
};

/** Series of the wanted states whose names hold every word that is typed; a team or a dimension is found as well. */
export function matching(
  readings: readonly SeriesReading[],
  { wanted, show }: Pick<WallView, 'wanted' | 'show'>,
  teamOf: TeamOf,
): readonly SeriesReading[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return readings.filter((reading) => {
    if (!SHOWN[show](reading.state)) return false;
    const { entity, entityName, metricName, state, dimension } = reading;
    const names = [entity, entityName, metricName, state, dimension, teamOf(entity)].join(' ').toLowerCase();
    return words.every((word) => names.includes(word));
  });
}
