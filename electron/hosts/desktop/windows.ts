import type { BrowserWindow, WebContents } from 'electron';
import type { DisplayMark } from '#electron/hosts/desktop/displays.ts';
import { MESSAGE } from '#electron/hosts/desktop/pipes.ts';
import { openStageWindow, type StageWindow } from '#electron/hosts/desktop/stage-window.ts';
import { openMainWindow } from '#electron/hosts/desktop/window.ts';
import { EVERYONE, type Owner } from '#electron/services/grants.ts';
import type { Log } from '#electron/services/log.ts';
import type { Input, Message, Payload } from '#shared/ipc/contract.ts';

export function ownerOf(contents: Pick<WebContents, 'id'>): Owner {
  return `window ${contents.id}`;
}

export type Windows = {
  readonly main: () => BrowserWindow | null;
  readonly of: (owner: Owner) => BrowserWindow | null;
  /** Opens the main window, or brings it to the front. */
  readonly openMain: () => void;
  readonly openStage: (of: Input<'stage:open'>) => void;
  readonly moveStage: () => void;
  readonly closeStage: () => void;
  readonly tell: <M extends Message>(to: Owner, message: M, payload: Payload<M>) => void;
};

/** The app's windows: one main window, at most one stage. The stage outlives the main window: the room goes on seeing it. */
export function createWindows(options: {
  readonly devTools: boolean;
  readonly log: Log;
  /** Told when whatever a window was granted is to be forgotten: it is gone or shows a new page. */
  readonly left: (owner: Owner) => void;
  /** The display that the stage was on. */
  readonly stageDisplay: () => DisplayMark | null;
  readonly rememberStageDisplay: (mark: DisplayMark) => void;
}): Windows {
  const { left } = options;
  let main: BrowserWindow | null = null;
  let stage: StageWindow | null = null;

  const open = (): readonly BrowserWindow[] =>
    [main, stage?.window ?? null]
      .filter((window) => window !== null && !window.isDestroyed())
      .filter((window) => window !== null);

  function tell<M extends Message>(to: Owner, message: M, payload: Payload<M>): void {
    for (const window of open()) {
      const concerned = to === EVERYONE || ownerOf(window.webContents) === to;
      if (concerned) window.webContents.send(MESSAGE, message, payload);
    }
  }

  function track(window: BrowserWindow, closed: () => void): BrowserWindow {
    const owner = ownerOf(window.webContents);
    window.webContents.on('did-navigate', () => left(owner));
    window.webContents.on('render-process-gone', () => left(owner));
    window.on('closed', () => {
      left(owner);
      closed();
    });
    return window;
  }

  function show(window: BrowserWindow): void {
    if (window.isMinimized()) window.restore();
    window.focus();
  }

  return {
    tell,
    main: () => main,
    of: (owner) => open().find((window) => ownerOf(window.webContents) === owner) ?? null,

    openMain: () => {
      if (main !== null) {
        show(main);
        return;
      }
      main = track(openMainWindow(options), () => {
        main = null;
        tell(EVERYONE, 'console:closed', {});
      });
    },

    openStage: (of) => {
      stage?.window.destroy();
      if (main === null) return;
      const opened = openStageWindow(of, {
        console: () => main,
        setting: options,
        remembered: options.stageDisplay,
        remember: options.rememberStageDisplay,
        moved: (where) => tell(EVERYONE, 'stage:changed', { open: true, ...where }),
      });
      stage = opened;
      track(opened.window, () => {
        if (stage !== opened) return;
        stage = null;
        tell(EVERYONE, 'stage:changed', { open: false, on: null, why: 'asked' });
      });
    },

    moveStage: () => stage?.toNextDisplay(),
    closeStage: () => stage?.window.close(),
  };
}
