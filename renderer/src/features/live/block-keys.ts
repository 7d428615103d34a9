import type { NewEvent } from '#renderer/src/data/author.ts';
import { pointAt } from '#renderer/src/state/pointing.ts';
import { recordChange } from '#shared/review/changes.ts';
import { nextParked, parkingLot, settledAs } from '#shared/review/parking.ts';
import type { ParkingOutcome, ReviewBlock } from '#shared/review/review.ts';
import { inReview } from './authoring.ts';
import { listOf, peopleOf } from './block-rows.ts';
import type { Desk } from './desk.ts';
import type { Live } from './live.ts';

export type Numbered = { readonly key: string; readonly name: string; readonly run: () => void };

/** A block with a list, the entry at hand in it, and where keys act. */
export type AtBlock = {
  readonly block: ReviewBlock;
  readonly now: string | null;
  readonly rows: readonly string[];
  readonly live: Live;
  readonly desk: Desk;
};

/** Ticks an item of a checklist, or takes the tick away, and goes on to the next that is open. */
export function tick({ block, live: { review }, desk }: AtBlock, item: string): void {
  if (block.content?.kind !== 'checklist') return;
  const { items } = block.content;
  const text = items.find((one) => one.id === item)?.text ?? '';
  const ticked = !Object.hasOwn(review.ticked, item);
  desk.author(
    [inReview(review, 'item-ticked', { block: block.id, item, ticked })],
    ticked ? `Done: ${text}` : `Not done: ${text}`,
  );
  const open = (id: string) => id !== item && !Object.hasOwn(review.ticked, id);
  const at = items.findIndex((one) => one.id === item);
  const next = [...items.slice(at + 1), ...items.slice(0, at)].find(({ id }) => open(id));
  pointAt(listOf(block), ticked ? (next?.id ?? item) : item);
}

function tickKeys(at: AtBlock): readonly Numbered[] {
  if (at.block.content?.kind !== 'checklist') return [];
  return at.block.content.items.slice(0, 9).map((item, index) => ({
    key: String(index + 1),
    name: `Tick: ${item.text}`,
    run: () => tick(at, item.id),
  }));
}

const INITIATIVE_STATES = ['on-track', 'at-risk', 'blocked', 'done'] as const;

function rowKeys({ block, now, live, desk }: AtBlock): readonly Numbered[] {
  if (block.content?.kind !== 'register' || now === null) return [];
  const { registers, today } = live;
  const key = (number: number, word: string, event: NewEvent): Numbered => ({
    key: String(number),
    name: `${now}: ${word}`,
    run: () => desk.author([event], `${now}: ${word}.`),
  });
  const action = registers.actions.find(({ id }) => id === now);
  const risk = registers.risks.find(({ id }) => id === now);
  const initiative = registers.initiatives.find(({ id }) => id === now);
  switch (block.content.register) {
    case 'actions': {
      if (action === undefined) return [];
      const changes = { status: 'done', doneOn: today } as const;
      const data = { action: now, ...recordChange(action, changes) };
      return [key(1, 'done', { stream: 'organization', type: 'action-changed', data })];
    }
    case 'risks': {
      if (risk === undefined) return [];
      const data = { risk: now, ...recordChange(risk, { status: 'closed' } as const) };
      return [key(1, 'closed', { stream: 'organization', type: 'risk-changed', data })];
    }
    case 'initiatives':
      return initiative === undefined
        ? []
        : INITIATIVE_STATES.map((status, index) => {
            const changes = { status, blockedSince: status === 'blocked' ? today : null };
            const data = { initiative: now, ...recordChange(initiative, changes) };
            const word = status.replace('-', ' ');
            return key(index + 1, word, { stream: 'organization', type: 'initiative-changed', data });
          });
    case 'decisions':
    case 'changes':
      return [];
  }
}

const PARKED: readonly (readonly [outcome: ParkingOutcome, name: string])[] = [
  ['action', 'an action'],
  ['decision', 'a decision'],
  ['answered', 'answered'],
  ['carried', 'next review'],
  ['dropped', 'dropped, with a reason'],
];

function parkingKeys({ block, now, live, desk }: AtBlock): readonly Numbered[] {
  const { review, registers } = live;
  if (now === null) return [];
  const lot = parkingLot(review, registers.reviews);
  return PARKED.map(([outcome, name], index) => ({
    key: String(index + 1),
    name: `Parked: ${name}`,
    run: () => {
      const standing = settledAs(review, { item: now });
      if (standing?.became != null && outcome === standing.outcome)
        return desk.say(`It is ${outcome === 'action' ? 'an action' : 'a decision'} already.`);
      if (outcome === 'action' || outcome === 'decision' || outcome === 'dropped')
        return desk.open({ kind: 'parked', item: now, outcome });
      const settled = { item: now, outcome, reason: null, became: null };
      desk.author([inReview(review, 'parking-settled', settled)], `Parked item: ${name}.`);
      const next = nextParked(lot, review, now);
      if (next !== null) pointAt(listOf(block), next.item);
    },
  }));
}

function attendanceKeys({ block, now, rows, live, desk }: AtBlock): readonly Numbered[] {
  const { review, nameOf } = live;
  if (now === null) return [];
  const marked = (person: string, attendance: 'here' | 'sent-word' | null) =>
    inReview(review, 'attendance-marked', { person, attendance });
  const mark = (attendance: 'here' | 'sent-word' | null, word: string) => () => {
    desk.author([marked(now, attendance)], `${nameOf(now)}: ${word}.`);
    const at = rows.indexOf(now);
    const next = rows.slice(at + 1).find((id) => !Object.hasOwn(review.attendance, id));
    if (attendance !== null) pointAt(listOf(block), next ?? now);
  };
  const rest = peopleOf(live).filter(({ id }) => !Object.hasOwn(review.attendance, id));
  return [
    { key: '1', name: 'Attendance: here', run: mark('here', 'here') },
    { key: '2', name: 'Attendance: sent word', run: mark('sent-word', 'sent word') },
    { key: '3', name: 'Attendance: not marked', run: mark(null, 'not marked') },
    {
      key: '4',
      name: 'Attendance: all others are here',
      run: () =>
        rest.length === 0
          ? desk.say('Everybody is marked.')
          : desk.author(
              rest.map(({ id }) => marked(id, 'here')),
              `${rest.length} more are here.`,
            ),
    },
  ];
}

/** What the number keys mean in a block that has a list of its own; none where it has no such list. */
export function blockNumbers(at: AtBlock): readonly Numbered[] {
  switch (at.block.content?.kind) {
    case 'checklist':
      return tickKeys(at);
    case 'register':
      return rowKeys(at);
    default:
  }
  if (at.block.kind === 'parking') return parkingKeys(at);
  return at.block.kind === 'attendance' ? attendanceKeys(at) : [];
}
