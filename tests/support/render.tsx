import { cleanup, configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { onTestFinished, vi } from 'vitest';
import { listenForKeys } from '#renderer/src/commands/keymap.ts';
import { WorkspaceProvider } from '#renderer/src/data/WorkspaceContext.tsx';
import type { Workspace } from '#renderer/src/data/workspace.ts';

// Two things of a browser that jsdom has not, and dialogs and lists use.
vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') });
// Waiting is for the slowest machine; what comes at once is not waited for.
configure({ asyncUtilTimeout: 10_000 });
Element.prototype.scrollIntoView ??= () => undefined;

/** Shows a part of the screen over a workspace, with its keys; taken down at the end of the test. */
export function show(workspace: Workspace, part: ReactNode) {
  const stopListening = listenForKeys(window);
  onTestFinished(() => {
    stopListening();
    cleanup();
  });
  return render(<WorkspaceProvider workspace={workspace}>{part}</WorkspaceProvider>);
}
