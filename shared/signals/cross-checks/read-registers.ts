import type { Day } from '#shared/day.ts';
import type { Action, Initiative, Person, Registers } from '#shared/registers/registers.ts';
import { decidedSlips, ledgerOn, slipsOn } from '#shared/review/commitments.ts';
import type { InitiativeOnRecord, OnRecord, PromisesOnRecord } from './on-record.ts';

const NEWEST_REVIEWS = 3;
const SECOND_SLIP = 2;
const POST_MORTEM = /post-?\s?mortem/i;

function namesOf(people: readonly Person[]): (handle: string | null) => string | null {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (handle) => (handle === null ? null : (names.get(handle) ?? handle));
}

function toInitiative(initiative: Initiative, { people, actions }: Registers): InitiativeOnRecord {
  const nameOf = namesOf(people);
  const {
    id,
    text,
    tier,
    status,
    accountable,
    due,
    blockedSince,
    reason,
    unblockOwner,
    unblockBy,
    waitsFor,
  } = initiative;
  return {
    id,
    name: text,
    tier,
    status,
    accountable: nameOf(accountable),
    due,
    blockedSince,
    reason,
    unblockOwner: nameOf(unblockOwner),
    unblockerActive: people.find((person) => person.id === unblockOwner)?.active !== false,
    unblockTeam: people.find((person) => person.id === unblockOwner)?.team ?? null,
    unblockBy,
    waitsFor,
    hasDatedAction: actions.some(
      (action) => action.status === 'open' && action.due !== null && action.links.includes(id),
    ),
    unblockerUnknown: false,
  };
}

function promisesOf({ actions, reviews }: Registers, asOf: Day): PromisesOnRecord {
  const newest = reviews.filter(({ status }) => status === 'closed').slice(-NEWEST_REVIEWS);
  const ids = new Set(newest.map(({ id }) => id));
  const { kept, fellDue } = ledgerOn(
    actions.filter(({ review }) => review !== null && ids.has(review)),
    asOf,
  );
  const waits = (action: Action) =>
    action.status === 'open' &&
    slipsOn(action, asOf) >= SECOND_SLIP &&
    slipsOn(action, asOf) > decidedSlips(action);
  return {
    reviews: newest.length,
    kept,
    due: fellDue,
    slipped: actions
      .filter(waits)
      .map((action) => ({ id: action.id, text: action.text, slips: slipsOn(action, asOf) })),
  };
}

/** What the checks read of the registers on a day. */
export function readRegisters(registers: Registers, asOf: Day): OnRecord {
  const nameOf = namesOf(registers.people);
  const open = registers.risks.filter(({ status }) => status === 'open');
  return {
    closedReviews: registers.reviews.filter(({ status }) => status === 'closed').length,
    initiatives: registers.initiatives.map((initiative) => toInitiative(initiative, registers)),
    acceptedRisks: open
      .filter(({ response }) => response === 'accept')
      .map(({ id, text, acceptedBy, acceptedUntil }) => ({
        id,
        text,
        acceptedBy: nameOf(acceptedBy),
        acceptedUntil,
      })),
    risks: open.length,
    promises: promisesOf(registers, asOf),
    postMortems: registers.actions
      .filter(({ status, text }) => status === 'open' && POST_MORTEM.test(text))
      .map(({ id, text, due }) => ({ id, text, due })),
  };
}
