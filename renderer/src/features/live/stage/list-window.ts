/** The part of a long list that is shown: so many entries around the one at hand, and how many stand outside. */
export function windowAround<Entry>(
  entries: readonly Entry[],
  at: number,
  size: number,
): { readonly shown: readonly Entry[]; readonly before: number; readonly after: number } {
  const last = Math.max(0, entries.length - size);
  const from = Math.min(last, Math.max(0, at - Math.floor(size / 2)));
  const shown = entries.slice(from, from + size);
  return { shown, before: from, after: entries.length - from - shown.length };
}

/** `3 above, 12 below`: what of a list is out of sight; empty when all is shown. */
export function outsideWords(before: number, after: number): string {
  const parts = [...(before > 0 ? [`${before} above`] : []), ...(after > 0 ? [`${after} below`] : [])];
  return parts.join(', ');
}
