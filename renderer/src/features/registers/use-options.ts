import { useCaptureContext } from '#renderer/src/data/capture-context.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import type { CompletionOption } from '#renderer/src/ui/Completion.tsx';
import { weekDay } from '#renderer/src/ui/dates.ts';
import { type Day, daysBetween } from '#shared/day.ts';
import { parseCapture } from '#shared/review/capture/capture.ts';

/** `in 11 days`, `today`, `3 days ago`. */
export function fromToday(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  const count = Math.abs(days);
  const words = count === 1 ? '1 day' : `${count} days`;
  return days > 0 ? `in ${words}` : `${words} ago`;
}

/** Nothing, as an option: chosen by emptying the field. */
export const NOTHING = '';

export type Options = {
  readonly people: (typed: string) => readonly CompletionOption[];
  /** What typed words mean as a day: `fri`, `11 dec`, `in 2 weeks`. */
  readonly days: (typed: string) => readonly CompletionOption[];
};

/** What may be chosen for people and days, with the names and the calendar of this organization. */
export function useOptions(): Options {
  const { people } = useRegisters();
  const today = useToday();
  const context = useCaptureContext();
  const active = people.filter((person) => person.active);
  return {
    people: (typed) => {
      const wanted = typed.trim().toLowerCase().replace(/^@/, '');
      const found = active
        .filter(({ id, name }) => `${name} ${id}`.toLowerCase().includes(wanted))
        .map(({ id, name, team }) => ({ id, name, ...(team === null ? {} : { remark: team }) }));
      return wanted === '' ? [...found, { id: NOTHING, name: 'nobody' }] : found;
    },
    days: (typed) => {
      if (typed.trim() === '') return [{ id: NOTHING, name: 'no date' }];
      const { due } = parseCapture(`x ${typed}`, { ...context, pressed: 'action', anomaly: null });
      return due === undefined ? [] : [{ id: due, name: weekDay(due), remark: fromToday(due, today) }];
    },
  };
}

/** One of a few words; typing narrows them. */
export function oneOf(choices: readonly CompletionOption[]): (typed: string) => readonly CompletionOption[] {
  return (typed) => choices.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
}
