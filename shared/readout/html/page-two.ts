import { readoutSectionById } from '#shared/drive/readout-form.ts';
import { countPromises } from '#shared/readout/promises.ts';
import type { Readout, ReadoutCommitment, ReadoutPromise, ReadoutRisk } from '#shared/readout/readout.ts';
import { clipped, counted, listed, longDay, sentence, shortDay } from '#shared/readout/wording.ts';
import { html, type Markup, nothing } from './escape.ts';
import { fitRows } from './fit.ts';
import { more } from './page-one.ts';

/** Room on the second page, in lines of its own type. */
export const ROOM = {
  commitments: { lines: 9, perLine: 58, most: 7 },
  slips: { lines: 2, perLine: 100, most: 2 },
  answer: 330,
  risks: { lines: 9, perLine: 36, most: 5 },
  changes: { lines: 7, perLine: 36, most: 4 },
} as const;

const STANDINGS: readonly (readonly [ReadoutPromise['standing'], string])[] = [
  ['kept', 'kept'],
  ['late', 'late'],
  ['overdue', 'overdue'],
  ['due', 'still open'],
  ['dropped', 'dropped'],
];

function barOf(promises: readonly ReadoutPromise[]): Markup {
  const counts = countPromises(promises);
  const present = STANDINGS.filter(([standing]) => counts[standing] > 0);
  const parts = present.map(
    ([standing]) => html`<i class="${standing}" style="flex:${counts[standing]}"></i>`,
  );
  const words = present.map(([standing, word]) => html`<span><b>${counts[standing]}</b> ${word}</span>`);
  return html`<div class="bar" aria-hidden="true">${parts}</div><p class="standings">${words}</p>`;
}

/** Promises that slipped twice, each with what was decided. */
export function slipSentence(promise: ReadoutPromise, locale: string): string {
  const { id, text, owner, decision, newDue } = promise;
  const decided = decision ?? 'no decision yet';
  const until = newDue === null ? '' : `, now due ${shortDay(newDue, locale)}`;
  return `${id} ${text} (${owner ?? 'no owner'}): ${decided}${until}.`;
}

function promisesOf({ promises, header }: Readout): Markup {
  if (promises.due.length === 0) return html`<p class="quiet">${promises.sentence}</p>`;
  const slipped = promises.due.filter(({ slips }) => slips >= 2);
  const { shown, moved } = fitRows(slipped, ROOM.slips, (promise) => slipSentence(promise, header.locale));
  const lines = shown.map(
    (promise) =>
      html`<p class="small quiet">Slipped twice: ${clipped(slipSentence(promise, header.locale), 160)}</p>`,
  );
  return html`<p>${promises.sentence}</p>${barOf(promises.due)}${lines}${more(moved.length)}`;
}

export function ownerCell(owner: string | null): Markup {
  return owner === null ? html`<span class="nobody">no owner</span>` : html`${owner}`;
}

export function commitmentRow(commitment: ReadoutCommitment, locale: string): Markup {
  const { id, text, owner, due, serves, evidence } = commitment;
  const when = due === null ? html`<span class="nobody">no date</span>` : html`${shortDay(due, locale)}`;
  const why = [
    ...(serves === null ? [] : [serves.toLowerCase()]),
    ...(evidence === null ? [] : [evidence]),
  ].join(', ');
  return html`<tr><td class="n" style="text-align:left">${id === '' ? '–' : id}</td><td>${clipped(text, 170)}</td><td>${ownerCell(owner)}</td><td class="n">${when}</td><td class="quiet">${why}</td></tr>`;
}

export function commitmentTable(rows: readonly ReadoutCommitment[], locale: string): Markup {
  return html`<table class="made"><thead><tr><th></th><th>What will be done</th><th>Owner</th><th class="n">By</th><th>For</th></tr></thead><tbody>${rows.map((row) => commitmentRow(row, locale))}</tbody></table>`;
}

function commitmentsOf({ commitments, header }: Readout): Markup {
  if (commitments.length === 0) return html`<p class="quiet">No new commitment was made.</p>`;
  const { shown, moved } = fitRows(commitments, ROOM.commitments, ({ text }) => text);
  return html`${commitmentTable(shown, header.locale)}${more(moved.length)}`;
}

function sixOf({ six }: Readout): Markup {
  const answers = six.map(({ question, kind, text }) => {
    const mark = kind === 'edited' ? html` <span class="faint">Edited.</span>` : nothing;
    const tone = kind === 'not-answered' ? 'quiet' : '';
    return html`<li><p class="question">${question}</p><p class="${tone}">${clipped(text, ROOM.answer)}${mark}</p></li>`;
  });
  return html`<ol class="six">${answers}</ol>`;
}

const RISK_WORDS: Readonly<Record<ReadoutRisk['change'], string>> = {
  new: 'new',
  expired: 'acceptance has run out',
  'review-due': 'due for review',
};

export function riskText({ id, text, change, band, likelihood, impact, owner }: ReadoutRisk): string {
  const rated = band === null ? 'not rated' : `${band}, ${likelihood} × ${impact}`;
  return `${id} ${text}: ${RISK_WORDS[change]}, ${rated}, ${owner ?? 'no owner'}.`;
}

function risksOf({ risks }: Readout): Markup {
  if (risks.length === 0) return html`<p class="quiet">${readoutSectionById('risks')?.whenEmpty ?? ''}</p>`;
  const { shown, moved } = fitRows(risks, ROOM.risks, riskText);
  return html`<ul>${shown.map((risk) => html`<li>${clipped(riskText(risk), 150)}</li>`)}</ul>${more(moved.length)}`;
}

export function changeText(change: Readout['next']['changes'][number], locale: string): string {
  const until = change.until === null ? '' : ` to ${shortDay(change.until, locale)}`;
  const moves = change.entities.length === 0 ? '' : ` May move ${listed(change.entities)}.`;
  return `${shortDay(change.from, locale)}${until}: ${sentence(change.text)}${moves}`;
}

function nextOf({ next, header }: Readout): Markup {
  const { shown, moved } = fitRows(next.changes, ROOM.changes, (change) => changeText(change, header.locale));
  const changes = shown.map((change) => html`<li>${clipped(changeText(change, header.locale), 150)}</li>`);
  const who = next.facilitator === null ? '' : `, ${next.facilitator} facilitates`;
  const time = next.time === null ? '' : `, ${next.time}`;
  const review =
    next.date === null
      ? 'The next review has no date yet.'
      : `Next review: ${longDay(next.date, header.locale)}${time}${who}.`;
  return html`<ul>${changes}<li>${review}</li></ul>${more(moved.length)}`;
}

/** What the meeting was, in short sentences: minutes, what was reached, rating, waivers, what the data lacks. */
export function meetingSentences(readout: Readout): readonly string[] {
  const { meeting, dimensions } = readout;
  const { plannedMinutes, usedMinutes, shown, decided, notReached, rating, waivers, andons } = meeting;
  const missing = dimensions.flatMap((dimension) => dimension.missing);
  return [
    `${counted(usedMinutes, 'minute')} used of ${plannedMinutes} planned.`,
    `${counted(shown, 'anomaly', 'anomalies')} shown, ${decided} decided${notReached.length === 0 ? '' : `, ${notReached.length} not reached`}.`,
    ...(rating === null
      ? []
      : [`Rated ${rating.mean.toFixed(1)} of 5 by ${counted(rating.voters, 'person', 'people')}.`]),
    ...(andons.length === 0
      ? []
      : [`The andon was pulled ${andons.length === 1 ? 'once' : `${andons.length} times`}.`]),
    ...waivers.map(({ reason }) => sentence(`Waived: ${reason}`)),
    ...(missing.length === 0 ? [] : [sentence(`Not measured: ${listed(missing)}`)]),
  ];
}

function meetingOf(readout: Readout): Markup {
  return html`<ul>${meetingSentences(readout).map((line) => html`<li>${clipped(line, 120)}</li>`)}</ul>`;
}

/** The second page: promises and commitments, the six questions, risks, what comes, the review itself. */
export function pageTwo(readout: Readout, footer: Markup): Markup {
  const { header } = readout;
  const date = header.date === null ? '' : longDay(header.date, header.locale);
  return html`<section class="sheet" aria-label="Page 2"><header><p>Commitments and the six questions</p><p>${date}</p></header>
<h2 style="margin-top:0">What we promised last time</h2>${promisesOf(readout)}
<h2>What we commit to now</h2>${commitmentsOf(readout)}
<h2>The six questions</h2>${sixOf(readout)}
<div class="thirds"><section><h2>Risks</h2>${risksOf(readout)}</section><section><h2>Coming up</h2>${nextOf(readout)}</section><section><h2>The review itself</h2>${meetingOf(readout)}</section></div>
${footer}</section>`;
}
