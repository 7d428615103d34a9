import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { newId } from '#renderer/src/data/workspace.ts';
import { weekDay } from '#renderer/src/ui/dates.ts';
import { addDays } from '#shared/day.ts';
import type { Decision, DecisionFields } from '#shared/registers/registers.ts';
import type { CaptureParse } from '#shared/review/capture/capture.ts';
import { recordChange } from '#shared/review/changes.ts';
import { facts, idColumn, personColumn, textColumn } from './columns.tsx';
import { type FieldWords, historyLines } from './history.ts';
import type { Column, Register } from './register.ts';
import { useOptions } from './use-options.ts';
import { type RegisterWords, useRegisterWords } from './use-register-words.ts';

const RECENT_DAYS = 90;

function useDecisionEdits() {
  const append = useAppend();
  const { today } = useRegisterWords();
  const change = (decision: Decision, changes: Partial<DecisionFields>) =>
    append([
      {
        stream: 'organization',
        type: 'decision-changed',
        data: {
          decision: decision.id,
          ...recordChange<DecisionFields, Partial<DecisionFields>>(decision, changes),
        },
      },
    ]);
  const add = (parse: CaptureParse, clearDraft: string) => {
    const { text, owner = null, links = [] } = parse;
    const data = { decision: newId(), on: today, text, owner, context: null, options: [], links };
    append([{ stream: 'organization', type: 'decision-recorded', data }], { clearDraft });
  };
  return { change, add };
}

function useColumns(
  { change }: ReturnType<typeof useDecisionEdits>,
  words: RegisterWords,
): readonly Column<Decision>[] {
  const options = useOptions();
  return [
    idColumn(),
    textColumn('Decision', (decision, text) => change(decision, { text })),
    personColumn(
      {
        id: 'owner',
        name: 'Owner',
        of: (decision) => decision.owner,
        wanted: () => false,
        apply: (decision, owner) => change(decision, { owner }),
      },
      words,
      options,
    ),
    {
      id: 'on',
      name: 'Taken on',
      text: (decision) => decision.on,
      show: (decision) => words.day(decision.on),
    },
    {
      id: 'context',
      name: 'Because',
      text: (decision) => decision.context ?? '',
      look: 'wide',
      edit: {
        initial: (decision) => decision.context ?? '',
        optionsFor: null,
        apply: (decision, context) => change(decision, { context }),
      },
    },
    { id: 'review', name: 'Review', text: (decision) => words.reviewNumber(decision.review), look: 'figure' },
  ];
}

function wordsOfFields(words: RegisterWords): FieldWords<DecisionFields> {
  return {
    text: { name: 'Reworded', say: (text) => `“${text}”` },
    owner: { name: 'Owner', say: words.person },
    context: { name: 'Because', say: (context) => context ?? 'nothing' },
    options: { name: 'Options', say: (options) => options.join(', ') || 'none' },
  };
}

/** What was decided, when, and why. */
export function useDecisionsRegister(): Register<Decision> {
  const { decisions } = useRegisters();
  const words = useRegisterWords();
  const edits = useDecisionEdits();
  const since = addDays(words.today, -RECENT_DAYS);
  return {
    name: 'Decisions',
    one: 'decision',
    pressed: 'decision',
    rows: decisions,
    columns: useColumns(edits, words),
    sortedBy: 'on',
    descending: true,
    states: [
      { id: 'all', name: 'all', holds: () => true },
      { id: 'recent', name: 'of the last 90 days', holds: (decision) => decision.on >= since },
    ],
    remark: `${decisions.length} on record`,
    empty: 'No decision is on record. Reviews take them down with the key d; here the key a does the same.',
    example: 'No new features on search-api until its error budget is positive @ruth',
    facts: (decision) =>
      facts(
        ['Taken on', weekDay(decision.on)],
        ['Owner', words.person(decision.owner)],
        ['Because', decision.context],
        ['Options', decision.options.join(', ')],
        [
          'Made in',
          decision.review === null ? 'between reviews' : `review ${words.reviewNumber(decision.review)}`,
        ],
        ['Links', decision.links.join(', ')],
      ),
    history: (decision) =>
      historyLines<DecisionFields>({
        history: decision.history,
        words: wordsOfFields(words),
        day: words.moment,
        nameOf: words.nameOf,
      }),
    settle: null,
    add: edits.add,
  };
}
