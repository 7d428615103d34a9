import type { AndonEvent, StoredEvent } from './event.ts';
import { correctedId, placeEvents } from './merge.ts';

/** What the key for undo takes back: captures, verdicts, decisions and moves; never the start or the end of a review. */
const UNDOABLE: ReadonlySet<string> = new Set<AndonEvent['type']>([
  'captured',
  'item-changed',
  'item-removed',
  'verdict-given',
  'anomaly-opened',
  'anomaly-set-aside',
  'anomaly-put-back',
  'anomalies-ordered',
  'block-entered',
  'block-minutes-changed',
  'agenda-set',
  'roles-set',
  'attendance-marked',
  'pick-made',
  'commitment-checked',
  'constraint-named',
  'question-answered',
  'rating-given',
  'rule-waived',
  'readback-confirmed',
  'handed-over',
  'readout-edited',
]);

/** The last thing that can be taken back, null when there is none. With a device only what was done there. */
export function lastUndoable(
  events: readonly StoredEvent[],
  device: string | null = null,
): StoredEvent | null {
  const last = placeEvents(events).findLast(
    ({ event, undone }) =>
      !undone && UNDOABLE.has(event.type) && (device === null || event.device === device),
  );
  return last?.event ?? null;
}

/** The event that was taken back last and can be put back, null when something else was done since. */
export function lastRedoable(
  events: readonly StoredEvent[],
  device: string | null = null,
): StoredEvent | null {
  const placed = placeEvents(events).filter(({ event }) => device === null || event.device === device);
  const takenBack = new Map(
    placed.flatMap((entry) =>
      entry.undone && UNDOABLE.has(entry.event.type) ? [[entry.event.id, entry.event] as const] : [],
    ),
  );
  for (const { event, undone } of placed.toReversed()) {
    if (undone) continue;
    if (UNDOABLE.has(event.type)) return null;
    const target = event.type === 'event-undone' ? takenBack.get(correctedId(event) ?? '') : undefined;
    if (target !== undefined) return target;
  }
  return null;
}
