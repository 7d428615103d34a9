import { type Day, msToDay } from '#shared/day.ts';
import { groupBy } from '#shared/events/group-by.ts';
import type { RestatedFigure } from '#shared/review/restated.ts';
import { noRecords, type Records } from '#shared/series/records/merge-records.ts';
import type { InitiativeRecord } from '#shared/series/records/record.ts';
import { type Series, seriesId } from '#shared/series/series.ts';
import type { EntityFacts } from '#shared/signals/rank.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import type { AssessmentOnRecord, InitiativeOnRecord, OnRecord } from './on-record.ts';

/** An objective of a service's SLO, as a share, and the days it is held over (30 where nobody said). */
export type Objective = {
  readonly service: string;
  readonly objective: number;
  readonly windowDays?: number;
};

/** What the input is put together from. */
export type CheckSources = {
  readonly asOf: Day;
  /** In weeks, with organization totals (`judgedSeries`). */
  readonly series: readonly Series[];
  readonly readings: readonly SeriesReading[];
  readonly entities?: readonly EntityFacts[];
  readonly objectives?: readonly Objective[];
  /** Series as the files give them, for what is reckoned by the day (spend) or by the month (plans). */
  readonly stored?: readonly Series[];
  readonly records?: Records;
  /** Null where there are no registers: a command line that reads files alone. */
  readonly onRecord?: OnRecord | null;
  readonly assessments?: readonly AssessmentOnRecord[];
  /** Figures that the last review had before it and that read differently now. */
  readonly restated?: readonly RestatedFigure[];
};

/** Everything that the checks look at. What an organization does not have is empty or null, and the checks say so. */
export type CheckInput = {
  readonly asOf: Day;
  readonly series: ReadonlyMap<string, Series>;
  readonly byMetric: ReadonlyMap<string, readonly Series[]>;
  readonly readings: ReadonlyMap<string, SeriesReading>;
  readonly entities: ReadonlyMap<string, EntityFacts>;
  readonly objectives: readonly Objective[];
  readonly stored: readonly Series[];
  readonly records: Records;
  readonly onRecord: OnRecord | null;
  /** Those of the register, and those of files that the register does not have. */
  readonly initiatives: readonly InitiativeOnRecord[];
  readonly assessments: readonly AssessmentOnRecord[];
  readonly restated: readonly RestatedFigure[];
};

function dayOf(ms: number | null): Day | null {
  return ms === null ? null : msToDay(ms);
}

function fromFile(record: InitiativeRecord): InitiativeOnRecord {
  const { id, name, tier, status, accountable, reason, unblockOwner } = record;
  return {
    id,
    name,
    tier,
    status,
    accountable,
    due: dayOf(record.dueMs),
    blockedSince: dayOf(record.blockedSinceMs),
    reason,
    unblockOwner: unblockOwner === '' ? null : unblockOwner,
    unblockerActive: true,
    unblockTeam: null,
    unblockBy: null,
    waitsFor: [],
    hasDatedAction: false,
    unblockerUnknown: unblockOwner === null,
  };
}

function allInitiatives(onRecord: OnRecord | null, records: Records): readonly InitiativeOnRecord[] {
  const registered = onRecord?.initiatives ?? [];
  const known = new Set(registered.flatMap(({ id, name }) => [id.toLowerCase(), name.toLowerCase()]));
  const others = records.initiatives.filter(
    ({ id, name }) => !known.has(id.toLowerCase()) && !known.has(name.toLowerCase()),
  );
  return [...registered, ...others.map(fromFile)];
}

export function checkInput(sources: CheckSources): CheckInput {
  const { asOf, series, readings, records = noRecords, onRecord = null } = sources;
  return {
    asOf,
    series: new Map(series.map((one) => [seriesId(one), one])),
    byMetric: groupBy(series, ({ metric }) => metric),
    readings: new Map(readings.map((reading) => [reading.id, reading])),
    entities: new Map(sources.entities?.map((entity) => [entity.id, entity])),
    objectives: sources.objectives ?? [],
    stored: sources.stored ?? [],
    records,
    onRecord,
    initiatives: allInitiatives(onRecord, records),
    assessments: sources.assessments ?? [],
    restated: sources.restated ?? [],
  };
}

/** The name that people know an entity by. */
export function nameOf(input: CheckInput, entity: string): string {
  if (entity === 'organization') return input.entities.get(entity)?.displayName ?? 'The organization';
  return input.entities.get(entity)?.displayName ?? entity;
}
