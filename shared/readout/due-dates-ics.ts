import { addDays, type Day } from '#shared/day.ts';
import type { Readout, ReadoutCommitment } from './readout.ts';

/** Text as a value of RFC 5545: one line, its separators escaped. */
function icsText(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\r\n]/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

function octets(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** Lines of at most 75 octets; what follows a fold begins with a space (RFC 5545, 3.1). */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let size = 0;
  for (const character of line) {
    if (size + octets(character) > 75) {
      lines.push(current);
      current = ' ';
      size = 1;
    }
    current += character;
    size += octets(character);
  }
  return [...lines, current].join('\r\n');
}

function compact(day: Day): string {
  return day.replaceAll('-', '');
}

function eventOf(
  { id, text, owner, due }: ReadoutCommitment & { readonly due: Day },
  readout: Readout,
  index: number,
) {
  const { header } = readout;
  const key = `${id === '' ? index + 1 : id}-${header.date ?? 'draft'}`.replace(/[^\w-]/g, '-');
  const stamp = `${header.madeAt.replace(/[-:]|\.\d+/g, '')}`;
  return [
    'BEGIN:VEVENT',
    `UID:${key}@andon.invalid`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(due)}`,
    `DTEND;VALUE=DATE:${compact(addDays(due, 1))}`,
    `SUMMARY:${icsText(`${id} ${text}`.trim())}`,
    `DESCRIPTION:${icsText(`${owner === null ? 'No owner yet' : `Owner: ${owner}`}. From the review of ${header.organization}, ${header.date ?? ''}.`)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Due dates of the commitments as a calendar file: whole days that block nobody's time; those without a date are left out. */
export function toDueDatesIcs(readout: Readout): string {
  const events = readout.commitments.flatMap((commitment, index) =>
    commitment.due === null ? [] : eventOf({ ...commitment, due: commitment.due }, readout, index),
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Andon//Readout//EN',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
