import type { SeriesOfFiles } from '#electron/hosts/cli/read-series.ts';
import type { Day } from '#shared/day.ts';
import type { CrossCheckResults } from '#shared/signals/cross-checks/check.ts';
import { DEFAULT_PRESET } from '#shared/signals/engine/presets.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import { readStateOn, type StateBasis, stateBasis } from '#shared/signals/state-basis.ts';

/** What is known beside the files where they are all there is: the objectives that they declare. */
const NOTHING: Omit<StateBasis, 'asOf' | 'targets'> = {
  entities: [],
  rebaselines: [],
  baselines: [],
  setAside: [],
  verdicts: [],
  onRecord: null,
  assessments: [],
  sensitivity: DEFAULT_PRESET.id,
};

/** Where the organization stands by its files, and by its registers where a file of events came with them. */
export function stateOfFiles(found: SeriesOfFiles, asOf: Day): CurrentState {
  const declared = found.targets.map(({ metric, entity, op, value, window }) => ({
    metric,
    entity,
    target: { op, value },
    window,
  }));
  const basis =
    found.registers === null ? { ...NOTHING, asOf, targets: [] } : stateBasis(found.registers, asOf);
  return readStateOn(
    found.series,
    { ...basis, targets: [...declared, ...basis.targets] },
    { records: found.records },
  );
}

/** The fields that automations read: what fired with its evidence, and what could not be checked. */
export function crossChecksJson({ found, notChecked }: CrossCheckResults) {
  return {
    crossChecks: found.map(
      ({
        code,
        name,
        level,
        dimension,
        entities,
        onset,
        text,
        rule,
        evidence,
        questions,
        refutedBy,
        notes,
      }) => ({
        code,
        name,
        level,
        dimension,
        entities,
        onset,
        text,
        rule,
        evidence,
        questions,
        refutedBy,
        notes,
      }),
    ),
    notChecked,
  };
}
