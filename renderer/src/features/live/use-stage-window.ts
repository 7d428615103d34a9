import { useCallback, useEffect, useState } from 'react';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { notify } from '#renderer/src/state/notices.ts';
import { stageAddress } from '#renderer/src/state/pages.ts';
import { sharedName } from '#renderer/src/state/shared-name.ts';
import { useLive } from './live.ts';

const LOOK_MS = 500;
const CHANNEL = sharedName('andon.stage');

function lockOf(review: string): string {
  return sharedName(`andon.stage.${review}`);
}

/** Held by the stage's window for as long as it lives, so that other windows know of it however it ends. */
export function useStagePresence(review: string): void {
  useEffect(() => {
    const controller = new AbortController();
    navigator.locks
      .request(lockOf(review), { mode: 'shared', signal: controller.signal }, () => {
        return new Promise<void>((resolve) => controller.signal.addEventListener('abort', () => resolve()));
      })
      .catch(() => undefined);
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', () => window.close());
    return () => {
      controller.abort();
      channel.close();
    };
  }, [review]);
}

/** Whether the stage is in a window of its own, and the switch for it. */
export function useStageWindow(): { readonly open: boolean; readonly toggle: () => void } {
  const { review } = useLive();
  const { machine, hello, rehearsal } = useWorkspace();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const look = async () => {
      const { held = [] } = await navigator.locks.query();
      setOpen(held.some((lock) => lock.name === lockOf(review.id)));
    };
    void look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [review.id]);

  const toggle = useCallback(() => {
    if (open) {
      const channel = new BroadcastChannel(CHANNEL);
      channel.postMessage('close');
      channel.close();
      if (hello.canOpenStage) void machine.request('stage:close', {});
      return;
    }
    if (hello.canOpenStage) {
      void machine.request('stage:open', { review: review.id });
      return;
    }
    const stage = window.open(
      stageAddress(review.id, rehearsal?.id ?? null),
      sharedName('andon-stage'),
      'popup,width=1280,height=720',
    );
    if (stage === null)
      notify('The browser did not open the stage. Allow this page to open windows, then press s.');
  }, [open, hello.canOpenStage, machine, rehearsal, review.id]);
  return { open, toggle };
}
