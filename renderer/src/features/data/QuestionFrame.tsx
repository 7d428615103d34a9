import { useState } from 'react';
import { Button } from '#renderer/src/ui/Button.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import type { Question } from '#shared/tabular/reading.ts';
import styles from './QuestionFrame.module.css';

type Props = {
  readonly question: Question;
  readonly more: number;
  readonly onAnswer: (choice: string) => void;
};

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
};

function OtherDay({ onAnswer }: { readonly onAnswer: (day: string) => void }) {
  const [day, setDay] = useState('');
  return (
    <TextField
      label="Another day"
      type="date"
      value={day}
      onChange={setDay}
      onEnter={() => /^\d{4}-\d{2}-\d{2}$/.test(day) && onAnswer(day)}
    />
  );
}

/** One thing that only a person can decide, with what each answer would give on a real cell. */
export function QuestionFrame({ question, more, onAnswer }: Props) {
  return (
    <section className={styles.frame} aria-labelledby="question">
      <div>
        <h2 id="question">{TITLES[question.code]}</h2>
        <p>
          {question.why} Nothing is added until you choose.
          {more > 0 && ` ${more} more ${more === 1 ? 'question' : 'questions'} after this one.`}
        </p>
      </div>
      <div className={styles.choices}>
        {question.choices.map((choice, at) => (
          <Button
            key={choice.value}
            size="large"
            keys={at < 9 ? [String(at + 1)] : []}
            onPress={() => onAnswer(choice.value)}
          >
            <span className={styles.choice}>
              <b>{choice.label}</b>
              <span dir="auto">{choice.example}</span>
            </span>
          </Button>
        ))}
        {question.code === 'as-of' && <OtherDay onAnswer={onAnswer} />}
      </div>
    </section>
  );
}
