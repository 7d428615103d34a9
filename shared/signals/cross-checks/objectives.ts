import type { Threshold } from '#shared/signals/definition.ts';
import type { Objective } from './check-input.ts';

type Target = {
  readonly metric: string;
  readonly entity: string | null;
  readonly target: Threshold | null;
  /** The time it is held over as objectives write it: `30d`, `4w`, `1M`, `1Q`. */
  readonly window?: string | null;
};

const DAYS: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, w: 7, M: 30, Q: 90, Y: 365 };

/** Days of a window as it is written (`30d`, `4w`); null where it is none. */
export function windowDaysOf(window: string | null): number | null {
  const [, count, unit = ''] = /^(\d+)\s?([hdwMQY])$/.exec(window ?? '') ?? [];
  const days = DAYS[unit];
  return count === undefined || days === undefined ? null : Number(count) * days;
}

/** The objectives of SLOs among the targets that people or files have set; the last one for a service counts. */
export function objectivesOf(targets: readonly Target[]): readonly Objective[] {
  const byService = new Map<string, Target>();
  for (const target of targets) {
    if (target.metric === 'slo-attainment' && target.entity !== null) byService.set(target.entity, target);
  }
  return [...byService].flatMap(([service, { target, window }]): readonly Objective[] => {
    if (target === null) return [];
    const windowDays = windowDaysOf(window ?? null);
    return [{ service, objective: target.value, ...(windowDays === null ? {} : { windowDays }) }];
  });
}
