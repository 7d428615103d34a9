import type { Machine } from '#renderer/src/bridge/bridge.ts';
import type { StoredEvent } from '#shared/events/event.ts';
import { fromTexts } from './event-rows.ts';

type Parts = { readonly machine: Machine; readonly workspace: string };

/** Every event of a workspace that the journal has; lines that cannot be read are passed over. Null when it cannot be read at all. */
export async function journalEvents({ machine, workspace }: Parts): Promise<readonly StoredEvent[] | null> {
  const answer = await machine.request('journal:read', {});
  if (!answer.ok) return null;
  const own = answer.value.streams.filter((one) => one.stream.startsWith(`${workspace}--`));
  return own.flatMap((one) => fromTexts(one.events));
}
