import { create } from 'zustand';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'andon.theme';

function remembered(): Theme {
  const value = globalThis.localStorage?.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : 'system';
}

const store = create<{ readonly theme: Theme }>(() => ({ theme: remembered() }));

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** The theme of this device: a matter of the machine and its projector, so not part of the shared record. */
export function useTheme(): Theme {
  return store((state) => state.theme);
}

export function setTheme(theme: Theme): void {
  globalThis.localStorage?.setItem(KEY, theme);
  store.setState({ theme });
  apply(theme);
}

/** Applies the remembered theme; called once before the first paint. */
export function startAppearance(): void {
  apply(store.getState().theme);
  globalThis.addEventListener('storage', (event) => {
    if (event.key !== KEY) return;
    store.setState({ theme: remembered() });
    apply(remembered());
  });
}
