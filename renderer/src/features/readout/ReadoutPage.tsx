import { useRegisters, useReview } from '#renderer/src/data/WorkspaceContext.tsx';
import { goTo } from '#renderer/src/state/navigation.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Page } from '#renderer/src/ui/Page.tsx';
import { ReadoutDesk } from './ReadoutDesk.tsx';
import styles from './ReadoutPage.module.css';
import { reviewsToRead } from './use-readout.ts';

/** What leadership will receive: of the review asked for, else of the newest closed one, else of the live one. */
export function ReadoutPage({ review: wanted }: { readonly review: string | null }) {
  const { reviews } = useRegisters();
  const readable = reviewsToRead(reviews);
  const newest = readable.find((one) => one.status === 'closed') ?? readable[0];
  const summary = wanted === null ? newest : readable.find((one) => one.id === wanted);
  const review = useReview(summary?.id ?? null);
  if (review === null) {
    return (
      <Page title="Readout">
        <p className={styles.empty}>
          {wanted === null
            ? 'The readout is made from a review, and none has been held yet. It writes itself while you run one: findings, decisions, commitments, the six questions.'
            : 'There is no review of this name, or it has not started yet.'}
        </p>
        <Button look="primary" onPress={() => goTo({ page: 'prepare' })}>
          Prepare a review
        </Button>
      </Page>
    );
  }
  return <ReadoutDesk key={review.id} review={review} reviews={readable} />;
}
