import type { Channel, Input } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { fail, type Result } from '#shared/result.ts';
import { UNREACHABLE } from './post.ts';

/** What carries points, and so is packed, sent and unpacked away from the window. */
const BULK = ['export:points', 'snapshot:part', 'snapshot:keep', 'snapshot:read'] as const;

export type BulkChannel = (typeof BULK)[number];
export type BulkRequest = {
  readonly id: number;
  readonly channel: BulkChannel;
  readonly input: Input<BulkChannel>;
};
export type BulkAnswer = { readonly id: number; readonly reply: Result<unknown, Failure> };

export function isBulk(channel: Channel): channel is BulkChannel {
  return BULK.some((one) => one === channel);
}

/** Requests that carry points, from a worker that starts with the first of them. They answer; they never throw. */
export function bulkRequests(): (
  channel: BulkChannel,
  input: Input<BulkChannel>,
) => Promise<Result<unknown, Failure>> {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, (reply: BulkAnswer['reply']) => void>();
  const start = (): Worker => {
    const started = new Worker(new URL('./bulk.worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', (event: MessageEvent<BulkAnswer>) => {
      waiting.get(event.data.id)?.(event.data.reply);
      waiting.delete(event.data.id);
    });
    started.addEventListener('error', () => {
      worker = null;
      for (const settle of waiting.values()) settle(fail(UNREACHABLE));
      waiting.clear();
    });
    return started;
  };
  return (channel, input) => {
    worker ??= start();
    const running = worker;
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      running.postMessage({ id, channel, input } satisfies BulkRequest);
    });
  };
}
