import { useSyncExternalStore } from 'react';
import { useTheme } from '#renderer/src/state/appearance.ts';

const QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

function subscribe(listener: () => void): () => void {
  const lists = QUERIES.map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener('change', listener);
  document.fonts.addEventListener('loadingdone', listener);
  return () => {
    for (const list of lists) list.removeEventListener('change', listener);
    document.fonts.removeEventListener('loadingdone', listener);
  };
}

function currentKey(): string {
  return [...QUERIES.map((query) => matchMedia(query).matches), document.fonts.status].join(' ');
}

/** Changes whenever the colours or the fonts of a canvas have to be read anew. */
export function usePaletteKey(): string {
  const theme = useTheme();
  return `${theme} ${useSyncExternalStore(subscribe, currentKey)}`;
}
