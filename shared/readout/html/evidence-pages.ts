import { nameOfRule, shapeOfRule } from '#shared/charts/point-marks.ts';
import { drawProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import { dimensionById } from '#shared/drive/catalogue.ts';
import type { Readout, ReadoutEvidence } from '#shared/readout/readout.ts';
import {
  counted,
  differenceWords,
  listed,
  longDay,
  sentence,
  shortDay,
  usedWords,
} from '#shared/readout/wording.ts';
import type { RuleId } from '#shared/signals/reading.ts';
import { inSentence } from '#shared/signals/sentence.ts';
import { blockSections } from './block-sections.ts';
import { html, type Markup, nothing, raw } from './escape.ts';
import { leftOver } from './left-over.ts';

const SHAPES: Readonly<Record<string, string>> = {
  diamond: '<path d="M5 0 10 5 5 10 0 5Z"/>',
  square: '<rect x="1" y="1" width="8" height="8"/>',
  triangle: '<path d="M5 .5 9.8 9.2H.2Z"/>',
  'triangle-down': '<path d="M5 9.5.2.8H9.8Z"/>',
  circle: '<circle cx="5" cy="5" r="4"/>',
};

/** Only the rules that fired somewhere in the evidence are explained. */
export function legendOf(evidence: readonly Pick<ReadoutEvidence, 'anomaly'>[]): Markup {
  const rules = new Set(
    evidence.flatMap(({ anomaly }) => anomaly.reading.points.flatMap((point) => point.rules)),
  );
  const order: readonly RuleId[] = [
    'outside-limits',
    'run-of-8',
    'three-of-four',
    'two-of-three',
    'four-of-five',
    'threshold',
  ];
  const marks = order
    .filter((rule) => rules.has(rule))
    .map(
      (rule) =>
        html`<span>${raw(`<svg viewBox="0 0 10 10" aria-hidden="true">${SHAPES[shapeOfRule(rule)] ?? ''}</svg>`)}${nameOfRule(rule)}</span>`,
    );
  const young = evidence.some(({ anomaly }) => anomaly.reading.points.some((point) => !point.mature));
  return html`<p class="legend">${marks}<span class="worse">worse</span><span class="better">better</span><span class="changed">changed</span><span>outlined: newest value</span>${young ? html`<span>hollow: not final yet</span>` : nothing}</p>`;
}

function verdictText(entry: ReadoutEvidence, locale: string): Markup {
  const asked =
    entry.asked === undefined ? nothing : html`<p class="small quiet">Asked: ${entry.asked.join(' ')}</p>`;
  if (entry.verdictName === null) return html`<p><b>Shown, not decided.</b></p>${asked}`;
  const parts = [
    ...(entry.owner === null ? [] : [entry.owner]),
    ...(entry.due === null ? [] : [`by ${shortDay(entry.due, locale)}`]),
    ...(entry.until === null ? [] : [`look again on ${shortDay(entry.until, locale)}`]),
    ...(entry.commitments.length === 0 ? [] : [listed(entry.commitments)]),
  ].join(', ');
  const reason = entry.reason === null ? '' : ` ${sentence(entry.reason)}`;
  return html`<p><b>${entry.verdictName}${parts === '' ? '.' : ':'}</b> ${parts === '' ? '' : `${parts}.`}${reason}</p>${asked}`;
}

function figureOf(entry: ReadoutEvidence, locale: string): Markup {
  const { reading, check, entityName, sentence: claim } = entry.anomaly;
  const chart = reading.points.length === 0 ? nothing : raw(drawProcessBehaviour(reading, 'readout'));
  if (check === undefined) {
    return html`<figure><h3><span>${entry.id}</span>${reading.entityName}, ${inSentence(reading.metricName)}</h3>${chart}<figcaption><p>${reading.sentence}</p>${verdictText(entry, locale)}</figcaption></figure>`;
  }
  const rests = check.evidence.map(
    ({ label, value, period }) => html`<li>${label}: ${value}${period === null ? '' : ` (${period})`}</li>`,
  );
  const refuted = [...check.refutedBy, ...check.notes].join(' ');
  return html`<figure><h3><span>${entry.id}</span>${entityName}: ${inSentence(check.name)}</h3>${chart}<figcaption><p>${claim}</p><p>${check.rule}</p><ul>${rests}</ul><p>It would be wrong if: ${refuted}</p>${verdictText(entry, locale)}</figcaption></figure>`;
}

function listSection(title: string, lines: readonly string[]): Markup {
  if (lines.length === 0) return nothing;
  return html`<section><h2>${title}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
}

function agendaOf({ meeting }: Readout): Markup {
  const rows = meeting.blocks.map((block) => {
    return html`<tr><td>${block.name}</td><td class="n">${block.planned}</td><td class="n">${usedWords(block)}</td><td class="n">${differenceWords(block)}</td></tr>`;
  });
  const { plannedMinutes, usedMinutes, usedSeconds } = meeting;
  const together = {
    planned: plannedMinutes,
    used: usedMinutes,
    ...(usedSeconds === undefined ? {} : { usedSeconds }),
  };
  return html`<section><h2>Minutes, planned and used</h2><table><thead><tr><th>Block</th><th class="n">Planned</th><th class="n">Used</th><th class="n">Difference</th></tr></thead><tbody>${rows}<tr><td><b>Together</b></td><td class="n"><b>${plannedMinutes}</b></td><td class="n"><b>${usedWords(together)}</b></td><td class="n"><b>${differenceWords(together)}</b></td></tr></tbody></table></section>`;
}

/** `Burn rate` of `Burn rate: from a column like ...`. */
function metricName(missing: string): string {
  return missing.split(':')[0] ?? missing;
}

/** What else was said in the meeting, each list only where there is something in it. */
function listsOf(readout: Readout): Markup {
  const { meeting } = readout;
  const notReached = meeting.notReached.map(
    ({ headline, dimension }) => `${sentence(headline)} (${dimensionById(dimension)?.name ?? dimension})`,
  );
  const setAside = meeting.setAside.map(({ headline, reason }) =>
    `${sentence(headline)} ${reason ?? ''}`.trim(),
  );
  const andons = meeting.andons.map(
    ({ reason, decided }) =>
      `${sentence(reason)} ${decided === null ? 'Not released.' : `Decided: ${sentence(decided)}`}`,
  );
  const waivers = meeting.waivers.map(
    ({ rule, reason }) => `${sentence(rule)} ${sentence(`Reason: ${reason}`)}`,
  );
  const gaps = readout.dimensions.flatMap(({ name, missing, stale }) => [
    ...(missing.length === 0 ? [] : [`${name}: ${listed(missing.map(metricName))}.`]),
    ...(stale.length === 0 ? [] : [`${name}: ${listed(stale)} ${stale.length === 1 ? 'is' : 'are'} stale.`]),
  ]);
  return html`${listSection('How the reviews themselves go', meeting.own?.trend ?? [])}${listSection('Not reached, first in their dimension next time', notReached)}${listSection('Set aside before the review', setAside)}${listSection('The andon', andons)}${listSection('Rules that were waived', waivers)}${listSection('Started without', meeting.gapsAtStart)}${blockSections(readout)}${listSection('Parked', readout.parked)}${listSection('Settled of what was parked', readout.settled ?? [])}${listSection('Notes', readout.notes)}${listSection('Not measured, and stale', gaps)}${listSection('Not checked', readout.notChecked ?? [])}`;
}

function methodOf({ expectedFalse, header }: Readout): Markup {
  const rate =
    expectedFalse > 0
      ? ` Over all series about ${expectedFalse.toFixed(2)} a week are expected to be false.`
      : '';
  const madeAt = longDay(header.madeAt.slice(0, 10), header.locale);
  return html`<section class="method small quiet"><p>Each chart shows one series against its own past and against nothing else. The middle line is the mean of its baseline, the dashed lines are the limits of its routine variation, a dotted line is a promise.</p>
<p>A change is called by a rule of known error, never by eye: a point too far from those before it, or a level that moved by more than chance explains.${rate}</p>
<p>A missing value is a gap, never a zero. Values that are not final yet are hollow and judged by no rule.</p>
<p>Made on ${madeAt}; nothing in this document changes afterwards.</p></section>`;
}

/** The evidence: each anomaly as the room saw it with its verdict, then what did not fit on the first two pages. */
export function evidencePages(readout: Readout, footer: Markup): Markup {
  const { evidence, header } = readout;
  const charts =
    evidence.length === 0
      ? html`<p class="quiet">No anomaly was put before the room.</p>`
      : html`<h2 class="unseen">Anomalies</h2>${legendOf(evidence)}<div class="evidence">${evidence.map((entry) => figureOf(entry, header.locale))}</div>`;
  return html`<section class="sheet" aria-label="Evidence"><header><p>Evidence</p><p>${counted(evidence.length, 'anomaly', 'anomalies')}</p></header>
${charts}<div class="lists">${leftOver(readout)}${agendaOf(readout)}${listsOf(readout)}</div>${methodOf(readout)}${footer}</section>`;
}
