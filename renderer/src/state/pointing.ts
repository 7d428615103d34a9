import { create } from 'zustand';
import { sharedName } from './shared-name.ts';

/** What the facilitator points at in a list (`commitments`, `readback`), by the list's name; the stage points along. */
type Pointing = { readonly at: Readonly<Record<string, string>> };

type Message = { readonly kind: 'point'; readonly at: Pointing['at'] } | { readonly kind: 'ask' };

const store = create<Pointing>(() => ({ at: {} }));
const channel =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(sharedName('andon.pointing'));

channel?.addEventListener('message', (event: MessageEvent<Message>) => {
  if (event.data.kind === 'point') store.setState({ at: event.data.at });
  else if (Object.keys(store.getState().at).length > 0)
    channel.postMessage({ kind: 'point', at: store.getState().at } satisfies Message);
});
channel?.postMessage({ kind: 'ask' } satisfies Message);

/** The id that is pointed at in a list, or null. */
export function usePointed(list: string): string | null {
  return store((state) => state.at[list] ?? null);
}

/** Points at an entry of a list, in every window. */
export function pointAt(list: string, id: string): void {
  store.setState((state) => ({ at: { ...state.at, [list]: id } }));
  channel?.postMessage({ kind: 'point', at: store.getState().at } satisfies Message);
}
