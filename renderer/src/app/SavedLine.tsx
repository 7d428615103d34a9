import { useWallTime } from '#renderer/src/data/today.ts';
import { useSaving, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';

/** When everything was last on disk twice. */
export function SavedLine() {
  const { savedAt, waitingSince, trouble } = useSaving();
  const { readOnly, rehearsal } = useWorkspace();
  const wallTime = useWallTime();
  if (rehearsal !== null) return <>Rehearsal: nothing is kept</>;
  if (readOnly) return <>Read only: a newer Andon wrote here</>;
  if (trouble !== null) return <strong>NOT SAVED since {wallTime(trouble.since)}</strong>;
  if (waitingSince !== null) return <>Saving…</>;
  return (
    <>{savedAt === null ? 'Everything is on this machine' : `Saved ${wallTime(savedAt)} on this machine`}</>
  );
}
