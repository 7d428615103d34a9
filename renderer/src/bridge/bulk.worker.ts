import { encode } from '#shared/ipc/wire.ts';
import type { BulkAnswer, BulkRequest } from './bulk.ts';
import { post } from './post.ts';

/** The memory of every typed array of a value, which crosses to the window without a copy. */
function memoryOf(value: unknown, found: Set<ArrayBufferLike>): Set<ArrayBufferLike> {
  if (ArrayBuffer.isView(value)) found.add(value.buffer);
  else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) memoryOf(item, found);
  }
  return found;
}

async function settle({ id, channel, input }: BulkRequest): Promise<void> {
  const reply = await post(`/rpc/${channel}`, encode(input));
  const answer: BulkAnswer = { id, reply };
  self.postMessage(answer, { transfer: [...memoryOf(reply, new Set())] as ArrayBuffer[] });
}

self.addEventListener('message', (event: MessageEvent<BulkRequest>) => void settle(event.data));
