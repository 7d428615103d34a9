import type { Machine } from '#renderer/src/bridge/bridge.ts';
import type { EventRow } from './database.ts';
import { keepTrying } from './keep-trying.ts';
import type { SavingWatch } from './saving-watch.ts';

export type JournalQueue = { readonly put: (rows: readonly EventRow[]) => void };

type Parts = {
  readonly machine: Machine;
  readonly workspace: string;
  readonly saving: SavingWatch;
  readonly closing: AbortSignal;
  /** Told of rows once the journal has flushed them. */
  readonly journaled: (ids: readonly string[]) => void;
};

const BATCH = 1000;

/** Name of a stream in the journal: letters, digits and dashes only. */
export function journalStream(workspace: string, stream: string): string {
  return `${workspace}--${stream.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.slice(0, 80);
}

/** Rows of one stream each, in their order, no more than the journal takes at once. */
function batches(rows: readonly EventRow[]): EventRow[][] {
  const streams = [...new Set(rows.map((row) => row.stream))];
  return streams.flatMap((stream) => {
    const own = rows.filter((row) => row.stream === stream);
    return Array.from({ length: Math.ceil(own.length / BATCH) }, (_, at) =>
      own.slice(at * BATCH, (at + 1) * BATCH),
    );
  });
}

/** Sends events to the main process's journal in order, whatever is queued together; tries again until it has them. */
export function createJournalQueue(parts: Parts): JournalQueue {
  const { machine, workspace, saving, closing, journaled } = parts;
  let queued: EventRow[] = [];
  let busy = false;

  const append = async (stream: string, events: readonly string[]): Promise<void> => {
    const answer = await machine.request('journal:append', { stream, events });
    if (!answer.ok) throw new Error(answer.failure.message);
  };
  const send = async (batch: readonly EventRow[]): Promise<void> => {
    const stream = journalStream(workspace, batch[0]?.stream ?? 'organization');
    const texts = batch.map((row) => row.json);
    const ids = batch.map((row) => row.id);
    const failed = (why: string) => saving.failed('journal', why);
    await keepTrying(() => append(stream, texts), { failed, closing });
    saving.ended('journal', ids);
    journaled(ids);
  };
  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (queued.length > 0) {
      const taken = queued;
      queued = [];
      for (const batch of batches(taken)) await send(batch);
    }
    busy = false;
  };

  return {
    put: (rows) => {
      if (rows.length === 0) return;
      queued.push(...rows);
      saving.began(
        'journal',
        rows.map((row) => row.id),
      );
      void work();
    },
  };
}
