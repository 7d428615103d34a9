import type { KeyboardEvent } from 'react';
import type { ReviewItem } from '#shared/review/review.ts';

/** A gap in a sentence that is filled where it stands. */
export type SlotProps = {
  readonly id: string;
  readonly item: ReviewItem;
  readonly onFocus: () => void;
  readonly onFill: (value: string) => void;
};

/** Where the slots of a promise are on the screen, so that a key can put the focus into the first empty one. */
export function slotId(item: string): string {
  return `slot-${item}`;
}

/** Puts the focus into what is still empty of a promise, once the screen shows what was just filled. */
export function focusSlot(item: string): void {
  requestAnimationFrame(() => document.getElementById(slotId(item))?.focus());
}

/** Escape leaves the slot and keeps what was typed; tells whether it was pressed. */
export function leaveOn(event: KeyboardEvent<HTMLInputElement>): boolean {
  if (event.key !== 'Escape') return false;
  event.stopPropagation();
  event.currentTarget.blur();
  return true;
}
