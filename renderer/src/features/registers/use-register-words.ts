import { usePersonName } from '#renderer/src/data/people.ts';
import { dayIn, useToday } from '#renderer/src/data/today.ts';
import { useRegisters, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import type { Day } from '#shared/day.ts';
import { dimensionById } from '#shared/drive/catalogue.ts';

export type RegisterWords = {
  readonly today: Day;
  /** Name of a person, `nobody` for null. */
  readonly person: (handle: string | null) => string;
  readonly nameOf: (handle: string) => string;
  /** `18 Nov`, `no date` for null. */
  readonly day: (day: Day | null) => string;
  readonly moment: (ms: number) => string;
  readonly dimension: (id: string | null) => string;
  /** `4` for the fourth review, empty outside one. */
  readonly reviewNumber: (review: string | null) => string;
};

/** How the registers say people, days and reviews. */
export function useRegisterWords(): RegisterWords {
  const { organization, reviews } = useRegisters();
  const { hello } = useWorkspace();
  const today = useToday();
  const nameOf = usePersonName();
  const zone = organization?.timeZone ?? hello.zone;
  return {
    today,
    nameOf,
    person: (handle) => (handle === null ? 'nobody' : nameOf(handle)),
    day: (day) => (day === null ? 'no date' : shortDay(day, today)),
    moment: (ms) => shortDay(dayIn(zone, ms), today),
    dimension: (id) => (id === null ? '' : (dimensionById(id)?.name ?? id)),
    reviewNumber: (review) => {
      const at = reviews.findIndex((one) => one.id === review);
      return at === -1 ? '' : String(at + 1);
    },
  };
}
