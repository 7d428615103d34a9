import { create } from 'zustand';
import type { CommandGroup } from './command-groups.ts';

/** One thing a person can do: menus, keys, the palette and `?` read it from here. */
export type Command = {
  readonly id: string;
  readonly name: string;
  /** Keys as they are matched: `a`, `PageDown`, `Ctrl+K` (Cmd on Apple machines), `Alt+1`. None: it is run by its name. */
  readonly keys?: readonly string[];
  readonly group: CommandGroup;
  /** The submenu that it stands in, where it is one of many of its kind. */
  readonly under?: string;
  /** False where it would do nothing now: menus grey it, its key still says why. */
  readonly enabled?: boolean;
  readonly run: () => void;
  /** Left out of the palette (a key that only moves within a screen). */
  readonly hidden?: boolean;
};

type Commands = {
  readonly sources: ReadonlyMap<string, readonly Command[]>;
  readonly palette: 'closed' | 'open' | 'keys';
};

const store = create<Commands>(() => ({ sources: new Map(), palette: 'closed' }));

/** Offers commands until the returned function is called. Later sources win where keys collide. */
export function offerCommands(source: string, commands: readonly Command[]): () => void {
  store.setState((state) => {
    const sources = new Map(state.sources);
    sources.delete(source);
    sources.set(source, commands);
    return { sources };
  });
  return () =>
    store.setState((state) => {
      if (state.sources.get(source) !== commands) return state;
      const sources = new Map(state.sources);
      sources.delete(source);
      return { sources };
    });
}

export function currentCommands(): readonly Command[] {
  return [...store.getState().sources.values()].flat();
}

export function useCommandSources(): ReadonlyMap<string, readonly Command[]> {
  return store((state) => state.sources);
}

export function usePalette(): Commands['palette'] {
  return store((state) => state.palette);
}

export function showPalette(palette: Commands['palette']): void {
  store.setState({ palette });
}
