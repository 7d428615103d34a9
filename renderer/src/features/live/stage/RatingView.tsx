import { useHandOver } from '#renderer/src/features/live/closing/use-hand-over.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { useClock } from '#renderer/src/features/live/use-clock.ts';
import { clockDifference, clockFigure, counted, reviewTrend } from '#renderer/src/features/live/wording.ts';
import { longDay } from '#renderer/src/ui/dates.ts';
import styles from './Blocks.module.css';

const STEPS = [1, 2, 3, 4, 5];

/** The review reviews itself: a rating, the plan against what was used, and who is next. */
export function RatingView() {
  const { review, registers, nameOf } = useLive();
  const { blocks } = useClock();
  const proposed = useHandOver();
  const next = review.handOver ?? proposed;
  const { rating } = review;
  return (
    <>
      <h1>Was this hour worth it?</h1>
      <p className={styles['lead']}>
        {rating === null
          ? 'One to five, said aloud or typed.'
          : `${rating.mean.toFixed(1)} of 5 by ${counted(rating.voters, 'vote')}.`}{' '}
        {next.facilitator === null
          ? 'Nobody is named to facilitate next'
          : `Next: ${nameOf(next.facilitator)}`}
        {next.date === null ? '.' : `, ${longDay(next.date)}.`}
        {review.handOver === null ? ' h hands over.' : ''}{' '}
        {reviewTrend(registers.reviews.filter(({ id }) => id !== review.id))}
      </p>
      <div className={styles['two']}>
        <ol
          className={`${styles['rows']} ${styles['minutes']}`}
          aria-label="Plan, used, difference in minutes"
        >
          {review.blocks.map((block) => {
            const used = blocks.find((one) => one.block === block.id)?.usedMs ?? 0;
            return (
              <li key={block.id}>
                <span className={styles['cut']}>{block.name}</span>
                <span className={styles['date']}>{block.planned}:00</span>
                <span className={styles['date']}>{clockFigure(used)}</span>
                <span className={`${styles['date']} ${styles['quiet']}`}>
                  {clockDifference(used - block.planned * 60_000)}
                </span>
              </li>
            );
          })}
        </ol>
        <div className={styles['rating']}>
          {STEPS.map((step) => (
            <span key={step} data-on={(rating !== null && Math.round(rating.mean) === step) || undefined}>
              {step}
            </span>
          ))}
        </div>
      </div>
    </>
  );
}
