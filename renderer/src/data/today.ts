import { useCallback, useMemo } from 'react';
import { useNow } from '#renderer/src/hooks/use-now.ts';
import type { Day } from '#shared/day.ts';
import { timeInZone } from '#shared/review/zone.ts';
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
  const { pinnedDay } = useRegisters();
  const zone = useZone();
  const now = useNow(30_000);
  return pinnedDay ?? dayIn(zone, now);
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}

/** The zone that days and times are told in: the organization's, else the machine's. */
export function useZone(): string {
  const { organization } = useRegisters();
  const { hello } = useWorkspace();
  const zone = organization?.timeZone ?? hello.zone;
  return useMemo(() => (isZone(zone) ? zone : 'UTC'), [zone]);
}

/** Tells instants as the organization's clocks on the wall show them: `11:02`. */
export function useWallTime(): (ms: number) => string {
  const zone = useZone();
  return useCallback((ms) => timeInZone(ms, zone), [zone]);
}
