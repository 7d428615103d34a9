import { useContext } from 'react';
import { useHandOver } from '#renderer/src/features/live/closing/use-hand-over.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { useClock } from '#renderer/src/features/live/use-clock.ts';
import { clockDifference, passedFigure } from '#renderer/src/features/live/wording.ts';
import { longDay } from '#renderer/src/ui/dates.ts';
import { heldReviews, heldSoFar, ownTrend, trendSentence } from '#shared/review/own-trend.ts';
import styles from './Blocks.module.css';
import { RatingSpread, ratingWords } from './RatingSpread.tsx';
import { StageLayoutContext } from './stage-layout.ts';

/** As many rows of minutes as there is room for. */
const MOST_BLOCKS = { whole: 13, upper: 10 };
/** The stage tells the ratings before; the other measures over time are under Cadence and in the readout. */
const RATINGS_TOLD = 3;

/** The review reviews itself: a rating, the plan against what was used, and who is next. */
export function RatingView() {
  const { review, registers, nameOf } = useLive();
  const { blocks, meeting } = useClock();
  const layout = useContext(StageLayoutContext);
  const usedOf = (id: string) => blocks.find((one) => one.block === id)?.usedMs ?? 0;
  const proposed = useHandOver();
  const next = review.handOver ?? proposed;
  const held = review.blocks.filter((block) => block.minutes > 0 || usedOf(block.id) > 0);
  const shown = held.slice(0, MOST_BLOCKS[layout]);
  const trend = ownTrend([...heldReviews(registers.reviews, review.id), heldSoFar(review, meeting.usedMs)]);
  return (
    <>
      <h1>Was this hour worth it?</h1>
      <p className={styles['lead']}>
        {ratingWords(review)}{' '}
        {next.facilitator === null
          ? 'Nobody is named to facilitate next'
          : `Next: ${nameOf(next.facilitator)}`}
        {next.date === null ? '.' : `, ${longDay(next.date)}.`}
        {review.handOver === null ? ' h hands over.' : ''}
      </p>
      <div className={styles['two']}>
        <ol
          className={`${styles['rows']} ${styles['minutes']}`}
          aria-label="Plan, used, difference in minutes"
        >
          {shown.map((block) => {
            const used = usedOf(block.id);
            return (
              <li key={block.id}>
                <span className={styles['cut']} dir="auto">
                  {block.name}
                </span>
                <span className={styles['date']}>{block.planned === 0 ? 'none' : `${block.planned}:00`}</span>
                <span className={styles['date']}>{passedFigure(used)}</span>
                <span className={`${styles['date']} ${styles['quiet']}`}>
                  {clockDifference(used - block.planned * 60_000)}
                </span>
              </li>
            );
          })}
          {held.length > shown.length && (
            <li>
              <span className={styles['quiet']}>and {held.length - shown.length} more in the readout</span>
            </li>
          )}
        </ol>
        <div>
          <RatingSpread />
          <ul className={styles['own']} aria-label="How the reviews themselves go">
            {trend.slice(0, layout === 'upper' && review.votes.reasons.length > 0 ? 3 : 5).map((one) => (
              <li key={one.id}>{trendSentence(one, one.id === 'rating' ? RATINGS_TOLD : 0)}</li>
            ))}
          </ul>
        </div>
      </div>
    </>
  );
}
