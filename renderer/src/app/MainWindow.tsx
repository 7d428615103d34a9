import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useCurrentReview } from '#renderer/src/data/reviews.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { CadencePage } from '#renderer/src/features/cadence/CadencePage.tsx';
import { DataPage } from '#renderer/src/features/data/DataPage.tsx';
import { HomePage } from '#renderer/src/features/home/HomePage.tsx';
import { LivePage } from '#renderer/src/features/live/LivePage.tsx';
import { AnywhereLine } from '#renderer/src/features/live/line/AnywhereLine.tsx';
import { MetricPage } from '#renderer/src/features/metric/MetricPage.tsx';
import { PreparePage } from '#renderer/src/features/prepare/PreparePage.tsx';
import { ReadoutPage } from '#renderer/src/features/readout/ReadoutPage.tsx';
import { ActionsPage } from '#renderer/src/features/registers/ActionsPage.tsx';
import { DecisionsPage } from '#renderer/src/features/registers/DecisionsPage.tsx';
import { InitiativesPage } from '#renderer/src/features/registers/InitiativesPage.tsx';
import { RisksPage } from '#renderer/src/features/registers/RisksPage.tsx';
import { SettingsPage } from '#renderer/src/features/settings/SettingsPage.tsx';
import { WallPage } from '#renderer/src/features/wall/WallPage.tsx';
import { usePresence } from '#renderer/src/hooks/use-presence.ts';
import { UnattendedInbox } from '#renderer/src/inbox/UnattendedInbox.tsx';
import { usePlace } from '#renderer/src/state/navigation.ts';
import { APP_WINDOW, hashOf, type Place } from '#renderer/src/state/pages.ts';
import { sharedName } from '#renderer/src/state/shared-name.ts';
import { DropTarget } from './DropTarget.tsx';
import { Shell } from './Shell.tsx';
import { useWindowCommands } from './use-window-commands.ts';

function Screen({ place }: { readonly place: Place }) {
  switch (place.page) {
    case 'home':
      return <HomePage />;
    case 'prepare':
      return <PreparePage />;
    case 'live':
      return <LivePage />;
    case 'wall':
      return <WallPage />;
    case 'metric':
      return <MetricPage series={place.series} />;
    case 'actions':
      return <ActionsPage key={hashOf(place)} at={place} />;
    case 'initiatives':
      return <InitiativesPage key={hashOf(place)} at={place} />;
    case 'risks':
      return <RisksPage key={hashOf(place)} at={place} />;
    case 'decisions':
      return <DecisionsPage key={hashOf(place)} at={place} />;
    case 'readout':
      return <ReadoutPage review={place.review} />;
    case 'data':
      return <DataPage />;
    case 'cadence':
      return <CadencePage />;
    case 'settings':
      return <SettingsPage />;
  }
}

function useCounts(): Readonly<Record<string, string>> {
  const { actions, initiatives, risks, decisions } = useRegisters();
  const { state } = useCurrentState();
  const open = (count: number) => (count === 0 ? '' : String(count));
  return {
    wall: open(state?.readings.length ?? 0),
    actions: open(actions.filter((action) => action.status === 'open').length),
    initiatives: open(initiatives.filter((one) => one.status !== 'done' && one.status !== 'dropped').length),
    risks: open(risks.filter((risk) => risk.status === 'open').length),
    decisions: open(decisions.length),
  };
}

/** The app's own window: the frame and the screen that is open. */
export function MainWindow() {
  usePresence(sharedName(APP_WINDOW));
  const place = usePlace();
  const review = useCurrentReview();
  const { organization } = useRegisters();
  const counts = useCounts();
  useCommands(useWindowCommands());
  const folded = place.page === 'wall' || (place.page === 'live' && review?.status === 'live');
  return (
    <Shell organization={organization?.name ?? 'Andon'} counts={counts} folded={folded}>
      {place.page !== 'live' && <AnywhereLine />}
      <DropTarget>
        <Screen place={place} />
      </DropTarget>
      <UnattendedInbox />
    </Shell>
  );
}
