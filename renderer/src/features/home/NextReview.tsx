import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { usePlanReview, useStartReview } from '#renderer/src/data/planning.ts';
import { useUpcoming } from '#renderer/src/data/upcoming.ts';
import { useReview } from '#renderer/src/data/WorkspaceContext.tsx';
import { goTo } from '#renderer/src/state/navigation.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { ReadinessBar } from '#renderer/src/ui/ReadinessBar.tsx';
import styles from './NextReview.module.css';

/** Starts the planned review, on its day or after; null where there is none to start yet. */
function useBegin(planned: string | null, isDue: boolean): (() => void) | null {
  const review = useReview(planned);
  const { state } = useCurrentState();
  const { start } = useStartReview(review);
  return review === null || state === null || !isDue ? null : start;
}

/** When the next review is, who runs it, and whether it is ready. */
export function NextReview() {
  const upcoming = useUpcoming();
  const plan = usePlanReview();
  const { review, title, when, details, readiness, isDue } = upcoming;
  const live = review !== null && review.status !== 'preparing';
  const begin = useBegin(review?.status === 'preparing' ? review.id : null, isDue);
  const prepare = () => (review === null ? plan() : goTo({ page: 'prepare' }));
  const resume = () => goTo({ page: 'live' });
  useCommands([
    live
      ? { id: 'resume', name: 'Return to the review', group: 'Home', keys: ['Enter'], run: resume }
      : { id: 'prepare', name: 'Prepare the next review', group: 'Home', keys: ['Enter'], run: prepare },
    ...(begin === null
      ? []
      : [
          { id: 'start', name: 'Start the review', group: 'Home' as const, keys: ['Ctrl+Enter'], run: begin },
        ]),
  ]);
  const gaps = readiness.filter((check) => check.status === 'gap');
  return (
    <div className={styles.next}>
      <div>
        <p className={styles.when}>{when}</p>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.details}>{details}</p>
        <div className={styles.actions}>
          {begin !== null && (
            <Button look="primary" keys={['Ctrl', 'Enter']} onPress={begin}>
              Start the review
            </Button>
          )}
          {live ? (
            <Button look="primary" keys={['Enter']} onPress={resume}>
              Return to the review
            </Button>
          ) : (
            <Button look={begin === null ? 'primary' : 'plain'} keys={['Enter']} onPress={prepare}>
              Prepare the review
            </Button>
          )}
        </div>
      </div>
      {!live && readiness.length > 0 && <ReadinessBar checks={readiness} gaps={gaps.slice(0, 3)} />}
    </div>
  );
}
