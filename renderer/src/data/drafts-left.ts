import type { TypedLine } from '#renderer/src/workers/typing-log.ts';
import type { Database } from './database.ts';

export type LeftText = { readonly key: string; readonly text: string; readonly at: number };

/**
 * The newest text of each key among lines that were on their way, where the disk has an older one. A text that became an
 * event is done with when that event is stored; when it is not, the text is still one.
 */
export async function newerThanStored(
  lines: readonly TypedLine[],
  { drafts, events }: Pick<Database, 'drafts' | 'events'>,
): Promise<readonly LeftText[]> {
  if (lines.length === 0) return [];
  const became = lines.flatMap((line) => ('became' in line ? [line.became] : []));
  const stored = new Set(
    (await events.bulkGet(became)).flatMap((row) => (row === undefined ? [] : [row.id])),
  );
  const newest = new Map<string, TypedLine>();
  for (const line of lines) {
    if ('became' in line && !stored.has(line.became)) continue;
    if (line.at >= (newest.get(line.key)?.at ?? 0)) newest.set(line.key, line);
  }
  const rows = await drafts.bulkGet([...newest.keys()]);
  return [...newest.values()].flatMap((line, index) => {
    const row = rows[index];
    if ('became' in line || line.at <= (row?.at ?? 0)) return [];
    return row === undefined && line.text === '' ? [] : [line];
  });
}
