import type { Machine } from '#renderer/src/bridge/bridge.ts';

export type MachineClock = {
  /** Whether a wall clock that went ahead by so much was set, and no time passed; false where the machine cannot tell. */
  readonly wasSet: (aheadMs: number) => Promise<boolean>;
  readonly close: () => void;
};

/** A process that was stopped too must not keep the question back. */
const PATIENCE_MS = 500;
/** A clock that is set back is not noticed as it happens, and slewing adds up: what is compared with is renewed so often. */
const RENEW_MS = 60_000;

/** Asks the machine how its wall clock stands to the time it has been up: sleep moves both, setting the clock only one. */
export function openMachineClock(machine: Pick<Machine, 'request'>): MachineClock {
  let bootedMs: number | null = null;
  const booted = async (): Promise<number | null> => {
    const answer = await machine.request('clock:read', {});
    return answer.ok ? answer.value.wallMs - answer.value.uptimeMs : null;
  };
  const inTime = (): Promise<number | null> =>
    Promise.race([booted(), new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null))]);
  const renew = async (): Promise<void> => {
    bootedMs = (await booted()) ?? bootedMs;
  };
  void renew();
  const timer = setInterval(renew, RENEW_MS);
  return {
    wasSet: async (aheadMs) => {
      const before = bootedMs;
      const now = await inTime();
      bootedMs = now ?? before;
      return before !== null && now !== null && now - before > aheadMs / 2;
    },
    close: () => clearInterval(timer),
  };
}
