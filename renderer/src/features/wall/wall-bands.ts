import { dimensions } from '#shared/drive/catalogue.ts';
import type { SeriesReading, SeriesState } from '#shared/signals/reading.ts';

export type Band = {
  readonly id: string;
  readonly name: string;
  readonly readings: readonly SeriesReading[];
};

const FIRST: Readonly<Record<SeriesState, number>> = {
  worse: 0,
  changed: 1,
  better: 2,
  routine: 3,
  stale: 4,
  missing: 5,
};

function strength(reading: SeriesReading): number {
  return Math.max(0, ...reading.signals.map((signal) => Math.abs(signal.strength)));
}

/** Series by dimension; inside each the signals come first, the rest by metric. Teams are never put in order of value. */
export function bandsOf(readings: readonly SeriesReading[]): readonly Band[] {
  const named = [
    ...dimensions.map(({ id, name }) => ({ id: id as string, name })),
    { id: '', name: 'Own metrics' },
  ];
  return named
    .map(({ id, name }) => ({
      id,
      name,
      readings: readings
        .filter((reading) => (reading.dimension ?? '') === id)
        .toSorted(
          (left, right) =>
            FIRST[left.state] - FIRST[right.state] ||
            (left.state === 'routine' ? 0 : strength(right) - strength(left)) ||
            left.metricName.localeCompare(right.metricName) ||
            left.entityName.localeCompare(right.entityName),
        ),
    }))
    .filter((band) => band.readings.length > 0);
}

/** Series whose names hold every word that is typed. */
export function matching(readings: readonly SeriesReading[], wanted: string): readonly SeriesReading[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return readings.filter((reading) => {
    const name = `${reading.entityName} ${reading.metricName} ${reading.state}`.toLowerCase();
    return words.every((word) => name.includes(word));
  });
}
