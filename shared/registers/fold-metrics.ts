import { groupBy } from '#shared/events/group-by.ts';
import { hybridMs } from '#shared/events/hybrid-clock.ts';
import { standingEvents } from '#shared/review/placed.ts';
import { type Logbook, recordsOf, standingRecordsOf } from './logbook.ts';
import type { Annotation, Baseline, Registers, Snapshot, Target, UpcomingChange } from './registers.ts';

function foldSnapshots(log: Logbook): readonly Snapshot[] {
  const takenBack = new Map(
    standingRecordsOf(log, 'snapshot-taken-back').map(
      (event) => [event.data.snapshot, hybridMs(event.at)] as const,
    ),
  );
  return standingRecordsOf(log, 'snapshot-imported').map((event) => ({
    ...event.data,
    importedAtMs: hybridMs(event.at),
    takenBackAtMs: takenBack.get(event.data.snapshot) ?? null,
  }));
}

function foldMappings(log: Logbook): ReadonlyMap<string, unknown> {
  const mappings = new Map<string, unknown>();
  for (const { event, undone } of log.organization) {
    if (undone) continue;
    if (event.type === 'mapping-remembered') mappings.set(event.data.signature, event.data.settings);
    if (event.type === 'mapping-forgotten') mappings.delete(event.data.signature);
  }
  return mappings;
}

/** A target goes with the file that declared it. */
function foldTargets(log: Logbook): readonly Target[] {
  const takenBack = new Set(
    standingRecordsOf(log, 'snapshot-taken-back').map((event) => event.data.snapshot),
  );
  const set = recordsOf(log, 'target-set').map(({ event, undone }) => ({
    event,
    undone: undone || (event.data.snapshot !== undefined && takenBack.has(event.data.snapshot)),
  }));
  const byPlace = groupBy(set, ({ event }) => JSON.stringify([event.data.metric, event.data.entity]));
  return [...byPlace.values()].flatMap((entries) => {
    const event = standingEvents(entries, 'target').at(-1);
    if (event === undefined) return [];
    const { seen: _seen, snapshot: _snapshot, ...target } = event.data;
    return [target];
  });
}

function foldBaselines(log: Logbook): readonly Baseline[] {
  const byPhase = groupBy(recordsOf(log, 'baseline-set'), ({ event }) =>
    JSON.stringify([event.data.series, event.data.phase]),
  );
  return [...byPhase.values()].flatMap((entries) => {
    const { series, phase, baseline } = standingEvents(entries, 'baseline').at(-1)?.data ?? {};
    if (series === undefined || phase === undefined || baseline == null) return [];
    return [{ series, phase, ...baseline }];
  });
}

/** A verdict that explains an anomaly is written on its chart, from the onset on. */
function explanations(log: Logbook): readonly Annotation[] {
  return log.reviews.flatMap((review) =>
    review.anomalies.flatMap((anomaly) =>
      anomaly.verdict?.verdict === 'explained' && anomaly.verdict.reason !== null
        ? [
            {
              annotation: `of-${anomaly.verdict.event}`,
              series: [anomaly.reading.id],
              from: anomaly.onset,
              until: null,
              text: anomaly.verdict.reason,
              review: review.id,
              atMs: anomaly.verdict.atMs,
            },
          ]
        : [],
    ),
  );
}

function foldAnnotations(log: Logbook): readonly Annotation[] {
  const written = standingRecordsOf(log, 'annotation-added').map((event) => ({
    ...event.data,
    review: null,
    atMs: hybridMs(event.at),
  }));
  return [...written, ...explanations(log)].sort((left, right) => left.atMs - right.atMs);
}

function foldUpcoming(log: Logbook): readonly UpcomingChange[] {
  const removed = new Set(
    standingRecordsOf(log, 'upcoming-change-removed').map((event) => event.data.change),
  );
  const registered = new Map(
    standingRecordsOf(log, 'upcoming-change-registered').map((event) => [event.data.change, event.data]),
  );
  return [...registered.values()]
    .filter((change) => !removed.has(change.change))
    .sort((left, right) => (left.from < right.from ? -1 : 1));
}

/** What people said about the numbers, and where the numbers came from. */
export function foldMetrics(
  log: Logbook,
): Pick<
  Registers,
  'snapshots' | 'mappings' | 'targets' | 'rebaselines' | 'baselines' | 'annotations' | 'upcomingChanges'
> {
  return {
    snapshots: foldSnapshots(log),
    mappings: foldMappings(log),
    targets: foldTargets(log),
    rebaselines: standingRecordsOf(log, 'rebaselined').map((event) => ({
      ...event.data,
      atMs: hybridMs(event.at),
    })),
    baselines: foldBaselines(log),
    annotations: foldAnnotations(log),
    upcomingChanges: foldUpcoming(log),
  };
}
