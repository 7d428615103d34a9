import type { IncomingMessage } from 'node:http';

/** More was sent than is taken. */
export class TooLarge extends Error {}

/** A request's body as one run of bytes; throws `TooLarge` as soon as it is known to be longer than `limit`. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new TooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
