import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

const MAX_BYTES = 512 * 1024;
const GENERATIONS = 3;

export type Log = {
  /** Notes that something happened: codes, ids and counts; never a title, a note or a path of the user. */
  readonly note: (what: string, details?: Readonly<Record<string, string | number | boolean>>) => void;
  /** Notes an error nobody foresaw, with its stack: it stays in the log and never reaches a screen. */
  readonly trouble: (what: string, error: unknown) => void;
};

function rotate(file: string): void {
  rmSync(`${file}.${GENERATIONS}`, { force: true });
  for (let age = GENERATIONS - 1; age >= 1; age -= 1) {
    try {
      renameSync(`${file}.${age}`, `${file}.${age + 1}`);
    } catch {
      // There is no file of that age yet.
    }
  }
  renameSync(file, `${file}.1`);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** A log file that rotates by itself. A log that cannot be written never stands in the way of a review. */
export function createLog(folder: string, now: () => Date): Log {
  const file = path.join(folder, 'andon.log');

  function write(level: string, what: string, details: object): void {
    try {
      mkdirSync(folder, { recursive: true });
      if (sizeOf(file) > MAX_BYTES) rotate(file);
      appendFileSync(file, `${JSON.stringify({ at: now().toISOString(), level, what, ...details })}\n`);
    } catch {
      // Nothing to do: the disk that the log would complain about is the log's own.
    }
  }

  return {
    note: (what, details = {}) => write('note', what, details),
    trouble: (what, error) =>
      write('trouble', what, {
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  };
}
