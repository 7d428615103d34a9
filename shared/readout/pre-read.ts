import type { Day } from '#shared/day.ts';
import { dimensionById } from '#shared/drive/catalogue.ts';
import type { Registers } from '#shared/registers/registers.ts';
import { commitmentsToCheck } from '#shared/review/commitments.ts';
import { registerRows, registerTitle } from '#shared/review/register-view.ts';
import type { Review, ReviewBlock } from '#shared/review/review.ts';
import { textPieces } from '#shared/review/text-pages.ts';
import type { Anomaly, CurrentState } from '#shared/signals/reading.ts';
import { escapeMarkdown } from './escape-markdown.ts';

export type PreRead = {
  readonly review: Review;
  readonly state: CurrentState;
  readonly registers: Registers;
  /** In the order of the walk, without those set aside. */
  readonly anomalies: readonly Anomaly[];
  readonly today: Day;
  readonly nameOf: (person: string) => string;
};

function dimensionLines({ state, anomalies }: PreRead): readonly string[] {
  return state.dimensions.flatMap((read) => {
    const own = anomalies.filter((anomaly) => anomaly.dimension === read.dimension);
    return [
      `### ${dimensionById(read.dimension)?.name ?? read.dimension}`,
      '',
      escapeMarkdown(read.sentence),
      '',
      ...own.map((anomaly) => `- ${escapeMarkdown(anomaly.sentence)}`),
      ...(own.length === 0 ? [] : ['']),
    ];
  });
}

function commitmentLines({ registers, today, nameOf }: PreRead): readonly string[] {
  const lastMs = registers.reviews.findLast((review) => review.status === 'closed')?.closedAtMs ?? null;
  const due = commitmentsToCheck(registers.actions, today, lastMs);
  if (due.length === 0) return ['Nothing falls due.'];
  return due.map((one) => {
    const owner = one.owner === null ? 'nobody' : escapeMarkdown(nameOf(one.owner));
    return `- ${one.action} ${escapeMarkdown(one.text)} (${owner}, ${one.due ?? 'no date'})`;
  });
}

/** What a block will show, in as many lines; a register as it stands now. */
function contentLines({ content }: ReviewBlock, preRead: PreRead): readonly string[] {
  const { state, registers, today, nameOf } = preRead;
  switch (content?.kind) {
    case undefined:
      return [];
    case 'text':
      return textPieces(content.text).flatMap((piece) =>
        piece.kind === 'paragraph' ? [piece.text] : piece.items,
      );
    case 'checklist':
      return content.items.map(({ text }) => text);
    case 'register': {
      const rows = registerRows(content, { registers, today }).map(({ id, text, owner, on }) => {
        const named = content.register === 'changes' ? text : `${id} ${text}`;
        return `${named} (${owner === null ? 'nobody' : nameOf(owner)}, ${on ?? 'no date'})`;
      });
      return [`${registerTitle(content)}${rows.length === 0 ? ': nothing' : ''}`, ...rows];
    }
    case 'charts':
      return content.series.map(({ id, name }) => {
        const reading = state.readings.find((one) => one.id === id);
        return reading?.sentence ?? `${name}: not on record`;
      });
  }
}

function agendaLines(preRead: PreRead): readonly string[] {
  return preRead.review.blocks.flatMap((block) => [
    `- ${escapeMarkdown(block.name)}, ${block.minutes} min`,
    ...contentLines(block, preRead).map((line) => `  - ${escapeMarkdown(line)}`),
  ]);
}

/** What the room reads before it meets: the state of each dimension, what will be asked, what was promised. */
export function preReadMarkdown(preRead: PreRead): string {
  const { review, state, registers } = preRead;
  const name = registers.organization?.name ?? 'Organization';
  return [
    `# ${escapeMarkdown(name)}: review of ${review.date ?? ''}, ${review.time ?? ''}`,
    '',
    `Data as of ${state.asOf}. ${state.readings.length} series were looked at; what left its routine is listed below.`,
    '',
    '## Where we stand',
    '',
    ...dimensionLines(preRead),
    '## What we promised',
    '',
    ...commitmentLines(preRead),
    '',
    '## Agenda',
    '',
    ...agendaLines(preRead),
    '',
  ].join('\n');
}
