import { useSaving, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';

function clock(ms: number): string {
  return new Date(ms).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

/** When everything was last on disk twice. */
export function SavedLine() {
  const { savedAt, waitingSince, trouble } = useSaving();
  const { readOnly } = useWorkspace();
  if (readOnly) return <>Read only: a newer Andon wrote here</>;
  if (trouble !== null) return <strong>NOT SAVED since {clock(trouble.since)}</strong>;
  if (waitingSince !== null) return <>Saving…</>;
  return (
    <>{savedAt === null ? 'Everything is on this machine' : `Saved ${clock(savedAt)} on this machine`}</>
  );
}
