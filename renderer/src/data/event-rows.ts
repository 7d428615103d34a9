import { parseEvent, type StoredEvent } from '#shared/events/event.ts';
import type { EventRow } from './database.ts';

export function toRow(event: StoredEvent, journaled: 0 | 1): EventRow {
  return { id: event.id, stream: event.stream, at: event.at, json: JSON.stringify(event), journaled };
}

/** An event from its text; null for text that is torn or that this build cannot read. The text stays where it is. */
export function fromText(text: string): StoredEvent | null {
  try {
    const parsed = parseEvent(JSON.parse(text));
    return parsed.ok ? parsed.value : null;
  } catch {
    return null;
  }
}

/** The events of the texts that can be read. */
export function fromTexts(texts: readonly string[]): StoredEvent[] {
  return texts.map(fromText).filter((event) => event !== null);
}
