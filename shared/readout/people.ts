import type { Registers } from '#shared/registers/registers.ts';
import { firstTimers } from '#shared/review/attendance.ts';
import type { Role } from '#shared/review/fold-roles.ts';
import type { Attendance, Review } from '#shared/review/review.ts';
import { timeInZone } from '#shared/review/zone.ts';
import type { NameOf } from './names.ts';
import type { Readout } from './readout.ts';
import { sentence } from './wording.ts';

type Meeting = Readout['meeting'];
type Known = Pick<Registers, 'organization' | 'reviews'>;

/** The key with its names, or nothing where there are none. */
function some<Key extends string>(key: Key, names: readonly string[]): { readonly [K in Key]?: string[] } {
  return (names.length === 0 ? {} : { [key]: [...names] }) as { readonly [K in Key]?: string[] };
}

/** Who was there and how, who sent word and who sat in, by name; absent where nobody was marked. */
export function attendanceOf(review: Review, registers: Known, nameOf: NameOf): Pick<Meeting, 'attendance'> {
  const { attendance, presence, guests } = review;
  const zone = registers.organization?.timeZone ?? 'UTC';
  const named = (person: string) => nameOf(person) ?? person;
  const of = (mark: Attendance) => Object.keys(attendance).filter((person) => attendance[person] === mark);
  const here = of('here');
  if (Object.keys(attendance).length === 0 && guests.length === 0) return {};
  const late = here.flatMap((person) => {
    const at = presence[person]?.lateAtMs ?? null;
    return at === null ? [] : [`${named(person)} at ${timeInZone(at, zone)}`];
  });
  return {
    attendance: {
      here: here.map(named),
      sentWord: of('sent-word').map(named),
      ...some(
        'guests',
        guests.map(({ name }) => name),
      ),
      ...some('remote', here.filter((person) => presence[person]?.remote === true).map(named)),
      ...some('late', late),
      ...some('first', firstTimers(review, registers.reviews).map(named)),
    },
  };
}

const DID: Readonly<Record<Role, string>> = {
  facilitator: 'led',
  scribe: 'wrote',
  timekeeper: 'kept the time',
};

/** `Li Wei led until 10:23, then Tom Okafor.`, a sentence for each role that somebody held; absent where nobody did. */
export function rolesOf(review: Review, registers: Known, nameOf: NameOf): Pick<Meeting, 'roles'> {
  const zone = registers.organization?.timeZone ?? 'UTC';
  const roles = (['facilitator', 'scribe', 'timekeeper'] as const).flatMap((role) => {
    const spans = review.roleSpans.filter((span) => span.role === role);
    const [first, ...then] = spans;
    if (first === undefined) return [];
    const until = then[0] === undefined ? '' : ` until ${timeInZone(then[0].fromMs, zone)}`;
    const next = then.map(({ person, fromMs }, at) => {
      const from = at === 0 ? '' : ` from ${timeInZone(fromMs, zone)}`;
      return `, then ${nameOf(person) ?? person}${from}`;
    });
    return [sentence(`${nameOf(first.person) ?? first.person} ${DID[role]}${until}${next.join('')}`)];
  });
  return some('roles', roles);
}
