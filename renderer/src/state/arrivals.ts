import { create } from 'zustand';
import type { Grant } from '#shared/ipc/contract.ts';

/** Files that were dropped or picked and wait to be looked at, first come first served. */
const store = create<{ readonly files: readonly Grant[] }>(() => ({ files: [] }));

export function useArrivals(): readonly Grant[] {
  return store((state) => state.files);
}

export function addArrivals(files: readonly Grant[]): void {
  store.setState((state) => ({ files: [...state.files, ...files] }));
}

export function dismissArrival(token: string): void {
  store.setState((state) => ({ files: state.files.filter((file) => file.token !== token) }));
}
