import type { ImportComparison } from '#shared/series/compare-import.ts';
import type { OnExisting } from '#shared/series/parts.ts';
import type { Reading } from '#shared/tabular/reading.ts';

/** `1.4 kB`, `78 MB`. */
export function byteText(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0bytes`;
  const units = ['kB', 'MB', 'GB'];
  let value = bytes / 1000;
  let at = 0;
  while (value >= 1000 && at < units.length - 1) {
    value /= 1000;
    at += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)}\u00a0${units[at] ?? ''}`;
}

/** What the button that takes the file in will do, in numbers. */
export function takeInWords(
  reading: Reading,
  comparison: ImportComparison | null,
  existing: OnExisting,
): string {
  if (reading.status === 'needs-answer') {
    return reading.questions.length === 1
      ? 'One question open'
      : `${reading.questions.length} questions open`;
  }
  if (comparison === null) return 'Add';
  const { added } = comparison;
  const changed = existing === 'skip' ? 0 : comparison.changed.length;
  const gone = existing === 'replace-range' ? (comparison.range?.values ?? 0) : 0;
  const steps = [
    { word: 'add', count: added },
    { word: 'change', count: changed },
    { word: 'remove', count: gone },
  ].filter(({ count }) => count > 0);
  if (steps.length === 0) return 'Nothing new in it';
  const words = steps.map(({ word, count }) => `${word} ${count.toLocaleString('en')}`).join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The receipt, in one sentence. */
export function receiptOf(name: string, comparison: ImportComparison, existing: OnExisting): string {
  const { added, changed, unchanged, range } = comparison;
  const text = (count: number) => count.toLocaleString('en');
  const kept = existing === 'skip' ? changed.length : 0;
  const gone = existing === 'replace-range' ? (range?.values ?? 0) : 0;
  const parts = [
    `${text(added)} ${added === 1 ? 'value' : 'values'} added`,
    `${text(changed.length - kept)} changed`,
    ...(gone > 0 ? [`${text(gone)} gone`] : []),
    `${text(unchanged + kept)} as before`,
  ];
  return `${name} is in: ${parts.join(', ')}. It can be taken back under Data.`;
}
