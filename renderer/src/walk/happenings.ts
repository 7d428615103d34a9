import type { ChartEvent } from '#shared/charts/chart-layout.ts';
import { addDays, type Day, daysBetween } from '#shared/day.ts';
import type { StoredEvent } from '#shared/events/event.ts';
import { formatFigure } from '#shared/figures.ts';
import type { Registers } from '#shared/registers/registers.ts';
import { movedSince } from '#shared/signals/did-it-move/reading-moved.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

/** Something that stands beside a series in time: written down, planned, decided, promised, or an incident. */
export type Happening = {
  readonly id: string;
  readonly from: Day;
  readonly text: string;
  readonly kind: 'change' | 'note' | 'said' | 'decision' | 'action' | 'incidents';
  /** Its number on the chart, oldest first; null for what lies outside it. */
  readonly number: number | null;
  /** Whether the series moved with it, in one sentence; null where it is no cause, or lies outside the chart. */
  readonly moved: string | null;
};

type Unnumbered = Omit<Happening, 'number' | 'moved'> & {
  /** Something was done that may have moved the series: a change, an experiment that was noted, an action done. */
  readonly isCause: boolean;
};

export type HappeningSources = {
  readonly registers: Pick<Registers, 'annotations' | 'upcomingChanges' | 'actions' | 'decisions'>;
  /** The anomaly that each captured item was taken down at. */
  readonly anomalyOf: ReadonlyMap<string, string>;
  readonly readings: readonly SeriesReading[];
};

const PERIOD_DAYS: Readonly<Record<SeriesReading['grain'], number>> = { day: 1, week: 7, month: 31 };
/** Metrics that count incidents: their weeks above zero stand on the other charts of the same entity. */
const INCIDENT_METRICS: readonly string[] = ['sev01-incidents', 'incidents'];

/** By captured item the anomaly that was on the stage. */
export function anomaliesOfItems(events: readonly StoredEvent[]): ReadonlyMap<string, string> {
  return new Map(
    events.flatMap((event) => {
      if (event.type !== 'captured') return [];
      const { item, anomaly } = event.data as { readonly item: string; readonly anomaly: string | null };
      return anomaly === null ? [] : [[item, anomaly] as const];
    }),
  );
}

function lastDay(reading: SeriesReading): Day {
  const newest = reading.points.at(-1)?.period;
  return newest === undefined ? '' : addDays(newest, PERIOD_DAYS[reading.grain] - 1);
}

/** An anomaly's id begins with that of its series. */
function isOfSeries(anomaly: string | null | undefined, series: string): boolean {
  return anomaly?.startsWith(`${series}|`) === true;
}

/** What people wrote on this chart; a note without series is on every chart. */
function annotationsOf(
  { id }: SeriesReading,
  { annotations }: Pick<Registers, 'annotations'>,
): readonly Unnumbered[] {
  return annotations
    .filter((one) => one.series.length === 0 || one.series.includes(id))
    .map(({ annotation, from, until, text, review }) => ({
      id: annotation,
      from,
      text,
      kind: review === null ? 'note' : 'said',
      // What has an end is set aside, and nothing is to stay moved by it.
      isCause: review === null && until === null,
    }));
}

/** Changes that may move this series: those of its entity, and those that name none. */
function changesOf(
  reading: SeriesReading,
  { upcomingChanges }: Pick<Registers, 'upcomingChanges'>,
): readonly Unnumbered[] {
  const names = new Set([reading.entity, reading.entityName]);
  return upcomingChanges
    .filter((one) => one.entities.length === 0 || one.entities.some((entity) => names.has(entity)))
    .map(({ change, from, text }) => ({ id: change, from, text, kind: 'change', isCause: true }));
}

function promisesOf(
  { id }: SeriesReading,
  { registers, anomalyOf }: HappeningSources,
): readonly Unnumbered[] {
  const actions = registers.actions
    .filter((action) => isOfSeries(action.anomaly, id))
    .map((action): Unnumbered => {
      const made = action.dues[0]?.setOn ?? action.due ?? '';
      const done = action.status === 'done' && action.doneOn !== null;
      const from = done ? (action.doneOn ?? made) : made;
      return {
        id: action.id,
        from,
        text: `${action.id} ${done ? 'done' : action.status}: ${action.text}`,
        kind: 'action',
        isCause: done,
      };
    });
  const decisions = registers.decisions
    .filter((decision) => isOfSeries(anomalyOf.get(decision.origin), id))
    .map(
      ({ id: own, on, text }): Unnumbered => ({
        id: own,
        from: on,
        text: `${own}: ${text}`,
        kind: 'decision',
        isCause: false,
      }),
    );
  return [...actions, ...decisions].filter((one) => one.from !== '');
}

function incidentsOf(reading: SeriesReading, readings: readonly SeriesReading[]): readonly Unnumbered[] {
  if (INCIDENT_METRICS.includes(reading.metric)) return [];
  const counted = INCIDENT_METRICS.flatMap(
    (metric) => readings.find((one) => one.metric === metric && one.entity === reading.entity) ?? [],
  )[0];
  return (counted?.points ?? []).flatMap((point) =>
    point.value !== null && point.value > 0
      ? [
          {
            id: `incidents ${point.period}`,
            from: point.period,
            text: `${counted?.metricName}: ${formatFigure(point.value, null)}`,
            kind: 'incidents' as const,
            isCause: false,
          },
        ]
      : [],
  );
}

/** Written and planned things that say the same of the same day stand once. */
function once(all: readonly Unnumbered[]): readonly Unnumbered[] {
  return all.filter(
    (one, index) => all.findIndex((other) => other.from === one.from && other.text === one.text) === index,
  );
}

/** All that is known about the time of this series, newest first, numbered in the order of the chart. */
export function happeningsOf(reading: SeriesReading, sources: HappeningSources): readonly Happening[] {
  const { registers, readings } = sources;
  const first = reading.points[0]?.period ?? '';
  const last = lastDay(reading);
  const all = once([
    ...annotationsOf(reading, registers),
    ...changesOf(reading, registers),
    ...promisesOf(reading, sources),
    ...incidentsOf(reading, readings),
  ]).toSorted((left, right) => (left.from < right.from ? -1 : 1));
  let number = 0;
  return all
    .map(({ isCause, ...one }): Happening => {
      const inside = one.from >= first && one.from <= last;
      if (inside) number++;
      const moved = inside && isCause ? movedSince(reading, one.from) : null;
      return { ...one, number: inside ? number : null, moved: moved?.sentence ?? null };
    })
    .reverse();
}

/** The happenings that fall into the chart, as it draws them. */
export function eventsOn(happenings: readonly Happening[]): readonly ChartEvent[] {
  return happenings.flatMap(({ from, text, kind, number }) =>
    number === null
      ? []
      : [
          {
            day: from,
            title: text,
            number,
            minor: kind === 'incidents' || kind === 'decision' || kind === 'action',
          },
        ],
  );
}

const NEAR_DAYS = 42;

/**
 * What may explain an anomaly, for the chart that the room looks at: the cause that an earlier review named, else the
 * change or note nearest to its onset, one that names the series or its entity before one of everybody. One at most:
 * more would cover the series.
 */
export function eventsNear(
  reading: SeriesReading,
  onset: Day,
  registers: Pick<Registers, 'annotations' | 'upcomingChanges'>,
): readonly ChartEvent[] {
  const first = reading.points[0]?.period ?? '';
  const last = lastDay(reading);
  const away = ({ from }: Pick<Unnumbered, 'from'>) => Math.abs(daysBetween(onset, from));
  const own = {
    annotations: registers.annotations.filter((one) => one.series.length > 0),
    upcomingChanges: registers.upcomingChanges.filter((one) => one.entities.length > 0),
  };
  const nearest = (known: Pick<Registers, 'annotations' | 'upcomingChanges'>) =>
    [...annotationsOf(reading, known), ...changesOf(reading, known)]
      .filter((one) => one.isCause && one.from >= first && one.from <= last && away(one) <= NEAR_DAYS)
      .toSorted((left, right) => away(left) - away(right))[0];
  const explained = annotationsOf(reading, own).findLast(
    ({ kind, from }) => kind === 'said' && from >= first && from <= last && away({ from }) <= NEAR_DAYS,
  );
  const found = explained ?? nearest(own) ?? nearest(registers);
  return found === undefined ? [] : [{ day: found.from, title: found.text }];
}
