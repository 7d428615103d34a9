import type { Workspace } from '#renderer/src/data/workspace.ts';
import { parseBundle } from '#shared/events/bundle.ts';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Takes in what another Andon exported. Known events are passed over, so that a file can be taken in twice. Answers a sentence. */
export async function takeInBundle(workspace: Pick<Workspace, 'log'>, file: File): Promise<string> {
  const bundle = parseBundle(parsed(await file.text()));
  if (!bundle.ok) return `${file.name}: ${bundle.failure.message} Nothing was taken in.`;
  const { events } = bundle.value;
  const fresh = await workspace.log.adopt(events);
  const known = events.length - fresh;
  const passed = known === 0 ? '' : ` ${known} were known already.`;
  return `${file.name}: ${fresh} of ${events.length} entries are new and were taken in.${passed}`;
}
