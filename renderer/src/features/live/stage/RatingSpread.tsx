import { useLive } from '#renderer/src/features/live/live.ts';
import { counted } from '#renderer/src/features/live/wording.ts';
import { MEAN_FROM } from '#shared/review/rating.ts';
import type { Review } from '#shared/review/review.ts';
import styles from './RatingSpread.module.css';

/** The rating in words: how many voted, and the mean where it says something about a room and not about one person. */
export function ratingWords({ rating }: Pick<Review, 'rating'>): string {
  if (rating === null) return 'One to five, a key for each vote. Nobody is named.';
  const votes = counted(rating.voters, 'vote');
  return rating.voters < MEAN_FROM
    ? `${votes}; a mean is said from ${MEAN_FROM} on.`
    : `${rating.mean.toFixed(1)} of 5 by ${votes}.`;
}

const REASONS = 3;

/** How the votes spread over one to five, and why; without names. */
export function RatingSpread() {
  const { votes } = useLive().review;
  const most = Math.max(1, ...votes.counts);
  const reasons = votes.reasons.slice(-REASONS);
  return (
    <div className={styles['spread']}>
      <ol className={styles['bars']} aria-label="Votes">
        {votes.counts.map((count, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of the scale never move.
          <li key={index}>
            <span className={styles['count']}>{count === 0 ? '' : count}</span>
            <i style={{ height: `${(count / most) * 96}px` }} aria-hidden="true" />
            <b>{index + 1}</b>
            <span className="visually-hidden">{`: ${counted(count, 'vote')}`}</span>
          </li>
        ))}
      </ol>
      {votes.averaged > 0 && (
        <p className={styles['quiet']}>
          {counted(votes.averaged, 'vote')} came as a mean, without their spread.
        </p>
      )}
      {reasons.length > 0 && (
        <ul className={styles['reasons']}>
          {reasons.map((reason, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may say the same.
            <li key={index} dir="auto">
              “{reason}”
            </li>
          ))}
        </ul>
      )}
      {votes.reasons.length > REASONS && (
        <p className={styles['quiet']}>and {votes.reasons.length - REASONS} more</p>
      )}
    </div>
  );
}
