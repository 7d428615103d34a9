import type { Day } from '#shared/day.ts';
import type { Entity, Rebaseline, Registers, Target, VerdictOnRecord } from '#shared/registers/registers.ts';

/** Everything that the current state depends on, in a form that crosses to the worker. */
export type EvaluationBasis = {
  /** Name of the database that holds the snapshots. */
  readonly database: string;
  /** Snapshots in force, in the order of their import. */
  readonly snapshots: readonly string[];
  readonly asOf: Day;
  readonly entities: readonly Pick<
    Entity,
    'id' | 'kind' | 'displayName' | 'tier' | 'team' | 'aliasOf' | 'customerFacing'
  >[];
  readonly rebaselines: readonly Pick<Rebaseline, 'series' | 'from' | 'cause'>[];
  readonly targets: readonly Target[];
  readonly verdicts: readonly (readonly [anomaly: string, verdicts: readonly VerdictOnRecord[]])[];
};

/** Ids of the snapshots that were not taken back, in the order of their import. */
export function snapshotsInForce(snapshots: Registers['snapshots']): readonly string[] {
  return snapshots.filter((one) => one.takenBackAtMs === null).map((one) => one.snapshot);
}

/** What of the registers the evaluation needs. */
export function evaluationBasis(registers: Registers, database: string, asOf: Day): EvaluationBasis {
  return {
    database,
    snapshots: snapshotsInForce(registers.snapshots),
    asOf,
    entities: registers.entities.map(({ id, kind, displayName, tier, team, aliasOf, customerFacing }) => ({
      id,
      kind,
      displayName,
      tier,
      team,
      aliasOf,
      customerFacing,
    })),
    rebaselines: registers.rebaselines.map(({ series, from, cause }) => ({ series, from, cause })),
    targets: registers.targets,
    verdicts: [...registers.verdicts],
  };
}
