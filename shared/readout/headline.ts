import type { Readout, ReadoutEvidence, Worded } from './readout.ts';
import { counted, dayAndMonth, listed, sentence } from './wording.ts';

export type HeadlineParts = {
  readonly evidence: readonly ReadoutEvidence[];
  readonly series: number;
  /** What was put before the review and not talked about. */
  readonly left: { readonly notReached: number; readonly setAside: number };
  readonly constraint: Readout['constraint'];
  readonly decisions: Readout['decisions'];
  readonly asks: Readout['asks'];
  readonly commitments: Readout['commitments'];
  readonly locale: string;
};

/** Findings first, in the order of the walk; improvements and noise never lead. */
function leading(evidence: readonly ReadoutEvidence[]): readonly ReadoutEvidence[] {
  const act = evidence.filter(({ verdict }) => verdict === 'act');
  const worse = evidence.filter(
    ({ verdict, anomaly }) =>
      anomaly.direction !== 'better' && verdict !== 'noise' && verdict !== 'data-problem',
  );
  return [...new Set([...act, ...worse])].toSorted((a, b) => rank(b) - rank(a));
}

function rank({ verdict, anomaly }: ReadoutEvidence): number {
  return (verdict === 'act' ? 1000 : 0) + anomaly.score;
}

/** Everything that was put before the review for the worse, whatever became of it. */
function putForward({ evidence, left }: HeadlineParts): number {
  const talked = evidence.filter(({ anomaly }) => anomaly.direction !== 'better').length;
  return talked + left.notReached + left.setAside;
}

function proposeTitle(parts: HeadlineParts): string {
  const [first] = leading(parts.evidence);
  if (first !== undefined) return sentence(first.anomaly.headline);
  if (parts.series === 0) return 'No data was there to be looked at.';
  const { notReached, setAside } = parts.left;
  if (notReached + setAside === 0) return 'Nothing left its routine for the worse.';
  const all = putForward(parts);
  return notReached > 0
    ? `${counted(notReached, 'anomaly', 'anomalies')} of ${all} not reached.`
    : `${counted(setAside, 'anomaly', 'anomalies')} of ${all} set aside with a reason.`;
}

/** Nothing leads, and yet something was put forward: what became of it, so that silence is not read as health. */
function nothingLeads(parts: HeadlineParts): string {
  const { evidence, left, series } = parts;
  if (series === 0) return 'No series has data, so nothing can be said of what changed.';
  if (left.notReached + left.setAside === 0)
    return `Of ${counted(series, 'series', 'series')} looked at, none left its routine for the worse.`;
  const said = (verdict: string) =>
    evidence.filter((entry) => entry.verdict === verdict && entry.anomaly.direction !== 'better').length;
  const became = [
    ...(said('noise') > 0 ? [`${said('noise')} called noise`] : []),
    ...(said('data-problem') > 0 ? [`${said('data-problem')} a data problem`] : []),
    ...(left.setAside > 0 ? [`${left.setAside} set aside with a reason`] : []),
    ...(left.notReached > 0 ? [`${left.notReached} not reached`] : []),
  ];
  return `${counted(putForward(parts), 'anomaly was', 'anomalies were')} put forward: ${listed(became)}.`;
}

function changed(parts: HeadlineParts): string {
  const [first, second] = leading(parts.evidence);
  if (first === undefined) return nothingLeads(parts);
  const also = second === undefined ? '' : ` Also: ${second.anomaly.headline.replace(/\.$/, '')}.`;
  return `${sentence(first.anomaly.sentence)}${also}`;
}

function decided({ evidence, commitments, decisions, constraint }: HeadlineParts): string {
  const findings = evidence.filter(({ verdict }) => verdict === 'act').length;
  const parts = [
    `act on ${counted(findings, 'finding')}`,
    ...(commitments.length > 0 ? [`made ${counted(commitments.length, 'commitment')}`] : []),
    ...(decisions.length > 0 ? [`took ${counted(decisions.length, 'decision')}`] : []),
  ];
  const limit = constraint === null ? '' : ` What limits us now: ${constraint.name.replace(/\.$/, '')}.`;
  return `We ${listed(findings > 0 ? parts : parts.slice(1)) || 'took no decision'}.${limit}`;
}

function asked({ asks, locale }: HeadlineParts): string {
  const [first] = asks;
  if (first === undefined) return 'Nothing is asked of leadership.';
  const who = first.who === null ? '' : ` of ${first.who}`;
  const by = first.by === null ? '' : ` by ${dayAndMonth(first.by, locale)}`;
  const more = asks.length > 1 ? ` ${asks.length - 1} more below.` : '';
  return `We ask${who}${by}: ${first.text.replace(/\.$/, '')}.${more}`;
}

function worded(proposal: string, edit: string | undefined): Worded {
  return edit === undefined ? { text: proposal, proposed: null } : { text: edit, proposed: proposal };
}

/** Title and three sentences: what changed, what we decided, what we ask. Edits win and keep the proposal beside them. */
export function headlineOf(
  parts: HeadlineParts,
  edits: Readonly<Record<string, string>>,
): { readonly title: Worded; readonly headline: Worded } {
  const { title, headline } = edits;
  return {
    title: worded(proposeTitle(parts), title),
    headline: worded([changed(parts), decided(parts), asked(parts)].join(' '), headline),
  };
}
