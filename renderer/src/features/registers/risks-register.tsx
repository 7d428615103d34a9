import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { newId } from '#renderer/src/data/workspace.ts';
import { Chip } from '#renderer/src/ui/Chip.tsx';
import { weekDay } from '#renderer/src/ui/dates.ts';
import { riskBand, riskMatrix } from '#shared/drive/registers.ts';
import type { Risk, RiskFields } from '#shared/registers/registers.ts';
import type { CaptureParse } from '#shared/review/capture/capture.ts';
import { recordChange } from '#shared/review/changes.ts';
import { choiceColumn, dayEditing, facts, idColumn, LateDay, personColumn, textColumn } from './columns.tsx';
import { type FieldWords, historyLines } from './history.ts';
import type { Column, Register } from './register.ts';
import { fromToday, NOTHING, useOptions } from './use-options.ts';
import { type RegisterWords, useRegisterWords } from './use-register-words.ts';

type Scale = (typeof riskMatrix)['likelihood' | 'impact'];

function bandOf({ likelihood, impact }: Risk) {
  return likelihood === null || impact === null ? undefined : riskBand(likelihood, impact);
}

function stepName(scale: Scale, step: number | null): string {
  return scale.find((one) => one.value === step)?.name ?? '';
}

function steps(scale: Scale) {
  return scale.map(({ value, name, means }) => ({
    id: String(value),
    name: `${value} ${name}`,
    remark: means,
  }));
}

function useRiskEdits() {
  const append = useAppend();
  const change = (risk: Risk, changes: Partial<RiskFields>) =>
    append([
      {
        stream: 'organization',
        type: 'risk-changed',
        data: { risk: risk.id, ...recordChange<RiskFields, Partial<RiskFields>>(risk, changes) },
      },
    ]);
  const add = (parse: CaptureParse, clearDraft: string) => {
    const { text, likelihood = null, impact = null, owner = null, reviewOn = null, links = [] } = parse;
    const data = {
      risk: newId(),
      text,
      likelihood,
      impact,
      response: null,
      owner,
      reviewOn,
      acceptedBy: null,
      acceptedUntil: null,
      transferredTo: null,
      status: 'open',
      links,
    } as const;
    append([{ stream: 'organization', type: 'risk-recorded', data }], { clearDraft });
  };
  return { change, add };
}

type RiskEdits = ReturnType<typeof useRiskEdits>;

function bandColumn(): Column<Risk> {
  return {
    id: 'band',
    name: 'Band',
    text: (risk) => bandOf(risk)?.id ?? '',
    sort: (risk) => (risk.likelihood === null || risk.impact === null ? '' : -(bandOf(risk)?.from ?? 0)),
    show: (risk) => bandOf(risk)?.id ?? <Chip missing>rate it</Chip>,
  };
}

function useColumns({ change }: RiskEdits, words: RegisterWords): readonly Column<Risk>[] {
  const options = useOptions();
  const step = (id: 'likelihood' | 'impact', name: string): Column<Risk> => ({
    ...choiceColumn<Risk>({
      id,
      name,
      of: (risk) => (risk[id] === null ? NOTHING : String(risk[id])),
      choices: steps(riskMatrix[id]),
      apply: (risk, chosen) => change(risk, { [id]: Number(chosen) }),
    }),
    text: (risk) => stepName(riskMatrix[id], risk[id]),
  });
  return [
    idColumn(),
    textColumn('Risk', (risk, text) => change(risk, { text })),
    bandColumn(),
    step('likelihood', 'Likelihood'),
    step('impact', 'Impact'),
    {
      ...choiceColumn<Risk>({
        id: 'response',
        name: 'Response',
        of: (risk) => risk.response ?? NOTHING,
        choices: riskMatrix.responses.map(({ id, means }) => ({ id, name: id, remark: means })),
        apply: (risk, response) => change(risk, { response: response as Risk['response'] }),
      }),
      spare: true,
    },
    personColumn(
      {
        id: 'owner',
        name: 'Owner',
        of: (risk) => risk.owner,
        wanted: (risk) => risk.status === 'open',
        apply: (risk, owner) => change(risk, { owner }),
      },
      words,
      options,
    ),
    {
      id: 'reviewOn',
      name: 'Look again',
      text: (risk) => risk.reviewOn ?? '',
      show: (risk) =>
        risk.reviewOn !== null && (
          <LateDay
            day={risk.reviewOn}
            late={risk.status === 'open' && risk.reviewOn < words.today}
            words={words}
          />
        ),
      edit: dayEditing(
        (risk) => risk.reviewOn,
        (risk, reviewOn) => change(risk, { reviewOn }),
        options,
      ),
    },
  ];
}

function wordsOfFields(words: RegisterWords): FieldWords<RiskFields> {
  return {
    text: { name: 'Reworded', say: (text) => `“${text}”` },
    likelihood: { name: 'Likelihood', say: (step) => stepName(riskMatrix.likelihood, step) || 'not rated' },
    impact: { name: 'Impact', say: (step) => stepName(riskMatrix.impact, step) || 'not rated' },
    response: { name: 'Response', say: (response) => response ?? 'none' },
    owner: { name: 'Owner', say: words.person },
    reviewOn: { name: 'Look again', say: words.day },
    acceptedBy: { name: 'Accepted by', say: words.person },
    acceptedUntil: { name: 'Accepted until', say: words.day },
    transferredTo: { name: 'Transferred', say: (to) => to ?? 'to nobody' },
    status: { name: 'Status', say: (status) => status },
  };
}

/** What may happen, how likely and how bad, and what is done about it. */
export function useRisksRegister(): Register<Risk> {
  const { risks } = useRegisters();
  const words = useRegisterWords();
  const edits = useRiskEdits();
  const open = risks.filter((risk) => risk.status === 'open');
  const due = open.filter((risk) => risk.reviewOn !== null && risk.reviewOn < words.today).length;
  return {
    name: 'Risks',
    one: 'risk',
    pressed: 'risk',
    rows: risks,
    columns: useColumns(edits, words),
    sortedBy: 'band',
    states: [
      { id: 'open', name: 'open', holds: (risk) => risk.status === 'open' },
      { id: 'closed', name: 'closed', holds: (risk) => risk.status === 'closed' },
      { id: 'all', name: 'all', holds: () => true },
    ],
    remark: `${open.length} open${due === 0 ? '' : `, ${due} to be looked at again`}`,
    empty: 'No risk is on record. Write one with the key a: what may happen, likelihood x impact, @owner.',
    example: 'Two people know the ledger 4x4 @priya look again in 2 weeks',
    facts: (risk) => {
      const band = bandOf(risk);
      return facts(
        ['Band', band === undefined ? 'not rated' : `${band.id}: ${band.response}`],
        ['Likelihood', riskMatrix.likelihood.find((one) => one.value === risk.likelihood)?.means ?? null],
        ['Impact', riskMatrix.impact.find((one) => one.value === risk.impact)?.means ?? null],
        ['Response', risk.response],
        ['Owner', words.person(risk.owner)],
        [
          'Look again',
          risk.reviewOn === null
            ? null
            : `${weekDay(risk.reviewOn)}, ${fromToday(risk.reviewOn, words.today)}`,
        ],
        ['Accepted by', risk.acceptedBy === null ? null : words.person(risk.acceptedBy)],
        ['Accepted until', risk.acceptedUntil === null ? null : words.day(risk.acceptedUntil)],
        ['Transferred to', risk.transferredTo],
        ['Status', risk.status],
        ['Links', risk.links.join(', ')],
      );
    },
    history: (risk) =>
      historyLines<RiskFields>({
        history: risk.history,
        words: wordsOfFields(words),
        day: words.moment,
        nameOf: words.nameOf,
      }),
    settle: {
      name: 'closed',
      run: (risk) => edits.change(risk, { status: risk.status === 'open' ? 'closed' : 'open' }),
    },
    add: edits.add,
  };
}
