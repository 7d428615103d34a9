import { useEffect } from 'react';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';

/** Asks before the window is closed while something typed is not on the disk in both stores. */
export function useKeepOpen(): void {
  const { saving } = useWorkspace();
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (saving.unsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, [saving]);
}
