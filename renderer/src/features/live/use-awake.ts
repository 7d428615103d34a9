import { useEffect } from 'react';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';

/** Keeps the display awake for as long as the review is on this screen. */
export function useAwake(): void {
  const { machine } = useWorkspace();
  useEffect(() => {
    void machine.request('awake:hold', { on: true });
    return () => {
      void machine.request('awake:hold', { on: false });
    };
  }, [machine]);
}
