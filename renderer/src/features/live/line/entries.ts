import type { Ask } from '#renderer/src/features/live/asks.ts';
import { type CaptureContext, type CaptureParse, parseCapture } from '#shared/review/capture/capture.ts';

/** Stands between the entries of a paste of several lines, where everyone sees it and can take it out. */
const BETWEEN = '⏎';

/** What lists begin their lines with: `- `, `• `, `1. `, `[ ] `. */
const BULLET = /^\s*(?:[-*•–]\s+|\d{1,2}[.)]\s+)?(?:\[[ xX]?\]\s+)?/u;

export type Entry = { readonly text: string; readonly parse: CaptureParse };

/** Text from the clipboard as one line: several lines become several entries where entries are taken down. */
export function asOneLine(pasted: string, ask: Ask): string {
  const lines = pasted
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const several = ask.kind === 'capture' && lines.length > 1;
  return several ? lines.map((line) => line.replace(BULLET, '')).join(` ${BETWEEN} `) : lines.join(' ');
}

/** The entries of a line that has several, each read for itself; null for a line that is one. */
export function entriesOf(ask: Ask, line: string, context: CaptureContext | null): readonly Entry[] | null {
  if (ask.kind !== 'capture' || context === null || !line.includes(BETWEEN)) return null;
  const texts = line
    .split(BETWEEN)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return texts.length > 1 ? texts.map((text) => ({ text, parse: parseCapture(text, context) })) : null;
}

/** A line of several entries as the field shows it: the understood parts of all of them. */
export function readTogether(line: string, context: CaptureContext): CaptureParse {
  const spans: CaptureParse['spans'][number][] = [];
  let from = 0;
  for (const piece of line.split(BETWEEN)) {
    const at = from;
    const moved = parseCapture(piece, context).spans.map((span) => ({
      ...span,
      start: span.start + at,
      end: span.end + at,
    }));
    spans.push(...moved);
    from += piece.length + BETWEEN.length;
  }
  return { kind: context.pressed, text: line, flags: [], spans };
}
