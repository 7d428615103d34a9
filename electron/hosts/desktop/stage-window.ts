import { type BrowserWindow, screen } from 'electron';
import { ORIGIN } from '#electron/hosts/desktop/address.ts';
import {
  type DisplayMark,
  fitInto,
  isInSight,
  markOf,
  nextDisplay,
  type Rectangle,
  type SeenDisplay,
  type StagePlace,
  sameRectangle,
  stagePlace,
} from '#electron/hosts/desktop/displays.ts';
import { openWindow, type WindowSetting } from '#electron/hosts/desktop/window.ts';
import type { Input } from '#shared/ipc/contract.ts';

/** Displays come, go and move in bursts; a second later the system has put windows where it wants them. */
const SETTLED_MS = 700;
/** Some systems never tell that full screen was left. */
const LEFT_MS = 1500;
/** A move so soon after a display event or a placing of ours is not a person's. */
const OWN_MOVE_MS = 2500;

export type StageMoved = {
  readonly on: StagePlace['kind'];
  readonly why: 'asked' | 'display-gone' | 'display-back';
};

export type StageOptions = {
  /** The console's window; null while it is closed. */
  readonly console: () => BrowserWindow | null;
  readonly setting: WindowSetting;
  readonly remembered: () => DisplayMark | null;
  readonly remember: (mark: DisplayMark) => void;
  readonly moved: (where: StageMoved) => void;
};

export type StageWindow = {
  readonly window: BrowserWindow;
  /** Goes to the next display that is not the console's, where there is one, and stays there from then on. */
  readonly toNextDisplay: () => void;
};

/** The display that the console is on; where it was while the console is closed. */
function followConsole(console: StageOptions['console']): () => SeenDisplay {
  let last: SeenDisplay = screen.getPrimaryDisplay();
  return () => {
    const window = console();
    if (window !== null && !window.isDestroyed()) last = screen.getDisplayMatching(window.getBounds());
    return last;
  };
}

/** Brings a window back that lies where no display is any more. */
function bringInSight(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed() || window.isMinimized()) return;
  const bounds = window.getBounds();
  if (isInSight(bounds, screen.getAllDisplays())) return;
  window.setBounds(fitInto(bounds, screen.getDisplayMatching(bounds).workArea));
}

/** Runs once the window is no longer full screen. */
function outOfFullScreen(window: BrowserWindow, run: () => void): void {
  if (!window.isFullScreen()) {
    run();
    return;
  }
  let done = false;
  const go = () => {
    if (done || window.isDestroyed()) return;
    done = true;
    run();
  };
  window.once('leave-full-screen', go);
  setTimeout(go, LEFT_MS);
  window.setFullScreen(false);
}

function fill(window: BrowserWindow, bounds: Rectangle): void {
  outOfFullScreen(window, () => {
    window.setBounds(bounds);
    window.setFullScreen(true);
  });
}

/** The stage: full screen on another display where there is one, else a window that can be shared. */
export function openStageWindow(
  { review, rehearsal }: Input<'stage:open'>,
  options: StageOptions,
): StageWindow {
  const { remembered, remember, moved } = options;
  const consoleDisplay = followConsole(options.console);
  const placeNow = () => stagePlace(screen.getAllDisplays(), consoleDisplay(), remembered());
  let place = placeNow();
  let placed: Rectangle | null = null;
  let ownMoveAt = Date.now();
  const bounds = place.kind === 'display' ? place.display.bounds : place.bounds;
  const window = openWindow({ ...bounds, title: 'Andon stage' }, options.setting);

  const settle = () => {
    ownMoveAt = Date.now();
    setTimeout(() => {
      if (!window.isDestroyed()) placed = window.getBounds();
    }, SETTLED_MS);
  };
  const goTo = (next: StagePlace, why: StageMoved['why']) => {
    place = next;
    settle();
    if (next.kind === 'display') fill(window, next.display.bounds);
    else {
      outOfFullScreen(window, () => {
        window.setBounds(next.bounds);
        // The stage waits behind the console: the keyboard is there.
        options.console()?.moveTop();
        options.console()?.focus();
      });
    }
    moved({ on: next.kind, why });
  };
  // A rehearsal leaves no trace, not even where its stage stood.
  const keep = (display: SeenDisplay) => {
    if (rehearsal === undefined) remember(markOf(display));
  };

  // The keyboard stays with the console: the stage comes up without taking the focus from it.
  window.once('ready-to-show', () => {
    window.showInactive();
    if (place.kind === 'display') {
      window.setFullScreen(true);
      if (remembered() === null) keep(place.display);
    }
    settle();
    moved({ on: place.kind, why: 'asked' });
  });

  followDisplays(window, () => {
    ownMoveAt = Date.now();
    bringInSight(options.console());
    const next = placeNow();
    const before = place;
    if (before.kind === 'window' && next.kind === 'window') return bringInSight(window);
    if (before.kind === 'display' && next.kind === 'window') return goTo(next, 'display-gone');
    // A window that a person has put somewhere stays there.
    const touched = placed !== null && !sameRectangle(placed, window.getBounds());
    if (before.kind === 'window' && touched) return bringInSight(window);
    if (before.kind === 'window') return goTo(next, 'display-back');
    if (before.kind === 'display' && next.kind === 'display') {
      const fits = sameRectangle(window.getBounds(), next.display.bounds);
      if (before.display.id !== next.display.id || !fits) goTo(next, 'asked');
    }
  });

  followMoves(window, () => {
    if (Date.now() - ownMoveAt < OWN_MOVE_MS) return;
    const display = screen.getDisplayMatching(window.getBounds());
    if (display.id === consoleDisplay().id) return;
    if (place.kind === 'display') place = { kind: 'display', display };
    keep(display);
  });

  const query = new URLSearchParams({ stage: review, ...(rehearsal === undefined ? {} : { rehearsal }) });
  void window.loadURL(`${ORIGIN}/?${query}`);
  return {
    window,
    toNextDisplay: () => {
      const current = screen.getDisplayMatching(window.getBounds());
      const next = nextDisplay(screen.getAllDisplays(), current.id, consoleDisplay().id);
      if (next === null) return;
      keep(next);
      goTo({ kind: 'display', display: next }, 'asked');
    },
  };
}

/** Calls back once displays that came, went or changed have settled, until the window is closed. */
function followDisplays(window: BrowserWindow, settled: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(settled, SETTLED_MS);
  };
  screen.on('display-added', changed);
  screen.on('display-removed', changed);
  screen.on('display-metrics-changed', changed);
  window.once('closed', () => {
    clearTimeout(timer);
    screen.off('display-added', changed);
    screen.off('display-removed', changed);
    screen.off('display-metrics-changed', changed);
  });
}

/** Calls back when the window came to rest after it was moved. */
function followMoves(window: BrowserWindow, rested: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  window.on('move', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!window.isDestroyed()) rested();
    }, SETTLED_MS);
  });
  window.once('closed', () => clearTimeout(timer));
}
