import type { Ask } from '#renderer/src/features/live/asks.ts';
import { type CaptureContext, type CaptureParse, parseCapture } from '#shared/review/capture/capture.ts';

const LEAD = 'by ';

/** Asks whose answer is a date in the first place, so that it may open the line: `fri 27 nov, the vendor answers`. */
const DATE_FIRST: ReadonlySet<Ask['kind']> = new Set(['check', 'verdict', 'unblock']);

function dateFirst(text: string, context: CaptureContext): CaptureParse | null {
  // A comma after the date keeps it from being read; a space of the same length keeps every place in the line.
  const led = parseCapture(`${LEAD}${text.replace(/^([^,;:]{1,24})[,;:]/, '$1 ')}`, context);
  if (led.due === undefined) return null;
  const spans = led.spans.map((span) => ({
    ...span,
    start: Math.max(0, span.start - LEAD.length),
    end: span.end - LEAD.length,
  }));
  return { ...led, text: led.text.replace(/^[\s,;:.]+/, ''), spans };
}

/** Reads a line for what it answers; a plain line is its text and nothing else. */
export function readLine(ask: Ask, text: string, context: CaptureContext | null): CaptureParse {
  if (context === null) return { kind: 'note', text, flags: [], spans: [] };
  const parse = parseCapture(text, context);
  const opensWithDate = DATE_FIRST.has(ask.kind) && parse.due === undefined && text.trim() !== '';
  return opensWithDate ? (dateFirst(text, context) ?? parse) : parse;
}
