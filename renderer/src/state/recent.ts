const KEY = 'andon.recent';
const MOST = 12;

/** Ids of what was chosen by name on this machine, newest first. */
export function recentlyChosen(): readonly string[] {
  const kept = globalThis.localStorage?.getItem(KEY) ?? '';
  return kept === '' ? [] : kept.split('\n');
}

export function rememberChosen(id: string): void {
  const ids = [id, ...recentlyChosen().filter((one) => one !== id)].slice(0, MOST);
  globalThis.localStorage?.setItem(KEY, ids.join('\n'));
}
