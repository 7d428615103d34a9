import type { Machine } from '#renderer/src/bridge/bridge.ts';
import type { Channel, Input, Output, Reply } from '#shared/ipc/contract.ts';
import { fail, ok } from '#shared/result.ts';

const REFUSED = fail({
  code: 'not-allowed',
  message: 'This is a rehearsal: no file is read or written. Leave it with F9 first.',
} as const);

type Answer<C extends Channel> =
  /** As ever: it leaves nothing behind. */
  | 'passes'
  /** Said to be not available. */
  | 'refused'
  /** Answered without asking the machine. */
  | { readonly says: Output<C> };

const EMPTY_INBOX = { folder: null, trouble: null, files: [], notes: [], moveTaken: false };

/** Every channel is decided about here, so that a new one cannot reach the disk from a rehearsal by oversight. */
const ANSWERS: { readonly [C in Channel]: Answer<C> } = {
  'app:hello': 'passes',
  'file:choose': 'refused',
  'export:hash': 'refused',
  'export:read': 'refused',
  'export:points': 'refused',
  'export:rejects': 'refused',
  'export:cancel': 'passes',
  'export:release': 'passes',
  'sample:list': 'passes',
  'inbox:choose': 'refused',
  'inbox:set': 'refused',
  'inbox:list': { says: EMPTY_INBOX },
  'inbox:move': 'refused',
  'inbox:done': 'refused',
  'journal:append': 'refused',
  'journal:read': { says: { streams: [], passedOver: 0 } },
  'snapshot:part': 'refused',
  'snapshot:keep': 'refused',
  'snapshot:read': 'passes',
  'snapshot:list': 'passes',
  'text:save': 'refused',
  'readout:print': 'refused',
  'stage:open': 'passes',
  'stage:close': 'passes',
  'stage:move': 'passes',
  'console:open': 'passes',
  'menu:set': 'passes',
  'awake:hold': 'passes',
  'clock:read': 'passes',
};

/** The machine as a rehearsal has it: it reads what it needs, opens its own stage, and writes nothing. */
export function rehearsalMachine(machine: Machine, rehearsal: string): Machine {
  return {
    request: async <C extends Channel>(channel: C, input: Input<C>): Promise<Reply<C>> => {
      const answer: Answer<C> = ANSWERS[channel];
      if (answer === 'refused') return REFUSED;
      if (typeof answer === 'object') return ok(answer.says) as Reply<C>;
      return machine.request(channel, channel === 'stage:open' ? { ...input, rehearsal } : input);
    },
    subscribe: (message, listener) =>
      message === 'inbox:arrived' ? () => undefined : machine.subscribe(message, listener),
    offer: async () => REFUSED,
  };
}
