import { createReader, type ReadOutcome } from '#shared/tabular/read.ts';
import type { ReadSettings } from '#shared/tabular/reading.ts';

/** Reads a text, or a value as JSON, as the file of that name. */
export function readText(name: string, content: unknown, settings: ReadSettings = {}): ReadOutcome {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 1);
  const bytes = new TextEncoder().encode(text);
  const context = { entities: [], today: '2026-11-20', remembered: [] };
  const reader = createReader({ name, bytes: bytes.length }, settings, context);
  reader.push(bytes);
  return reader.end('abc');
}

/** The points of a file, one text each: `open-critical-cves shop 2026-04-20 1`. */
export function pointsOf({ points }: ReadOutcome): readonly string[] {
  return [...(points?.seriesIndex ?? [])].map((series, index) => {
    const header = points?.series[series];
    const at = new Date(points?.starts[index] ?? 0).toISOString();
    const when = header?.grain === 'instant' ? at.replace('.000Z', 'Z') : at.slice(0, 10);
    return `${header?.metric} ${header?.entity} ${when} ${points?.values[index]}`;
  });
}
