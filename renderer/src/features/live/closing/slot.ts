import type { KeyboardEvent } from 'react';
import type { ReviewItem } from '#shared/review/review.ts';

/** A gap in a sentence that is filled where it stands. */
export type SlotProps = {
  readonly id: string;
  readonly item: ReviewItem;
  readonly onFocus: () => void;
  readonly onFill: (value: string) => void;
};

/** Escape leaves the slot and keeps what was typed; tells whether it was pressed. */
export function leaveOn(event: KeyboardEvent<HTMLInputElement>): boolean {
  if (event.key !== 'Escape') return false;
  event.stopPropagation();
  event.currentTarget.blur();
  return true;
}
