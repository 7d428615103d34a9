/** One line of the log: what was typed under a key, or which event it became. */
export type TypedLine =
  | { readonly key: string; readonly text: string; readonly at: number }
  | { readonly key: string; readonly became: string; readonly at: number };

/** Takes over what windows that died left behind; resolves when it is at hand, `stored` when it is stored elsewhere. */
export type TakeOver = (lines: readonly TypedLine[]) => Promise<{ readonly stored: Promise<void> }>;

export type TypingLog = {
  /** Hands over what is left of windows that died; resolves when that is at hand, or when the disk does not answer. */
  readonly open: (takeOver: TakeOver) => Promise<void>;
  /** Writes a line, after the one before it is in the file; false where there is no log to write to. */
  readonly write: (line: TypedLine) => boolean;
  /** Forgets all lines, once everything in them is stored elsewhere. */
  readonly empty: () => void;
  readonly close: () => void;
};

export type TypingRequest =
  | { readonly kind: 'open'; readonly folder: string; readonly written: Int32Array | null }
  | { readonly kind: 'write'; readonly number: number; readonly line: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'taken-over'; readonly files: readonly string[] };

export type TypingAnswer =
  /** The log takes lines; what other files hold. */
  | { readonly kind: 'opened'; readonly files: readonly string[]; readonly lines: readonly string[] }
  /** A window let go of its file later than that. */
  | { readonly kind: 'left'; readonly files: readonly string[]; readonly lines: readonly string[] }
  | { readonly kind: 'failed' };

/** The longest that a key waits for the one before it. */
const PATIENCE_MS = 250;
/** The longest that a start waits for what was left. */
const START_MS = 3000;

function lineOf(json: string): readonly TypedLine[] {
  try {
    const line = JSON.parse(json) as Readonly<Record<string, unknown>>;
    const told = typeof line['text'] === 'string' || typeof line['became'] === 'string';
    const whole = told && typeof line['key'] === 'string' && typeof line['at'] === 'number';
    return whole ? [line as unknown as TypedLine] : [];
  } catch {
    return [];
  }
}

/**
 * A file of this window that has what is being typed the moment a key was handled: a thread of its own writes it without
 * asking another process, so that the death of all of them takes the key at hand at most. A key waits for the one before
 * it, however busy the machine is.
 */
export function openTypingLog(folder: string): TypingLog {
  const worker = new Worker(new URL('./typing-log.worker.ts', import.meta.url), { type: 'module' });
  const written = globalThis.crossOriginIsolated ? new Int32Array(new SharedArrayBuffer(4)) : null;
  let takes = false;
  let last = 0;
  const send = (request: TypingRequest) => worker.postMessage(request);
  const waitForLast = (): void => {
    const until = performance.now() + PATIENCE_MS;
    while (written !== null && Atomics.load(written, 0) < last && performance.now() < until);
  };
  return {
    open: (takeOver) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, START_MS);
        const ready = (): void => {
          clearTimeout(timer);
          resolve();
        };
        const failed = (): void => {
          takes = false;
          ready();
        };
        worker.addEventListener('message', ({ data: answer }: MessageEvent<TypingAnswer>) => {
          if (answer.kind === 'failed') return failed();
          takes ||= answer.kind === 'opened';
          const { files, lines } = answer;
          void takeOver(lines.flatMap(lineOf)).then(async ({ stored }) => {
            ready();
            await stored;
            send({ kind: 'taken-over', files });
          });
        });
        worker.addEventListener('error', failed);
        send({ kind: 'open', folder, written });
      }),
    write: (line) => {
      if (!takes) return false;
      waitForLast();
      last += 1;
      send({ kind: 'write', number: last, line: JSON.stringify(line) });
      return true;
    },
    empty: () => send({ kind: 'empty' }),
    close: () => worker.terminate(),
  };
}
