import { drawProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import type { PreRead, PreReadAnomaly } from '#shared/readout/pre-read.ts';
import { counted, longDay, sentence } from '#shared/readout/wording.ts';
import { inSentence } from '#shared/signals/sentence.ts';
import { html, type Markup, nothing, raw } from './escape.ts';
import { legendOf } from './evidence-pages.ts';
import { stateGlyph } from './glyphs.ts';
import { readoutStyle } from './style.ts';
import { wholePage } from './whole-page.ts';

/** More charts than a room can have read before it meets; what follows is told in its sentence. */
const MOST_CHARTS = 24;

function listOf(lines: readonly string[], none: string): Markup {
  if (lines.length === 0) return html`<p class="quiet">${none}</p>`;
  return html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function figureOf({ place, anomaly, because }: PreReadAnomaly): Markup {
  const { reading, check, entityName, metricName, sentence: claim } = anomaly;
  const chart = reading.points.length === 0 ? nothing : raw(drawProcessBehaviour(reading, 'readout'));
  const name = inSentence(check?.name ?? metricName);
  return html`<figure><h3><span>${place}</span>${entityName}, ${name}</h3>${chart}<figcaption><p>${claim}</p><p>${sentence(because)}</p></figcaption></figure>`;
}

function dimensionsOf({ dimensions }: PreRead): Markup {
  const rows = dimensions.map(
    ({ name, read }) => html`<li>${stateGlyph(read.state)}<b>${name}.</b> ${read.sentence}</li>`,
  );
  return html`<section><h2>Where we stand</h2><ul>${rows}</ul></section>`;
}

function anomaliesOf(all: readonly PreReadAnomaly[]): Markup {
  if (all.length === 0) return html`<p class="quiet">Nothing left its routine.</p>`;
  const charted = all.slice(0, MOST_CHARTS);
  const told = all.slice(MOST_CHARTS).map(({ place, anomaly }) => `${place} ${anomaly.sentence}`);
  const rest = told.length === 0 ? nothing : html`<div class="lists">${listOf(told, '')}</div>`;
  return html`${legendOf(charted)}<div class="evidence">${charted.map(figureOf)}</div>${rest}`;
}

function agendaOf({ agenda, slotMinutes }: PreRead): Markup {
  const rows = agenda.map(({ name, minutes, shows }) => {
    const shown = shows.map((line) => html`<br><span class="quiet small">${line}</span>`);
    return html`<tr><td>${name}${shown}</td><td class="n">${minutes}</td></tr>`;
  });
  return html`<section><h2>Agenda</h2><table><thead><tr><th>Block</th><th class="n">Minutes</th></tr></thead><tbody>${rows}<tr><td><b>The slot</b></td><td class="n"><b>${slotMinutes}</b></td></tr></tbody></table></section>`;
}

function readinessOf({ gaps, judged }: PreRead): Markup {
  if (gaps.length === 0) return html`<section><h2>Readiness</h2><p>Everything is ready.</p></section>`;
  return html`<section><h2>Readiness</h2><p>${judged - gaps.length} of ${judged} are ready.</p>${listOf(gaps, '')}</section>`;
}

/** The pre-read as one HTML document: what to know on the first page, every anomaly with its chart after it. */
export function preReadHtml(preRead: PreRead, font: string | null): string {
  const { organization, locale, date, time, asOf, facilitator, series } = preRead;
  const when = date === null ? 'the coming review' : longDay(date, locale);
  const dated = `Data as of ${longDay(asOf, locale)}`;
  const all = preRead.dimensions
    .flatMap(({ anomalies }) => anomalies)
    .toSorted((left, right) => left.place - right.place);
  const roles = facilitator === null ? dated : `Facilitator ${facilitator}`;
  const foot = html`<footer><span>${organization}, ${when}</span><span>${dated}</span><span>Pre-read</span></footer>`;
  const head = html`<header><p><b>${organization}</b><br>Pre-read</p><p><b>${when}${time === null ? '' : `, ${time}`}</b><br>${roles}</p></header>`;
  const first = html`<section class="sheet" aria-label="What to know">${head}<h1>What to know before we meet</h1><p class="lead">${counted(series, 'series was', 'series were')} looked at. ${counted(all.length, 'anomaly is', 'anomalies are')} put before the room; everything else is routine and takes no time.</p><div class="lists">${dimensionsOf(preRead)}<section><h2>What we promised</h2>${listOf(preRead.commitments, 'Nothing falls due.')}</section><section><h2>Coming up</h2>${listOf(preRead.changes, 'No change is announced.')}</section>${readinessOf(preRead)}${agendaOf(preRead)}</div>${foot}</section>`;
  const second = html`<section class="sheet" aria-label="Anomalies"><header><p>Anomalies, in the order of the walk</p><p>${counted(all.length, 'anomaly', 'anomalies')}</p></header><h2 class="unseen">Anomalies</h2>${anomaliesOf(all)}${foot}</section>`;
  const body = html`<main>${first}${second}</main>`;
  const footer = { left: `${organization}, ${when}`, middle: dated };
  return wholePage({ title: `${organization}, ${when}: pre-read`, style: readoutStyle(footer, font), body });
}
