import type { Bridge, Channel, Grant, Input, Message, Payload, Reply } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { decode, encode } from '#shared/ipc/wire.ts';
import { fail, type Result } from '#shared/result.ts';

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

const UNREACHABLE: Failure = {
  code: 'not-available',
  message: 'Andon’s own process does not answer. What you typed is kept here; start Andon again to go on.',
};

const LEFT_BEHIND: Failure = {
  code: 'not-allowed',
  message:
    'This tab is of an earlier start of Andon. Open the address that Andon printed when it started; what you typed here is kept and goes on there.',
};

async function post(path: string, body: BodyInit): Promise<Result<never, Failure>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/octet-stream' },
    });
    if (response.status === 401 || response.status === 403) return fail(LEFT_BEHIND);
    return decode(new Uint8Array(await response.arrayBuffer())) as Result<never, Failure>;
  } catch {
    return fail(UNREACHABLE);
  }
}

/** The machine as the local web host offers it: requests by POST, messages as server-sent events. */
export function webMachine(): Machine {
  let source: EventSource | null = null;
  const messages = () => {
    source ??= new EventSource('/messages');
    return source;
  };
  return {
    request: <C extends Channel>(channel: C, input: Input<C>) =>
      post(`/rpc/${channel}`, encode(input)) as Promise<Reply<C>>,
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
