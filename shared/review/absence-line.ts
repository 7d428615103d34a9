import type { Day } from '#shared/day.ts';
import { type CaptureContext, parseCapture } from './capture/capture.ts';

type Context = Omit<CaptureContext, 'pressed' | 'anomaly'>;

/** `@tom 25 nov to 4 dec` as it was understood; what is not is null. */
export type AbsenceLine = {
  readonly person: string | null;
  readonly from: Day | null;
  readonly until: Day | null;
};

const TO = /\s(?:to|until|till|through|[-–—])\s/;

function dayOf(words: string, context: Context): Day | null {
  const { due } = parseCapture(`x by ${words.trim()}`, { ...context, pressed: 'action', anomaly: null });
  return due ?? null;
}

/**
 * Reads who is away from when to when, in the words and dates of a capture: one day alone is that day, `until` with no
 * day before it begins today, and a last day before the first is none.
 */
export function readAbsence(line: string, context: Context): AbsenceLine {
  const { owner } = parseCapture(line, { ...context, pressed: 'action', anomaly: null });
  const dates = line.replace(/@\S+/gu, ' ').replace(/\bfrom\b/i, ' ');
  const [first = '', ...rest] = ` ${dates} `.split(TO);
  const person = owner ?? null;
  const isOpen = first.trim() === '';
  if (isOpen && rest.length === 0) return { person, from: null, until: null };
  const from = isOpen ? context.today : dayOf(first, context);
  const until =
    rest.length === 0 ? from : dayOf(rest.join(' '), { ...context, today: from ?? context.today });
  const isTurned = from !== null && until !== null && until < from;
  return { person, from, until: isTurned ? null : until };
}
