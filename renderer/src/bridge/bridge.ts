import type { Bridge, Channel, Grant, Input, Message, Payload, Reply } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { encode } from '#shared/ipc/wire.ts';
import { fail, type Result } from '#shared/result.ts';
import { bulkRequests, isBulk } from './bulk.ts';
import { post, UNREACHABLE } from './post.ts';

/** What the screen has of the machine: the contract, and handing over files. Requests answer or hang; they never throw. */
export type Machine = Bridge & {
  readonly offer: (files: readonly File[]) => Promise<Result<readonly Grant[], Failure>>;
};

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with the window's own type.
  interface Window {
    readonly andon?: Machine;
  }
}

/** The machine as the local web host offers it: requests by POST, messages as server-sent events, points from a worker. */
export function webMachine(): Machine {
  let source: EventSource | null = null;
  const requestInBulk = bulkRequests();
  const messages = () => {
    source ??= new EventSource('/messages');
    return source;
  };
  return {
    request: <C extends Channel>(channel: C, input: Input<C>) =>
      (isBulk(channel)
        ? requestInBulk(channel, input as Input<typeof channel>)
        : post(`/rpc/${channel}`, encode(input))) as Promise<Reply<C>>,
    subscribe: <M extends Message>(message: M, listener: (payload: Payload<M>) => void) => {
      const onMessage = (event: MessageEvent<string>) => listener(JSON.parse(event.data) as Payload<M>);
      messages().addEventListener(message, onMessage);
      return () => source?.removeEventListener(message, onMessage);
    },
    offer: async (files) => {
      const grants: Grant[] = [];
      for (const file of files) {
        const answer: Result<Grant, Failure> = await post(
          `/offer?name=${encodeURIComponent(file.name)}`,
          file,
        );
        if (!answer.ok) return answer;
        grants.push(answer.value);
      }
      return { ok: true, value: grants };
    },
  };
}

/** The machine as the desktop's preload offers it: what its pipe throws is an answer like any other. */
function desktopMachine(preload: Machine): Machine {
  return {
    subscribe: preload.subscribe,
    request: <C extends Channel>(channel: C, input: Input<C>) =>
      preload.request(channel, input).catch(() => fail(UNREACHABLE)) as Promise<Reply<C>>,
    offer: (files) => preload.offer(files).catch(() => fail(UNREACHABLE)),
  };
}

/** The desktop's preload where there is one, else the web host. */
export function theMachine(): Machine {
  return window.andon === undefined ? webMachine() : desktopMachine(window.andon);
}
