import { type Day, msToDay } from '#shared/day.ts';
import type { Registers } from '#shared/registers/registers.ts';
import type { OnExisting } from '#shared/series/parts.ts';
import { type StateBasis, stateBasis } from '#shared/signals/state-basis.ts';

/** A snapshot that was not taken back, and what it does where a value stood already. */
export type SnapshotInForce = { readonly id: string; readonly existing: OnExisting };

/** Everything that the current state depends on, in a form that crosses to the worker. */
export type EvaluationBasis = StateBasis & {
  /** Name of the database that holds the snapshots. */
  readonly database: string;
  /** Snapshots in force, in the order of their import. */
  readonly snapshots: readonly SnapshotInForce[];
  /** What the last review had before it, where other snapshots are in force now; else null. */
  readonly lookedAt: { readonly snapshots: readonly SnapshotInForce[]; readonly asOf: Day } | null;
};

/** The snapshots that were not taken back, in the order of their import. */
export function snapshotsInForce(snapshots: Registers['snapshots']): readonly SnapshotInForce[] {
  return snapshots
    .filter((one) => one.takenBackAtMs === null)
    .map(({ snapshot, existing = 'update' }) => ({ id: snapshot, existing }));
}

/** Other names of an entity, each with the name that it stands for. */
export function otherNames(entities: EvaluationBasis['entities']): Readonly<Record<string, string>> {
  const names: Record<string, string> = Object.create(null);
  for (const { id, aliasOf } of entities) if (aliasOf !== null) names[id] = aliasOf;
  return names;
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
    ...stateBasis(registers, asOf),
    database,
    snapshots: snapshotsInForce(registers.snapshots),
    lookedAt: lookedAt(registers),
  };
}
