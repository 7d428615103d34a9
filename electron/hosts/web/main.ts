import { realpath } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createWebHostAbilities } from '#electron/hosts/web/host.ts';
import { createListeners } from '#electron/hosts/web/listeners.ts';
import { startWebHost, WEB_CALLER, type WebHost, type WebHostOptions } from '#electron/hosts/web/serve.ts';
import { createUploads } from '#electron/hosts/web/uploads.ts';
import { createAnswer } from '#electron/ipc/handle.ts';
import { createHandlers } from '#electron/ipc/handlers.ts';
import { dataFolderOf } from '#electron/services/data-folder.ts';
import { findChromium } from '#electron/services/find-chromium.ts';
import { createGrants } from '#electron/services/grants.ts';
import { knownLocale } from '#electron/services/locale.ts';
import { openServices } from '#electron/services/open-services.ts';
import { projectFolder, sampleFolder, screenFolder } from '#electron/services/places.ts';
import { createExports } from '#electron/services/read-exports/read-exports.ts';
import { localDay } from '#electron/services/today.ts';
import { versionOf } from '#electron/services/version.ts';

/** The same port each time keeps what the browser stores for it; another one is taken where it is in use. */
const USUAL_PORT = 47_326;

const { values } = parseArgs({
  options: { port: { type: 'string' }, inbox: { type: 'string' }, 'poll-inbox': { type: 'boolean' } },
});

async function startOnFreePort(options: Omit<WebHostOptions, 'port'>): Promise<WebHost> {
  if (values.port !== undefined) return startWebHost({ ...options, port: Number(values.port) });
  try {
    return await startWebHost({ ...options, port: USUAL_PORT });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return startWebHost({ ...options, port: 0 });
  }
}

async function main(): Promise<void> {
  const listeners = createListeners();
  const grants = createGrants();
  const uploads = createUploads(grants, WEB_CALLER.owner);
  const services = await openServices({
    dataFolder: dataFolderOf(process.platform, process.env),
    sampleFolder,
    grants,
    exports: createExports(() => localDay(new Date())),
    arrived: ({ token, name }) => listeners.tell('inbox:arrived', { token, name }),
    polling: values['poll-inbox'] === true,
    discard: uploads.discard,
  });
  if (values.inbox !== undefined) await services.inbox.set(await realpath(values.inbox));
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const host = createWebHostAbilities({
    version: await versionOf(projectFolder),
    locale: knownLocale([locale]),
    zone: timeZone,
    chromium: await findChromium(process.platform, process.env),
    listeners,
  });
  const web = await startOnFreePort({
    screenFolder,
    answer: createAnswer(createHandlers(services, host), services.log),
    uploads,
    listeners,
    log: services.log,
  });
  console.log(`Andon is open at ${web.invitation()}`);
  services.log.note('web host started', { port: web.port });

  if (process.stdin.isTTY) {
    process.stdin.on('data', () => console.log(`A new address: ${web.invitation()}`)).unref();
  }
  const stop = async (): Promise<void> => {
    await web.close();
    await services.close();
    await uploads.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
}

main().catch((error: NodeJS.ErrnoException) => {
  const sentence =
    error.code === 'EADDRINUSE'
      ? `Port ${values.port} is in use. Name another one with --port.`
      : error.message;
  console.error(`Andon could not start: ${sentence}`);
  process.exitCode = 2;
});
