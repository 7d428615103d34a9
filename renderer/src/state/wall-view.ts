import { create } from 'zustand';

/** How the Wall is arranged and what it shows; kept while the window lives, so that one comes back to the same place. */
export type WallView = {
  readonly by: 'dimension' | 'team' | 'entity' | 'metric';
  readonly show: 'all' | 'moved' | 'unheard';
  /** Words that the names have to hold. */
  readonly wanted: string;
  /** The series that was looked at last. */
  readonly at: string | null;
};

const store = create<WallView>(() => ({ by: 'dimension', show: 'all', wanted: '', at: null }));

export function useWallView(): WallView {
  return store();
}

export function changeWallView(change: Partial<WallView>): void {
  store.setState(change);
}
