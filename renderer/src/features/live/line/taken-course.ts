import type { NewEvent } from '#renderer/src/data/author.ts';
import type { Ask } from '#renderer/src/features/live/asks.ts';
import { inReview } from '#renderer/src/features/live/authoring.ts';
import type { Live } from '#renderer/src/features/live/live.ts';
import { payerWords } from '#renderer/src/features/live/offers.ts';
import { agendaSet } from '#renderer/src/features/live/use-agenda-commands.ts';
import { payers } from '#shared/review/agenda.ts';
import { type NewBlock, readBlock, withBlockAfter } from '#shared/review/agenda-edits.ts';
import type { Role } from '#shared/review/fold-roles.ts';
import type { Taken, Typed } from './taken.ts';

type CourseAsk = Extract<Ask, { kind: 'suspend' | 'hold' | 'insert' | 'chair' }>;

const NOTHING: Taken = { kind: 'nothing' };

/** What a line does to the course of the review: standing still, one block more, who leads. */
export function takeCourse(ask: CourseAsk, { text, parse, newId }: Typed, live: Live): Taken {
  const { review } = live;
  const words = text.trim();
  const reason = words === '' ? null : words;
  switch (ask.kind) {
    case 'suspend':
      return {
        kind: 'taken',
        events: [inReview(review, 'review-suspended', { reason })],
        said: 'The review is suspended.',
      };
    case 'hold':
      return {
        kind: 'taken',
        events: [inReview(review, 'clock-held', { reason })],
        said: reason === null ? 'The clock is held.' : `The clock is held: ${reason}`,
      };
    case 'chair': {
      if (parse.owner === undefined)
        return words === '' ? NOTHING : { kind: 'refused', why: 'Name one person who is known: @name.' };
      return handedOver(ask.role ?? 'facilitator', parse.owner, live);
    }
    case 'insert':
      return words === '' ? NOTHING : inserted(words, newId(), live);
  }
}

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  facilitator: 'leads',
  scribe: 'writes',
  timekeeper: 'keeps the time',
};

function handedOver(role: Role, person: string, { review, nameOf }: Live): Taken {
  const { facilitator, scribe, timekeeper } = review;
  return {
    kind: 'taken',
    events: [inReview(review, 'roles-set', { facilitator, scribe, timekeeper, [role]: person })],
    said: `${nameOf(person)} ${ROLE_WORDS[role]} from here.`,
  };
}

function inserted(words: string, id: string, live: Live): Taken {
  const read = readBlock(words, live.review.blocks);
  if (read.kind === 'refused') return read;
  return { kind: 'taken', ...insertBlock({ id, ...read.block }, live) };
}

/** One block more behind the one at hand, paid for by whom the console would ask first; and what is said of it. */
export function insertBlock(
  block: NewBlock,
  { review }: Live,
): { readonly events: readonly NewEvent[]; readonly said: string } {
  const current = review.currentBlock;
  const payer = current === null ? null : (payers(review.blocks, current, block.minutes)[0] ?? null);
  const paid = payer === null || payer.kind === 'end' ? null : payer;
  const who = payer === null ? '' : ` ${payerWords(payer, null).name}.`;
  return {
    events: [agendaSet(review, withBlockAfter(review.blocks, current, block, paid))],
    said: `${block.name}, ${block.minutes} min, comes next.${who}`,
  };
}
