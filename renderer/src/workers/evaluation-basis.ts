import { type Day, msToDay } from '#shared/day.ts';
import type {
  Annotation,
  Baseline,
  Entity,
  Rebaseline,
  Registers,
  Target,
  VerdictOnRecord,
} from '#shared/registers/registers.ts';
import type { OnExisting } from '#shared/series/parts.ts';
import type { CurrentStateOptions } from '#shared/signals/current-state.ts';
import { DEFAULT_PRESET, type PresetId } from '#shared/signals/engine/presets.ts';

/** A snapshot that was not taken back, and what it does where a value stood already. */
export type SnapshotInForce = { readonly id: string; readonly existing: OnExisting };

/** Everything that the current state depends on, in a form that crosses to the worker. */
export type EvaluationBasis = {
  /** Name of the database that holds the snapshots. */
  readonly database: string;
  /** Snapshots in force, in the order of their import. */
  readonly snapshots: readonly SnapshotInForce[];
  readonly asOf: Day;
  /** What the last review had before it, where other snapshots are in force now; else null. */
  readonly lookedAt: { readonly snapshots: readonly SnapshotInForce[]; readonly asOf: Day } | null;
  readonly entities: readonly Pick<
    Entity,
    'id' | 'kind' | 'displayName' | 'tier' | 'team' | 'aliasOf' | 'customerFacing'
  >[];
  readonly rebaselines: readonly Pick<Rebaseline, 'series' | 'from' | 'cause'>[];
  readonly baselines: readonly Pick<Baseline, 'series' | 'from' | 'to'>[];
  readonly targets: readonly Target[];
  /** Spans of named series that an annotation with an end explains: drawn, and kept out of limits and rules. */
  readonly setAside: NonNullable<CurrentStateOptions['setAside']>;
  readonly sensitivity: PresetId;
  readonly verdicts: readonly (readonly [anomaly: string, verdicts: readonly VerdictOnRecord[]])[];
};

/** The snapshots that were not taken back, in the order of their import. */
export function snapshotsInForce(snapshots: Registers['snapshots']): readonly SnapshotInForce[] {
  return snapshots
    .filter((one) => one.takenBackAtMs === null)
    .map(({ snapshot, existing = 'update' }) => ({ id: snapshot, existing }));
}

function spansSetAside({ series, from, until }: Annotation): EvaluationBasis['setAside'] {
  if (until === null) return [];
  return series.map((id) => {
    const bar = id.indexOf('|');
    return { metric: id.slice(0, bar).replaceAll('%7C', '|'), entity: id.slice(bar + 1), from, to: until };
  });
}

/** Other names of an entity, each with the name that it stands for. */
export function otherNames(entities: EvaluationBasis['entities']): Readonly<Record<string, string>> {
  const names: Record<string, string> = Object.create(null);
  for (const { id, aliasOf } of entities) if (aliasOf !== null) names[id] = aliasOf;
  return names;
}

type Facts = EvaluationBasis['entities'][number];

function factsOf({ id, kind, displayName, tier, team, aliasOf, customerFacing }: Entity): Facts {
  return { id, kind, displayName, tier, team, aliasOf, customerFacing };
}

/** What is measured on everything together goes by the organization's own name. */
function wholeOrganization({ organization, entities }: Registers): readonly Facts[] {
  if (organization === null || entities.some((entity) => entity.id === 'organization')) return [];
  const none = { tier: null, team: null, aliasOf: null, customerFacing: false };
  return [{ id: 'organization', kind: 'organization', displayName: organization.name, ...none }];
}

/** The snapshots that were in force when the last review started, and its day; null where nothing has changed since. */
function lookedAt({ reviews, snapshots }: Registers): EvaluationBasis['lookedAt'] {
  const last = reviews.findLast((review) => review.startedAtMs !== null);
  const startedAtMs = last?.startedAtMs ?? null;
  if (last === undefined || startedAtMs === null) return null;
  const then = snapshots
    .filter((one) => one.importedAtMs < startedAtMs)
    .map((one) => ({
      ...one,
      takenBackAtMs: one.takenBackAtMs !== null && one.takenBackAtMs < startedAtMs ? one.takenBackAtMs : null,
    }));
  const inForce = snapshotsInForce(then);
  const same = JSON.stringify(inForce) === JSON.stringify(snapshotsInForce(snapshots));
  if (inForce.length === 0 || same) return null;
  return { snapshots: inForce, asOf: last.date ?? msToDay(startedAtMs) };
}

/** What of the registers the evaluation needs. */
export function evaluationBasis(registers: Registers, database: string, asOf: Day): EvaluationBasis {
  return {
    database,
    snapshots: snapshotsInForce(registers.snapshots),
    asOf,
    lookedAt: lookedAt(registers),
    entities: [...wholeOrganization(registers), ...registers.entities.map(factsOf)],
    rebaselines: registers.rebaselines.map(({ series, from, cause }) => ({ series, from, cause })),
    baselines: registers.baselines.map(({ series, from, to }) => ({ series, from, to })),
    targets: registers.targets,
    setAside: registers.annotations.flatMap(spansSetAside),
    sensitivity: registers.organization?.sensitivity ?? DEFAULT_PRESET.id,
    verdicts: [...registers.verdicts],
  };
}
