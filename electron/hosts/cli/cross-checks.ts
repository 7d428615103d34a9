import type { SeriesOfFiles } from '#electron/hosts/cli/read-series.ts';
import type { CrossCheckResults } from '#shared/signals/cross-checks/check.ts';
import { objectivesOf } from '#shared/signals/cross-checks/objectives.ts';
import type { CurrentStateOptions } from '#shared/signals/current-state.ts';

/** What the files hold beside series that the current state looks at. */
export function besideSeries({ targets }: SeriesOfFiles): Pick<CurrentStateOptions, 'targets' | 'beside'> {
  const set = targets.map(({ metric, entity, op, value, window }) => ({
    metric,
    entity,
    target: { op, value },
    window,
  }));
  return { targets: set, beside: { objectives: objectivesOf(set) } };
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
