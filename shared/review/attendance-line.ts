import { type CapturePerson, matchOwner } from './capture/owners.ts';
import { fold } from './capture/words.ts';

export type AttendanceMark = {
  readonly person: string;
  readonly attendance: 'here' | 'sent-word' | null;
  readonly remote: boolean;
  readonly late: boolean;
};

/** What one line says about who is here: marks in its order, guests by name, and words that name nobody. */
export type AttendanceLine = {
  readonly marks: readonly AttendanceMark[];
  readonly guests: readonly string[];
  readonly unknown: readonly string[];
};

type How = 'all-but' | 'guest' | Omit<AttendanceMark, 'person'>;

const HERE: How = { attendance: 'here', remote: false, late: false };

/** What the first words of a clause say of the names after them. */
const OPENINGS: readonly { readonly words: RegExp; readonly how: How }[] = [
  { words: /^(?:all|everybody|everyone)(?: but| except)?\b/, how: 'all-but' },
  { words: /^guests?\b/, how: 'guest' },
  { words: /^(?:remote|online|by call)\b/, how: { attendance: 'here', remote: true, late: false } },
  { words: /^late\b/, how: { attendance: 'here', remote: false, late: true } },
  { words: /^(?:away|sent word)\b/, how: { attendance: 'sent-word', remote: false, late: false } },
  { words: /^not here\b/, how: { attendance: null, remote: false, late: false } },
  { words: /^here\b/, how: HERE },
];

const BETWEEN = /\s*(?:,|\band\b|&)\s*/;

type Found = { readonly people: readonly CapturePerson[]; readonly unknown: readonly string[] };

function one(typed: string, people: readonly CapturePerson[]): CapturePerson | null {
  const match = matchOwner(typed.replace(/^@/, ''), people);
  return match.kind === 'one' ? match.person : null;
}

/** Names that commas part may be full names; where one of them is nobody's, its words are names of their own. */
function namesIn(words: string, people: readonly CapturePerson[]): Found {
  const found: CapturePerson[] = [];
  const unknown: string[] = [];
  for (const part of words.split(BETWEEN).filter((text) => text !== '')) {
    const whole = one(part, people);
    if (whole !== null) {
      found.push(whole);
      continue;
    }
    for (const word of part.split(/\s+/)) {
      const person = one(word, people);
      if (person === null) unknown.push(word);
      else found.push(person);
    }
  }
  return { people: found, unknown };
}

/**
 * Reads who is here from one line: `all but maria, tom`, `remote li; late ana; guest Kim from Acme; away noor`. Names
 * without a word before them are here.
 */
export function readAttendance(line: string, people: readonly CapturePerson[]): AttendanceLine {
  const marks = new Map<string, AttendanceMark>();
  const guests: string[] = [];
  const unknown: string[] = [];
  for (const clause of line.split(/[;\n]/).map((text) => text.trim())) {
    if (clause === '') continue;
    const opening = OPENINGS.find(({ words }) => words.test(fold(clause)));
    const how = opening?.how ?? HERE;
    const said = opening?.words.exec(fold(clause))?.[0].length ?? 0;
    const rest = clause.slice(said).trim();
    if (how === 'guest') {
      guests.push(...rest.split(BETWEEN).filter((name) => name !== ''));
      continue;
    }
    const named = namesIn(rest, people);
    unknown.push(...named.unknown);
    if (how === 'all-but') {
      const out = new Set(named.people.map(({ id }) => id));
      for (const { id } of people) {
        if (!out.has(id)) marks.set(id, { person: id, attendance: 'here', remote: false, late: false });
      }
    } else {
      for (const { id } of named.people) marks.set(id, { person: id, ...how });
    }
  }
  return { marks: [...marks.values()], guests, unknown };
}
