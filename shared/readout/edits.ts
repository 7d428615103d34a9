import type { Readout, Worded } from './readout.ts';

/** A text of the readout that may be put into other words: `section` names it in a `readout-edited` event. */
export type EditableText = Worded & { readonly section: string; readonly name: string };

/** Every text that the facilitator may edit, in print order. Numbers, verdicts and commitments are never among them. */
export function editableTexts({ title, headline, outcomes, dimensions }: Readout): readonly EditableText[] {
  return [
    { section: 'title', name: 'Title', ...title },
    { section: 'headline', name: 'In three sentences', ...headline },
    ...outcomes.map(({ id, name, sentence }) => ({ section: `outcome:${id}`, name, ...sentence })),
    ...dimensions.map(({ id, name, sentence }) => ({ section: `dimension:${id}`, name, ...sentence })),
  ];
}
