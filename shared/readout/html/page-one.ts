import { readoutSectionById } from '#shared/drive/readout-form.ts';
import type { Readout, ReadoutDimension, ReadoutOutcome } from '#shared/readout/readout.ts';
import { clipped, counted, listed, longDay, sentence, shortDay } from '#shared/readout/wording.ts';
import { html, type Markup, nothing } from './escape.ts';
import { fitRows } from './fit.ts';
import { stateGlyph, toneClass } from './glyphs.ts';

/** Room on the first page, in lines of its own type; what does not fit is named in full in the evidence. */
export const ROOM = {
  decisions: { lines: 6, perLine: 84, most: 5 },
  asks: { lines: 4, perLine: 84, most: 3 },
  wins: { lines: 3, perLine: 96, most: 3 },
  dimensionSentence: 134,
  headline: 560,
  constraint: 330,
} as const;

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
  return html`<div><h3>${outcome.name}</h3>${figureOf(outcome)}${of}<p>${clipped(outcome.sentence.text, 130)}${evidence}</p></div>`;
}

function ordinal(count: number): string {
  const words = ['', '', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];
  return words[count] ?? `${count}th`;
}

/** What stands under the constraint's name: for how long, what waits for it, the evidence, what became of the last one. */
export function constraintSentence(constraint: NonNullable<Readout['constraint']>): string {
  const { reviews, subordinated, evidence, lastBecame, moved } = constraint;
  const words = { yes: 'It moved.', no: 'It has not moved.', 'moved-elsewhere': 'It has moved elsewhere.' };
  return [
    ...(reviews > 1 ? [`${ordinal(reviews)} review in a row.`] : []),
    ...(subordinated === null ? [] : [sentence(subordinated)]),
    ...(evidence.length === 0 ? [] : [sentence(`Evidence: ${listed(evidence)}`)]),
    ...(lastBecame === null ? [] : [sentence(`Since last time: ${lastBecame}`)]),
    ...(moved === null ? [] : [words[moved]]),
  ].join(' ');
}

function constraintOf({ constraint, withoutConstraint }: Readout): Markup {
  if (constraint === null) return html`<p class="quiet">${withoutConstraint ?? 'None was named.'}</p>`;
  const detail = clipped(constraintSentence(constraint), ROOM.constraint);
  return html`<div class="constraint"><p class="name">${clipped(constraint.name, 120)}</p><p>${detail}</p></div>`;
}

function decisionsOf({ decisions }: Readout): Markup {
  if (decisions.length === 0)
    return html`<p class="quiet">${readoutSectionById('decisions')?.whenEmpty ?? ''}</p>`;
  const { shown, moved } = fitRows(decisions, ROOM.decisions, ({ text, owner }) => `${text} ${owner ?? ''}`);
  const rows = shown.map(({ id, text, owner }) => {
    const who = owner === null ? nothing : html` <span class="quiet">${owner}.</span>`;
    return html`<li><b>${id === '' ? '–' : id}</b><span>${sentence(clipped(text, 240))}${who}</span></li>`;
  });
  return html`<ul class="rows">${rows}</ul>${more(moved.length)}`;
}

function asksOf({ asks, header }: Readout): Markup {
  if (asks.length === 0) return html`<p class="quiet">Nothing is asked of leadership.</p>`;
  const { shown, moved } = fitRows(asks, ROOM.asks, ({ text, who }) => `${text} ${who ?? ''}`);
  const rows = shown.map(({ text, who, by }) => {
    const whom = [
      ...(who === null ? [] : [who]),
      ...(by === null ? [] : [`by ${shortDay(by, header.locale)}`]),
    ].join(', ');
    return html`<li><b>Ask</b><span>${sentence(clipped(text, 240))}${whom === '' ? nothing : html` <span class="quiet">${whom}.</span>`}</span></li>`;
  });
  return html`<ul class="rows">${rows}</ul>${more(moved.length)}`;
}

function dimensionOf(dimension: ReadoutDimension): Markup {
  const { name, state, word, sentence: worded, shown, decided } = dimension;
  const stale =
    dimension.stale.length === 0 ? '' : ` ${counted(dimension.stale.length, 'series', 'series')} stale.`;
  const signals = shown === 0 ? '–' : `${decided} of ${shown}`;
  return html`<tr><td>${name}</td><td class="${toneClass(state)}">${stateGlyph(state)}${word}</td><td>${clipped(worded.text, ROOM.dimensionSentence)}${stale}</td><td class="n">${signals}</td></tr>`;
}

function winsOf({ wins }: Readout): Markup {
  if (wins.length === 0) return nothing;
  const { shown, moved } = fitRows(wins, ROOM.wins, (win) => win);
  const text = shown.map((win) => sentence(clipped(win, 200))).join(' ');
  return html`<h2>Going well</h2><p>${text}${moved.length === 0 ? nothing : html` <span class="faint">${moved.length} more in the evidence.</span>`}</p>`;
}

/** The first page: what it means for the business, what limits us, what was decided and is asked, the five dimensions. */
export function pageOne(readout: Readout, footer: Markup): Markup {
  return html`<section class="sheet" aria-label="Page 1">${headerOf(readout)}
<h1>${clipped(readout.title.text.replace(/\.$/, ''), 130)}.</h1><p class="lead">${clipped(readout.headline.text, ROOM.headline)}</p>
<div class="outcomes">${readout.outcomes.map(outcomeOf)}</div>
<h2>The constraint</h2>${constraintOf(readout)}
<h2>Decisions and asks</h2>${decisionsOf(readout)}${asksOf(readout)}
<h2>The five dimensions</h2><table class="dimensions"><thead><tr><th>Dimension</th><th>State</th><th>What changed</th><th class="n">Decided</th></tr></thead><tbody>${readout.dimensions.map(dimensionOf)}</tbody></table>
${winsOf(readout)}${footer}</section>`;
}
