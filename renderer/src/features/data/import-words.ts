import { strictestTargets } from '#shared/formats/strictest-targets.ts';
import type { ImportComparison } from '#shared/series/compare-import.ts';
import type { OnExisting } from '#shared/series/parts.ts';
import type { Reading } from '#shared/tabular/reading.ts';
import { unitConflicts } from './asked/unit-conflicts.ts';
import type { Mapping } from './use-mapping.ts';

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

const MINUTE_MS = 60_000;

/** `, about 12 s left`; nothing as long as nobody can say. */
export function timeLeftText(leftMs: number | null): string {
  if (leftMs === null) return '';
  if (leftMs < MINUTE_MS) return `, about ${Math.max(1, Math.round(leftMs / 1000))}\u00a0s left`;
  return `, about ${Math.round(leftMs / MINUTE_MS)}\u00a0min left`;
}

/** What is still open, beside the button that waits for it; null when nothing is. */
export function openText(mapping: Mapping): string | null {
  const questions = mapping.read?.reading.questions.length ?? 0;
  const conflicts = unitConflicts(mapping.comparison).length + mapping.openShifts.length;
  if (mapping.read !== null && mapping.working) return 'reading again';
  if (questions > 0) return questions === 1 ? 'one question open' : `${questions} questions open`;
  if (conflicts > 0) return conflicts === 1 ? 'one unit open' : `${conflicts} units open`;
  return null;
}

/** What the button that takes the file in will do, in numbers. */
export function takeInWords(
  reading: Reading,
  comparison: ImportComparison | null,
  existing: OnExisting,
): string {
  if (comparison === null) return 'Add';
  const { added } = comparison;
  const changed = existing === 'skip' ? 0 : comparison.changed.length;
  const gone = existing === 'replace-range' ? (comparison.range?.values ?? 0) : 0;
  const steps = [
    { word: 'add', count: added },
    { word: 'change', count: changed },
    { word: 'remove', count: gone },
  ].filter(({ count }) => count > 0);
  if (steps.length === 0) return declaredWords(reading);
  const words = steps.map(({ word, count }) => `${word} ${count.toLocaleString('en')}`).join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What a file without new values adds: the targets and owners that it declares. */
function declaredWords(reading: Reading): string {
  const targets = strictestTargets(reading.targets);
  const owners = reading.owners.filter((one) => one.owner !== null);
  const parts = [
    targets.length > 0 ? `${targets.length} ${targets.length === 1 ? 'target' : 'targets'}` : '',
    owners.length > 0 ? `${owners.length} ${owners.length === 1 ? 'owner' : 'owners'}` : '',
  ].filter((part) => part !== '');
  if (parts.length === 0 && reading.rows.data === 0) return 'Nothing in it';
  return parts.length === 0 ? 'Nothing new in it' : `Take ${parts.join(' and ')}`;
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
