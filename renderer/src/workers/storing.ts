import type { SnapshotWriter, Writing } from '#renderer/src/data/snapshot-writer.ts';
import type { EncodedPoints } from '#shared/series/columns-codec.ts';
import { handOver, type PointsPiece } from './hand-over.ts';

/** The columns of the points come before the request, piece by piece. */
export type StoringRequest =
  | { readonly id: number; readonly piece: PointsPiece }
  | { readonly id: number; readonly body: { readonly name: string; readonly writing: Writing } };

export type StoringAnswer = {
  readonly id: number;
  readonly body:
    | ({ readonly kind: 'written' } & EncodedPoints)
    | { readonly kind: 'refused'; readonly why: string };
};

/** Starts, with the first import, a worker that cuts points into blocks and stores them, so that the window stays free. */
export function startWriter(database: string): SnapshotWriter {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, (answer: StoringAnswer['body']) => void>();
  const start = (): Worker => {
    const started = new Worker(new URL('./storing.worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', (event: MessageEvent<StoringAnswer>) => {
      waiting.get(event.data.id)?.(event.data.body);
      waiting.delete(event.data.id);
    });
    started.addEventListener('error', (event) => {
      for (const settle of waiting.values()) settle({ kind: 'refused', why: event.message || 'it stopped' });
      waiting.clear();
    });
    return started;
  };
  return {
    write: async (writing) => {
      worker ??= start();
      const running = worker;
      last += 1;
      const id = last;
      const answered = new Promise<StoringAnswer['body']>((resolve) => waiting.set(id, resolve));
      const points = await handOver(writing.points, (piece, transfer) =>
        running.postMessage({ id, piece } satisfies StoringRequest, { transfer }),
      );
      const body = { name: database, writing: { ...writing, points } };
      running.postMessage({ id, body } satisfies StoringRequest);
      const answer = await answered;
      if (answer.kind === 'refused') throw new Error(answer.why);
      return { header: answer.header, columns: answer.columns };
    },
    close: () => worker?.terminate(),
  };
}
