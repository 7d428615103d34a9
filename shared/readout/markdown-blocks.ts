import { textPieces } from '#shared/review/text-pages.ts';
import type { ReadoutBlock } from './block-contents.ts';
import { escapeMarkdown as e } from './escape-markdown.ts';
import type { Readout } from './readout.ts';
import { shortDay } from './wording.ts';

function textLines(text: string): readonly string[] {
  return textPieces(text).flatMap((piece) =>
    piece.kind === 'paragraph'
      ? ['', e(piece.text), '']
      : piece.items.map((item, index) => `${piece.numbered ? `${index + 1}.` : '-'} ${e(item)}`),
  );
}

function linesOf(block: ReadoutBlock, locale: string): readonly string[] {
  switch (block.kind) {
    case 'text':
      return textLines(block.text);
    case 'checklist':
      return block.items.map(({ text, ticked }) => `- ${ticked ? 'Done' : '**Not done**'}: ${e(text)}`);
    case 'register':
      return block.rows.length === 0
        ? [`${e(block.title)}: nothing.`]
        : [
            `${e(block.title)}:`,
            '',
            ...block.rows.map(({ id, text, owner, on, status }) => {
              const rest = [owner, on === null ? null : shortDay(on, locale), status === '' ? null : status];
              const words = rest.filter((part) => part !== null).map(e);
              return `- ${id === '' ? '' : `**${e(id)}** `}${e(text)}${words.length === 0 ? '' : ` (${words.join(', ')})`}`;
            }),
          ];
    case 'charts':
      return [
        ...block.charts.map(({ sentence }) => `- ${e(sentence)}`),
        ...block.missing.map((name) => `- ${e(name)}: not on record.`),
      ];
  }
}

/** What blocks of the room's own showed, a section for each. */
export function blockSections({
  blocks = [],
  header,
}: Pick<Readout, 'blocks' | 'header'>): readonly string[] {
  return blocks.flatMap((block) => [
    '',
    `## ${e(block.name)}`,
    '',
    ...(block.held ? [] : ['Not held.', '']),
    ...linesOf(block, header.locale),
  ]);
}
