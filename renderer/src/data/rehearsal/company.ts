import { sharedName } from '#renderer/src/state/shared-name.ts';
import type { Pace } from './pace.ts';

/** What the windows of one rehearsal tell each other. What they know lives in them alone, so a new one asks for it all. */
export type Told =
  | { readonly kind: 'ask' }
  /** JSON texts of events that were authored in the rehearsal. */
  | { readonly kind: 'events'; readonly texts: readonly string[] }
  | { readonly kind: 'drafts'; readonly texts: readonly (readonly [string, string])[] }
  | { readonly kind: 'pace'; readonly pace: Pace }
  | { readonly kind: 'over' };

export type Company = {
  readonly tell: (told: Told) => void;
  readonly listen: (listener: (told: Told) => void) => void;
  readonly close: () => void;
};

/** Opens the channel between the windows of the rehearsal that the address names. */
export function openCompany(location: Pick<Location, 'search'>): Company {
  const channel = new BroadcastChannel(sharedName('andon.company', location));
  return {
    tell: (told) => channel.postMessage(told),
    listen: (listener) =>
      channel.addEventListener('message', (event: MessageEvent<Told>) => listener(event.data)),
    close: () => channel.close(),
  };
}
