import { type ReadoutSectionId, readoutSections } from '#shared/drive/readout-form.ts';
import { changeText, constraintSentence, meetingSentences, riskText } from './phrases.ts';
import type { Readout } from './readout.ts';
import { wordCount } from './wording.ts';

export type LongSection = {
  readonly section: ReadoutSectionId;
  readonly title: string;
  readonly words: number;
  readonly most: number;
};

function textsOf(readout: Readout): Partial<Record<ReadoutSectionId, readonly string[]>> {
  const { constraint, next, header } = readout;
  return {
    headline: [readout.headline.text],
    outcomes: readout.outcomes.map(({ sentence }) => sentence.text),
    constraint: constraint === null ? [] : [constraint.name, constraintSentence(constraint)],
    decisions: [...readout.decisions, ...readout.asks].map(({ text }) => text),
    dimensions: readout.dimensions.map(({ sentence }) => sentence.text),
    commitments: [readout.promises.sentence, ...readout.commitments.map(({ text }) => text)],
    six: readout.six.map(({ text }) => text),
    risks: readout.risks.map(riskText),
    next: next.changes.map((change) => changeText(change, header.locale)),
    review: meetingSentences(readout),
  };
}

/** Sections that are longer than the form of the readout asks for. They warn and are kept. */
export function longSections(readout: Readout): readonly LongSection[] {
  const texts = textsOf(readout);
  return readoutSections.flatMap(({ id, title, maxWords }) => {
    const words = (texts[id] ?? []).reduce((sum, text) => sum + wordCount(text), 0);
    return maxWords === undefined || words <= maxWords
      ? []
      : [{ section: id, title: title ?? id, words, most: maxWords }];
  });
}
