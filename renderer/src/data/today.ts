import { useNow } from '#renderer/src/hooks/use-now.ts';
import type { Day } from '#shared/day.ts';
import { useRegisters, useWorkspace } from './WorkspaceContext.tsx';

/** The calendar day in a time zone. */
export function dayIn(zone: string, ms: number): Day {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(ms);
  } catch {
    return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(ms);
  }
}

/** The organization's day: the one it is pinned to (the sample), else the day in its own time zone. */
export function useToday(): Day {
  const { pinnedDay, organization } = useRegisters();
  const { hello } = useWorkspace();
  const now = useNow(30_000);
  return pinnedDay ?? dayIn(organization?.timeZone ?? hello.zone, now);
}
