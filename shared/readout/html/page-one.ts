import { readoutSectionById } from '#shared/drive/readout-form.ts';
import { constraintSentence } from '#shared/readout/phrases.ts';
import type { Readout, ReadoutDimension, ReadoutOutcome } from '#shared/readout/readout.ts';
import { clipped, counted, longDay, sentence, shortDay } from '#shared/readout/wording.ts';
import { html, type Markup, nothing } from './escape.ts';
import { stateGlyph, toneClass } from './glyphs.ts';
import { firstPageRows, LONGEST } from './lead-rows.ts';

type Rows = ReturnType<typeof firstPageRows>;

export function more(count: number): Markup {
  return count === 0 ? nothing : html`<p class="more">${count} more in the evidence.</p>`;
}

function headerOf({ header }: Readout): Markup {
  const date = header.date === null ? '' : longDay(header.date, header.locale);
  const number = header.number === null ? '' : ` ${header.number}`;
  const draft = header.status === 'draft' ? html` <span class="draft">Draft</span>` : nothing;
  const roles = [
    ...(header.owner === null ? [] : [`Owner ${header.owner}`]),
    ...(header.facilitator === null ? [] : [`facilitator ${header.facilitator}`]),
    ...(header.asOf === null ? [] : [`data as of ${longDay(header.asOf, header.locale)}`]),
  ].join(' · ');
  return html`<header><p><b>${header.organization}</b>${draft}<br>Operational excellence review${number}</p><p><b>${date}</b><br>${sentence(roles).replace(/\.$/, '')}</p></header>`;
}

function figureOf({ figure, direction }: ReadoutOutcome): Markup {
  if (figure === null) return html`<p class="figure faint">–</p>`;
  const parts = /^([^\s\u00a0]+)([\s\u00a0].*)?$/u.exec(figure);
  const value = parts?.[1] ?? figure;
  const unit = parts?.[2] ?? '';
  const size = value.length + unit.length > 12 ? ' long' : '';
  const inline = /^\u00a0(%|h|k|M|min|s|ms|days|day)$/.test(unit);
  const shown = inline ? html`${value}${unit}` : html`${value}<span>${unit}</span>`;
  return html`<p class="figure${size} ${toneClass(direction)}">${shown}</p>`;
}

function outcomeOf(outcome: ReadoutOutcome): Markup {
  const evidence =
    outcome.evidence === null ? nothing : html` <span class="faint">${outcome.evidence}</span>`;
  const of = outcome.of === null ? nothing : html`<p class="of">${outcome.of}</p>`;
  return html`<div><h3>${outcome.name}</h3>${figureOf(outcome)}${of}<p>${clipped(outcome.sentence.text, LONGEST.outcome)}${evidence}</p></div>`;
}

function constraintOf({ constraint, withoutConstraint }: Readout): Markup {
  if (constraint === null) return html`<p class="quiet">${withoutConstraint ?? 'None was named.'}</p>`;
  const detail = clipped(constraintSentence(constraint), LONGEST.constraint);
  return html`<div class="constraint"><p class="name">${clipped(constraint.name, LONGEST.constraintName)}</p><p>${detail}</p></div>`;
}

function decisionsOf({ shown, moved }: Rows['decisions']): Markup {
  if (shown.length === 0)
    return html`<p class="quiet">${readoutSectionById('decisions')?.whenEmpty ?? ''}</p>`;
  const rows = shown.map(({ id, text, owner }) => {
    const who = owner === null ? nothing : html` <span class="quiet">${owner}.</span>`;
    return html`<li><b>${id === '' ? '–' : id}</b><span>${sentence(clipped(text, LONGEST.row))}${who}</span></li>`;
  });
  return html`<ul class="rows">${rows}</ul>${more(moved.length)}`;
}

function asksOf({ shown, moved }: Rows['asks'], locale: string): Markup {
  if (shown.length === 0) return html`<p class="quiet">Nothing is asked of leadership.</p>`;
  const rows = shown.map(({ text, who, by }) => {
    const whom = [
      ...(who === null ? [] : [who]),
      ...(by === null ? [] : [`by ${shortDay(by, locale)}`]),
    ].join(', ');
    return html`<li><b>Ask</b><span>${sentence(clipped(text, LONGEST.row))}${whom === '' ? nothing : html` <span class="quiet">${whom}.</span>`}</span></li>`;
  });
  return html`<ul class="rows">${rows}</ul>${more(moved.length)}`;
}

function dimensionOf(dimension: ReadoutDimension): Markup {
  const { name, state, word, sentence: worded, shown, decided } = dimension;
  const stale =
    dimension.stale.length === 0 ? '' : ` ${counted(dimension.stale.length, 'series', 'series')} stale.`;
  const signals = shown === 0 ? '–' : `${decided} of ${shown}`;
  return html`<tr><td>${name}</td><td class="${toneClass(state)}">${stateGlyph(state)}${word}</td><td>${clipped(worded.text, LONGEST.dimension)}${stale}</td><td class="n">${signals}</td></tr>`;
}

function winsOf({ shown, moved }: Rows['wins']): Markup {
  if (shown.length === 0) return nothing;
  const text = shown.map((win) => sentence(clipped(win, LONGEST.win))).join(' ');
  return html`<h2>Going well</h2><p>${text}${moved.length === 0 ? nothing : html` <span class="faint">${moved.length} more in the evidence.</span>`}</p>`;
}

/** The first page: what it means for the business, what limits us, what was decided and is asked, the five dimensions. */
export function pageOne(readout: Readout, footer: Markup): Markup {
  const rows = firstPageRows(readout);
  return html`<section class="sheet" aria-label="Page 1">${headerOf(readout)}
<h1>${clipped(readout.title.text.replace(/\.$/, ''), LONGEST.title)}.</h1><p class="lead">${clipped(readout.headline.text, LONGEST.headline)}</p>
<h2 class="unseen">What it means for the business</h2><div class="outcomes">${readout.outcomes.map(outcomeOf)}</div>
<h2>The constraint</h2>${constraintOf(readout)}
<h2>Decisions and asks</h2>${decisionsOf(rows.decisions)}${asksOf(rows.asks, readout.header.locale)}
<h2>The five dimensions</h2><table class="dimensions"><thead><tr><th>Dimension</th><th>State</th><th>What changed</th><th class="n">Decided</th></tr></thead><tbody>${readout.dimensions.map(dimensionOf)}</tbody></table>
${winsOf(rows.wins)}${footer}</section>`;
}
