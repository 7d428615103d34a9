import {
  changeText,
  constraintSentence,
  meetingSentences,
  riskText,
  slipSentence,
} from '#shared/readout/phrases.ts';
import type { Readout } from '#shared/readout/readout.ts';
import { sentence, shortDay } from '#shared/readout/wording.ts';
import { html, type Markup, nothing } from './escape.ts';
import { firstPageRows, LONGEST, secondPageRows } from './lead-rows.ts';
import { commitmentTable } from './page-two.ts';

function list(title: string, lines: readonly string[]): Markup {
  if (lines.length === 0) return nothing;
  return html`<section><h2>${title}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
}

function moreDecisions(
  { decisions, asks }: ReturnType<typeof firstPageRows>,
  locale: string,
): readonly string[] {
  return [
    ...decisions.moved.map(({ id, text, owner }) => `${id} ${sentence(text)} ${owner ?? ''}`.trim()),
    ...asks.moved.map(({ text, who, by }) => {
      const whom = [who, by === null ? null : `by ${shortDay(by, locale)}`].filter((part) => part !== null);
      return `Ask: ${sentence(text)} ${whom.join(', ')}`.trim();
    }),
  ];
}

/** Sentences that were cut on a lead page, in full. */
function inFull(readout: Readout, longestAnswer: number): readonly string[] {
  const { title, headline, constraint, outcomes, dimensions, six, decisions, asks, commitments } = readout;
  const detail = constraint === null ? '' : constraintSentence(constraint);
  const cut: readonly (readonly [text: string, longest: number, named: string])[] = [
    [title.text, LONGEST.title, title.text],
    [headline.text, LONGEST.headline, headline.text],
    ...outcomes.map(({ name, sentence: { text } }) => [text, LONGEST.outcome, `${name}: ${text}`] as const),
    [constraint?.name ?? '', LONGEST.constraintName, `The constraint: ${constraint?.name}`],
    [detail, LONGEST.constraint, `The constraint: ${detail}`],
    ...decisions.map(({ id, text }) => [text, LONGEST.row, `${id} ${text}`] as const),
    ...asks.map(({ text }) => [text, LONGEST.row, `Ask: ${text}`] as const),
    ...dimensions.map(
      ({ name, sentence: { text } }) => [text, LONGEST.dimension, `${name}: ${text}`] as const,
    ),
    ...commitments.map(({ id, text }) => [text, LONGEST.commitment, `${id} ${text}`] as const),
    ...six.map(({ question, text }) => [text, longestAnswer, `${question} ${text}`] as const),
  ];
  return cut.filter(([text, longest]) => text.length > longest).map(([, , named]) => named);
}

/** Computed answers that an edit replaced on the second page. */
function computedBeside({ six }: Readout): readonly string[] {
  return six
    .filter(({ kind, computed }) => kind === 'edited' && computed !== '')
    .map(({ question, computed }) => `${question} Computed: ${computed}`);
}

/** Everything that did not fit on the two lead pages, so that nothing is only there in part. */
export function leftOver(readout: Readout): Markup {
  const { locale } = readout.header;
  const first = firstPageRows(readout);
  const second = secondPageRows(readout, meetingSentences(readout));
  const table =
    second.commitments.moved.length === 0
      ? nothing
      : html`<section><h2>Further commitments</h2>${commitmentTable(second.commitments.moved, locale)}</section>`;
  return html`${table}${list('Further decisions and asks', moreDecisions(first, locale))}${list(
    'Slipped twice',
    second.slipped.moved.map((promise) => slipSentence(promise, locale)),
  )}${list('Further risks', second.risks.moved.map(riskText))}${list(
    'Further changes ahead',
    second.changes.moved.map((change) => changeText(change, locale)),
  )}${list('Further of the review itself', second.meeting.moved)}${list('Also going well', first.wins.moved)}${list('Restated since the last review', readout.restated ?? [])}${list('In full', inFull(readout, second.answer))}${list('Answers as computed', computedBeside(readout))}`;
}
