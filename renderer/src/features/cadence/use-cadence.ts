import { FIRST_TEMPLATE } from '#renderer/src/data/planning.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { addDays, type Day, dayToMs, isoWeekday } from '#shared/day.ts';
import type { Cadence } from '#shared/registers/registers.ts';

const WEDNESDAY = 3;

/** The first day from `from` on that falls on an ISO weekday. */
export function firstOn(weekday: number, from: Day): Day {
  const ahead = (weekday - isoWeekday(dayToMs(from) ?? 0) + 7) % 7;
  return addDays(from, ahead);
}

/** The rhythm as it is, or the one that is proposed while none is set, and how to change it. */
export function useCadence(): {
  readonly cadence: Cadence;
  readonly isSet: boolean;
  readonly change: (changes: Partial<Omit<Cadence, 'rota' | 'inTurn'>>) => void;
  /** Who belongs to the rota, in the order in which their turns come from now on. */
  readonly changeRota: (rota: readonly string[]) => void;
} {
  const { cadence } = useRegisters();
  const today = useToday();
  const append = useAppend();
  const current: Cadence = cadence ?? {
    every: 'week',
    weekday: WEDNESDAY,
    time: '10:00',
    anchor: firstOn(WEDNESDAY, today),
    slotMinutes: 60,
    template: FIRST_TEMPLATE,
    rota: [],
    owner: null,
  };
  const set = (next: Cadence) =>
    append([{ stream: 'organization', type: 'cadence-set', data: { ...next, rota: [...next.rota] } }]);
  return {
    cadence: current,
    isSet: cadence !== null,
    change: (changes) => {
      // Without the order of turns: a new hour for the review does not start the row again.
      const { inTurn: _inTurn, ...kept } = current;
      const next = { ...kept, ...changes };
      // The anchor tells the even weeks from the odd ones, so it moves with the weekday.
      const anchor =
        isoWeekday(dayToMs(next.anchor) ?? 0) === next.weekday ? next.anchor : firstOn(next.weekday, today);
      set({ ...next, anchor });
    },
    changeRota: (rota) => set({ ...current, rota, inTurn: true }),
  };
}
