import { create } from 'zustand';
import { hashOf, type Place, placeOf } from './pages.ts';

type Navigation = { readonly place: Place };

const store = create<Navigation>(() => ({ place: placeOf(globalThis.location?.hash ?? '') }));

globalThis.addEventListener?.('hashchange', () =>
  store.setState({ place: placeOf(globalThis.location.hash) }),
);

/** The screen that is shown. */
export function usePlace(): Place {
  return store((state) => state.place);
}

export function goTo(place: Place): void {
  globalThis.location.hash = hashOf(place);
  store.setState({ place });
}
