import { addDays, type Day, dayToMs, isoWeekday } from '#shared/day.ts';
import { type PriorityId, priorities } from '#shared/drive/registers.ts';
import type { Registers } from '#shared/registers/registers.ts';
import { subjectOf } from '#shared/signals/anomaly-id.ts';
import type { Anomaly } from '#shared/signals/reading.ts';

/** What is known of a finding before anybody has spoken: shown as a proposal, taken unless something else is typed. */
export type Proposed = {
  readonly owner: string | null;
  readonly due: Day | null;
  /** Null where it is the usual one. */
  readonly priority: PriorityId | null;
};

export const NOTHING_PROPOSED: Proposed = { owner: null, due: null, priority: null };

type Known = Pick<Registers, 'people' | 'entities' | 'actions' | 'organization'>;

const MONDAY_TO_FRIDAY: readonly number[] = [1, 2, 3, 4, 5];
const LEADS = /\b(?:lead|head|manager|owner)\b/i;

/** The one person who answers for a team: its lead by role, else its only member. Null where neither is known. */
export function leadOf(team: string, { people }: Pick<Known, 'people'>): string | null {
  const members = people.filter((person) => person.active && person.team === team);
  const leads = members.filter(({ role }) => role !== null && LEADS.test(role));
  const [only, ...others] = leads.length > 0 ? leads : members;
  return only === undefined || others.length > 0 ? null : only.id;
}

/** Who owns what an anomaly is about: who has an open action on it, else who answers for its team. */
function ownerOf({ id, entity }: Pick<Anomaly, 'id' | 'entity'>, known: Known): string | null {
  const active = new Set(known.people.flatMap((person) => (person.active ? [person.id] : [])));
  const subject = subjectOf(id);
  const inHand = known.actions.findLast(
    ({ status, anomaly, owner }) =>
      status === 'open' &&
      anomaly !== null &&
      subjectOf(anomaly) === subject &&
      owner !== null &&
      active.has(owner),
  );
  if (inHand !== undefined) return inHand.owner;
  const facts = known.entities.find((one) => one.id === entity || one.displayName === entity);
  const team = facts?.kind === 'team' ? facts.id : (facts?.team ?? entity);
  return leadOf(team, known);
}

/** So many days from a day on, moved on to the next day of the working week. */
function workingDay(from: Day, days: number, workingWeek: readonly number[]): Day {
  const first = addDays(from, days);
  const ahead = [0, 1, 2, 3, 4, 5, 6].map((more) => addDays(first, more));
  return ahead.find((day) => workingWeek.includes(isoWeekday(dayToMs(day) ?? 0))) ?? first;
}

/** The date that a priority proposes (`dueDefaultDays` of registers.json), on a day of the working week. */
export function dueFor(
  priority: PriorityId | null,
  today: Day,
  { organization }: Pick<Known, 'organization'>,
): Day | null {
  const usual = priorities.find((one) => (priority === null ? one.default === true : one.id === priority));
  if (usual === undefined) return null;
  return workingDay(today, usual.dueDefaultDays, organization?.workingWeek ?? MONDAY_TO_FRIDAY);
}

/** Owner, date and priority of the work that an anomaly asks for, as far as they are known. */
export function proposedFor(
  anomaly: Pick<Anomaly, 'id' | 'entity' | 'check'>,
  today: Day,
  known: Known,
): Proposed {
  const tier = known.entities.find(({ id }) => id === anomaly.entity)?.tier ?? null;
  const priority = tier === 1 || anomaly.check?.level === 'stop' ? 'high' : null;
  return { owner: ownerOf(anomaly, known), due: dueFor(priority, today, known), priority };
}
