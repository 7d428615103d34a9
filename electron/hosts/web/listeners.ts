import type { ServerResponse } from 'node:http';
import { SCREEN_HEADERS } from '#electron/services/screen-files.ts';
import type { Message, Payload } from '#shared/ipc/contract.ts';

/** Keeps the connection from being taken for dead. */
const BEAT_MS = 20_000;

export type Listeners = {
  readonly add: (response: ServerResponse) => void;
  readonly tell: <M extends Message>(message: M, payload: Payload<M>) => void;
  readonly close: () => void;
};

/** The open pages that hear messages, as server-sent events named after the message. */
export function createListeners(): Listeners {
  const open = new Set<ServerResponse>();
  const beat = setInterval(() => {
    for (const response of open) response.write(': here\n\n');
  }, BEAT_MS);
  beat.unref();

  return {
    add: (response) => {
      response.writeHead(200, { ...SCREEN_HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8' });
      response.write(': here\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    tell: (message, payload) => {
      for (const response of open) response.write(`event: ${message}\ndata: ${JSON.stringify(payload)}\n\n`);
    },
    close: () => {
      clearInterval(beat);
      for (const response of open) response.end();
      open.clear();
    },
  };
}
