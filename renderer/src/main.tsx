import './styles/tokens.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { NotOpened, Opening } from './app/Opening.tsx';
import { theMachine } from './bridge/bridge.ts';
import { listenForKeys } from './commands/keymap.ts';
import { memoryOver } from './data/rehearsal/memory-storage.ts';
import { openRehearsal } from './data/rehearsal/open-rehearsal.ts';
import { WorkspaceProvider } from './data/WorkspaceContext.tsx';
import { currentWorkspaceName, openWorkspace, type Workspace, windowSurroundings } from './data/workspace.ts';
import { startAppearance } from './state/appearance.ts';
import { rehearsalAt, stageReview } from './state/pages.ts';

const container = document.getElementById('root');
if (container === null) throw new Error('The page has no root.');
const root = createRoot(container);

/** What is over in this window: the stage closes, the app goes back to where the rehearsal began. */
function leaveRehearsal(): void {
  if (stageReview(location) === null) location.replace('/#/prepare');
  else window.close();
}

function open(): Promise<Workspace> {
  const id = rehearsalAt(location);
  const workspace = currentWorkspaceName();
  if (id === null) return openWorkspace(theMachine(), workspace);
  // Whatever the window remembers from here on, it remembers in memory.
  Object.defineProperty(window, 'localStorage', { value: memoryOver(localStorage), configurable: true });
  return openRehearsal(theMachine(), { id, workspace, over: leaveRehearsal }, windowSurroundings());
}

startAppearance();
void navigator.storage?.persist?.();
listenForKeys(window);
root.render(<Opening />);

open().then(
  (workspace) =>
    root.render(
      <WorkspaceProvider workspace={workspace}>
        <App />
      </WorkspaceProvider>,
    ),
  (cause) => root.render(<NotOpened why={cause instanceof Error ? cause.message : String(cause)} />),
);
