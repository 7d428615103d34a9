import type { ChartEvent } from '#shared/charts/chart-layout.ts';
import { addDays, type Day } from '#shared/day.ts';
import type { Annotation, Registers, UpcomingChange } from '#shared/registers/registers.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

const PERIOD_DAYS: Readonly<Record<SeriesReading['grain'], number>> = { day: 1, week: 7, month: 31 };

function lastDay(reading: SeriesReading): Day {
  const newest = reading.points.at(-1)?.period;
  return newest === undefined ? '' : addDays(newest, PERIOD_DAYS[reading.grain] - 1);
}

/** What people wrote on this chart, newest first; a note without series is on every chart. */
export function annotationsOf(
  reading: SeriesReading,
  annotations: readonly Annotation[],
): readonly Annotation[] {
  return annotations
    .filter((one) => one.series.length === 0 || one.series.includes(reading.id))
    .toSorted((left, right) => (left.from < right.from ? 1 : -1));
}

/** Changes that may move this series: those of its entity, and those that name none. */
export function changesOf(
  reading: SeriesReading,
  changes: readonly UpcomingChange[],
): readonly UpcomingChange[] {
  const names = new Set([reading.entity, reading.entityName]);
  return changes.filter(
    (one) => one.entities.length === 0 || one.entities.some((entity) => names.has(entity)),
  );
}

/** Annotations and changes that fall into the chart, as it draws them. */
export function eventsOn(
  reading: SeriesReading,
  registers: Pick<Registers, 'annotations' | 'upcomingChanges'>,
): readonly ChartEvent[] {
  const first = reading.points[0]?.period ?? '';
  const last = lastDay(reading);
  const written = annotationsOf(reading, registers.annotations);
  const changes = changesOf(reading, registers.upcomingChanges);
  return [...written, ...changes]
    .filter((one) => one.from >= first && one.from <= last)
    .map((one) => ({ day: one.from, title: one.text }));
}
