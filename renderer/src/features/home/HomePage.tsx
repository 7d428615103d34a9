import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { CommitmentsDue } from './CommitmentsDue.tsx';
import { DimensionTiles } from './DimensionTiles.tsx';
import { EmptyHome } from './EmptyHome.tsx';
import { HomeBar } from './HomeBar.tsx';
import styles from './HomePage.module.css';
import { NextReview } from './NextReview.tsx';
import { PastReviews } from './PastReviews.tsx';
import { PromisesKept } from './PromisesKept.tsx';

/** Where the organization stands and when it meets next; with no data, how to begin. */
export function HomePage() {
  const { snapshots, reviews } = useRegisters();
  const { state, working, trouble } = useCurrentState();
  if (snapshots.length === 0 && reviews.length === 0) return <EmptyHome />;
  return (
    <>
      <HomeBar />
      <div className={styles.home}>
        <NextReview />
        {trouble !== null && (
          <p role="alert">The series could not be evaluated: {trouble} Nothing was changed.</p>
        )}
        {state === null && working ? <p role="status">Evaluating the series…</p> : <DimensionTiles />}
        <div className={styles.columns}>
          <CommitmentsDue />
          <div className={styles.side}>
            <PromisesKept />
            <PastReviews />
          </div>
        </div>
      </div>
    </>
  );
}
