import { type ReadFile, readPoints, takeIn } from '#renderer/src/data/imports.ts';
import type { Workspace } from '#renderer/src/data/workspace.ts';
import type { Evaluator, StoredSnapshots } from '#renderer/src/workers/evaluation.ts';
import type { Grant, KnownBefore } from '#shared/ipc/contract.ts';
import type { Snapshot } from '#shared/registers/registers.ts';
import type { ImportComparison } from '#shared/series/compare-import.ts';

/** A file that lies in the inbox. */
export type InboxFile = Grant & { readonly sha256: string };

/** What unattended taking in rests on. */
export type Unattended = {
  readonly workspace: Workspace;
  readonly evaluator: Pick<Evaluator, 'compare'>;
  readonly snapshots: readonly Snapshot[];
  readonly stored: StoredSnapshots;
  readonly known: KnownBefore;
};

/** What became of a file: dealt with (with a sentence where something happened), or it waits for a person. */
export type Outcome =
  | { readonly kind: 'dealt-with'; readonly sentence: string | null }
  | { readonly kind: 'waits'; readonly why: string };

const MANY_REJECTED = 0.2;

function waits(why: string): Outcome {
  return { kind: 'waits', why };
}

function receipt(name: string, { added, changed, unchanged }: ImportComparison): string {
  const text = (count: number) => count.toLocaleString('en');
  return `${name} came by the inbox and is in: ${text(added)} ${added === 1 ? 'value' : 'values'} added, ${text(changed.length)} changed, ${text(unchanged)} as before. It can be taken back under Data.`;
}

/** Why a person has to look at a reading; null where it is like one that a person has taken in before. */
function doubtOf({ reading, points }: ReadFile, { snapshots, known }: Unattended): string | null {
  const { status, signature, rows, questions } = reading;
  if (status === 'refused') return reading.sentence;
  const isKnown =
    signature !== null &&
    (known.remembered.some((one) => one.signature === signature) ||
      snapshots.some((one) => one.takenBackAtMs === null && one.signature === signature));
  if (!isKnown) return 'its layout is new here.';
  if (status === 'needs-answer' || points === null) {
    return questions.length === 1 ? 'one question is open.' : `${questions.length} questions are open.`;
  }
  if (rows.rejectedCount > (rows.rejectedCount + rows.data) * MANY_REJECTED) {
    return 'more than a fifth of its rows cannot be read.';
  }
  return null;
}

function conflictIn({ unitConflicts, grainConflicts, scaleShifts }: ImportComparison): string | null {
  if (unitConflicts.length > 0) return 'a unit differs from what is stored.';
  if (grainConflicts.length > 0) return 'its periods differ from what is stored.';
  return scaleShifts.length > 0 ? 'its values look as if their unit had changed.' : null;
}

/**
 * Takes a file of the inbox in where its layout is known and nothing about it is in doubt; anything else waits for a
 * person, and nothing of it is stored.
 */
export async function takeInUnattended(file: InboxFile, parts: Unattended): Promise<Outcome> {
  const { workspace, evaluator, snapshots, stored, known } = parts;
  const same = snapshots.some((one) => one.takenBackAtMs === null && one.sha256 === file.sha256);
  if (same) return { kind: 'dealt-with', sentence: null };
  const read = await readPoints(workspace, file, {}, known);
  if (!read.ok) return waits(read.failure.message);
  const doubt = doubtOf(read.value, parts);
  const { points } = read.value;
  if (doubt !== null || points === null) return waits(doubt ?? 'it holds no points.');
  const comparison = await evaluator.compare(points, stored);
  const conflict = conflictIn(comparison);
  if (conflict !== null) return waits(conflict);
  const news = comparison.added + comparison.changed.length;
  if (news === 0 && read.value.reading.targets.length === 0) return { kind: 'dealt-with', sentence: null };
  const taken = await takeIn(workspace, read.value);
  if (!taken.ok) return waits(taken.failure.message);
  return { kind: 'dealt-with', sentence: receipt(file.name, comparison) };
}
