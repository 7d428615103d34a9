import { useCallback, useEffect, useState } from 'react';
import { useSaving, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { isPresent, useIsPresent, usePresence } from '#renderer/src/hooks/use-presence.ts';
import type { Command } from '#renderer/src/state/commands.ts';
import { notify } from '#renderer/src/state/notices.ts';
import { APP_WINDOW, stageAddress } from '#renderer/src/state/pages.ts';
import { setUnsaved } from '#renderer/src/state/pointing.ts';
import { sharedName } from '#renderer/src/state/shared-name.ts';
import type { Review } from '#shared/review/review.ts';
import { useLive } from './live.ts';

const CHANNEL = sharedName('andon.stage');
/** A window that a script may close is gone by then. */
const CLOSED_MS = 1500;

function lockOf(review: string): string {
  return sharedName(`andon.stage.${review}`);
}

/** Makes this window the stage that others know of and close; tells whether a console is open to drive it. */
export function useStagePresence(id: string, review: Review | null): { readonly driven: boolean } {
  const { machine, hello } = useWorkspace();
  usePresence(lockOf(id));
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', () => window.close());
    return () => channel.close();
  }, []);
  // A stage of a review that is over, and that nobody can close from a console any more, is in the way.
  const over = review === null || review.status === 'closed' || review.status === 'preparing';
  useEffect(
    () =>
      machine.subscribe('console:closed', () => {
        if (over && hello.canOpenStage) window.close();
      }),
    [machine, hello, over],
  );
  const open = useIsPresent(sharedName(APP_WINDOW));
  return { driven: open ?? true };
}

/** Brings the console to the front, or opens one again: the stage may outlive it. */
export function useOpenConsole(): () => void {
  const { machine, hello, rehearsal } = useWorkspace();
  return useCallback(() => {
    const query = rehearsal === null ? '' : `?rehearsal=${rehearsal.id}`;
    if (hello.canOpenStage) void machine.request('console:open', {});
    else {
      void isPresent(sharedName(APP_WINDOW)).then(
        (open) => open || window.open(`/${query}#/live`, sharedName('andon-console')),
      );
    }
  }, [machine, hello, rehearsal]);
}

/** Says what became of a stage whose display went away or came back. */
function useDisplayNotices(): 'display' | 'window' | null {
  const { machine } = useWorkspace();
  const [on, setOn] = useState<'display' | 'window' | null>(null);
  useEffect(
    () =>
      machine.subscribe('stage:changed', (stage) => {
        setOn(stage.on);
        if (stage.why === 'display-gone') {
          notify('The stage’s display is gone. The stage waits in a window; it goes back by itself.');
        }
        if (stage.why === 'display-back') notify('The stage is on its display again.');
      }),
    [machine],
  );
  return on;
}

export type StageWindow = {
  readonly open: boolean;
  /** Full screen on another display, or in a window; null where this is not known. */
  readonly on: 'display' | 'window' | null;
  readonly commands: readonly Command[];
};

/** Whether the stage is in a window of its own, where it is, and the switches for it. */
export function useStageWindow(): StageWindow {
  const { review } = useLive();
  const { machine, hello, rehearsal } = useWorkspace();
  const open = useIsPresent(lockOf(review.id)) ?? false;
  const on = useDisplayNotices();
  const unsaved = useSaving().trouble?.since ?? null;
  useEffect(() => setUnsaved(unsaved), [unsaved]);

  const show = () => {
    if (hello.canOpenStage) {
      void machine.request('stage:open', { review: review.id });
      return;
    }
    const address = stageAddress(review.id, rehearsal?.id ?? null);
    if (window.open(address, sharedName('andon-stage'), 'popup,width=1280,height=720') !== null) return;
    notify(
      `The browser did not open the stage. Allow this page to open windows and press s, or open ${location.origin}${address} in another tab.`,
      { lasting: true },
    );
  };
  const close = () => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage('close');
    channel.close();
    if (hello.canOpenStage) void machine.request('stage:close', {});
    setTimeout(async () => {
      if (await isPresent(lockOf(review.id)))
        notify('The browser keeps a stage that was opened by hand. Close its tab.');
    }, CLOSED_MS);
  };
  const commands: readonly Command[] = [
    {
      id: 'live:stage',
      keys: ['s'],
      name: open ? 'Close the stage window' : 'Open the stage in a window of its own',
      group: 'Windows',
      run: open ? close : show,
    },
    {
      id: 'live:stage-move',
      name: 'Put the stage on the next display',
      group: 'Windows',
      run: () => void machine.request('stage:move', {}),
    },
  ];
  return {
    open,
    on: open ? on : null,
    commands: hello.canOpenStage && open ? commands : commands.slice(0, 1),
  };
}
