import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useCurrentReview } from '#renderer/src/data/reviews.ts';
import { useRegisters, useReview } from '#renderer/src/data/WorkspaceContext.tsx';
import { goTo } from '#renderer/src/state/navigation.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Page } from '#renderer/src/ui/Page.tsx';
import { withResting } from '#shared/review/resting.ts';
import type { Review } from '#shared/review/review.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import { AgendaEditor } from './AgendaEditor.tsx';
import { AnomalyList } from './AnomalyList.tsx';
import { Arrived } from './Arrived.tsx';
import { NotPlanned } from './NotPlanned.tsx';
import styles from './PreparePage.module.css';
import { PreReadButton } from './PreReadButton.tsx';
import { ReadinessGate } from './ReadinessGate.tsx';
import { RehearseButton } from './RehearseButton.tsx';
import { Restated } from './Restated.tsx';
import { Roles } from './Roles.tsx';
import { StartButton } from './StartButton.tsx';
import { UpcomingChanges } from './UpcomingChanges.tsx';
import { useReadiness } from './use-readiness.ts';
import { useTakeBack } from './use-take-back.ts';
import { Wins } from './Wins.tsx';

/** Five minutes before the meeting: what arrived, what to talk about, whether the minutes add up. */
export function PreparePage() {
  const summary = useCurrentReview();
  const review = useReview(summary?.id ?? null);
  const { state, trouble } = useCurrentState();
  if (summary === null || review === null) return <NotPlanned />;
  if (review.status !== 'preparing') {
    return (
      <Page title="Prepare" remark="This review has started; its agenda and anomalies are frozen.">
        <Button look="primary" onPress={() => goTo({ page: 'live' })}>
          Return to the review
        </Button>
      </Page>
    );
  }
  if (state === null) {
    return (
      <Page title="Prepare">
        <p role="status">{trouble ?? 'Evaluating the series…'}</p>
      </Page>
    );
  }
  return <Prepared review={review} state={state} />;
}

function Prepared({ review, state }: { readonly review: Review; readonly state: CurrentState }) {
  const laid = withResting(review, state.anomalies, useRegisters());
  const readiness = useReadiness(review, state);
  useTakeBack(review);
  return (
    <Page
      title="Prepare"
      remark={<Roles review={review} />}
      actions={
        <>
          <RehearseButton />
          <span data-part="pre-read">
            <PreReadButton review={laid} state={state} readiness={readiness} />
          </span>
          <StartButton review={review} gaps={readiness.gaps} />
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          <Arrived state={state} />
          <Restated />
          <Wins review={review} state={state} />
          <UpcomingChanges />
        </div>
        <AnomalyList review={laid} state={state} />
        <div className={styles.column}>
          <ReadinessGate readiness={readiness} />
          <AgendaEditor review={laid} state={state} />
        </div>
      </div>
    </Page>
  );
}
