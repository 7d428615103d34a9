import type { Day } from '#shared/day.ts';
import type { Registers } from '#shared/registers/registers.ts';
import { registerRows, registerTitle } from '#shared/review/register-view.ts';
import type { AgendaBlock } from '#shared/review/review.ts';
import { textPieces } from '#shared/review/text-pages.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import { shortDay } from './wording.ts';

type Source = {
  readonly state: Pick<CurrentState, 'readings'>;
  readonly registers: Registers;
  readonly today: Day;
  readonly nameOf: (person: string) => string;
  readonly locale: string;
};

/** What a block will show, in as many lines: words, things to tick, entries of a register as they stand, series. */
export function contentLines({ content }: Pick<AgendaBlock, 'content'>, source: Source): readonly string[] {
  const { state, registers, today, nameOf, locale } = source;
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
        const who = owner === null ? 'nobody' : nameOf(owner);
        return `${named} (${who}, ${on === null ? 'no date' : shortDay(on, locale)})`;
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
