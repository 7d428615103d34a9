import type { SeriesReading } from '#shared/signals/reading.ts';
import { registerTitle } from './register-view.ts';
import type { AgendaBlock, BlockContent, Review } from './review.ts';
import { textPages } from './text-pages.ts';

export type ChecklistItem = Extract<BlockContent, { kind: 'checklist' }>['items'][number];

export const CONTENT_NAMES: Readonly<Record<BlockContent['kind'], string>> = {
  text: 'A text',
  checklist: 'A checklist',
  register: 'Part of a register',
  charts: 'Charts',
};

/** The lines of a checklist as items. A line that stands as before keeps its id, so that what is ticked stays ticked. */
export function checklistFrom(
  lines: string,
  before: readonly ChecklistItem[],
  newId: () => string,
): readonly ChecklistItem[] {
  const texts = lines
    .split(/\r\n|[\n\r]/)
    .map((line) => line.replace(/^\s*(?:[-*•]\s+)?(?:\[[ xX]?\]\s*)?/, '').trim())
    .filter((line) => line !== '');
  const left = [...before];
  const kept = texts.map((text) => {
    const at = left.findIndex((item) => item.text === text);
    return at === -1 ? null : (left.splice(at, 1)[0] ?? null);
  });
  // A line that was reworded in its place is still the same thing to do.
  const reworded = texts.length === before.length ? before : [];
  return texts.map((text, index) => {
    const same = kept[index];
    if (same != null) return same;
    const there = reworded[index];
    const free = there !== undefined && left.includes(there);
    return { id: free ? there.id : newId(), text };
  });
}

/** The items of a checklist that nobody has ticked. */
export function untickedOf(content: BlockContent, ticked: Review['ticked']): readonly ChecklistItem[] {
  return content.kind === 'checklist' ? content.items.filter((item) => !Object.hasOwn(ticked, item.id)) : [];
}

/** Every item of the agenda's checklists that is not ticked, with the block it stands in; a block that was cut in two once. */
export function untickedIn(
  review: Pick<Review, 'blocks' | 'ticked'>,
): readonly { readonly block: string; readonly item: ChecklistItem }[] {
  const seen = new Set<string>();
  return review.blocks.flatMap((block) =>
    (block.content === undefined ? [] : untickedOf(block.content, review.ticked)).flatMap((item) => {
      if (seen.has(item.id)) return [];
      seen.add(item.id);
      return [{ block: block.name, item }];
    }),
  );
}

/** How many charts stand side by side on one page. */
export const CHARTS_ON_A_PAGE = 4;

/** The parts of a block that are shown one after the other, by id: pages of charts, single charts, pages of a text. */
export function partsOf(block: Pick<AgendaBlock, 'content'>): readonly string[] {
  const { content } = block;
  switch (content?.kind) {
    case 'charts':
      return content.series.map(({ id }) => id);
    case 'text':
      return textPages(content.text).map((_, index) => String(index + 1));
    case 'checklist':
    case 'register':
    case undefined:
      return [];
  }
}

/** How many parts stand on the stage at once. */
export function partsOnAPage({ content }: Pick<AgendaBlock, 'content'>): number {
  return content?.kind === 'charts' && content.layout === 'together' ? CHARTS_ON_A_PAGE : 1;
}

type At = Pick<Review, 'blocks' | 'currentBlock' | 'currentPart'>;

/** The part at hand of the block on the stage: its place, all its parts; null where it has none. */
export function partAtHand(review: At): { readonly parts: readonly string[]; readonly at: number } | null {
  const block = review.blocks.find((one) => one.id === review.currentBlock);
  const parts = block === undefined ? [] : partsOf(block);
  if (parts.length === 0) return null;
  return { parts, at: Math.max(0, review.currentPart === null ? 0 : parts.indexOf(review.currentPart)) };
}

/** The part that the next page (or the one before) begins with; null where the block has no further page. */
export function pageAhead(review: At, by: 1 | -1): string | null {
  const block = review.blocks.find((one) => one.id === review.currentBlock);
  const at = partAtHand(review);
  if (block === undefined || at === null) return null;
  const size = partsOnAPage(block);
  return at.parts[(Math.floor(at.at / size) + by) * size] ?? null;
}

/** The series at hand of a block with charts, as it was frozen or (where it is gone) by its name alone. */
export function chartAtHand(
  review: At & Pick<Review, 'charts'>,
): { readonly id: string; readonly name: string; readonly reading: SeriesReading | null } | null {
  const block = review.blocks.find((one) => one.id === review.currentBlock);
  const at = partAtHand(review);
  if (block?.content?.kind !== 'charts' || at === null) return null;
  const chosen = block.content.series[at.at];
  if (chosen === undefined) return null;
  return { ...chosen, reading: review.charts.find((one) => one.id === chosen.id) ?? null };
}

/** Readings of the series that blocks show and that were not frozen yet. */
export function chartsToFreeze(
  blocks: readonly Pick<AgendaBlock, 'content'>[],
  readings: readonly SeriesReading[],
  frozen: readonly SeriesReading[] = [],
): readonly SeriesReading[] {
  const wanted = new Set(
    blocks.flatMap(({ content }) => (content?.kind === 'charts' ? content.series.map(({ id }) => id) : [])),
  );
  for (const { id } of frozen) wanted.delete(id);
  return readings.filter(({ id }) => wanted.has(id));
}

/** What a block shows, in a few words: `3 things to tick`, `Open risks, oldest first`. */
export function contentWords(content: BlockContent): string {
  switch (content.kind) {
    case 'text': {
      const [first = ''] = content.text.trim().split(/\r\n|[\n\r]/);
      return first === '' ? 'an empty text' : first;
    }
    case 'checklist':
      return content.items.length === 1 ? '1 thing to tick' : `${content.items.length} things to tick`;
    case 'register':
      return registerTitle(content);
    case 'charts':
      return content.series.length === 1 ? '1 chart' : `${content.series.length} charts`;
  }
}
