import { readoutSectionById } from '#shared/drive/readout-form.ts';
import { changeText, meetingSentences, riskText, slipSentence } from '#shared/readout/phrases.ts';
import { countPromises, type PromiseCounts } from '#shared/readout/promises.ts';
import type { Readout, ReadoutCommitment, ReadoutPromise } from '#shared/readout/readout.ts';
import { clipped, longDay, shortDay } from '#shared/readout/wording.ts';
import { html, type Markup, nothing } from './escape.ts';
import { LONGEST, secondPageRows } from './lead-rows.ts';
import { more } from './page-one.ts';

type Rows = ReturnType<typeof secondPageRows>;

const STANDINGS: readonly (readonly [keyof PromiseCounts, string])[] = [
  ['kept', 'kept'],
  ['late', 'late'],
  ['overdue', 'overdue'],
  ['due', 'still open'],
  ['initiative', 'made an initiative'],
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

function promisesOf({ promises, header }: Readout, { shown, moved }: Rows['slipped']): Markup {
  if (promises.due.length === 0) return html`<p class="quiet">${promises.sentence}</p>`;
  const lines = shown.map(
    (promise) =>
      html`<p class="small quiet">Slipped twice: ${clipped(slipSentence(promise, header.locale), LONGEST.aside)}</p>`,
  );
  return html`${barOf(promises.due)}${lines}${more(moved.length)}`;
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
  return html`<tr><td>${id === '' ? '–' : id}</td><td>${clipped(text, LONGEST.commitment)}</td><td>${ownerCell(owner)}</td><td class="n">${when}</td><td class="quiet">${why}</td></tr>`;
}

export function commitmentTable(rows: readonly ReadoutCommitment[], locale: string): Markup {
  return html`<table class="made"><thead><tr><th>Id</th><th>What will be done</th><th>Owner</th><th class="n">By</th><th>For</th></tr></thead><tbody>${rows.map((row) => commitmentRow(row, locale))}</tbody></table>`;
}

function commitmentsOf({ header }: Readout, { shown, moved }: Rows['commitments']): Markup {
  if (shown.length === 0) return html`<p class="quiet">No new commitment was made.</p>`;
  return html`${commitmentTable(shown, header.locale)}${more(moved.length)}`;
}

function sixOf({ six }: Readout, longest: number): Markup {
  const answers = six.map(({ question, kind, text }) => {
    const mark = kind === 'edited' ? html` <span class="faint">Edited.</span>` : nothing;
    const tone = kind === 'not-answered' ? 'quiet' : '';
    return html`<li><p class="question">${question}</p><p class="${tone}">${clipped(text, longest)}${mark}</p></li>`;
  });
  return html`<ol class="six">${answers}</ol>`;
}

function risksOf({ shown, moved }: Rows['risks']): Markup {
  if (shown.length === 0) return html`<p class="quiet">${readoutSectionById('risks')?.whenEmpty ?? ''}</p>`;
  return html`<ul>${shown.map((risk) => html`<li>${clipped(riskText(risk), LONGEST.aside)}</li>`)}</ul>${more(moved.length)}`;
}

function nextOf({ next, header }: Readout, { shown, moved }: Rows['changes']): Markup {
  const changes = shown.map(
    (change) => html`<li>${clipped(changeText(change, header.locale), LONGEST.aside)}</li>`,
  );
  const who = next.facilitator === null ? '' : `, ${next.facilitator} facilitates`;
  const time = next.time === null ? '' : `, ${next.time}`;
  const review =
    next.date === null
      ? 'The next review has no date yet.'
      : `Next review: ${longDay(next.date, header.locale)}${time}${who}.`;
  return html`<ul>${changes}<li>${review}</li></ul>${more(moved.length)}`;
}

function meetingOf({ shown, moved }: Rows['meeting']): Markup {
  return html`<ul>${shown.map((line) => html`<li>${clipped(line, LONGEST.aside)}</li>`)}</ul>${more(moved.length)}`;
}

/** The second page: promises and commitments, the six questions, risks, what comes, the review itself. */
export function pageTwo(readout: Readout, footer: Markup): Markup {
  const { header } = readout;
  const rows = secondPageRows(readout, meetingSentences(readout));
  const date = header.date === null ? '' : longDay(header.date, header.locale);
  return html`<section class="sheet" aria-label="Page 2"><header><p>Commitments and the six questions</p><p>${date}</p></header>
<h2 style="margin-top:0">What we promised last time</h2>${promisesOf(readout, rows.slipped)}
<h2>What we commit to now</h2>${commitmentsOf(readout, rows.commitments)}
<h2>The six questions</h2>${sixOf(readout, rows.answer)}
<div class="thirds"><section><h2>Risks</h2>${risksOf(rows.risks)}</section><section><h2>Coming up</h2>${nextOf(readout, rows.changes)}</section><section><h2>The review itself</h2>${meetingOf(rows.meeting)}</section></div>
${footer}</section>`;
}
