import { useEffect, useState } from 'react';

const LOOK_MS = 500;

/** Held for as long as this window lives, however it ends, so that other windows know of it. Null holds nothing. */
export function usePresence(name: string | null): void {
  useEffect(() => {
    if (name === null) return;
    const controller = new AbortController();
    navigator.locks
      .request(name, { mode: 'shared', signal: controller.signal }, () => {
        return new Promise<void>((resolve) => controller.signal.addEventListener('abort', () => resolve()));
      })
      .catch(() => undefined);
    return () => controller.abort();
  }, [name]);
}

/** Whether some window of this machine holds the name. */
export async function isPresent(name: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some((lock) => lock.name === name);
}

/** Whether some window holds the name, looked up twice a second; null before the first look. */
export function useIsPresent(name: string): boolean | null {
  const [present, setPresent] = useState<boolean | null>(null);
  useEffect(() => {
    let gone = false;
    const look = () =>
      void isPresent(name).then((found) => {
        if (!gone) setPresent(found);
      });
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [name]);
  return present;
}
