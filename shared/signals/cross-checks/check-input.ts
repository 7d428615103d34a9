import type { Day } from '#shared/day.ts';
import { groupBy } from '#shared/events/group-by.ts';
import { type Series, seriesId } from '#shared/series/series.ts';
import type { EntityFacts } from '#shared/signals/rank.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

/** An objective of a service's SLO, as a share, and the days it is held over (30 where nobody said). */
export type Objective = {
  readonly service: string;
  readonly objective: number;
  readonly windowDays?: number;
};

/** Everything that the checks look at. What an organization does not have is empty or null, and the checks say so. */
export type CheckInput = {
  readonly asOf: Day;
  readonly series: ReadonlyMap<string, Series>;
  readonly byMetric: ReadonlyMap<string, readonly Series[]>;
  readonly readings: ReadonlyMap<string, SeriesReading>;
  readonly entities: ReadonlyMap<string, EntityFacts>;
  readonly objectives: readonly Objective[];
};

/** What the input is put together from. */
export type CheckSources = {
  readonly asOf: Day;
  /** In weeks, with organization totals (`judgedSeries`). */
  readonly series: readonly Series[];
  readonly readings: readonly SeriesReading[];
  readonly entities?: readonly EntityFacts[];
  readonly objectives?: readonly Objective[];
};

export function checkInput(sources: CheckSources): CheckInput {
  const { asOf, series, readings, entities = [], objectives = [] } = sources;
  return {
    asOf,
    series: new Map(series.map((one) => [seriesId(one), one])),
    byMetric: groupBy(series, ({ metric }) => metric),
    readings: new Map(readings.map((reading) => [reading.id, reading])),
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    objectives,
  };
}

/** The name that people know an entity by. */
export function nameOf(input: CheckInput, entity: string): string {
  if (entity === 'organization') return input.entities.get(entity)?.displayName ?? 'The organization';
  return input.entities.get(entity)?.displayName ?? entity;
}
