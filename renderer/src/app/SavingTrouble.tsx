import { useEffect, useRef } from 'react';
import { copyOfEverything, offerDownload } from '#renderer/src/data/copy.ts';
import { useWallTime } from '#renderer/src/data/today.ts';
import { useSaving, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { notify } from '#renderer/src/state/notices.ts';
import { Banner } from '#renderer/src/ui/Banner.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';

/** Stands on every window while something typed is not on disk twice. */
export function SavingTrouble() {
  const { trouble } = useSaving();
  const wallTime = useWallTime();
  const { log, readOnly, setAside } = useWorkspace();
  const failing = trouble !== null;
  const failed = useRef(failing);
  useEffect(() => {
    if (failed.current && !failing) notify('Everything is saved again.');
    failed.current = failing;
  }, [failing]);
  if (trouble !== null) {
    return (
      <Banner
        title="NOT SAVED"
        also={`${trouble.held} ${trouble.held === 1 ? 'entry is' : 'entries are'} held in memory and on this screen.`}
        actions={
          <Button
            onPress={() =>
              offerDownload('andon-copy.json', 'application/json', copyOfEverything(log.events()))
            }
          >
            Save a copy elsewhere
          </Button>
        }
      >
        since {wallTime(trouble.since)}. {trouble.sentence} Keep this window open; Andon goes on trying.
      </Banner>
    );
  }
  if (readOnly) {
    return (
      <Banner title="Read only">
        A newer version of Andon has written here. Nothing is changed by this one; start the newer one to go
        on.
      </Banner>
    );
  }
  return setAside === null ? null : <Banner title="Read again">{setAside}</Banner>;
}
