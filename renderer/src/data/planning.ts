import { useEffect, useState } from 'react';
import { goTo } from '#renderer/src/state/navigation.ts';
import { type AgendaTemplate, agendaTemplateById, agendaTemplates } from '#shared/drive/agenda-templates.ts';
import type { Registers } from '#shared/registers/registers.ts';
import { agendaOf } from '#shared/review/agenda.ts';
import { carryOver } from '#shared/review/carry-over.ts';
import { dayWithoutCadence, type NextReview, nextReview } from '#shared/review/next-review.ts';
import { readinessChecks } from '#shared/review/readiness.ts';
import { withResting } from '#shared/review/resting.ts';
import type { AgendaBlock, Review } from '#shared/review/review.ts';
import { frozenAtStart, withCharts } from '#shared/review/start.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import { useCurrentState } from './CurrentStateContext.tsx';
import { useToday } from './today.ts';
import { useAppend, useRegisters } from './WorkspaceContext.tsx';
import { newId } from './workspace.ts';

/** The template of an organization that has not chosen one. */
export const FIRST_TEMPLATE = 'organization-60';
const FIRST_SLOT_MINUTES = 60;
const FIRST_TIME = '10:00';

/** Blocks of a template: as the organization changed it, else as it is built in. */
export function templateBlocks(registers: Pick<Registers, 'templates'>, id: string): readonly AgendaBlock[] {
  const changed = registers.templates.find((one) => one.template === id);
  if (changed !== undefined) return changed.blocks;
  const template = agendaTemplateById(id) ?? (agendaTemplates[0] as AgendaTemplate);
  return agendaOf(template);
}

/** Minutes of a template's slot: as the organization changed it, else as it is built in. */
export function templateSlot(registers: Pick<Registers, 'templates'>, id: string): number {
  const changed = registers.templates.find((one) => one.template === id);
  return changed?.slotMinutes ?? agendaTemplateById(id)?.slotMinutes ?? FIRST_SLOT_MINUTES;
}

/** The next review by cadence and rota; today, or a week after the last, where there is no cadence yet. */
export function useNextReview(): NextReview {
  const registers = useRegisters();
  const today = useToday();
  return (
    nextReview(registers, today) ?? {
      date: dayWithoutCadence(registers, today),
      time: FIRST_TIME,
      slotMinutes: FIRST_SLOT_MINUTES,
      template: FIRST_TEMPLATE,
      facilitator: null,
      scribe: null,
      timekeeper: null,
    }
  );
}

/** Plans the next review with its template's agenda and opens Prepare. */
export function usePlanReview(): () => string {
  const registers = useRegisters();
  const next = useNextReview();
  const append = useAppend();
  return () => {
    const id = `${next.date}-${newId().slice(0, 8)}`;
    const { date, time, slotMinutes, template, facilitator, scribe, timekeeper } = next;
    append([
      {
        stream: `review:${id}`,
        type: 'review-planned',
        data: { date, time, slotMinutes, template, facilitator, scribe, timekeeper },
      },
      {
        stream: `review:${id}`,
        type: 'agenda-set',
        data: { template, slotMinutes, blocks: [...templateBlocks(registers, template)] },
      },
    ]);
    goTo({ page: 'prepare' });
    return id;
  };
}

export type StartReview = {
  /** Starts the review now, or as soon as what was just imported has been evaluated. */
  readonly start: () => void;
  /** Start was asked for and waits for the evaluation. */
  readonly isWaiting: boolean;
};

/** Starts a prepared review: freezes what it talks about, enters its first block, opens the live screen. */
export function useStartReview(review: Review | null): StartReview {
  const { state, working, restated } = useCurrentState();
  const registers = useRegisters();
  const today = useToday();
  const append = useAppend();
  const [isWaiting, setWaiting] = useState(false);

  const begin = (planned: Review, stands: CurrentState) => {
    const carried = carryOver(registers, today);
    const laid = withResting(planned, stands.anomalies, registers);
    const readiness = readinessChecks({ review: laid, state: stands, registers, today });
    const resting = Object.entries(laid.aside).filter(([anomaly]) => !Object.hasOwn(planned.aside, anomaly));
    append([
      ...resting.map(([anomaly, reason]) => ({
        stream: `review:${planned.id}` as const,
        type: 'anomaly-set-aside' as const,
        data: { anomaly, reason },
      })),
      {
        stream: `review:${planned.id}`,
        type: 'review-started',
        data: withCharts(frozenAtStart(stands, carried, readiness, restated), planned.blocks, stands),
      },
    ]);
    goTo({ page: 'live' });
  };

  // What a review talks about is frozen for good: a state that is being evaluated anew is not the one to freeze.
  useEffect(() => {
    if (!isWaiting || working || review === null || state === null) return;
    setWaiting(false);
    begin(review, state);
  });

  return { start: () => setWaiting(true), isWaiting };
}
