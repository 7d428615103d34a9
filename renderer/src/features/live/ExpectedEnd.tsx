import { useWallTime, useZone } from '#renderer/src/data/today.ts';
import { clocksDiffer, placeOfZone } from '#shared/review/zone.ts';
import { useClock } from './use-clock.ts';
import { inMinutes } from './wording.ts';

/** `, London time` where clocks on this machine's wall show something else; nothing where they agree. */
export function useZoneWords(): (ms: number) => string {
  const zone = useZone();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (ms) => (clocksDiffer(ms, zone, here) ? `, ${placeOfZone(zone)} time` : '');
}

/** How long the meeting still has, and when it ends as it stands, in the organization's zone. */
export function ExpectedEnd() {
  const { meeting, state } = useClock();
  const wallTime = useWallTime();
  const zoneWords = useZoneWords();
  const { expectedEndMs, slotLeftMs } = meeting;
  if (expectedEndMs === null) return null;
  const left = slotLeftMs < 0 ? `${inMinutes(-slotLeftMs)} over` : `${inMinutes(slotLeftMs)} left`;
  if (state === 'suspended') return <>Meeting: {left} when it goes on</>;
  return (
    <>
      Meeting: {left}, ends {wallTime(expectedEndMs)}
      {zoneWords(expectedEndMs)}
    </>
  );
}
