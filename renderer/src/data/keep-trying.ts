type Trying = {
  /** Told why an attempt did not succeed; the next one follows. */
  readonly failed: (why: string) => void;
  /** Aborted when nothing is to be tried any more. */
  readonly closing: AbortSignal;
};

/** An attempt without an answer for so long is given up, and made again. */
const PATIENCE_MS = 10_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5000;

/**
 * Makes attempts until one succeeds, in growing pauses. An attempt that hangs is told so by its signal and made again;
 * should it succeed late, that counts.
 */
export function keepTrying(
  attempt: (givenUp: AbortSignal) => PromiseLike<unknown>,
  { failed, closing }: Trying,
): Promise<void> {
  return new Promise((resolve) => {
    let pauseMs = FIRST_PAUSE_MS;
    let done = false;
    const tryOnce = (): void => {
      if (done || closing.aborted) return;
      const patience = new AbortController();
      let over = false;
      const again = (why: string): void => {
        if (over || done) return;
        over = true;
        clearTimeout(timer);
        failed(why);
        setTimeout(tryOnce, pauseMs);
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
      };
      const timer = setTimeout(() => {
        again('no answer for ten seconds');
        patience.abort();
      }, PATIENCE_MS);
      attempt(patience.signal).then(
        () => {
          done = true;
          clearTimeout(timer);
          resolve();
        },
        (cause: unknown) => again(cause instanceof Error ? cause.message : String(cause)),
      );
    };
    tryOnce();
  });
}
