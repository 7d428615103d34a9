import { rehearsalAt } from './pages.ts';

/**
 * Name of something that windows share (a channel, a lock): one for the real thing, one for each rehearsal, so that what
 * is rehearsed never reaches a window of the real review.
 */
export function sharedName(
  name: string,
  location: Pick<Location, 'search'> = globalThis.location ?? { search: '' },
): string {
  const rehearsal = rehearsalAt(location);
  return rehearsal === null ? name : `${name}.rehearsal.${rehearsal}`;
}
