import type { Owner } from '#electron/services/grants.ts';
import type { Log } from '#electron/services/log.ts';
import { type Channel, contract, type Input, isChannel, type Reply } from '#shared/ipc/contract.ts';
import { type Failure, UNEXPECTED } from '#shared/ipc/failure.ts';
import { fail, type Result } from '#shared/result.ts';

/** Who asks: one window or one web session. The host has made sure that it is one of ours. */
export type Caller = { readonly owner: Owner };

export type Handlers = {
  readonly [C in Channel]: (input: Input<C>, caller: Caller) => Promise<Reply<C>>;
};

export type Answer = (channel: string, input: unknown, caller: Caller) => Promise<Result<unknown, Failure>>;

const MALFORMED: Failure = {
  code: 'malformed',
  message: 'Andon did not understand this request, so nothing was done.',
};

/**
 * The one way from a request to its handler: the channel must exist and the input must fit its schema. What nobody
 * foresaw goes to the log and comes back as `unexpected`, without its text.
 */
export function createAnswer(handlers: Handlers, log: Log): Answer {
  return async (channel, input, caller) => {
    if (!isChannel(channel)) return fail(MALFORMED);
    const parsed = contract[channel].input.safeParse(input);
    if (!parsed.success) {
      log.note('malformed request', { channel, problems: parsed.error.issues.length });
      return fail(MALFORMED);
    }
    try {
      const handler = handlers[channel] as (input: unknown, caller: Caller) => Promise<Reply<Channel>>;
      return await handler(parsed.data, caller);
    } catch (error) {
      log.trouble(channel, error);
      return fail(UNEXPECTED);
    }
  };
}
