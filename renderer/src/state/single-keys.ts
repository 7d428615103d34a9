import { create } from 'zustand';

const KEY = 'andon.single-keys';

const store = create<{ readonly on: boolean }>(() => ({
  on: globalThis.localStorage?.getItem(KEY) !== 'off',
}));

/** Whether a letter, digit or sign alone runs a command on this machine. Who speaks to the machine or strays on keys turns it off. */
export function useSingleKeys(): boolean {
  return store((state) => state.on);
}

export function singleKeysOn(): boolean {
  return store.getState().on;
}

export function setSingleKeys(on: boolean): void {
  globalThis.localStorage?.setItem(KEY, on ? 'on' : 'off');
  store.setState({ on });
}
