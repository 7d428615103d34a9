import type { Readout, ReadoutEvidence, Worded } from './readout.ts';
import { counted, dayAndMonth, listed, sentence } from './wording.ts';

export type HeadlineParts = {
  readonly evidence: readonly ReadoutEvidence[];
  readonly series: number;
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

function proposeTitle({ evidence, series }: HeadlineParts): string {
  const [first] = leading(evidence);
  const nothing =
    series === 0 ? 'No data was there to be looked at' : 'Nothing left its routine for the worse';
  return sentence(first?.anomaly.headline ?? nothing);
}

function changed({ evidence, series }: HeadlineParts): string {
  const [first, second] = leading(evidence);
  if (first === undefined) {
    return series === 0
      ? 'No series has data, so nothing can be said of what changed.'
      : `Of ${counted(series, 'series', 'series')} looked at, none left its routine for the worse.`;
  }
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
