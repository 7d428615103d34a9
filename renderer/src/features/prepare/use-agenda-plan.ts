import { useState } from 'react';
import { templateBlocks, templateSlot } from '#renderer/src/data/planning.ts';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { agendaTemplates } from '#shared/drive/agenda-templates.ts';
import { asAgenda } from '#shared/review/agenda-edits.ts';
import { commitmentsToCheck } from '#shared/review/commitments.ts';
import { fitToSlot, type Load, type SlotFit } from '#shared/review/fit-slot.ts';
import type { AgendaBlock, Review } from '#shared/review/review.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import { walkOf } from './anomaly-order.ts';

type Minutes = Readonly<Record<string, number>>;

function minutesOf(blocks: readonly AgendaBlock[]): Minutes {
  return Object.fromEntries(blocks.map((block) => [block.id, block.minutes]));
}

function useLoad(review: Review, state: CurrentState): Load {
  const { actions, reviews } = useRegisters();
  const anomalies: Record<string, number> = {};
  for (const { anomaly } of walkOf(review, state).put) {
    anomalies[anomaly.dimension] = (anomalies[anomaly.dimension] ?? 0) + 1;
  }
  const lastMs = reviews.findLast((one) => one.status === 'closed')?.closedAtMs ?? null;
  return { anomalies, commitments: commitmentsToCheck(actions, review.date ?? state.asOf, lastMs).length };
}

export type AgendaPlan = {
  readonly load: Load;
  /** The minutes that the slot would give every block. */
  readonly fit: SlotFit;
  readonly applyFit: () => void;
  readonly set: (blocks: readonly AgendaBlock[]) => void;
  readonly setSlot: (minutes: number) => void;
  readonly choose: (template: string) => void;
};

/** The agenda of a review being prepared, and everything that changes it. */
export function useAgendaPlan(review: Review, state: CurrentState): AgendaPlan {
  const registers = useRegisters();
  const append = useAppend();
  const load = useLoad(review, state);
  const { blocks, slotMinutes } = review;
  // What every block had before it was fitted: fitting once more, or to another slot, goes by that.
  const [asked, setAsked] = useState<{ readonly asked: Minutes; readonly given: Minutes } | null>(null);
  const planned = Object.fromEntries(
    blocks.map(({ id, minutes }) => [
      id,
      asked?.given[id] === minutes ? (asked.asked[id] ?? minutes) : minutes,
    ]),
  );
  const put = (next: readonly AgendaBlock[], slot = slotMinutes, template = review.template ?? '') =>
    append([
      {
        stream: `review:${review.id}`,
        type: 'agenda-set',
        data: { template, slotMinutes: slot, blocks: asAgenda(next) },
      },
    ]);
  const fit = fitToSlot(blocks, slotMinutes, load, planned);
  return {
    load,
    fit,
    applyFit: () => {
      setAsked({ asked: planned, given: minutesOf(fit.blocks) });
      put(fit.blocks);
    },
    set: (next) => put(next),
    setSlot: (minutes) => put(blocks, minutes),
    choose: (id) => {
      if (!agendaTemplates.some((one) => one.id === id)) return;
      setAsked(null);
      put(templateBlocks(registers, id), templateSlot(registers, id), id);
    },
  };
}
