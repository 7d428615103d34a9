import type { Machine } from '#renderer/src/bridge/bridge.ts';
import type { Database, EventRow } from './database.ts';
import type { SavingWatch } from './saving-watch.ts';

export type JournalQueue = { readonly put: (rows: readonly EventRow[]) => void };

type Parts = {
  readonly database: Database;
  readonly machine: Machine;
  readonly workspace: string;
  readonly saving: SavingWatch;
};

const BATCH = 1000;

/** Name of a stream in the journal: letters, digits and dashes only. */
export function journalStream(workspace: string, stream: string): string {
  return `${workspace}--${stream.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.slice(0, 80);
}

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
  let queued: EventRow[] = [];
  let busy = false;

  const send = async (batch: readonly EventRow[]): Promise<boolean> => {
    const stream = journalStream(parts.workspace, batch[0]?.stream ?? 'organization');
    const answer = await parts.machine.request('journal:append', {
      stream,
      events: batch.map((row) => row.json),
    });
    if (!answer.ok) {
      parts.saving.failed('journal', answer.failure.message);
      return false;
    }
    const ids = batch.map((row) => row.id);
    parts.saving.ended('journal', ids);
    // A mark that is lost costs one repeated line in the journal, nothing else.
    await parts.database.events
      .where('id')
      .anyOf(ids)
      .modify({ journaled: 1 })
      .catch(() => undefined);
    return true;
  };

  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    let tries = 0;
    while (queued.length > 0) {
      const taken = queued;
      queued = [];
      for (const batch of batches(taken)) {
        while (!(await send(batch))) {
          tries += 1;
          await new Promise((resolve) => setTimeout(resolve, Math.min(5000, 250 * 2 ** tries)));
        }
      }
    }
    busy = false;
  };

  return {
    put: (rows) => {
      if (rows.length === 0) return;
      queued.push(...rows);
      parts.saving.began(
        'journal',
        rows.map((row) => row.id),
      );
      void work();
    },
  };
}
