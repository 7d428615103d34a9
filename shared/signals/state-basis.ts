import type { Day } from '#shared/day.ts';
import type {
  Annotation,
  Baseline,
  Entity,
  Rebaseline,
  Registers,
  Target,
  VerdictOnRecord,
} from '#shared/registers/registers.ts';
import type { RestatedFigure } from '#shared/review/restated.ts';
import { noRecords, type Records } from '#shared/series/records/merge-records.ts';
import type { Series } from '#shared/series/series.ts';
import { objectivesOf } from './cross-checks/objectives.ts';
import type { AssessmentOnRecord, OnRecord } from './cross-checks/on-record.ts';
import { readRegisters } from './cross-checks/read-registers.ts';
import { type CurrentStateOptions, readCurrentState } from './current-state.ts';
import { DEFAULT_PRESET, PRESETS, type PresetId } from './engine/presets.ts';
import { judgedSeries } from './judged-series.ts';
import type { CurrentState } from './reading.ts';

/** What of the registers the current state depends on, in a form that crosses to a worker. */
export type StateBasis = {
  readonly asOf: Day;
  readonly entities: readonly Pick<
    Entity,
    'id' | 'kind' | 'displayName' | 'tier' | 'team' | 'aliasOf' | 'customerFacing'
  >[];
  readonly rebaselines: readonly Pick<Rebaseline, 'series' | 'from' | 'cause'>[];
  readonly baselines: readonly Pick<Baseline, 'series' | 'from' | 'to'>[];
  readonly targets: readonly Target[];
  /** Spans of named series that an annotation with an end explains: drawn, and kept out of limits and rules. */
  readonly setAside: NonNullable<CurrentStateOptions['setAside']>;
  readonly verdicts: readonly (readonly [anomaly: string, verdicts: readonly VerdictOnRecord[]])[];
  /** What the cross-checks read; absent where no registers are known. */
  readonly onRecord: OnRecord | null;
  readonly assessments: readonly AssessmentOnRecord[];
  readonly sensitivity: PresetId;
};

/** What is read beside the series, from files and from what an earlier review had before it. */
export type BesideSeries = {
  readonly records?: Records;
  readonly restated?: readonly RestatedFigure[];
};

function spansSetAside({ series, from, until }: Annotation): StateBasis['setAside'] {
  if (until === null) return [];
  return series.map((id) => {
    const bar = id.indexOf('|');
    return { metric: id.slice(0, bar).replaceAll('%7C', '|'), entity: id.slice(bar + 1), from, to: until };
  });
}

type Facts = StateBasis['entities'][number];

function factsOf({ id, kind, displayName, tier, team, aliasOf, customerFacing }: Entity): Facts {
  return { id, kind, displayName, tier, team, aliasOf, customerFacing };
}

/** What is measured on everything together goes by the organization's own name. */
function wholeOrganization({ organization, entities }: Registers): readonly Facts[] {
  if (organization === null || entities.some((entity) => entity.id === 'organization')) return [];
  const none = { tier: null, team: null, aliasOf: null, customerFacing: false };
  return [{ id: 'organization', kind: 'organization', displayName: organization.name, ...none }];
}

/** What the current state on a day needs of the registers. */
export function stateBasis(registers: Registers, asOf: Day): StateBasis {
  return {
    asOf,
    entities: [...wholeOrganization(registers), ...registers.entities.map(factsOf)],
    rebaselines: registers.rebaselines.map(({ series, from, cause }) => ({ series, from, cause })),
    baselines: registers.baselines.map(({ series, from, to }) => ({ series, from, to })),
    targets: registers.targets,
    setAside: registers.annotations.flatMap(spansSetAside),
    verdicts: [...registers.verdicts],
    onRecord: readRegisters(registers, asOf),
    assessments: [],
    sensitivity: registers.organization?.sensitivity ?? DEFAULT_PRESET.id,
  };
}

/** From stored series and records to the current state: weeks, organization totals, signals, cross-checks, ranking. */
export function readStateOn(
  series: readonly Series[],
  basis: StateBasis,
  { records = noRecords, restated = [] }: BesideSeries = {},
): CurrentState {
  const {
    asOf,
    entities,
    rebaselines,
    baselines,
    targets,
    setAside,
    verdicts,
    onRecord,
    assessments,
    sensitivity,
  } = basis;
  return readCurrentState(judgedSeries(series, asOf), {
    asOf,
    entities,
    rebaselines,
    baselines,
    targets,
    setAside,
    preset: PRESETS[sensitivity],
    verdicts: new Map(verdicts),
    beside: { objectives: objectivesOf(targets), stored: series, records, onRecord, assessments, restated },
  });
}
