import { useMemo } from 'react';
import { useLive } from '#renderer/src/features/live/live.ts';
import type { ChecklistItem } from '#shared/review/block-content.ts';
import { type RegisterChoice, type RegisterRow, registerRows } from '#shared/review/register-view.ts';
import type { BlockContent, Review } from '#shared/review/review.ts';

/** The entries that a view of a register shows now. */
export function useViewRows(choice: RegisterChoice): readonly RegisterRow[] {
  const { registers, today } = useLive();
  return useMemo(() => registerRows(choice, { registers, today }), [choice, registers, today]);
}

/** The item at hand of a checklist: the one pointed at, else the first that is not ticked, else the last. */
export function itemAtHand(
  content: Extract<BlockContent, { kind: 'checklist' }>,
  ticked: Review['ticked'],
  pointed: string | null,
): ChecklistItem | null {
  return (
    content.items.find((item) => item.id === pointed) ??
    content.items.find((item) => !Object.hasOwn(ticked, item.id)) ??
    content.items.at(-1) ??
    null
  );
}
