import { z } from '#shared/zod.ts';

/**
 * Hybrid logical clock as text: `2026-11-18T10:00:00.000Z-0000-DEVICE`. Milliseconds in UTC, a counter for events of
 * one millisecond (or of a clock that was set back), and the device, so that sorting the text sorts the events.
 */
export type HybridTime = string;

/** A peer whose clock is further ahead than this is not followed, only pointed out. */
export const AHEAD_LIMIT_MS = 5 * 60_000;

const COUNTER_END = 0x10000;
const FORM = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)-([0-9a-f]{4})-(.+)$/;

export const hybridTime = z.string().regex(FORM);

type Parts = { readonly ms: number; readonly counter: number };

function parts(time: HybridTime | null): Parts {
  const match = time === null ? null : FORM.exec(time);
  const ms = Date.parse(match?.[1] ?? '');
  return Number.isNaN(ms) ? { ms: 0, counter: 0 } : { ms, counter: Number.parseInt(match?.[2] ?? '0', 16) };
}

function write(ms: number, counter: number, device: string): HybridTime {
  const full = counter >= COUNTER_END;
  const text = new Date(full ? ms + 1 : ms).toISOString();
  return `${text}-${(full ? 0 : counter).toString(16).padStart(4, '0')}-${device}`;
}

/** The milliseconds (UTC) in a hybrid time. */
export function hybridMs(time: HybridTime): number {
  return parts(time).ms;
}

/** The next time of this device: later than `last`, at or after the wall clock. A clock that was set back is carried on. */
export function tick(last: HybridTime | null, nowMs: number, device: string): HybridTime {
  const before = parts(last);
  return before.ms >= nowMs ? write(before.ms, before.counter + 1, device) : write(nowMs, 0, device);
}

/**
 * What this device's clock is after it has seen a peer's time. A peer more than five minutes ahead moves it by five
 * minutes at most; `aheadMs` says by how much the peer leads, null when it does not lead beyond the limit.
 */
export function receive(
  last: HybridTime | null,
  remote: HybridTime,
  nowMs: number,
  device: string,
): { readonly time: HybridTime; readonly aheadMs: number | null } {
  const theirs = parts(remote);
  const ahead = theirs.ms - nowMs;
  const ours = parts(last);
  if (ahead > AHEAD_LIMIT_MS) {
    const limit = Math.max(ours.ms, nowMs + AHEAD_LIMIT_MS);
    return { time: write(limit, ours.ms === limit ? ours.counter + 1 : 0, device), aheadMs: ahead };
  }
  const seen = remote > (last ?? '') ? remote : last;
  return { time: tick(seen, nowMs, device), aheadMs: null };
}
