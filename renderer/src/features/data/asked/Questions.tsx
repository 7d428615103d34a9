import { useState } from 'react';
import { dayAndMonth, weekDay } from '#renderer/src/ui/dates.ts';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import type { Question } from '#shared/tabular/reading.ts';
import { Ask, type AskedChoice } from './Ask.tsx';

type Choice = Question['choices'][number];

const TITLES: Readonly<Record<Question['code'], string>> = {
  'date-order': 'Day first or month first?',
  decimal: 'Decimal point or decimal comma?',
  'as-of': 'Which day does this file describe?',
  unit: 'In which unit?',
  duration: 'Hours and minutes, or minutes and seconds?',
  'percent-or-ratio': 'Percent or ratio?',
  period: 'Which dates count?',
  value: 'Which value counts?',
  year: 'Which year?',
  'fiscal-year': 'When does the fiscal year begin?',
  'no-amount': 'Nothing, or not known?',
  'date-or-number': 'A date or a number?',
  rows: 'Which list holds the rows?',
};

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The question on a cell of the file: `Does 03/04/2026 mean 3 April or 4 March?`. */
function titleOf({ code, choices }: Question): string {
  const [one, other] = choices.map((choice) => choice.cells?.[0]);
  if (one === undefined || other === undefined || choices.length !== 2) return TITLES[code];
  if (code === 'date-order' && ISO_DAY.test(one.reads) && ISO_DAY.test(other.reads))
    return `Does ${one.cell} mean ${dayAndMonth(one.reads)} or ${dayAndMonth(other.reads)}?`;
  return code === 'decimal' ? `Is ${one.cell} the number ${one.reads} or ${other.reads}?` : TITLES[code];
}

/** `03/04/2026 is 2026-04-03` as the cell and what it reads. */
function cellsOf(choice: Choice): AskedChoice['cells'] {
  if (choice.cells !== undefined)
    return choice.cells.map(({ cell, reads }) => ({
      cell,
      reads: ISO_DAY.test(reads) ? `${weekDay(reads)} ${reads.slice(0, 4)}` : reads,
    }));
  const [cell, reads] = choice.example.split(' is ');
  if (cell === undefined || reads === undefined) return [];
  return [{ cell, reads }];
}

function soOf(choice: Choice): string | null {
  if (choice.so !== undefined) return choice.so;
  return cellsOf(choice).length === 0 ? choice.example : null;
}

/** A day with its weekday; any other choice as it is called. */
function labelOf({ code }: Question, { label }: Choice): string {
  return code === 'as-of' && ISO_DAY.test(label) ? `${weekDay(label)} ${label.slice(0, 4)}` : label;
}

function OtherDay({ onAnswer }: { readonly onAnswer: (day: string) => void }) {
  const [day, setDay] = useState('');
  return (
    <TextField
      label="Another day"
      type="date"
      value={day}
      onChange={setDay}
      onEnter={() => ISO_DAY.test(day) && onAnswer(day)}
    />
  );
}

type Props = {
  readonly question: Question;
  readonly more: number;
  readonly onAnswer: (choice: string) => void;
};

/** What the file leaves open, one question at a time. */
export function Questions({ question, more, onAnswer }: Props) {
  const further = more > 0 ? ` ${more} more ${more === 1 ? 'question' : 'questions'} after this one.` : '';
  return (
    <Ask
      title={titleOf(question)}
      why={`${question.why}${further}`}
      choices={question.choices.map((choice) => ({
        label: labelOf(question, choice),
        cells: cellsOf(choice),
        so: soOf(choice),
        onChoose: () => onAnswer(choice.value),
      }))}
    >
      {question.code === 'as-of' && <OtherDay onAnswer={onAnswer} />}
    </Ask>
  );
}
