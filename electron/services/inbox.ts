import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { watch } from 'chokidar';
import { EVERYONE, type Grants } from '#electron/services/grants.ts';
import { moveToTaken } from '#electron/services/inbox-move.ts';
import { type InboxNote, inboxNotes } from '#electron/services/inbox-notes.ts';
import { openReal, resolveInside } from '#electron/services/path-guard.ts';
import type { SettingsFile } from '#electron/services/settings.ts';
import type { Grant } from '#shared/ipc/contract.ts';

/** Hidden files, and what browsers, office programs and synchronisers call a file that is not finished. */
const UNFINISHED = /^(\.|~\$)|\.(tmp|part|partial|crdownload|download|swp|lock)$|~$/i;
/** Some network shares tell nobody about new files, so the folder is looked through this often in any case. */
const LOOK_EVERY_MS = 30_000;

export type InboxFile = Grant & { readonly sha256: string };

export type InboxList = {
  readonly folder: { readonly name: string } | null;
  readonly trouble: string | null;
  readonly files: readonly InboxFile[];
  /** What lies there and is left alone, with the reason. */
  readonly notes: readonly InboxNote[];
  readonly moveTaken: boolean;
};

export type Inbox = {
  readonly set: (folder: string | null) => Promise<void>;
  readonly folder: () => { readonly name: string } | null;
  readonly list: () => Promise<InboxList>;
  /** Marks a content as dealt with; the file is moved out of the way where that was asked for. */
  readonly done: (token: string) => Promise<void>;
  readonly moveTaken: (on: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type InboxOptions = {
  readonly settings: SettingsFile;
  readonly grants: Grants;
  /** Told once for each content that lies still in the folder and was not dealt with. */
  readonly arrived: (file: InboxFile) => void;
  /** A file counts as whole when it is the same at two looks this far apart. */
  readonly stillForMs: number;
  /** Look instead of listening: for shares that send no events. */
  readonly polling: boolean;
};

type Look = { readonly size: number; readonly modified: number; readonly sha256: string };
type Known = Look & { readonly grant: Grant };

async function lookAt(file: string): Promise<Look | null> {
  try {
    const handle = await openReal(file);
    try {
      const about = await handle.stat();
      if (!about.isFile()) return null;
      const hash = createHash('sha256');
      for await (const chunk of handle.createReadStream({ autoClose: false })) hash.update(chunk as Buffer);
      return { size: about.size, modified: about.mtimeMs, sha256: hash.digest('hex') };
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

function same(a: Look, b: Look): boolean {
  return a.size === b.size && a.modified === b.modified && a.sha256 === b.sha256;
}

/** What the file is once two looks at it agree; null when it is gone or nobody waits any more. */
async function whenStill(file: string, stillForMs: number, stopped: () => boolean): Promise<Look | null> {
  let before = await lookAt(file);
  while (before !== null && !stopped()) {
    await pause(stillForMs);
    const after = await lookAt(file);
    if (after !== null && same(before, after)) return after;
    before = after;
  }
  return null;
}

type Watching = { readonly known: Map<string, Known>; readonly stop: () => Promise<void> };

function watchFolder(folder: string, options: InboxOptions, announced: Set<string>): Watching {
  const { settings, grants, arrived, stillForMs } = options;
  const known = new Map<string, Known>();
  const settling = new Set<string>();
  let stopped = false;

  function forget(name: string): void {
    const gone = known.get(name);
    known.delete(name);
    if (gone !== undefined) grants.release(EVERYONE, gone.grant.token);
  }

  async function accept(name: string, file: string, look: Look): Promise<void> {
    const grant = await grants.offer(EVERYONE, file, name);
    if (grant === null || stopped) return;
    forget(name);
    known.set(name, { ...look, grant });
    if (announced.has(look.sha256) || settings.current().dealtWith.includes(look.sha256)) return;
    announced.add(look.sha256);
    arrived({ ...grant, sha256: look.sha256 });
  }

  async function settle(name: string): Promise<void> {
    if (UNFINISHED.test(name) || settling.has(name)) return;
    settling.add(name);
    const file = await resolveInside(folder, name);
    const look = file === null ? null : await whenStill(file, stillForMs, () => stopped);
    settling.delete(name);
    if (file === null || look === null) {
      forget(name);
      return;
    }
    const old = known.get(name);
    if (old === undefined || !same(old, look)) await accept(name, file, look);
  }

  async function lookThrough(): Promise<void> {
    const names = await readdir(folder).catch(() => []);
    for (const name of names) {
      const about = await stat(path.join(folder, name)).catch(() => null);
      const old = known.get(name);
      const changed = old === undefined || old.size !== about?.size || old.modified !== about.mtimeMs;
      if (about?.isFile() === true && changed) void settle(name);
    }
  }

  const watcher = watch(folder, {
    depth: 0,
    followSymlinks: false,
    usePolling: options.polling,
    interval: stillForMs,
    awaitWriteFinish: { stabilityThreshold: stillForMs, pollInterval: Math.max(20, stillForMs / 4) },
  });
  watcher.on('add', (file) => void settle(path.basename(file)));
  watcher.on('change', (file) => void settle(path.basename(file)));
  watcher.on('unlink', (file) => forget(path.basename(file)));
  // A folder that cannot be watched is still looked through; `list` says when it cannot be read at all.
  watcher.on('error', () => undefined);
  const timer = setInterval(() => void lookThrough(), LOOK_EVERY_MS);

  return {
    known,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      for (const name of [...known.keys()]) forget(name);
      await watcher.close();
    },
  };
}

/**
 * Watches one folder for exports; what arrived is offered as grants. It only reads there, unless its user wants files
 * that were dealt with moved out of the way.
 */
export function createInbox(options: InboxOptions): Inbox {
  const { settings } = options;
  const announced = new Set<string>();
  let watching: Watching | null = null;

  function start(): void {
    const folder = settings.current().inbox;
    watching = folder === null ? null : watchFolder(folder, options, announced);
  }

  function folder(): { readonly name: string } | null {
    const inbox = settings.current().inbox;
    return inbox === null ? null : { name: path.basename(inbox) || inbox };
  }

  start();

  return {
    folder,

    set: async (inbox) => {
      await watching?.stop();
      announced.clear();
      await settings.change({ inbox });
      start();
    },

    list: async () => {
      const inbox = settings.current().inbox;
      const readable =
        inbox === null ||
        (await readdir(inbox).then(
          () => true,
          () => false,
        ));
      const dealtWith = new Set(settings.current().dealtWith);
      const trouble = `The inbox folder “${folder()?.name}” cannot be read now. Andon looks again by itself.`;
      return {
        folder: folder(),
        trouble: readable ? null : trouble,
        files: [...(watching?.known.values() ?? [])]
          .filter((file) => !dealtWith.has(file.sha256))
          .map((file) => ({ ...file.grant, sha256: file.sha256 })),
        notes: inbox === null ? [] : await inboxNotes(inbox, (name) => UNFINISHED.test(name)),
        moveTaken: settings.current().moveTaken,
      };
    },

    done: async (token) => {
      const file = [...(watching?.known.values() ?? [])].find((known) => known.grant.token === token);
      const { dealtWith, inbox, moveTaken } = settings.current();
      if (file === undefined) return;
      if (!dealtWith.includes(file.sha256)) {
        await settings.change({ dealtWith: [...dealtWith, file.sha256] });
      }
      if (moveTaken && inbox !== null) await moveToTaken(inbox, file.grant.name);
    },

    moveTaken: (on) => settings.change({ moveTaken: on }),

    close: async () => {
      await watching?.stop();
    },
  };
}
