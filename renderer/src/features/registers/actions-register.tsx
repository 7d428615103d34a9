import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { newId } from '#renderer/src/data/workspace.ts';
import { Chip } from '#renderer/src/ui/Chip.tsx';
import { weekDay } from '#renderer/src/ui/dates.ts';
import { dimensions } from '#shared/drive/catalogue.ts';
import { actionStatuses } from '#shared/drive/registers.ts';
import type { Action, ActionFields } from '#shared/registers/registers.ts';
import type { CaptureParse } from '#shared/review/capture/capture.ts';
import { recordChange } from '#shared/review/changes.ts';
import { outcomeOn, slipsOn } from '#shared/review/commitments.ts';
import { movedWith } from '#shared/signals/did-it-move/action-moved.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { choiceColumn, dayEditing, facts, idColumn, LateDay, personColumn, textColumn } from './columns.tsx';
import { type FieldWords, historyLines } from './history.ts';
import type { Column, Editing, Register } from './register.ts';
import { fromToday, NOTHING, type Options, useOptions } from './use-options.ts';
import { type RegisterWords, useRegisterWords } from './use-register-words.ts';

const TIMES = ['never', 'once', 'twice'];

function times(count: number): string {
  return TIMES[count] ?? `${count} times`;
}

function isLate(action: Action, today: string): boolean {
  return action.status === 'open' && action.due !== null && action.due < today;
}

function DueCell({ action, words }: { readonly action: Action; readonly words: RegisterWords }) {
  if (action.status !== 'open') {
    const outcome = outcomeOn(action, words.today);
    const word = outcome === 'late' ? 'came late' : outcome === 'no-date' ? action.status : outcome;
    return (
      <>
        {words.day(action.doneOn ?? action.due)} <small>{word}</small>
      </>
    );
  }
  if (action.due === null) return <Chip missing>name a date</Chip>;
  return <LateDay day={action.due} late={isLate(action, words.today)} words={words} />;
}

function wordsOfFields(words: RegisterWords): FieldWords<ActionFields> {
  return {
    text: { name: 'Reworded', say: (text) => `“${text}”` },
    owner: { name: 'Owner', say: words.person },
    due: { name: 'Moved', say: words.day },
    status: { name: 'Status', say: (status) => status },
    reason: { name: 'Reason', say: (reason) => reason ?? '' },
    evidence: { name: 'Evidence', say: (evidence) => evidence ?? '' },
    dimension: { name: 'Dimension', say: words.dimension },
    priority: { name: 'Priority', say: (priority) => priority },
  };
}

function useActionEdits() {
  const append = useAppend();
  const { today } = useRegisterWords();
  const change = (action: Action, changes: Partial<ActionFields>) =>
    append([
      {
        stream: 'organization',
        type: 'action-changed',
        data: { action: action.id, ...recordChange<ActionFields, Partial<ActionFields>>(action, changes) },
      },
    ]);
  const setStatus = (action: Action, status: Action['status'], reason: string | null) =>
    change(action, {
      status,
      doneOn: status === 'open' ? null : today,
      ...(reason === null ? {} : { reason }),
    });
  const settle = (action: Action) => setStatus(action, action.status === 'open' ? 'done' : 'open', null);
  const add = (parse: CaptureParse, clearDraft: string) => {
    const { text, owner = null, due = null, dimension = null, priority = 'normal', links = [] } = parse;
    const empty = { status: 'open', doneOn: null, evidence: null, reason: null } as const;
    const data = { action: newId(), text, owner, due, dimension, priority, links, ...empty };
    append([{ stream: 'organization', type: 'action-recorded', data }], { clearDraft });
  };
  return { change, setStatus, settle, add };
}

type ActionEdits = ReturnType<typeof useActionEdits>;

function dueEditing({ change }: ActionEdits, words: RegisterWords, options: Options): Editing<Action> {
  const slips = (action: Action) => slipsOn(action, words.today);
  return {
    ...dayEditing<Action>(
      (action) => action.due,
      (action, due, reason) => change(action, { due, ...(reason === null ? {} : { reason }) }),
      options,
    ),
    hint: (action) =>
      slips(action) > 0 ? `It has slipped ${times(slips(action))}: a reason is asked for.` : null,
    reasonFor: (action, due) =>
      action.due !== null && due > action.due && slips(action) > 0 ? 'Why does it move again?' : null,
  };
}

function useColumns(edits: ActionEdits, words: RegisterWords): readonly Column<Action>[] {
  const options = useOptions();
  const { change } = edits;
  return [
    idColumn(),
    textColumn('Action', (action, text) => change(action, { text })),
    personColumn(
      {
        id: 'owner',
        name: 'Owner',
        of: (action) => action.owner,
        wanted: () => true,
        apply: (action, owner) => change(action, { owner }),
      },
      words,
      options,
    ),
    {
      id: 'due',
      name: 'Due',
      text: (action) => action.due ?? '',
      show: (action) => <DueCell action={action} words={words} />,
      edit: dueEditing(edits, words, options),
    },
    choiceColumn<Action>({
      id: 'status',
      name: 'Status',
      of: (action) => action.status,
      choices: actionStatuses.map((id) => ({ id, name: id })),
      reasonFor: (_, status) => (status === 'dropped' ? 'Why is it dropped?' : null),
      apply: (action, status, reason) => edits.setStatus(action, status as Action['status'], reason),
    }),
    {
      ...choiceColumn<Action>({
        id: 'dimension',
        name: 'Dimension',
        of: (action) => action.dimension ?? NOTHING,
        choices: [...dimensions, { id: NOTHING, name: 'none' }],
        apply: (action, dimension) => change(action, { dimension: dimension === NOTHING ? null : dimension }),
      }),
      spare: true,
    },
    {
      id: 'review',
      name: 'Review',
      text: (action) => words.reviewNumber(action.review),
      look: 'figure',
      spare: true,
    },
    {
      id: 'carried',
      name: 'Carried',
      text: (action) => (action.carried === 0 ? '' : String(action.carried)),
      look: 'figure',
    },
  ];
}

function factsOf(
  action: Action,
  words: RegisterWords,
  readings: readonly SeriesReading[],
): ReturnType<typeof facts> {
  const { due, evidence, reason, review } = action;
  return facts(
    ['Owner', words.person(action.owner)],
    ['Due', due === null ? 'no date' : `${weekDay(due)}, ${fromToday(due, words.today)}`],
    ['Status', action.status],
    ['Priority', action.priority],
    ['Dimension', words.dimension(action.dimension)],
    ['Carried over', times(action.carried)],
    ['Made in', review === null ? 'between reviews' : `review ${words.reviewNumber(review)}`],
    ['Evidence', evidence],
    ['Reason', reason],
    ['Did it move', movedWith(action, readings)?.sentence ?? null],
    ['Links', action.links.join(', ')],
  );
}

function remarkOf(actions: readonly Action[], today: string): string {
  const open = actions.filter((action) => action.status === 'open');
  const late = open.filter((action) => isLate(action, today)).length;
  const nobody = open.filter((action) => action.owner === null).length;
  return [
    `${open.length} open`,
    ...(late > 0 ? [`${late} late`] : []),
    ...(nobody > 0 ? [`${nobody} without an owner`] : []),
  ].join(', ');
}

/** Who owes what by when, and what happened to it. Nobody is counted or compared. */
export function useActionsRegister(): Register<Action> {
  const { actions } = useRegisters();
  const words = useRegisterWords();
  const edits = useActionEdits();
  const columns = useColumns(edits, words);
  const readings = useCurrentState().state?.readings ?? [];
  return {
    name: 'Actions',
    one: 'action',
    pressed: 'action',
    rows: actions,
    columns,
    sortedBy: 'due',
    states: [
      { id: 'open', name: 'open', holds: (action) => action.status === 'open' },
      { id: 'late', name: 'late', holds: (action) => isLate(action, words.today) },
      { id: 'done', name: 'done or dropped', holds: (action) => action.status !== 'open' },
      { id: 'all', name: 'all', holds: () => true },
    ],
    remark: remarkOf(actions, words.today),
    empty: 'No action is on record. Write one with the key a, or take it down while a review runs.',
    example: 'Page rota for payments to follow-the-sun @maria fri #reliability !high',
    facts: (action) => factsOf(action, words, readings),
    history: (action) =>
      historyLines<ActionFields>({
        history: action.history,
        words: wordsOfFields(words),
        day: words.moment,
        nameOf: words.nameOf,
        titleOf: (edit) => {
          const check = action.checks.find((one) => one.atMs === edit.atMs);
          return check === undefined ? null : `Checked in the room: ${check.status}`;
        },
      }),
    settle: { name: 'done', run: edits.settle },
    add: edits.add,
  };
}
