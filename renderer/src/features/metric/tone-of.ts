import type { Signal } from '#shared/signals/reading.ts';

/** The word by which a signal is coloured. */
export function toneOf({ direction }: Signal): 'worse' | 'better' | 'changed' {
  return direction === 'neither' ? 'changed' : direction;
}
