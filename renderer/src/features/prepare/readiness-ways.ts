import { goTo } from '#renderer/src/state/navigation.ts';
import type { ReadinessCheck } from '#shared/review/readiness.ts';

/** What to do about a readiness rule that does not hold, and the way to where it is done. */
export type Way = { readonly words: string; readonly go: () => unknown };

/** Moves the keyboard to the first thing that can be used in a part of the page; false where there is none. */
export function focusIn(part: string): boolean {
  const found = document.querySelector<HTMLElement>(`[data-part="${part}"]`);
  const first = found?.querySelector<HTMLElement>('button, input, select, a[href]');
  found?.scrollIntoView({ block: 'nearest' });
  first?.focus();
  return first != null;
}

/** Where nobody is on record yet, people are added first. */
function namePeople(): void {
  if (!focusIn('roles')) goTo({ page: 'cadence' });
}

const WAYS: Partial<Record<ReadinessCheck['rule'], Way>> = {
  'data-fresh': { words: 'Take in newer exports', go: () => goTo({ page: 'data' }) },
  coverage: { words: 'Take in what the teams have', go: () => goTo({ page: 'data' }) },
  'commitments-updated': { words: 'Ask them, and note it', go: () => goTo({ page: 'actions' }) },
  owners: { words: 'Name owners', go: () => goTo({ page: 'actions' }) },
  'agenda-fits': { words: 'Fit the minutes', go: () => focusIn('fit') },
  'anomalies-fit': { words: 'Fit the minutes, or set some aside', go: () => focusIn('fit') },
  facilitator: { words: 'Name them', go: namePeople },
  'pre-read': { words: 'Hand it out', go: () => focusIn('pre-read') },
};

/** The way out of a gap; null where nothing on this machine mends it. */
export function wayOf(check: ReadinessCheck): Way | null {
  return check.status === 'gap' ? (WAYS[check.rule] ?? null) : null;
}
