import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { newId } from '#renderer/src/data/workspace.ts';
import { weekDay } from '#renderer/src/ui/dates.ts';
import { daysBetween } from '#shared/day.ts';
import { initiativeStatuses, tiers } from '#shared/drive/registers.ts';
import { formatFigure } from '#shared/figures.ts';
import type { Initiative, InitiativeFields } from '#shared/registers/registers.ts';
import type { CaptureParse } from '#shared/review/capture/capture.ts';
import { recordChange } from '#shared/review/changes.ts';
import { choiceColumn, dayEditing, facts, idColumn, LateDay, personColumn, textColumn } from './columns.tsx';
import { type FieldWords, historyLines } from './history.ts';
import type { Column, Register } from './register.ts';
import { fromToday, NOTHING, useOptions } from './use-options.ts';
import { type RegisterWords, useRegisterWords } from './use-register-words.ts';

const STATUS_WORDS: Readonly<Record<Initiative['status'], string>> = {
  'on-track': 'on track',
  'at-risk': 'at risk',
  blocked: 'blocked',
  done: 'done',
  dropped: 'dropped',
};

function isOpen({ status }: Initiative): boolean {
  return status !== 'done' && status !== 'dropped';
}

function reasonFor(status: string): string | null {
  const needs = initiativeStatuses.find((one) => one.id === status)?.needs ?? [];
  return needs.includes('reason') ? `Why ${STATUS_WORDS[status as Initiative['status']]}?` : null;
}

function useInitiativeEdits() {
  const append = useAppend();
  const { today } = useRegisterWords();
  const change = (initiative: Initiative, changes: Partial<InitiativeFields>) =>
    append([
      {
        stream: 'organization',
        type: 'initiative-changed',
        data: {
          initiative: initiative.id,
          ...recordChange<InitiativeFields, Partial<InitiativeFields>>(initiative, changes),
        },
      },
    ]);
  const setStatus = (initiative: Initiative, status: Initiative['status'], reason: string | null) =>
    change(initiative, {
      status,
      reason,
      blockedSince: status === 'blocked' ? (initiative.blockedSince ?? today) : null,
      ...(status === 'blocked' ? {} : { unblockOwner: null, unblockBy: null }),
    });
  const add = (parse: CaptureParse, clearDraft: string) => {
    const { text, tier = null, owner = null, due = null, links = [] } = parse;
    const data = {
      initiative: newId(),
      text,
      tier,
      accountable: owner,
      due,
      status: 'on-track',
      reason: null,
      blockedSince: null,
      unblockOwner: null,
      unblockBy: null,
      completion: null,
      waitsFor: [],
      links,
    } as const;
    append([{ stream: 'organization', type: 'initiative-recorded', data }], { clearDraft });
  };
  return { change, setStatus, add };
}

type InitiativeEdits = ReturnType<typeof useInitiativeEdits>;

function useColumns(
  { change, setStatus }: InitiativeEdits,
  words: RegisterWords,
): readonly Column<Initiative>[] {
  const options = useOptions();
  const person = (column: Parameters<typeof personColumn<Initiative>>[0]) =>
    personColumn<Initiative>(column, words, options);
  return [
    idColumn(),
    textColumn('Initiative', (one, text) => change(one, { text })),
    choiceColumn<Initiative>({
      id: 'tier',
      name: 'Tier',
      of: (one) => (one.tier === null ? NOTHING : String(one.tier)),
      choices: [...tiers.map(({ id, name }) => ({ id: String(id), name })), { id: NOTHING, name: 'none' }],
      apply: (one, tier) => change(one, { tier: tier === NOTHING ? null : Number(tier) }),
    }),
    choiceColumn<Initiative>({
      id: 'status',
      name: 'Status',
      of: (one) => one.status,
      choices: initiativeStatuses.map(({ id }) => ({ id, name: STATUS_WORDS[id] })),
      reasonFor: (_, status) => reasonFor(status),
      apply: (one, status, reason) => setStatus(one, status as Initiative['status'], reason),
    }),
    person({
      id: 'accountable',
      name: 'Accountable',
      of: (one) => one.accountable,
      wanted: isOpen,
      apply: (one, accountable) => change(one, { accountable }),
    }),
    {
      id: 'due',
      name: 'Due',
      text: (one) => one.due ?? '',
      show: (one) =>
        one.due !== null && (
          <LateDay day={one.due} late={isOpen(one) && one.due < words.today} words={words} />
        ),
      edit: dayEditing(
        (one) => one.due,
        (one, due) => change(one, { due }),
        options,
      ),
    },
    {
      id: 'blocked',
      name: 'Blocked',
      text: (one) => one.blockedSince ?? '',
      show: (one) => one.blockedSince !== null && `${daysBetween(one.blockedSince, words.today)}\u00a0days`,
      look: 'figure',
    },
    person({
      id: 'unblocks',
      name: 'Who unblocks',
      of: (one) => one.unblockOwner,
      wanted: (one) => one.status === 'blocked',
      apply: (one, unblockOwner) => change(one, { unblockOwner }),
    }),
    {
      id: 'completion',
      name: 'Done',
      text: (one) => (one.completion === null ? '' : formatFigure(one.completion, 'share')),
      sort: (one) => one.completion ?? '',
      look: 'figure',
      spare: true,
    },
  ];
}

function wordsOfFields(words: RegisterWords): FieldWords<InitiativeFields> {
  return {
    text: { name: 'Reworded', say: (text) => `“${text}”` },
    tier: { name: 'Tier', say: (tier) => (tier === null ? 'none' : String(tier)) },
    accountable: { name: 'Accountable', say: words.person },
    due: { name: 'Moved', say: words.day },
    status: { name: 'Status', say: (status) => STATUS_WORDS[status] },
    reason: { name: 'Reason', say: (reason) => reason ?? '' },
    blockedSince: { name: 'Blocked since', say: (day) => (day === null ? 'no more' : words.day(day)) },
    unblockOwner: { name: 'Who unblocks', say: words.person },
    unblockBy: { name: 'Unblocked by', say: words.day },
    completion: { name: 'Done', say: (share) => formatFigure(share, 'share') },
  };
}

/** The work that carries the strategy: its tier, where it stands, and who frees it. */
export function useInitiativesRegister(): Register<Initiative> {
  const { initiatives } = useRegisters();
  const words = useRegisterWords();
  const edits = useInitiativeEdits();
  const open = initiatives.filter(isOpen);
  const blocked = open.filter((one) => one.status === 'blocked').length;
  return {
    name: 'Initiatives',
    one: 'initiative',
    pressed: 'initiative',
    rows: initiatives,
    columns: useColumns(edits, words),
    sortedBy: 'tier',
    states: [
      { id: 'open', name: 'open', holds: isOpen },
      { id: 'blocked', name: 'blocked', holds: (one) => one.status === 'blocked' },
      { id: 'closed', name: 'done or dropped', holds: (one) => !isOpen(one) },
      { id: 'all', name: 'all', holds: () => true },
    ],
    remark: `${open.length} open${blocked === 0 ? '' : `, ${blocked} blocked`}`,
    empty: 'No initiative is on record. Write one with the key a: what, @who is accountable, tier, when.',
    example: 'Event bus migration @ana tier:1 18 dec',
    facts: (one) =>
      facts(
        ['Tier', tiers.find(({ id }) => id === one.tier)?.means ?? null],
        ['Status', STATUS_WORDS[one.status]],
        ['Reason', one.reason],
        ['Accountable', words.person(one.accountable)],
        ['Due', one.due === null ? 'no date' : `${weekDay(one.due)}, ${fromToday(one.due, words.today)}`],
        ['Blocked since', one.blockedSince === null ? null : weekDay(one.blockedSince)],
        ['Who unblocks', one.status === 'blocked' ? words.person(one.unblockOwner) : null],
        ['Done', one.completion === null ? null : formatFigure(one.completion, 'share')],
        ['Waits for', one.waitsFor.join(', ')],
        ['Links', one.links.join(', ')],
      ),
    history: (one) =>
      historyLines<InitiativeFields>({
        history: one.history,
        words: wordsOfFields(words),
        day: words.moment,
        nameOf: words.nameOf,
      }),
    settle: {
      name: 'done',
      run: (one) => edits.setStatus(one, isOpen(one) ? 'done' : 'on-track', null),
    },
    add: edits.add,
  };
}
