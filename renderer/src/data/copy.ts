import type { StoredEvent } from '#shared/events/event.ts';

/** Everything authored, as the bundle that another Andon takes in. */
export function copyOfEverything(events: readonly StoredEvent[]): string {
  return JSON.stringify({ format: 'andon-events', version: 1, events }, null, 1);
}

/** Hands a file to the browser's own download. */
export function offerDownload(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
