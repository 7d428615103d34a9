import { inReview } from '#renderer/src/features/live/authoring.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { ratingWords } from '#renderer/src/features/live/stage/RatingSpread.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { longDay } from '#renderer/src/ui/dates.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import { drawWords, weightWords } from '#shared/review/pick.ts';
import styles from './ClosingDesk.module.css';
import { type HandOver, useHandOver } from './use-hand-over.ts';

const STEPS = [1, 2, 3, 4, 5] as const;

/** One to five for the meeting; every press is a vote. */
export function RatingPart() {
  const { review } = useLive();
  const desk = useDesk();
  const { rating } = review;
  const remark = rating === null ? 'not rated yet' : ratingWords(review);
  return (
    <Section title="This meeting" remark={remark}>
      <div className={styles['rate']}>
        {STEPS.map((step) => (
          <Button
            key={step}
            label={`Rate the meeting ${step} of 5`}
            onPress={() =>
              desk.author(
                [inReview(review, 'rating-given', { rating: step, voters: 1 })],
                `A vote of ${step}.`,
              )
            }
          >
            {step}
          </Button>
        ))}
      </div>
    </Section>
  );
}

/** Who runs the next review, and when: proposed by rota and cadence, in force once handed over. */
export function HandOverPart() {
  const { review, registers } = useLive();
  const desk = useDesk();
  const proposed = useHandOver();
  const next = review.handOver ?? proposed;
  const draws = review.picks.filter((pick) => pick.of === 'facilitator');
  const hand = (changes: Partial<HandOver>) =>
    desk.author(
      [inReview(review, 'handed-over', { ...next, ...changes })],
      'The next review is handed over.',
    );
  return (
    <Section title="Next review" remark={review.handOver === null ? 'proposed' : 'handed over'}>
      <div className={styles['next']}>
        <Select
          label="Facilitator"
          value={next.facilitator}
          choices={registers.people
            .filter((person) => person.active)
            .map((person) => ({ id: person.id, name: person.name }))}
          onChange={(facilitator) => hand({ facilitator })}
        />
        <TextField
          label="Date"
          type="date"
          value={next.date ?? ''}
          onChange={(date) => /^\d{4}-\d\d-\d\d$/.test(date) && hand({ date })}
        />
      </div>
      <p className={styles['quiet']}>{next.date === null ? '' : longDay(next.date)}</p>
      {draws.map((draw) => (
        <p key={draw.event} className={styles['quiet']} dir="auto">
          Drawn: {drawWords(draw)}. {weightWords(draw)}.
        </p>
      ))}
      {review.handOver === null && (
        <Button keys={['h']} onPress={() => hand({})}>
          Hand over
        </Button>
      )}
    </Section>
  );
}
