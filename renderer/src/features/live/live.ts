import { createContext, useContext, useMemo } from 'react';
import { useToday } from '#renderer/src/data/today.ts';
import { useRegisters, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import type { Day } from '#shared/day.ts';
import { personNames } from '#shared/registers/person-names.ts';
import type { Registers } from '#shared/registers/registers.ts';
import type { Review } from '#shared/review/review.ts';

/** What every part of a live review shows or asks: the review, the registers, the day and how dates read. */
export type Live = {
  readonly review: Review;
  readonly registers: Registers;
  readonly today: Day;
  readonly locale: string;
  /** Name of a person; an id that nobody has stands for itself. */
  readonly nameOf: (id: string) => string;
};

export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error('There is no live review above this component.');
  return live;
}

/** Gathers what the parts of one review share. */
export function useLiveParts(review: Review): Live {
  const registers = useRegisters();
  const { hello } = useWorkspace();
  const today = useToday();
  return useMemo(() => {
    const names = personNames(registers);
    return {
      review,
      registers,
      today,
      locale: registers.organization?.locale ?? hello.locale,
      nameOf: (id: string) => names.get(id) ?? id,
    };
  }, [review, registers, hello, today]);
}
