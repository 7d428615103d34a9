import type { Day } from '#shared/day.ts';

/** One turn in the row: whose it is, and who takes it; `swap` is the event that exchanged it. */
export type Slot = { readonly owner: string; readonly by: string; readonly swap: string | null };

/** A turn that somebody took; `insteadOf` is whose it was where two people had exchanged. */
export type TurnTaken = {
  readonly review: string;
  readonly date: Day | null;
  readonly person: string;
  readonly insteadOf: string | null;
};

/** The row of turns as it stands, the next one first, and who took the earlier ones, oldest first. */
export type Turns = { readonly slots: readonly Slot[]; readonly taken: readonly TurnTaken[] };

/** What happened to the rota, in the order in which it happened. */
export type RotaStep =
  | { readonly kind: 'listed'; readonly rota: readonly string[]; readonly inTurn: boolean }
  | {
      readonly kind: 'swapped';
      readonly event: string;
      readonly gives: string;
      readonly takes: string;
    }
  | {
      readonly kind: 'held';
      readonly review: string;
      readonly date: Day | null;
      readonly person: string;
    };

export type Absence = {
  readonly absence: string;
  readonly person: string;
  readonly from: Day;
  readonly until: Day;
};

type Member = { readonly id: string; readonly active: boolean };

/** Who can be asked on a day. */
export type Availability = { readonly people: readonly Member[]; readonly absences: readonly Absence[] };

export type Turn = {
  readonly date: Day;
  /** Null where nobody of the rota is there. */
  readonly person: string | null;
  /** Whose turn it was before two people exchanged. */
  readonly insteadOf: string | null;
  /** Who came before and is not there; they keep their turn for the day they are back. */
  readonly passedOver: readonly { readonly person: string; readonly why: Away }[];
};

export type Away = { readonly kind: 'left' } | { readonly kind: 'absent'; readonly until: Day };

const own = (owner: string): Slot => ({ owner, by: owner, swap: null });

function sameOrder(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((one, at) => one === right[at]);
}

/** The row after the rota was listed anew. A list that only lets people in or out keeps the turns; new ones come last. */
function listed(
  slots: readonly Slot[],
  { rota, inTurn }: Extract<RotaStep, { kind: 'listed' }>,
  before: readonly string[],
): readonly Slot[] {
  const members = new Set(rota);
  const bySlot = new Map(slots.map((slot) => [slot.owner, slot] as const));
  const kept = rota.filter((person) => bySlot.has(person));
  const turnsStay =
    !inTurn &&
    sameOrder(
      kept,
      before.filter((person) => members.has(person)),
    );
  if (!turnsStay) return rota.map((person) => bySlot.get(person) ?? own(person));
  return [
    ...slots.filter(({ owner }) => members.has(owner)),
    ...rota.filter((person) => !bySlot.has(person)).map(own),
  ];
}

function swapped(
  slots: readonly Slot[],
  { event, gives, takes }: Extract<RotaStep, { kind: 'swapped' }>,
): readonly Slot[] {
  const given = slots.findIndex(({ by }) => by === gives);
  const taken = slots.findIndex(({ by }) => by === takes);
  const to = (slot: Slot, by: string): Slot =>
    by === slot.owner ? own(by) : { owner: slot.owner, by, swap: event };
  return slots.map((slot, at) => (at === given ? to(slot, takes) : at === taken ? to(slot, gives) : slot));
}

/** Who takes a turn: an exchange is void once one of the two has left. */
function byWhom({ owner, by }: Slot, people: readonly Member[]): string {
  const isVoid = people.some(({ id, active }) => !active && (id === owner || id === by));
  return isVoid ? owner : by;
}

function toBack(slots: readonly Slot[], at: number): readonly Slot[] {
  const slot = slots[at];
  if (slot === undefined) return slots;
  return [...slots.slice(0, at), ...slots.slice(at + 1), own(slot.owner)];
}

/**
 * The row of turns: whoever has facilitated goes to its end, whoever is away keeps their place and comes first when
 * they are back, whoever is new comes last. So two people who are both there take turns, and neither is ever two ahead.
 */
export function foldTurns(steps: readonly RotaStep[]): Turns {
  let slots: readonly Slot[] = [];
  let list: readonly string[] = [];
  const taken: TurnTaken[] = [];
  for (const step of steps) {
    if (step.kind === 'listed') {
      slots = listed(slots, step, list);
      list = step.rota;
    } else if (step.kind === 'swapped') {
      slots = swapped(slots, step);
    } else {
      const { review, date, person } = step;
      const at = slots.findIndex(({ by }) => by === person);
      const owner = slots[at]?.owner ?? person;
      taken.push({ review, date, person, insteadOf: owner === person ? null : owner });
      slots = toBack(slots, at);
    }
  }
  return { slots, taken };
}

/** Why somebody cannot be asked on a day; null when they can. */
export function awayOn(person: string, date: Day, { people, absences }: Availability): Away | null {
  if (people.some(({ id, active }) => id === person && !active)) return { kind: 'left' };
  const absent = absences
    .filter((one) => one.person === person && one.from <= date && date <= one.until)
    .map(({ until }) => until)
    .sort()
    .at(-1);
  return absent === undefined ? null : { kind: 'absent', until: absent };
}

/** The first turn of the row that can be taken on a day, not by `last` again unless nobody else is there. */
function turnOn(row: readonly Slot[], date: Day, last: string | null, available: Availability) {
  const passedOver: { person: string; why: Away }[] = [];
  const free: { at: number; person: string }[] = [];
  for (const [at, slot] of row.entries()) {
    const person = byWhom(slot, available.people);
    const why = awayOn(person, date, available);
    if (why === null) free.push({ at, person });
    else if (free.length === 0) passedOver.push({ person, why });
  }
  return { chosen: free.find(({ person }) => person !== last) ?? free[0], passedOver };
}

/** Who facilitates on each of the days, in their order. */
export function turnsAhead(
  { slots, taken }: Turns,
  dates: readonly Day[],
  available: Availability,
): readonly Turn[] {
  let row = slots;
  let last = taken.at(-1)?.person ?? null;
  return dates.map((date) => {
    const { chosen, passedOver } = turnOn(row, date, last, available);
    if (chosen === undefined) return { date, person: null, insteadOf: null, passedOver };
    const { at, person } = chosen;
    const owner = row[at]?.owner ?? person;
    row = toBack(row, at);
    last = person;
    return { date, person, insteadOf: person === owner ? null : owner, passedOver };
  });
}

/** Who else is there on a day and comes next in the row, whoever facilitates left out: to write, and to keep the time. */
export function besidesFacilitator(
  { slots }: Pick<Turns, 'slots'>,
  date: Day,
  facilitator: string | null,
  available: Availability,
): { readonly scribe: string | null; readonly timekeeper: string | null } {
  const there = slots
    .map(({ owner }) => owner)
    .filter((person) => person !== facilitator && awayOn(person, date, available) === null);
  return { scribe: there[0] ?? null, timekeeper: there[1] ?? null };
}
