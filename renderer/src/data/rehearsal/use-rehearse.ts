import { useCurrentReview } from '#renderer/src/data/reviews.ts';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { newId } from '#renderer/src/data/workspace.ts';

/** Begins a rehearsal of the coming review in this window; null while one runs, or the real review does. */
export function useRehearse(): (() => void) | null {
  const { log, rehearsal } = useWorkspace();
  const status = useCurrentReview()?.status ?? 'preparing';
  if (rehearsal !== null || status !== 'preparing') return null;
  return () => {
    // The rehearsal reads what is stored, so what was just typed has to be there first.
    void log.settled().then(() => location.replace(`/?rehearsal=${newId().slice(0, 8)}#/prepare`));
  };
}
