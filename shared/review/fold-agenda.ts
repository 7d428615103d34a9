import type { Placed } from './placed.ts';
import type { ReviewBlock } from './review.ts';

/** Agenda in force: the last one that was set, with every minute that was moved since. */
export function foldBlocks(placed: Placed): readonly ReviewBlock[] {
  const blocks = new Map<string, ReviewBlock>();
  let started = false;
  const add = (id: string, minutes: number): void => {
    const block = blocks.get(id);
    if (block !== undefined) blocks.set(id, { ...block, minutes: Math.max(0, block.minutes + minutes) });
  };
  for (const { event, undone } of placed) {
    if (undone) continue;
    if (event.type === 'agenda-set') {
      const before = new Map(blocks);
      blocks.clear();
      for (const block of event.data.blocks) {
        blocks.set(block.id, {
          ...block,
          planned: before.get(block.id)?.planned ?? (started ? 0 : block.minutes),
          ...(before.get(block.id)?.endPays === undefined ? {} : { endPays: true }),
        });
      }
    }
    if (event.type === 'review-started') {
      started = true;
      for (const block of blocks.values()) blocks.set(block.id, { ...block, planned: block.minutes });
    }
    if (event.type === 'block-minutes-changed') {
      add(event.data.block, event.data.minutes);
      const block = blocks.get(event.data.block);
      if (block !== undefined && event.data.minutes > 0 && event.data.paidBy.length === 0) {
        blocks.set(block.id, { ...block, endPays: true });
      }
      for (const payer of event.data.paidBy) add(payer.block, -payer.minutes);
    }
  }
  return [...blocks.values()];
}
