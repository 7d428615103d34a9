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
function annotationsOf(reading: SeriesReading, annotations: readonly Annotation[]): readonly Annotation[] {
  return annotations
    .filter((one) => one.series.length === 0 || one.series.includes(reading.id))
    .toSorted((left, right) => (left.from < right.from ? 1 : -1));
}

/** Changes that may move this series: those of its entity, and those that name none. */
function changesOf(reading: SeriesReading, changes: readonly UpcomingChange[]): readonly UpcomingChange[] {
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
  const seen = new Set<string>();
  return [...written, ...changes]
    .filter((one) => one.from >= first && one.from <= last)
    .filter(({ from, text }) => !seen.has(`${from} ${text}`) && seen.add(`${from} ${text}`))
    .map((one) => ({ day: one.from, title: one.text }));
}

export type Happening = {
  readonly id: string;
  readonly from: Day;
  readonly text: string;
  readonly kind: 'planned' | 'written' | 'said-in-review';
};

/** All that people wrote down about the time of this series, newest first; what was planned and then noted stands once. */
export function happeningsOf(
  reading: SeriesReading,
  registers: Pick<Registers, 'annotations' | 'upcomingChanges'>,
): readonly Happening[] {
  const written = annotationsOf(reading, registers.annotations).map(
    ({ annotation, from, text, review }): Happening => ({
      id: annotation,
      from,
      text,
      kind: review === null ? 'written' : 'said-in-review',
    }),
  );
  const planned = changesOf(reading, registers.upcomingChanges)
    .filter((change) => !written.some((one) => one.from === change.from && one.text === change.text))
    .map(({ change, from, text }): Happening => ({ id: change, from, text, kind: 'planned' }));
  return [...written, ...planned].sort((left, right) => (left.from < right.from ? 1 : -1));
}
