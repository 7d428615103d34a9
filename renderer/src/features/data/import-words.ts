import type { Comparison } from '#shared/series/compare.ts';
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
export function takeInWords(reading: Reading, comparison: Comparison | null): string {
  if (reading.status === 'needs-answer') {
    return reading.questions.length === 1
      ? 'One question open'
      : `${reading.questions.length} questions open`;
  }
  if (comparison === null) return 'Add';
  const { added, changed } = comparison;
  if (added === 0 && changed.length === 0) return 'Nothing new in it';
  const parts = [
    added > 0 ? `Add ${added.toLocaleString('en')}` : '',
    changed.length > 0 ? `${added > 0 ? 'change' : 'Change'} ${changed.length.toLocaleString('en')}` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** The receipt, in one sentence. */
export function receiptOf(name: string, { added, changed, unchanged }: Comparison): string {
  return `${name} is in: ${added.toLocaleString('en')} values added, ${changed.length.toLocaleString('en')} changed, ${unchanged.toLocaleString('en')} as before. It can be taken back under Data.`;
}
