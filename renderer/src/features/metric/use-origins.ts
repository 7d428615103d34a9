import { useEffect, useMemo, useState } from 'react';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import type { PointOrigin } from '#renderer/src/workers/evaluation.ts';
import { type Day, dayToMs, msToDay, startOfWeek } from '#shared/day.ts';
import type { Snapshot } from '#shared/registers/registers.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

/** The rows of one file that a point was made from. */
export type Origin = {
  readonly snapshot: string;
  readonly file: string;
  readonly lines: readonly number[];
  /** When it was imported, and the hash of the very bytes; null where the import is not on record. */
  readonly imported: Pick<Snapshot, 'importedAtMs' | 'sha256'> | null;
};

function periodOf(day: Day, grain: SeriesReading['grain']): Day {
  if (grain === 'week') return msToDay(startOfWeek(dayToMs(day) ?? 0));
  return grain === 'month' ? `${day.slice(0, 7)}-01` : day;
}

function byPeriod(
  origins: readonly PointOrigin[],
  grain: SeriesReading['grain'],
  known: ReadonlyMap<string, Snapshot>,
): ReadonlyMap<Day, readonly Origin[]> {
  const periods = new Map<Day, Map<string, number[]>>();
  for (const { period, snapshot, line } of origins) {
    const key = periodOf(period, grain);
    const files = periods.get(key) ?? new Map<string, number[]>();
    files.set(snapshot, [...(files.get(snapshot) ?? []), line]);
    periods.set(key, files);
  }
  return new Map(
    [...periods].map(([period, files]) => [
      period,
      [...files].map(([snapshot, lines]) => ({
        snapshot,
        file: known.get(snapshot)?.file ?? 'a file',
        imported: known.get(snapshot) ?? null,
        lines: [...new Set(lines)].sort((a, b) => a - b),
      })),
    ]),
  );
}

/** Where the points of a series came from, by period: files and their lines; for a total, those of its parts. */
export function useOrigins(reading: SeriesReading): ReadonlyMap<Day, readonly Origin[]> {
  const { evaluator, state } = useCurrentState();
  const { snapshots } = useRegisters();
  const [origins, setOrigins] = useState<{ readonly of: string; readonly points: readonly PointOrigin[] }>({
    of: reading.id,
    points: [],
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new state may rest on other files, so it is asked again.
  useEffect(() => {
    let current = true;
    evaluator.origins(reading.id).then(
      (points) => current && setOrigins({ of: reading.id, points }),
      () => current && setOrigins({ of: reading.id, points: [] }),
    );
    return () => {
      current = false;
    };
  }, [evaluator, reading.id, state]);
  return useMemo(() => {
    const known = new Map(snapshots.map((one) => [one.snapshot, one]));
    return byPeriod(origins.of === reading.id ? origins.points : [], reading.grain, known);
  }, [origins, reading, snapshots]);
}

/** `imported 18 Nov 2026, SHA-256 ab12cd34`: enough to find the file and to know it by its bytes. */
export function importWords({ imported }: Origin): string | null {
  if (imported === null) return null;
  return `imported ${shortDay(msToDay(imported.importedAtMs), '')}, SHA-256\u00a0${imported.sha256.slice(0, 8)}`;
}

/** `swarmia.csv, line 12`, `events.csv, lines 4 to 19`, `rows.csv, 14 lines from 3 to 90`. */
export function originWords({ file, lines }: Origin): string {
  const [first = 0] = lines;
  const last = lines.at(-1) ?? first;
  if (lines.length === 1) return `${file}, line\u00a0${first}`;
  const whole = last - first + 1 === lines.length;
  return whole
    ? `${file}, lines ${first} to\u00a0${last}`
    : `${file}, ${lines.length} lines from ${first} to\u00a0${last}`;
}
