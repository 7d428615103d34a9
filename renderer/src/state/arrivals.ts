import { create } from 'zustand';
import type { Grant } from '#shared/ipc/contract.ts';

/** What became of a file: one sentence when it was taken in, null when it was left out. */
export type Receipt = { readonly token: string; readonly name: string; readonly sentence: string | null };

type Arrivals = { readonly files: readonly Grant[]; readonly receipts: readonly Receipt[] };

/** Files that were dropped or picked and wait to be looked at, first come first served, and what became of those before them. */
const store = create<Arrivals>(() => ({ files: [], receipts: [] }));

export function useArrivals(): readonly Grant[] {
  return store((state) => state.files);
}

/** Receipts of the files that came together with the present ones. */
export function useReceipts(): readonly Receipt[] {
  return store((state) => state.receipts);
}

export function addArrivals(files: readonly Grant[]): void {
  store.setState((state) => ({
    files: [...state.files, ...files],
    receipts: state.files.length === 0 ? [] : state.receipts,
  }));
}

/** Takes a file from the queue, with its receipt when it was taken in. */
export function dismissArrival(token: string, sentence: string | null = null): void {
  store.setState((state) => {
    const file = state.files.find((one) => one.token === token);
    if (file === undefined) return state;
    const receipt = { token, name: file.name, sentence };
    return {
      files: state.files.filter((one) => one.token !== token),
      receipts: [...state.receipts, receipt],
    };
  });
}

export function clearReceipts(): void {
  store.setState({ receipts: [] });
}
