import type { RowRegister } from '#renderer/src/features/live/asks.ts';
import { longDay } from '#renderer/src/ui/dates.ts';
import type { Day } from '#shared/day.ts';
import type { ActionFields, InitiativeFields, RiskFields } from '#shared/registers/registers.ts';
import type { CaptureParse } from '#shared/review/capture/capture.ts';

type Said = { readonly words: (nameOf: (id: string) => string) => string };

/** What a typed line changes of an entry of a register, or why it changes nothing. */
export type RowEdit =
  | ({ readonly kind: 'edit'; readonly register: 'actions'; readonly changes: Partial<ActionFields> } & Said)
  | ({
      readonly kind: 'edit';
      readonly register: 'initiatives';
      readonly changes: Partial<InitiativeFields>;
    } & Said)
  | ({ readonly kind: 'edit'; readonly register: 'risks'; readonly changes: Partial<RiskFields> } & Said)
  | { readonly kind: 'refused'; readonly why: string };

const refused = (why: string): RowEdit => ({ kind: 'refused', why });
/** A word at the start that says how it stands, then the reason. */
const ACTION_STATUS = /^(?<status>done|dropped?|open)\b[\s,;:.]*(?:because\s+)?(?<reason>.*)$/iu;
const INITIATIVE_STATUS =
  /^(?<status>on[ -]track|at[ -]risk|blocked|done|dropped)\b[\s,;:.]*(?:because\s+)?(?<reason>.*)$/iu;

function saidOf(parse: CaptureParse, more: readonly string[]): Said {
  return {
    words: (nameOf) =>
      [
        ...more,
        ...(parse.owner === undefined ? [] : [nameOf(parse.owner)]),
        ...(parse.due === undefined ? [] : [longDay(parse.due)]),
        ...(parse.reviewOn === undefined ? [] : [`look again ${longDay(parse.reviewOn)}`]),
        ...(parse.dimension === undefined ? [] : [parse.dimension]),
      ].join(', '),
  };
}

function editAction(parse: CaptureParse, today: Day): RowEdit {
  const words = parse.text.trim();
  const found = ACTION_STATUS.exec(words)?.groups;
  if (words !== '' && found === undefined)
    return refused('Understood here: @owner, a date, done, or dropped and why.');
  const status =
    found === undefined
      ? null
      : /^d(?:one)$/i.test(found['status'] ?? '')
        ? 'done'
        : /^drop/i.test(found['status'] ?? '')
          ? 'dropped'
          : 'open';
  const reason = found?.['reason']?.trim() ?? '';
  if (status === 'dropped' && reason === '')
    return refused('Say why it is dropped: dropped, the vendor left.');
  const changes: Partial<ActionFields> = {
    ...(parse.owner === undefined ? {} : { owner: parse.owner }),
    ...(parse.due === undefined ? {} : { due: parse.due }),
    ...(parse.dimension === undefined ? {} : { dimension: parse.dimension }),
    ...(parse.priority === undefined ? {} : { priority: parse.priority }),
    ...(status === null ? {} : { status, doneOn: status === 'done' ? today : null }),
    ...(reason === '' ? {} : { reason }),
  };
  return asEdit({
    kind: 'edit',
    register: 'actions',
    changes,
    ...saidOf(parse, status === null ? [] : [status]),
  });
}

function editInitiative(parse: CaptureParse, today: Day): RowEdit {
  const words = parse.text.trim();
  const found = INITIATIVE_STATUS.exec(words)?.groups;
  if (words !== '' && found === undefined)
    return refused('Understood here: @owner, a date, on track, at risk, blocked, done, and why.');
  // The expression allows the five words of the register and no other.
  const status = found?.['status']?.toLowerCase().replace(' ', '-') as InitiativeFields['status'] | undefined;
  const reason = found?.['reason']?.trim() ?? '';
  const changes: Partial<InitiativeFields> = {
    ...(parse.owner === undefined ? {} : { accountable: parse.owner }),
    ...(parse.due === undefined ? {} : { due: parse.due }),
    ...(parse.dimension === undefined ? {} : { dimension: parse.dimension }),
    ...(parse.tier === undefined ? {} : { tier: parse.tier }),
    ...(status === undefined ? {} : { status, blockedSince: status === 'blocked' ? today : null }),
    ...(reason === '' ? {} : { reason }),
  };
  const more = status === undefined ? [] : [status.replace('-', ' ')];
  return asEdit({ kind: 'edit', register: 'initiatives', changes, ...saidOf(parse, more) });
}

function editRisk(parse: CaptureParse): RowEdit {
  const words = parse.text.trim().toLowerCase();
  if (words !== '' && words !== 'closed')
    return refused('Understood here: @owner, a date to look again, L3 I4, #dimension, or closed.');
  const look = parse.reviewOn ?? parse.due;
  const { likelihood, impact } = parse;
  const changes: Partial<RiskFields> = {
    ...(parse.owner === undefined ? {} : { owner: parse.owner }),
    ...(look === undefined ? {} : { reviewOn: look }),
    ...(likelihood === undefined ? {} : { likelihood }),
    ...(impact === undefined ? {} : { impact }),
    ...(parse.dimension === undefined ? {} : { dimension: parse.dimension }),
    ...(words === 'closed' ? { status: 'closed' } : {}),
  };
  const more = [
    ...(words === 'closed' ? ['closed'] : []),
    ...(likelihood === undefined ? [] : [`${likelihood} × ${impact ?? '?'}`]),
  ];
  return asEdit({ kind: 'edit', register: 'risks', changes, ...saidOf(parse, more) });
}

function asEdit(edit: Extract<RowEdit, { kind: 'edit' }>): RowEdit {
  return Object.keys(edit.changes).length === 0 ? refused('Nothing to change was understood.') : edit;
}

/** Reads a line as a change of an entry: owner, dates, status with its reason, rating. */
export function changedEntry(register: RowRegister, parse: CaptureParse, today: Day): RowEdit {
  switch (register) {
    case 'actions':
      return editAction(parse, today);
    case 'initiatives':
      return editInitiative(parse, today);
    case 'risks':
      return editRisk(parse);
  }
}
