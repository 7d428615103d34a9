import type { Ask } from '#renderer/src/features/live/asks.ts';
import { type CaptureContext, type CaptureParse, parseCapture } from '#shared/review/capture/capture.ts';
import { entriesOf, readTogether } from './entries.ts';

/** Asks whose answer is a date in the first place, so that it may open the line: `fri 27 nov, the vendor answers`. */
const DATE_FIRST: ReadonlySet<Ask['kind']> = new Set(['check', 'verdict', 'unblock', 'row', 'change']);

/** The longest run of words at the start of a line that is a date and nothing else. */
const OPENINGS = [5, 4, 3, 2, 1].map((words) => new RegExp(`^\\s*(\\S+(?:\\s+\\S+){${words - 1}})`, 'u'));

function openingDate(
  text: string,
  context: CaptureContext,
): { readonly due: string; readonly end: number } | null {
  for (const opening of OPENINGS) {
    const run = opening.exec(text);
    if (run === null) continue;
    const { due, text: rest } = parseCapture(`x by ${run[1]?.replace(/[,;:]$/, '') ?? ''}`, context);
    if (due !== undefined && rest === 'x') return { due, end: run[0].length };
  }
  return null;
}

function dateFirst(text: string, context: CaptureContext): CaptureParse | null {
  const opening = openingDate(text, context);
  if (opening === null) return null;
  const { due, end } = opening;
  const rest = parseCapture(text.slice(end), context);
  const spans = rest.spans.map((span) => ({ ...span, start: span.start + end, end: span.end + end }));
  return {
    ...rest,
    due,
    flags: rest.flags.filter((flag) => flag !== 'missing-due'),
    spans: [{ start: text.length - text.trimStart().length, end, role: 'date' }, ...spans],
  };
}

/** Reads a line for what it answers; a plain line is its text and nothing else. */
export function readLine(ask: Ask, text: string, context: CaptureContext | null): CaptureParse {
  if (context === null) return { kind: 'note', text, flags: [], spans: [] };
  if (entriesOf(ask, text, context) !== null) return readTogether(text, context);
  const parse = parseCapture(text, context);
  const opensWithDate = DATE_FIRST.has(ask.kind) && parse.due === undefined && text.trim() !== '';
  return opensWithDate ? (dateFirst(text, context) ?? parse) : parse;
}
