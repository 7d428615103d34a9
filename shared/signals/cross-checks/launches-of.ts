import { DAY_MS, dayToMs } from '#shared/day.ts';
import type { LaunchRecord } from '#shared/series/records/record.ts';
import type { CheckInput } from './check-input.ts';

/** A launch with its adoption after so many days, as a share of those who could use it. */
export type Adopted = {
  readonly name: string;
  readonly atMs: number;
  readonly adoption: number;
  /** What was hoped for at 90 days, and what it reached; null where nobody wrote it down. */
  readonly target: number | null;
  readonly reached: number | null;
};

function newestAdoption({ adopted30, adopted60, adopted90 }: LaunchRecord): number | null {
  return adopted90 ?? adopted60 ?? adopted30;
}

function fromRecords(launches: readonly LaunchRecord[]): readonly Adopted[] {
  return launches.flatMap((launch): readonly Adopted[] => {
    const { name, atMs, adopted30, target90 } = launch;
    return adopted30 === null
      ? []
      : [{ name, atMs, adoption: adopted30, target: target90, reached: newestAdoption(launch) }];
  });
}

function fromSeries(input: CheckInput): readonly Adopted[] {
  return input.stored
    .filter(({ metric, starts }) => metric === 'adoption-30' && starts.length > 0)
    .flatMap((series): readonly Adopted[] => {
      const adoption = series.values.at(-1) ?? Number.NaN;
      if (Number.isNaN(adoption)) return [];
      return [
        { name: series.entity, atMs: series.starts.at(-1) ?? 0, adoption, target: null, reached: null },
      ];
    });
}

const ADOPTION_DAYS = 30;

/** Launches that are old enough for their adoption at 30 days, oldest first. */
export function adoptedLaunches(input: CheckInput): readonly Adopted[] {
  const now = dayToMs(input.asOf) ?? 0;
  const { launches } = input.records;
  const all = launches.length > 0 ? fromRecords(launches) : fromSeries(input);
  return all
    .filter(({ atMs }) => now - atMs >= ADOPTION_DAYS * DAY_MS)
    .toSorted((left, right) => left.atMs - right.atMs);
}
