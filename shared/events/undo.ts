import type { AndonEvent, StoredEvent } from './event.ts';
import { hybridMs } from './hybrid-clock.ts';
import { correctedId, placeEvents } from './merge.ts';

/** What the key for undo takes back: captures, verdicts, decisions, moves, edits of entries; never the start or the end of a review. */
const UNDOABLE: ReadonlySet<string> = new Set<AndonEvent['type']>([
  'captured',
  'item-changed',
  'item-removed',
  'verdict-given',
  'anomaly-opened',
  'prompt-asked',
  'anomaly-set-aside',
  'anomaly-put-back',
  'anomalies-ordered',
  'block-entered',
  'part-opened',
  'item-ticked',
  'block-minutes-changed',
  'agenda-set',
  'roles-set',
  'attendance-marked',
  'pick-made',
  'commitment-checked',
  'constraint-named',
  'question-answered',
  'rating-given',
  'rating-explained',
  'parking-settled',
  'rule-waived',
  'readback-confirmed',
  'handed-over',
  'readout-edited',
  // What a review decides about a register and about limits stands in the organization's stream.
  'action-changed',
  'initiative-changed',
  'risk-changed',
  'upcoming-change-registered',
  'rebaselined',
]);

/** What one press authors is stamped within this time; two presses never are. */
const ONE_PRESS_MS = 1;

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

/**
 * Everything that the last press authored and that can be taken back, the last event first: a verdict with the action
 * that came with it, a block with the anomaly that it opened on, forty owners filled in at once. Empty when nothing can.
 */
export function lastStep(
  events: readonly StoredEvent[],
  device: string | null = null,
): readonly StoredEvent[] {
  const standing = placeEvents(events).flatMap(({ event, undone }) =>
    !undone && UNDOABLE.has(event.type) && (device === null || event.device === device) ? [event] : [],
  );
  const step: StoredEvent[] = [];
  for (const event of standing.toReversed()) {
    const later = step.at(-1);
    if (later !== undefined && hybridMs(later.at) - hybridMs(event.at) > ONE_PRESS_MS) break;
    step.push(event);
  }
  return step;
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
