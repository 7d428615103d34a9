import './styles/tokens.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { NotOpened, Opening } from './app/Opening.tsx';
import { theMachine } from './bridge/bridge.ts';
import { listenForKeys } from './commands/keymap.ts';
import { WorkspaceProvider } from './data/WorkspaceContext.tsx';
import { currentWorkspaceName, openWorkspace } from './data/workspace.ts';
import { startAppearance } from './state/appearance.ts';

const container = document.getElementById('root');
if (container === null) throw new Error('The page has no root.');
const root = createRoot(container);

startAppearance();
void navigator.storage?.persist?.();
listenForKeys(window);
root.render(<Opening />);

openWorkspace(theMachine(), currentWorkspaceName()).then(
  (workspace) =>
    root.render(
      <WorkspaceProvider workspace={workspace}>
        <App />
      </WorkspaceProvider>,
    ),
  (cause) => root.render(<NotOpened why={cause instanceof Error ? cause.message : String(cause)} />),
);
