import { app, type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { Menus } from '#electron/hosts/desktop/menu.ts';
import { printToPdf } from '#electron/hosts/desktop/print.ts';
import type { Windows } from '#electron/hosts/desktop/windows.ts';
import type { Host } from '#electron/ipc/host.ts';
import type { Awake } from '#electron/services/awake.ts';
import { safeFileName } from '#electron/services/file-name.ts';
import { knownLocale } from '#electron/services/locale.ts';
import { saveReadout } from '#electron/services/save-readout.ts';
import { ok } from '#shared/result.ts';

async function choose(window: BrowserWindow | null, options: OpenDialogOptions): Promise<readonly string[]> {
  const answer = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return answer.canceled ? [] : answer.filePaths;
}

async function whereToSave(window: BrowserWindow | null, suggestedName: string): Promise<string | null> {
  const options = { defaultPath: safeFileName(suggestedName) };
  const answer = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
}

/** Dialogs, windows, printing and power, as Electron gives them. */
export function createDesktopHost(windows: Windows, menus: Menus, awake: Awake): Host {
  return {
    about: {
      host: 'desktop',
      version: app.getVersion(),
      locale: knownLocale([app.getSystemLocale(), app.getLocale()]),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      canChooseFiles: true,
      canPrint: true,
      canOpenStage: true,
    },

    chooseFiles: async (caller, multiple) => {
      const properties: OpenDialogOptions['properties'] = multiple
        ? ['openFile', 'multiSelections']
        : ['openFile'];
      return ok(await choose(windows.of(caller.owner), { title: 'Choose exports', properties }));
    },
    chooseFolder: async (caller) => {
      const title = 'Choose the folder that exports are put into';
      const chosen = await choose(windows.of(caller.owner), { title, properties: ['openDirectory'] });
      return ok(chosen[0] ?? null);
    },
    saveText: async (caller, suggestedName, text) => {
      const file = await whereToSave(windows.of(caller.owner), suggestedName);
      return file === null ? ok({ kind: 'cancelled' }) : saveReadout(file, text);
    },
    print: async (caller, html, suggestedName) => {
      const pdf = await printToPdf(html);
      const file = await whereToSave(windows.of(caller.owner), suggestedName);
      return file === null ? ok({ kind: 'cancelled' }) : saveReadout(file, pdf);
    },
    openStage: async (_, stage) => {
      windows.openStage(stage);
      return ok({});
    },
    moveStage: async () => {
      windows.moveStage();
      return ok({});
    },
    closeStage: async () => {
      windows.closeStage();
      return ok({});
    },
    openConsole: async () => {
      windows.openMain();
      return ok({});
    },
    showMenus: async (caller, shown) => {
      menus.show(caller.owner, shown);
      return ok({});
    },
    holdAwake: async (caller, on) => {
      awake.hold(caller.owner, on);
      return ok({});
    },
    tell: windows.tell,
  };
}
