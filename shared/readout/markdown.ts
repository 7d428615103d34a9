import { dimensionById } from '#shared/drive/catalogue.ts';
import type { AnomalyCheck } from '#shared/signals/reading.ts';
import { inSentence } from '#shared/signals/sentence.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { blockSections } from './markdown-blocks.ts';
import { changeText, constraintSentence, meetingSentences, riskText, slipSentence } from './phrases.ts';
import type { Readout, ReadoutEvidence } from './readout.ts';
import { listed, longDay, sentence, shortDay, usedWords } from './wording.ts';

const e = escapeMarkdown;

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
}

function bullets(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `- ${line}`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)];
}

function headOf({ header, title, headline }: Readout): readonly string[] {
  const roles = [
    ...(header.status === 'draft' ? ['**Draft**'] : []),
    ...(header.date === null ? [] : [longDay(header.date, header.locale)]),
    ...(header.owner === null ? [] : [`owner ${e(header.owner)}`]),
    ...(header.facilitator === null ? [] : [`facilitator ${e(header.facilitator)}`]),
    ...(header.asOf === null ? [] : [`data as of ${longDay(header.asOf, header.locale)}`]),
  ];
  const number = header.number === null ? '' : ` ${header.number}`;
  return [
    `# ${e(title.text.replace(/\.$/, ''))}`,
    '',
    `${e(header.organization)}, operational excellence review${number}. ${sentence(roles.join(', '))}`,
    '',
    e(headline.text),
  ];
}

function businessOf(readout: Readout): readonly string[] {
  const outcomes = readout.outcomes.map(({ name, figure, of, sentence: worded, evidence }) => {
    const number = figure === null ? '' : ` **${e(figure)}**${of === null ? '' : ` (${e(of)})`}.`;
    return `**${e(name)}.**${number} ${e(worded.text)}${evidence === null ? '' : ` (${evidence})`}`;
  });
  const { constraint, withoutConstraint } = readout;
  const limit =
    constraint === null
      ? [e(withoutConstraint ?? 'None was named.')]
      : [`**${e(constraint.name)}.** ${e(constraintSentence(constraint))}`.trim()];
  return [
    ...section('What it means for the business', bullets(outcomes)),
    ...section('The constraint', limit),
  ];
}

function decisionsOf({ decisions, asks, header }: Readout): readonly string[] {
  const taken = decisions.map(
    ({ id, text, owner }) =>
      `${id === '' ? '' : `**${e(id)}** `}${e(sentence(text))}${owner === null ? '' : ` ${e(owner)}.`}`,
  );
  const asked = asks.map(({ text, who, by }) => {
    const whom = [who === null ? null : e(who), by === null ? null : `by ${shortDay(by, header.locale)}`];
    const rest = whom.filter((part) => part !== null).join(', ');
    return `**Ask.** ${e(sentence(text))}${rest === '' ? '' : ` ${rest}.`}`;
  });
  return section('Decisions and asks', [
    ...(taken.length === 0 ? ['No decision was taken.', ''] : bullets(taken)),
    ...(asked.length === 0 ? ['', 'Nothing is asked of leadership.'] : bullets(asked)),
  ]);
}

function dimensionsOf({ dimensions }: Readout): readonly string[] {
  return section(
    'The five dimensions',
    table(
      ['Dimension', 'State', 'What changed', 'Decided'],
      dimensions.map(({ name, word, sentence: worded, shown, decided }) => [
        e(name),
        e(word),
        e(worded.text),
        shown === 0 ? '–' : `${decided} of ${shown}`,
      ]),
    ),
  );
}

function commitmentsOf({ promises, commitments, header }: Readout): readonly string[] {
  const slipped = promises.due.filter(({ slips }) => slips >= 2);
  const made = table(
    ['Id', 'What will be done', 'Owner', 'By', 'For'],
    commitments.map(({ id, text, owner, due, serves, evidence }) => [
      e(id),
      e(text),
      owner === null ? '**no owner**' : e(owner),
      due === null ? '**no date**' : shortDay(due, header.locale),
      e([serves, evidence].filter((part) => part !== null).join(', ')),
    ]),
  );
  return section('Commitments', [
    e(promises.sentence),
    ...slipped.map((promise) => `\nSlipped twice: ${e(slipSentence(promise, header.locale))}`),
    '',
    ...(commitments.length === 0 ? ['No new commitment was made.'] : made),
  ]);
}

function sixOf({ six }: Readout): readonly string[] {
  return section(
    'The six questions',
    six.flatMap(({ question, kind, text, computed }, index) => [
      `${index + 1}. **${e(question)}** ${e(text)}`,
      ...(kind === 'edited' ? [`   Edited; computed: ${e(computed)}`] : []),
    ]),
  );
}

function aheadOf(readout: Readout): readonly string[] {
  const { risks, next, header, meeting } = readout;
  const changes = next.changes.map((change) => e(changeText(change, header.locale)));
  const who = next.facilitator === null ? '' : `, ${e(next.facilitator)} facilitates`;
  const review = next.date === null ? [] : [`Next review: ${longDay(next.date, header.locale)}${who}.`];
  const minutes = table(
    ['Block', 'Planned', 'Used'],
    meeting.blocks.map((block) => [e(block.name), String(block.planned), usedWords(block)]),
  );
  return [
    ...section(
      'Risks',
      risks.length === 0 ? ['No change.'] : bullets(risks.map((risk) => e(riskText(risk)))),
    ),
    ...section('Coming up', bullets([...changes, ...review])),
    ...section('The review itself', [...bullets(meetingSentences(readout).map(e)), '', ...minutes]),
  ];
}

/** The claim of a cross-check, its rule with its numbers, what it rests on and what would refute it. */
function checkLines(claim: string, check: AnomalyCheck): readonly string[] {
  return [
    e(claim),
    '',
    e(check.rule),
    '',
    ...bullets(
      check.evidence.map(
        ({ label, value, period }) => `${e(label)}: ${e(value)}${period === null ? '' : ` (${e(period)})`}`,
      ),
    ),
    '',
    `It would be wrong if: ${e([...check.refutedBy, ...check.notes].join(' '))}`,
  ];
}

function figureOf(entry: ReadoutEvidence, locale: string): readonly string[] {
  const { anomaly } = entry;
  const parts = [
    entry.owner === null ? null : e(entry.owner),
    entry.due === null ? null : `by ${shortDay(entry.due, locale)}`,
    entry.until === null ? null : `look again on ${shortDay(entry.until, locale)}`,
    entry.commitments.length === 0 ? null : e(listed(entry.commitments)),
  ].filter((part) => part !== null);
  const verdict =
    entry.verdictName === null
      ? 'Shown, not decided.'
      : `**${e(entry.verdictName)}**${parts.length === 0 ? '.' : `: ${parts.join(', ')}.`}`;
  return [
    '',
    `### ${entry.id} ${e(anomaly.entityName)}, ${e(anomaly.check === undefined ? anomaly.metricName : inSentence(anomaly.check.name))}`,
    '',
    ...(anomaly.check === undefined
      ? [e(anomaly.reading.sentence)]
      : checkLines(anomaly.sentence, anomaly.check)),
    '',
    `${verdict}${entry.reason === null ? '' : ` ${e(sentence(entry.reason))}`}`,
    ...(entry.asked === undefined ? [] : ['', `Asked: ${e(entry.asked.join(' '))}`]),
  ];
}

function evidenceOf(readout: Readout): readonly string[] {
  const { evidence, header, meeting, wins, parked, notes, restated = [], notChecked = [] } = readout;
  const notReached = meeting.notReached.map(
    ({ headline, dimension }) =>
      `${e(sentence(headline))} (${e(dimensionById(dimension)?.name ?? dimension)})`,
  );
  return [
    ...section('Going well', bullets(wins.map((win) => e(sentence(win))))),
    ...section(
      'Evidence',
      evidence.length === 0
        ? ['No anomaly was put before the room.']
        : evidence.flatMap((entry) => figureOf(entry, header.locale)).slice(1),
    ),
    ...section('Not reached', bullets(notReached)),
    ...section(
      'Waived',
      bullets(meeting.waivers.map(({ rule, reason }) => `${e(sentence(rule))} ${e(sentence(reason))}`)),
    ),
    ...section('Restated since the last review', bullets(restated.map(e))),
    ...section('Not checked', bullets(notChecked.map(e))),
    ...blockSections(readout),
    ...section('Parked', bullets(parked.map(e))),
    ...section('Settled of what was parked', bullets((readout.settled ?? []).map(e))),
    ...section('Notes', bullets(notes.map(e))),
  ];
}

/** The readout as Markdown (CommonMark with tables): everything but the charts, nothing that was typed as markup. */
export function toMarkdown(readout: Readout): string {
  const parts = [
    headOf,
    businessOf,
    decisionsOf,
    dimensionsOf,
    commitmentsOf,
    sixOf,
    aheadOf,
    evidenceOf,
  ].flatMap((part) => part(readout));
  return `${parts
    .join('\n')
    .replaceAll('\u00a0', ' ')
    .replace(/\n{3,}/g, '\n\n')}\n`;
}
