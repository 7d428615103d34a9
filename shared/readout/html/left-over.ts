import type { Readout } from '#shared/readout/readout.ts';
import { sentence, shortDay } from '#shared/readout/wording.ts';
import { html, type Markup, nothing } from './escape.ts';
import { fitRows } from './fit.ts';
import { constraintSentence, ROOM as FIRST } from './page-one.ts';
import { changeText, commitmentTable, riskText, ROOM as SECOND, slipSentence } from './page-two.ts';

function list(title: string, lines: readonly string[]): Markup {
  if (lines.length === 0) return nothing;
  return html`<section><h2>${title}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
}

function moreDecisions({ decisions, asks, header }: Readout): readonly string[] {
  const rest = fitRows(decisions, FIRST.decisions, ({ text, owner }) => `${text} ${owner ?? ''}`).moved;
  const furtherAsks = fitRows(asks, FIRST.asks, ({ text, who }) => `${text} ${who ?? ''}`).moved;
  return [
    ...rest.map(({ id, text, owner }) => `${id} ${sentence(text)} ${owner ?? ''}`.trim()),
    ...furtherAsks.map(({ text, who, by }) => {
      const whom = [who, by === null ? null : `by ${shortDay(by, header.locale)}`].filter(
        (part) => part !== null,
      );
      return `Ask: ${sentence(text)} ${whom.join(', ')}`.trim();
    }),
  ];
}

/** Sentences that were cut on a lead page, in full. */
function inFull(readout: Readout): readonly string[] {
  const { headline, constraint, dimensions, six } = readout;
  const detail = constraint === null ? '' : constraintSentence(constraint);
  return [
    ...(headline.text.length > FIRST.headline ? [headline.text] : []),
    ...(detail.length > FIRST.constraint ? [`The constraint, ${constraint?.name}: ${detail}`] : []),
    ...dimensions
      .filter(({ sentence: worded }) => worded.text.length > FIRST.dimensionSentence)
      .map(({ name, sentence: worded }) => `${name}: ${worded.text}`),
    ...six
      .filter(({ text }) => text.length > SECOND.answer)
      .map(({ question, text }) => `${question} ${text}`),
  ];
}

/** Computed answers that an edit replaced on the second page. */
function computedBeside({ six }: Readout): readonly string[] {
  return six
    .filter(({ kind, computed }) => kind === 'edited' && computed !== '')
    .map(({ question, computed }) => `${question} Computed: ${computed}`);
}

/** Everything that did not fit on the two lead pages, so that nothing is only there in part. */
export function leftOver(readout: Readout): Markup {
  const { commitments, promises, risks, next, wins, header } = readout;
  const furtherCommitments = fitRows(commitments, SECOND.commitments, ({ text }) => text).moved;
  const slipped = promises.due.filter(({ slips }) => slips >= 2);
  const furtherSlips = fitRows(slipped, SECOND.slips, (promise) =>
    slipSentence(promise, header.locale),
  ).moved;
  const furtherChanges = fitRows(next.changes, SECOND.changes, (change) =>
    changeText(change, header.locale),
  ).moved;
  const table =
    furtherCommitments.length === 0
      ? nothing
      : html`<section><h2>Further commitments</h2>${commitmentTable(furtherCommitments, header.locale)}</section>`;
  return html`${table}${list('Further decisions and asks', moreDecisions(readout))}${list(
    'Slipped twice',
    furtherSlips.map((promise) => slipSentence(promise, header.locale)),
  )}${list('Further risks', fitRows(risks, SECOND.risks, riskText).moved.map(riskText))}${list(
    'Further changes ahead',
    furtherChanges.map((change) => changeText(change, header.locale)),
  )}${list('Also going well', fitRows(wins, FIRST.wins, (win) => win).moved)}${list('In full', inFull(readout))}${list('Answers as computed', computedBeside(readout))}`;
}
