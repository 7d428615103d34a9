import { fail, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/zod.ts';
import { type EventFailure, parseEvent, type StoredEvent } from './event.ts';
import { mergeEvents } from './merge.ts';

/** Events as one file: a backup, a hand-over, the history of the sample organization. */
export type EventBundle = {
  readonly format: 'andon-events';
  readonly version: 1;
  readonly events: readonly StoredEvent[];
};

export type BundleFailure = {
  readonly code: 'not-a-bundle' | 'newer-bundle' | 'bad-event';
  readonly message: string;
};

const outline = z.object({
  format: z.literal('andon-events'),
  version: z.int(),
  events: z.array(z.unknown()),
});

export function toBundle(events: readonly StoredEvent[]): EventBundle {
  return { format: 'andon-events', version: 1, events: mergeEvents(events) };
}

function badEvent(position: number, failure: EventFailure): BundleFailure {
  return { code: 'bad-event', message: `Event ${position} of the file cannot be read: ${failure.message}` };
}

/** Reads a bundle from parsed JSON, all or nothing. */
export function parseBundle(json: unknown): Result<EventBundle, BundleFailure> {
  const outer = outline.safeParse(json);
  if (!outer.success) {
    return fail({ code: 'not-a-bundle', message: 'This file holds no events of Andon.' });
  }
  if (outer.data.version > 1) {
    return fail({
      code: 'newer-bundle',
      message: 'This file was written by a newer Andon; this one cannot read it.',
    });
  }
  const events: StoredEvent[] = [];
  for (const [index, entry] of outer.data.events.entries()) {
    const event = parseEvent(entry);
    if (!event.ok) return fail(badEvent(index + 1, event.failure));
    events.push(event.value);
  }
  return ok(toBundle(events));
}
