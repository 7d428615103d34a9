import path from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions, dialog, nativeTheme, screen } from 'electron';
import { ORIGIN } from '#electron/hosts/desktop/address.ts';
import { centredIn } from '#electron/hosts/desktop/displays.ts';
import { assertSecure, SECURE_PREFERENCES } from '#electron/hosts/desktop/preferences.ts';
import type { Log } from '#electron/services/log.ts';

const BACKGROUND = { light: '#f6f6f7', dark: '#141417' } as const;
/** A renderer that dies more often than this within a minute is not brought back by another reload. */
const RELOADS_PER_MINUTE = 3;

export type WindowSetting = { readonly devTools: boolean; readonly log: Log };

/** A window of the app, sandboxed, not shown yet; its page comes back when its process dies. */
export function openWindow(bounds: BrowserWindowConstructorOptions, setting: WindowSetting): BrowserWindow {
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
  // Half a laptop's screen, beside a video call, is enough for the console.
  const least = { minWidth: 640, minHeight: 480 };
  const bounds = centredIn(screen.getPrimaryDisplay().workArea, { width: 1440, height: 900 });
  const window = openWindow({ ...bounds, ...least, title: 'Andon' }, setting);
  window.once('ready-to-show', () => window.show());
  askBeforeLosing(window);
  void window.loadURL(`${ORIGIN}/`);
  return window;
}
