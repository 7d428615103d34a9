import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Key } from '#renderer/src/ui/Key.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { type SixQuestion, sixQuestions } from '#shared/drive/six-questions.ts';
import type { ComputedAnswer } from '#shared/readout/questions/question-input.ts';
import type { QuestionAnswer } from '#shared/review/review.ts';
import styles from './ClosingDesk.module.css';
import { useSixAnswers } from './use-six-answers.ts';

function answerWords(given: QuestionAnswer | undefined, computed: ComputedAnswer | undefined): string | null {
  const answer = given?.answer;
  if (answer?.kind === 'edited') return answer.text;
  if (answer?.kind === 'not-answered')
    return `Not answered: ${answer.missing.replace(/^Not answered:\s*/, '')}`;
  return computed?.kind === 'computed' ? computed.text : null;
}

function Question({ question }: { readonly question: SixQuestion }) {
  const { review } = useLive();
  const desk = useDesk();
  const computed = useSixAnswers().find((answer) => answer.id === question.id);
  const words = answerWords(review.answers[question.id], computed);
  return (
    <li data-open={words === null || undefined}>
      <p className={styles['quiet']}>{question.question}</p>
      <p dir="auto">{words ?? computed?.text ?? 'Nothing on record answers it.'}</p>
      <p className={styles['choices']}>
        <Button
          look="link"
          label={`Answer in our words: ${question.question}`}
          onPress={() => desk.open({ kind: 'answer', question: question.id, computed: computed?.text ?? '' })}
        >
          {words === null ? 'answer' : 'edit'}
        </Button>
        <Button
          look="link"
          label={`Not answered: ${question.question}`}
          onPress={() =>
            desk.open({ kind: 'missing', question: question.id, computed: computed?.text ?? '' })
          }
        >
          not answered
        </Button>
      </p>
    </li>
  );
}

/** The six exit questions: computed where the data answers, else for the room to answer or to leave open in words. */
export function SixQuestions() {
  const { review } = useLive();
  const answers = useSixAnswers();
  const open = sixQuestions.filter(
    ({ id }) =>
      answerWords(
        review.answers[id],
        answers.find((answer) => answer.id === id),
      ) === null,
  ).length;
  return (
    <Section
      title="Six questions"
      remark={
        open === 0 ? (
          'all answered'
        ) : (
          <>
            {open} open <Key>m</Key> not answered
          </>
        )
      }
    >
      <ol className={styles['six']}>
        {sixQuestions.map((question) => (
          <Question key={question.id} question={question} />
        ))}
      </ol>
    </Section>
  );
}
