import type { Readout } from '#shared/readout/readout.ts';

/** A text of the readout that the facilitator may say in their own words. */
export type Editable = {
  /** Section of `readout-edited`, or id of the question for an answer. */
  readonly id: string;
  readonly kind: 'section' | 'answer';
  readonly label: string;
  readonly text: string;
  /** What was proposed, null while it stands as proposed. */
  readonly proposed: string | null;
};

export type EditableGroup = { readonly title: string; readonly texts: readonly Editable[] };

/** Every text that may be edited, in the order of the pages. Numbers stay as they were computed. */
export function editableTexts(readout: Readout): readonly EditableGroup[] {
  const section = (
    id: string,
    label: string,
    worded: { readonly text: string; readonly proposed: string | null },
  ) => ({ id, kind: 'section', label, ...worded }) as const;
  return [
    {
      title: 'Headline',
      texts: [
        section('title', 'Title', readout.title),
        section('headline', 'In three sentences', readout.headline),
      ],
    },
    {
      title: 'What it means for the business',
      texts: readout.outcomes
        .filter((outcome) => outcome.figure !== null)
        .map(({ id, name, figure, sentence }) => section(`outcome:${id}`, `${name}, ${figure}`, sentence)),
    },
    {
      title: 'The five dimensions',
      texts: readout.dimensions.map(({ id, name, sentence }) => section(`dimension:${id}`, name, sentence)),
    },
    {
      title: 'The six questions',
      texts: readout.six.map(({ id, question, kind, text, computed }) => ({
        id,
        kind: 'answer' as const,
        label: question,
        text,
        proposed: kind === 'edited' ? computed : null,
      })),
    },
  ].filter((group) => group.texts.length > 0);
}
