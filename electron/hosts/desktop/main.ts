import { realpath } from 'node:fs/promises';
import { app, ipcMain, powerMonitor, powerSaveBlocker, protocol, session } from 'electron';
import { isCommand, runCommand } from '#electron/hosts/cli/run-command.ts';
import { processTerminal } from '#electron/hosts/cli/terminal.ts';
import { SCHEME } from '#electron/hosts/desktop/address.ts';
import { guardContents, guardSession, isOurFrame } from '#electron/hosts/desktop/guards.ts';
import { createDesktopHost } from '#electron/hosts/desktop/host.ts';
import { createMenus } from '#electron/hosts/desktop/menu.ts';
import { OFFER, REQUEST } from '#electron/hosts/desktop/pipes.ts';
import { serveScreen } from '#electron/hosts/desktop/protocol.ts';
import { createWindows, ownerOf, type Windows } from '#electron/hosts/desktop/windows.ts';
import { createAnswer } from '#electron/ipc/handle.ts';
import { createHandlers } from '#electron/ipc/handlers.ts';
import type { Host } from '#electron/ipc/host.ts';
import { createAwake } from '#electron/services/awake.ts';
import { createGrants, EVERYONE, type Grants } from '#electron/services/grants.ts';
import { type OpenedServices, openServices } from '#electron/services/open-services.ts';
import { sampleFolder, screenFolder } from '#electron/services/places.ts';
import { createExports } from '#electron/services/read-exports/read-exports.ts';
import { localDay } from '#electron/services/today.ts';
import { type Failure, UNREADABLE } from '#shared/ipc/failure.ts';
import { fail, ok } from '#shared/result.ts';

const NOT_ALLOWED = fail<Failure>({
  code: 'not-allowed',
  message: 'Only Andon’s own window may ask for this.',
});

/** Connects the windows with the services: every request checked for who sent it, then for what it says. */
function listen(services: OpenedServices, host: Host, windows: Windows): void {
  const answer = createAnswer(createHandlers(services, host), services.log);
  ipcMain.handle(REQUEST, (event, channel: unknown, input: unknown) => {
    const owner = ownerOf(event.sender);
    const ours = isOurFrame(event.senderFrame) && windows.of(owner) !== null;
    return ours ? answer(String(channel), input, { owner }) : NOT_ALLOWED;
  });
  ipcMain.handle(OFFER, async (event, paths: unknown) => {
    const owner = ownerOf(event.sender);
    const ours = isOurFrame(event.senderFrame) && windows.of(owner) !== null;
    if (!ours || !Array.isArray(paths)) return NOT_ALLOWED;
    const offered = await Promise.all(paths.map((file) => services.grants.offer(owner, String(file))));
    const granted = offered.filter((grant) => grant !== null);
    return granted.length === 0 && paths.length > 0 ? fail(UNREADABLE) : ok(granted);
  });
  powerMonitor.on('resume', () => windows.tell(EVERYONE, 'power:resumed', {}));
}

function closeBeforeQuitting(services: OpenedServices): void {
  app.on('will-quit', (event) => {
    event.preventDefault();
    void services.close().finally(() => app.exit(0));
  });
}

async function open(grants: Grants): Promise<void> {
  guardSession(session.defaultSession);
  protocol.handle(SCHEME, (request) => serveScreen(request.url, screenFolder));
  const services = await openServices({
    dataFolder: app.getPath('userData'),
    sampleFolder,
    grants,
    exports: createExports(() => localDay(new Date())),
    arrived: ({ token, name }) => windows.tell(EVERYONE, 'inbox:arrived', { token, name }),
    polling: app.commandLine.hasSwitch('poll-inbox'),
    discard: async () => undefined,
  });
  const awake = createAwake({
    start: () => powerSaveBlocker.start('prevent-display-sleep'),
    stop: (id) => powerSaveBlocker.stop(id),
  });
  const windows = createWindows({
    devTools: !app.isPackaged,
    log: services.log,
    left: (owner) => {
      grants.drop(owner);
      menus.forget(owner);
      awake.leave(owner);
    },
    stageDisplay: () => services.settings.current().stageDisplay,
    rememberStageDisplay: (stageDisplay) => {
      services.settings
        .change({ stageDisplay })
        .catch((error: unknown) => services.log.trouble('settings', error));
    },
  });
  const menus = createMenus({
    devTools: !app.isPackaged,
    platform: process.platform,
    chosen: (owner, id) => windows.tell(owner, 'menu:chosen', { id }),
  });
  app.on('browser-window-focus', (_, window) => menus.focused(ownerOf(window.webContents)));
  const inbox = app.commandLine.getSwitchValue('inbox');
  if (inbox !== '') await services.inbox.set(await realpath(inbox));
  services.log.note('started', { version: app.getVersion(), platform: process.platform });
  listen(services, createDesktopHost(windows, menus, awake), windows);
  closeBeforeQuitting(services);
  app.on('second-instance', () => windows.openMain());
  app.on('activate', () => windows.openMain());
  windows.openMain();
}

/** The packaged app is also the command line: `andon read FILE` opens no window. */
function startCommand(args: readonly string[]): void {
  app.dock?.hide();
  app
    .whenReady()
    .then(() => runCommand(args, processTerminal))
    .then(
      (status) => app.exit(status),
      (error: unknown) => {
        processTerminal.err(`Andon stopped: ${error instanceof Error ? error.message : String(error)}\n`);
        app.exit(2);
      },
    );
}

function start(): void {
  const args = process.argv.slice(1);
  if (app.isPackaged && isCommand(args[0])) {
    startCommand(args);
    return;
  }
  const { ANDON_DATA } = process.env;
  if (ANDON_DATA !== undefined) app.setPath('userData', ANDON_DATA);
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('web-contents-created', (_, contents) => guardContents(contents));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // Awaiting this at the top level would never end: Electron becomes ready only after this module ran.
  app
    .whenReady()
    .then(() => open(createGrants()))
    .catch((error: unknown) => {
      process.stderr.write(
        `Andon could not start: ${error instanceof Error ? error.message : String(error)}\n`,
      );
      app.exit(1);
    });
}

start();
