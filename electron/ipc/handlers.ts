import { readdir } from 'node:fs/promises';
import { uptime } from 'node:os';
import path from 'node:path';
import { exportHandlers } from '#electron/ipc/export-handlers.ts';
import type { Caller, Handlers } from '#electron/ipc/handle.ts';
import type { Host } from '#electron/ipc/host.ts';
import type { Exports } from '#electron/services/exports.ts';
import { EVERYONE, type Grants } from '#electron/services/grants.ts';
import type { Inbox } from '#electron/services/inbox.ts';
import type { Journal } from '#electron/services/journal.ts';
import type { Log } from '#electron/services/log.ts';
import type { Snapshots } from '#electron/services/snapshots.ts';
import type { Grant } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { fail, ok } from '#shared/result.ts';

/** The services of one data folder, opened once by whichever host runs. */
export type Services = {
  readonly device: string;
  readonly journal: Journal;
  readonly snapshots: Snapshots;
  readonly grants: Grants;
  readonly inbox: Inbox;
  readonly exports: Exports;
  readonly log: Log;
  /** Where the sample organization's files lie. */
  readonly sampleFolder: string;
  readonly now: () => number;
  readonly discard: (file: string) => Promise<void>;
};

const NOT_SAVED: Failure = {
  code: 'not-saved',
  message: 'This could not be written to the disk. It is kept in this window; is the disk full?',
};

const NO_FOLDER: Failure = {
  code: 'not-granted',
  message: 'Andon has no folder by that name at hand. Choose the inbox folder again.',
};

const DAMAGED: Failure = {
  code: 'unreadable',
  message: 'The kept copy of this import is damaged. Import the file again to replace it.',
};

async function offerAll(grants: Grants, caller: Caller, files: readonly string[]): Promise<readonly Grant[]> {
  const offered = await Promise.all(files.map((file) => grants.offer(caller.owner, file)));
  return offered.filter((grant) => grant !== null);
}

async function sampleFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => /\.(csv|tsv|txt|ya?ml)$/i.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}

type InboxChannel = 'inbox:choose' | 'inbox:set' | 'inbox:list' | 'inbox:move' | 'inbox:done';

function inboxHandlers({ grants, inbox }: Services, host: Host): Pick<Handlers, InboxChannel> {
  return {
    'inbox:choose': async (_, caller) => {
      const chosen = await host.chooseFolder(caller);
      if (!chosen.ok) return chosen;
      const grant = chosen.value === null ? null : await grants.offer(caller.owner, chosen.value);
      return ok(grant === null ? null : { token: grant.token, name: grant.name });
    },
    'inbox:set': async ({ token }, caller) => {
      const granted = token === null ? null : grants.find(caller.owner, token);
      if (token !== null && granted?.isFolder !== true) return fail(NO_FOLDER);
      await inbox.set(granted?.path ?? null);
      return ok(inbox.folder());
    },
    'inbox:list': async () => ok(await inbox.list()),
    'inbox:move': async ({ on }) => {
      await inbox.moveTaken(on);
      return ok({});
    },
    'inbox:done': async ({ token }) => {
      await inbox.done(token);
      return ok({});
    },
  };
}

type StoreChannel =
  | 'journal:append'
  | 'journal:read'
  | 'snapshot:part'
  | 'snapshot:keep'
  | 'snapshot:read'
  | 'snapshot:list';

function storeHandlers({ journal, snapshots, log }: Services): Pick<Handlers, StoreChannel> {
  // One snapshot at a time comes in parts: a window that went away leaves nothing behind once the next one begins.
  const arriving = new Map<string, readonly Uint8Array[]>();
  return {
    'journal:append': async ({ stream, events }) => {
      try {
        return ok(await journal.append(stream, events));
      } catch (error) {
        log.trouble('journal:append', error);
        return fail(NOT_SAVED);
      }
    },
    'journal:read': async () => ok(await journal.read()),
    'snapshot:part': async ({ id, part, columns }) => {
      if (part === 0) arriving.clear();
      const before = arriving.get(id) ?? [];
      arriving.set(id, [...before.slice(0, part), columns]);
      return ok({});
    },
    'snapshot:keep': async ({ id, header, columns, parts = 0 }) => {
      const arrived = arriving.get(id) ?? [];
      arriving.delete(id);
      if (arrived.length !== parts) return fail(NOT_SAVED);
      try {
        const whole = parts === 0 ? columns : Buffer.concat(arrived);
        return ok({ bytes: await snapshots.keep(id, header, whole) });
      } catch (error) {
        log.trouble('snapshot:keep', error);
        return fail(NOT_SAVED);
      }
    },
    'snapshot:read': async ({ id }) => {
      try {
        return ok(await snapshots.read(id));
      } catch (error) {
        log.trouble('snapshot:read', error);
        return fail(DAMAGED);
      }
    },
    'snapshot:list': async () => ok(await snapshots.list()),
  };
}

/** Every channel of the contract, answered by the services and by what only the host can do. */
export function createHandlers(services: Services, host: Host): Handlers {
  const { grants, inbox } = services;
  let sample: Promise<readonly Grant[]> | null = null;
  return {
    ...exportHandlers({ ...services, host }),
    ...inboxHandlers(services, host),
    ...storeHandlers(services),

    'app:hello': async () => ok({ ...host.about, device: services.device, inbox: inbox.folder() }),
    'file:choose': async ({ multiple }, caller) => {
      const chosen = await host.chooseFiles(caller, multiple);
      return chosen.ok ? ok(await offerAll(grants, caller, chosen.value)) : chosen;
    },
    'sample:list': async () => {
      sample ??= sampleFiles(services.sampleFolder).then((files) =>
        offerAll(grants, { owner: EVERYONE }, files),
      );
      return ok(await sample);
    },
    'text:save': ({ suggestedName, text }, caller) => host.saveText(caller, suggestedName, text),
    'readout:print': ({ html, suggestedName }, caller) => host.print(caller, html, suggestedName),
    'stage:open': (stage, caller) => host.openStage(caller, stage),
    'stage:move': () => host.moveStage(),
    'stage:close': () => host.closeStage(),
    'console:open': () => host.openConsole(),
    'menu:set': ({ menus }, caller) => host.showMenus(caller, menus),
    'awake:hold': ({ on }, caller) => host.holdAwake(caller, on),
    'clock:read': async () => ok({ wallMs: Date.now(), uptimeMs: uptime() * 1000 }),
  };
}
