import path from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions, dialog, nativeTheme, screen } from 'electron';
import { ORIGIN } from '#electron/hosts/desktop/address.ts';
import { assertSecure, SECURE_PREFERENCES } from '#electron/hosts/desktop/preferences.ts';
import type { Log } from '#electron/services/log.ts';
import type { Input } from '#shared/ipc/contract.ts';

const BACKGROUND = { light: '#f6f6f7', dark: '#141417' } as const;
/** A renderer that dies more often than this within a minute is not brought back by another reload. */
const RELOADS_PER_MINUTE = 3;

type WindowSetting = { readonly devTools: boolean; readonly log: Log };

function openWindow(bounds: BrowserWindowConstructorOptions, setting: WindowSetting): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    autoHideMenuBar: true,
    webPreferences: assertSecure({
      ...SECURE_PREFERENCES,
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      devTools: setting.devTools,
      // The clock must not slow down while another window has the attention.
      backgroundThrottling: false,
    }),
  });
  reloadWhenGone(window, setting.log);
  return window;
}

function reloadWhenGone(window: BrowserWindow, log: Log): void {
  window.on('unresponsive', () => log.note('renderer unresponsive'));
  const deaths: number[] = [];
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    log.note('renderer gone', { reason, exitCode });
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    deaths.push(now);
    const recent = deaths.filter((at) => now - at < 60_000);
    if (recent.length <= RELOADS_PER_MINUTE) window.webContents.reload();
  });
}

/** The page asks not to be left while something is not saved; without an answer the window would never close. */
function askBeforeLosing(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: 'Something typed is not saved yet',
      detail: 'It is held in this window only. Andon goes on trying to save it while the window stays open.',
      buttons: ['Keep the window open', 'Close and lose it'],
      defaultId: 0,
      cancelId: 0,
    });
    if (answer === 1) event.preventDefault();
  });
}

export function openMainWindow(setting: WindowSetting): BrowserWindow {
  const window = openWindow(
    { width: 1440, height: 900, minWidth: 960, minHeight: 600, title: 'Andon' },
    setting,
  );
  window.once('ready-to-show', () => window.show());
  askBeforeLosing(window);
  void window.loadURL(`${ORIGIN}/`);
  return window;
}

/** The stage: full screen on another display where there is one, else a window that can be shared. */
export function openStageWindow(
  main: BrowserWindow,
  { review, rehearsal }: Input<'stage:open'>,
  setting: WindowSetting,
): BrowserWindow {
  const home = screen.getDisplayMatching(main.getBounds());
  const other = screen.getAllDisplays().find((display) => display.id !== home.id);
  const bounds = other?.bounds ?? { width: 1280, height: 720 };
  const window = openWindow({ ...bounds, title: 'Andon stage' }, setting);
  // The keyboard stays with the console: the stage comes up without taking the focus from it.
  window.once('ready-to-show', () => {
    window.showInactive();
    if (other !== undefined) window.setFullScreen(true);
  });
  const query = new URLSearchParams({ stage: review, ...(rehearsal === undefined ? {} : { rehearsal }) });
  void window.loadURL(`${ORIGIN}/?${query}`);
  return window;
}
