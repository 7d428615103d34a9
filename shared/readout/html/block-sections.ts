import { drawProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import type { ReadoutBlock } from '#shared/readout/block-contents.ts';
import type { Readout } from '#shared/readout/readout.ts';
import { shortDay } from '#shared/readout/wording.ts';
import { textPieces } from '#shared/review/text-pages.ts';
import { inSentence } from '#shared/signals/sentence.ts';
import { html, type Markup, raw } from './escape.ts';

function textMarkup(text: string): readonly Markup[] {
  return textPieces(text).map((piece) => {
    if (piece.kind === 'paragraph') return html`<p>${piece.text}</p>`;
    const items = piece.items.map(
      (item, index) => html`<li>${piece.numbered ? `${index + 1}. ` : ''}${item}</li>`,
    );
    return html`<ul>${items}</ul>`;
  });
}

function contentOf(block: ReadoutBlock, locale: string): Markup {
  switch (block.kind) {
    case 'text':
      return html`${textMarkup(block.text)}`;
    case 'checklist':
      return html`<ul>${block.items.map(({ text, ticked }) => html`<li>${ticked ? 'Done: ' : html`<b>Not done:</b> `}${text}</li>`)}</ul>`;
    case 'register': {
      if (block.rows.length === 0) return html`<p>${block.title}: nothing.</p>`;
      const rows = block.rows.map(
        ({ id, text, owner, on, status }) =>
          html`<tr><td class="nw">${id}</td><td>${text}</td><td class="nw">${owner ?? 'no owner'}</td><td class="n">${on === null ? '' : shortDay(on, locale)}</td><td class="nw">${status}</td></tr>`,
      );
      return html`<p>${block.title}</p><table><tbody>${rows}</tbody></table>`;
    }
    case 'charts': {
      const figures = block.charts.map(
        (reading) =>
          html`<figure><h3>${reading.entityName}, ${inSentence(reading.metricName)}</h3>${raw(drawProcessBehaviour(reading, 'readout'))}<figcaption><p>${reading.sentence}</p></figcaption></figure>`,
      );
      const missing = block.missing.map((name) => html`<p>${name}: not on record.</p>`);
      return html`<div class="evidence">${figures}</div>${missing}`;
    }
  }
}

/** What blocks of the room's own showed, a section for each; charts as the room saw them. */
export function blockSections({ blocks = [], header }: Pick<Readout, 'blocks' | 'header'>): Markup {
  const sections = blocks.map(
    (block) =>
      html`<section><h2>${block.name}</h2>${block.held ? '' : html`<p class="quiet">Not held.</p>`}${contentOf(block, header.locale)}</section>`,
  );
  return html`${sections}`;
}
