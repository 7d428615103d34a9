import { useEffect } from 'react';
import { useReview } from '#renderer/src/data/WorkspaceContext.tsx';
import type { Review } from '#shared/review/review.ts';
import { LiveContext, useLiveParts } from './live.ts';
import styles from './StagePage.module.css';
import { Stage } from './stage/Stage.tsx';
import { StageFrame } from './stage/StageFrame.tsx';
import { useAwake } from './use-awake.ts';
import { useSleepWatch } from './use-sleep-watch.ts';
import { useStageKeys } from './use-stage-keys.ts';
import { useStagePresence } from './use-stage-window.ts';

/** The stage in a window of its own: what the room sees and nothing else. */
export function StagePage({ review: id }: { readonly review: string }) {
  const review = useReview(id);
  const { driven } = useStagePresence(id, review);
  useEffect(() => {
    document.title = 'Stage, Andon';
  }, []);
  if (review === null) {
    return (
      <main className={styles['stage']}>
        <p className={styles['none']}>
          This review is not on record here. Close this window and open the stage again.
        </p>
      </main>
    );
  }
  return <OnStage review={review} driven={driven} />;
}

function StageKeys() {
  useAwake();
  useSleepWatch();
  useStageKeys();
  return null;
}

type OnStageProps = {
  readonly review: Review;
  /** A console is open; without one the stage says how to get it back. */
  readonly driven: boolean;
};

function OnStage({ review, driven }: OnStageProps) {
  const live = useLiveParts(review);
  const held = review.andons.some((pull) => pull.released === null) && review.status === 'live';
  return (
    <LiveContext value={live}>
      <StageKeys />
      <main className={styles['stage']}>
        <StageFrame tone={held ? 'held' : 'plain'}>
          <Stage layout="whole" />
          {!driven && <p className={styles['alone']}>The console is closed. c opens it.</p>}
        </StageFrame>
      </main>
    </LiveContext>
  );
}
