import { useEffect } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useCurrentReview } from '#renderer/src/data/reviews.ts';
import { useReview } from '#renderer/src/data/WorkspaceContext.tsx';
import { DeskContext } from '#renderer/src/features/live/desk.ts';
import { LiveContext, useLiveParts } from '#renderer/src/features/live/live.ts';
import { useCaptureCommands } from '#renderer/src/features/live/use-capture-commands.ts';
import { useDeskParts } from '#renderer/src/features/live/use-desk-parts.ts';
import { notify } from '#renderer/src/state/notices.ts';
import type { Review } from '#shared/review/review.ts';
import styles from './AnywhereLine.module.css';
import { Line } from './Line.tsx';

function Keys() {
  useCommands(useCaptureCommands());
  return null;
}

function OpenAnywhere({ review }: { readonly review: Review }) {
  const live = useLiveParts(review);
  const desk = useDeskParts(review.id);
  const { said, sentences } = desk;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same sentence said once more is shown once more.
  useEffect(() => {
    if (said !== '') notify(said);
  }, [said, sentences]);
  return (
    <LiveContext value={live}>
      <DeskContext value={desk}>
        <Keys />
        {desk.ask !== null && (
          <div className={styles['anywhere']}>
            <Line size="console" />
          </div>
        )}
      </DeskContext>
    </LiveContext>
  );
}

/** While a review is live every other screen takes down as the live one does, with the line at its foot. */
export function AnywhereLine() {
  const current = useCurrentReview();
  const review = useReview(current?.status === 'live' ? current.id : null);
  return review === null ? null : <OpenAnywhere review={review} />;
}
