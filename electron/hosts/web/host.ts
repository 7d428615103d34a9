import type { Listeners } from '#electron/hosts/web/listeners.ts';
import type { Host } from '#electron/ipc/host.ts';
import { printWithChromium } from '#electron/services/print-with-chromium.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { fail, ok } from '#shared/result.ts';

function notAvailable(message: string): { readonly ok: false; readonly failure: Failure } {
  return fail({ code: 'not-available', message });
}

/** What a browser and a plain process can do of the things that only a host can do. */
export function createWebHostAbilities(options: {
  readonly version: string;
  readonly locale: string;
  readonly zone: string;
  /** A browser that prints, or null when this machine has none. */
  readonly chromium: string | null;
  readonly listeners: Listeners;
}): Host {
  const { version, locale, zone, chromium, listeners } = options;
  return {
    about: {
      host: 'web',
      version,
      locale,
      zone,
      canChooseFiles: false,
      canPrint: chromium !== null,
      canOpenStage: false,
    },
    chooseFiles: async () => notAvailable('In the browser, files are dropped on the window or picked there.'),
    chooseFolder: async () =>
      notAvailable('In the browser, the inbox is named at the start: npm start -- --web --inbox FOLDER'),
    saveText: async () => notAvailable('In the browser, the file is downloaded instead.'),
    print: async (_, html) => {
      if (chromium === null) {
        return notAvailable(
          'A PDF needs Chromium, Chrome or Edge on this machine. Save the HTML and print it.',
        );
      }
      return ok({ kind: 'pdf', pdf: await printWithChromium(chromium, html) });
    },
    openStage: async () => notAvailable('In the browser, the stage opens as a window of its own.'),
    moveStage: async () => notAvailable('In the browser, the stage is moved like any window.'),
    closeStage: async () => notAvailable('In the browser, the stage is closed like any window.'),
    openConsole: async () => notAvailable('In the browser, the console opens in a tab of its own.'),
    showMenus: async () => notAvailable('In the browser, the window itself shows the menu.'),
    holdAwake: async () => notAvailable('In the browser, the window itself keeps the display awake.'),
    tell: (_, message, payload) => listeners.tell(message, payload),
  };
}
