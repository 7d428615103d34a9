import { advanceSteadyClock, type Standstill, startSteadyClock } from '#shared/review/steady-clock.ts';

const ALIVE_KEY = 'andon.alive';
const ALIVE_EVERY_MS = 2_000;
/** A window that was gone for less than this was reloaded, not lost. */
const ABSENT_MS = 15_000;

let clock = startSteadyClock(Date.now(), performance.now());
let aliveMs = 0;
const listeners = new Set<(standstill: Standstill) => void>();

function absenceBefore(nowMs: number): Standstill | null {
  const last = Number(globalThis.localStorage?.getItem(ALIVE_KEY) ?? Number.NaN);
  return last > 0 && nowMs - last > ABSENT_MS ? { fromMs: last, toMs: nowMs } : null;
}

let absence = absenceBefore(clock.nowMs);

/** The time is read while a screen renders, when nothing may be authored yet. */
function tellLater(standstill: Standstill): void {
  queueMicrotask(() => {
    for (const listener of listeners) listener(standstill);
  });
}

/** Wall time that never goes back and notices when it jumps: the `now` of events and of the clock. */
export function steadyNow(): number {
  const { clock: next, standstill } = advanceSteadyClock(clock, Date.now(), performance.now());
  clock = next;
  if (standstill !== null) tellLater(standstill);
  if (clock.nowMs - aliveMs > ALIVE_EVERY_MS) {
    aliveMs = clock.nowMs;
    globalThis.localStorage?.setItem(ALIVE_KEY, String(aliveMs));
  }
  return clock.nowMs;
}

/** Tells of every stretch in which nothing ran (the machine slept), until the returned function is called. */
export function onStandstill(listener: (standstill: Standstill) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The stretch before this window opened in which no window of Andon was there; told once. */
export function takeAbsence(): Standstill | null {
  const told = absence;
  absence = null;
  return told;
}

/** Keeps the time while the window lives, in the background too. */
export function startSteadyTime(): void {
  const worker = new Worker(new URL('./tick.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', () => steadyNow());
}
