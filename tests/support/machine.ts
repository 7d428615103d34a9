import type { Machine } from '#renderer/src/bridge/bridge.ts';
import type { Channel, Input, Message, Output, Reply } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { fail, ok } from '#shared/result.ts';

/** How the journal's side answers: at once, not at all, late by so many milliseconds, or with a failure. */
export type Conduct = 'answers' | 'hangs' | 'fails' | { readonly lateMs: number };

const FULL: Failure = { code: 'not-saved', message: 'the disk is full' };
const NOT_HERE: Failure = { code: 'not-available', message: 'Not in this test.' };

const hello: Output<'app:hello'> = {
  host: 'web',
  version: '0.0.0',
  device: 'device-under-test',
  locale: 'en-GB',
  zone: 'Europe/Berlin',
  inbox: null,
  canChooseFiles: false,
  canPrint: false,
  canOpenStage: false,
};

type Answers = { [C in Channel]?: (input: Input<C>) => Reply<C> };

/** A machine whose journal and snapshots are in memory, and which misbehaves when told to. */
export function machineForTest() {
  const journal = new Map<string, string[]>();
  const snapshots = new Map<string, Omit<Input<'snapshot:keep'>, 'id'>>();
  const listeners = new Map<Message, Set<(payload: never) => void>>();
  const state: { conduct: Conduct; device: string; appends: number } = {
    conduct: 'answers',
    device: hello.device,
    appends: 0,
  };

  const answers: Answers = {
    'app:hello': () => ok({ ...hello, device: state.device }),
    'journal:append': ({ stream, events }) => {
      state.appends += 1;
      journal.set(stream, [...(journal.get(stream) ?? []), ...events]);
      return ok({ count: events.length, bytes: 0 });
    },
    'journal:read': () =>
      ok({ streams: [...journal].map(([stream, events]) => ({ stream, events })), passedOver: 0 }),
    'snapshot:keep': ({ id, header, columns }) => {
      snapshots.set(id, { header, columns });
      return ok({ bytes: columns.byteLength });
    },
    'snapshot:read': ({ id }) => ok(snapshots.get(id) ?? null),
    'snapshot:list': () => ok([...snapshots].map(([id, { columns }]) => ({ id, bytes: columns.byteLength }))),
    'awake:hold': () => ok({}),
    'clock:read': () => fail(NOT_HERE),
    'inbox:list': () => ok({ folder: null, trouble: null, files: [], notes: [], moveTaken: false }),
    'sample:list': () => ok([]),
  };

  const machine: Machine = {
    request: async <C extends Channel>(channel: C, input: Input<C>): Promise<Reply<C>> => {
      const answer = answers[channel] as ((given: Input<C>) => Reply<C>) | undefined;
      if (answer === undefined) return fail(NOT_HERE);
      const { conduct } = state;
      if (channel !== 'journal:append' || conduct === 'answers') return answer(input);
      if (conduct === 'fails') return fail(FULL);
      if (conduct === 'hangs') return new Promise(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, conduct.lateMs));
      return answer(input);
    },
    subscribe: (message, listener) => {
      const own = listeners.get(message) ?? new Set();
      listeners.set(message, own.add(listener));
      return () => own.delete(listener);
    },
    offer: async () => fail(NOT_HERE),
  };
  return {
    machine,
    journal,
    snapshots,
    state,
    /** Lets the machine answer a channel in a way of the test's own. */
    answer: <C extends Channel>(channel: C, answer: (input: Input<C>) => Reply<C>): void => {
      Object.assign(answers, { [channel]: answer });
    },
    /** Ids of the events in the journal, in the order in which they were written. */
    journaled: (stream?: string): string[] =>
      [...journal]
        .filter(([name]) => stream === undefined || name.endsWith(stream))
        .flatMap(([, events]) => events)
        .map((text) => (JSON.parse(text) as { readonly id: string }).id),
  };
}
