import { useHostMenu } from '#renderer/src/commands/use-host-menu.ts';
import { CurrentStateProvider } from '#renderer/src/data/CurrentStateContext.tsx';
import { LiveWatch } from '#renderer/src/features/live/LiveWatch.tsx';
import { StagePage } from '#renderer/src/features/live/StagePage.tsx';
import { usePlace } from '#renderer/src/state/navigation.ts';
import { stageReview } from '#renderer/src/state/pages.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { MainWindow } from './MainWindow.tsx';
import { RehearsalStrip } from './RehearsalStrip.tsx';

/** One bundle, two windows: the app, and the stage that the room sees. */
export function App() {
  const place = usePlace();
  const review = stageReview(globalThis.location);
  useHostMenu();
  return (
    <CurrentStateProvider>
      <RehearsalStrip stage={review !== null} />
      {review === null && <LiveWatch />}
      <ErrorBoundary place={JSON.stringify(place)}>
        {review === null ? <MainWindow /> : <StagePage review={review} />}
      </ErrorBoundary>
    </CurrentStateProvider>
  );
}
