import { create } from 'zustand';
import { sharedName } from './shared-name.ts';

/** What windows show alike and nobody stores: what the person at the keyboard does to the picture, and trouble. */
type Picture = {
  /** What is pointed at in a list (`commitments`, `readback`) or on a chart, by its name. */
  readonly at: Readonly<Record<string, string>>;
  /** The stage shows nothing for a while. */
  readonly dark: boolean;
  /** Since when what was typed is not on disk, wall clock; null while all is. */
  readonly unsavedSince: number | null;
};

type Message = { readonly kind: 'point'; readonly picture: Picture } | { readonly kind: 'ask' };

const NOTHING: Picture = { at: {}, dark: false, unsavedSince: null };
const store = create<Picture>(() => NOTHING);
const channel =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(sharedName('andon.pointing'));

function tell(): void {
  channel?.postMessage({ kind: 'point', picture: store.getState() } satisfies Message);
}

channel?.addEventListener('message', (event: MessageEvent<Message>) => {
  if (event.data.kind === 'point') store.setState(event.data.picture);
  else if (store.getState() !== NOTHING) tell();
});
channel?.postMessage({ kind: 'ask' } satisfies Message);

/** The id that is pointed at in a list or on a chart, or null. */
export function usePointed(list: string): string | null {
  return store((state) => state.at[list] ?? null);
}

/** Points at an entry of a list or a point of a chart, in every window; null points at nothing there. */
export function pointAt(list: string, id: string | null): void {
  const { [list]: before, ...others } = store.getState().at;
  if ((before ?? null) === id) return;
  store.setState({ at: id === null ? others : { ...others, [list]: id } });
  tell();
}

/** Whether the stage is dark. */
export function useDark(): boolean {
  return store((state) => state.dark);
}

/** Makes the stage dark in every window, or shows it again. */
export function setDark(dark: boolean): void {
  if (store.getState().dark === dark) return;
  store.setState({ dark });
  tell();
}

/** Shows what is dark, and the other way round. */
export function toggleDark(): void {
  setDark(!store.getState().dark);
}

/** Since when the window at the keyboard cannot save, or null: it is said on every window. */
export function useUnsaved(): number | null {
  return store((state) => state.unsavedSince);
}

export function setUnsaved(unsavedSince: number | null): void {
  if (store.getState().unsavedSince === unsavedSince) return;
  store.setState({ unsavedSince });
  tell();
}
