/** A storage that starts with what another holds and keeps every change to itself; it ends with the window. */
export function memoryOver(under: Storage): Storage {
  const kept = new Map(Object.keys(under).map((key) => [key, under.getItem(key) ?? '']));
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => {
      kept.set(key, String(text));
    },
    removeItem: (key) => {
      kept.delete(key);
    },
    clear: () => kept.clear(),
  };
}
