import type { z } from '#shared/zod.ts';
import crossChecksJson from './data/cross-checks.json' with { type: 'json' };
import type { crossChecksFile } from './schemas/cross-checks.ts';

type CrossChecksFile = z.infer<typeof crossChecksFile>;

export type CrossCheckDefinition = CrossChecksFile['checks'][number];
export type CheckLevel = CrossCheckDefinition['level'];

// The build validates the file against the schema of its type (validate.ts), so it is not parsed again here.
const file = crossChecksJson as unknown as CrossChecksFile;

/** The rules that read two things together, in the order of the file. */
export const crossCheckDefinitions: readonly CrossCheckDefinition[] = file.checks;

const byId: ReadonlyMap<string, CrossCheckDefinition> = new Map(
  file.checks.map((check) => [check.id, check]),
);

export function crossCheckById(id: string): CrossCheckDefinition | undefined {
  return byId.get(id);
}

/** A threshold of a check as a number; throws where the file has none of that name. */
export function checkThreshold(check: string, name: string): number {
  const value = byId.get(check)?.thresholds.find((threshold) => threshold.name === name)?.value;
  if (typeof value !== 'number') throw new Error(`The cross-check ${check} has no threshold ${name}`);
  return value;
}

const ranks: ReadonlyMap<CheckLevel, number> = new Map(file.levels.map(({ id, rank }) => [id, rank]));

/** 0 for stop, higher for what can wait. */
export function levelRank(level: CheckLevel): number {
  return ranks.get(level) ?? file.levels.length;
}
