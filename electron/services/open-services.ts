import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Services } from '#electron/ipc/handlers.ts';
import { deviceOf } from '#electron/services/device.ts';
import type { Exports } from '#electron/services/exports.ts';
import type { Grants } from '#electron/services/grants.ts';
import { createInbox, type InboxFile } from '#electron/services/inbox.ts';
import { createJournal } from '#electron/services/journal.ts';
import { createLog } from '#electron/services/log.ts';
import { openSettings, type SettingsFile } from '#electron/services/settings.ts';
import { createSnapshots } from '#electron/services/snapshots.ts';

/** How long a file of the inbox must lie still before it counts as whole. */
const STILL_FOR_MS = 1000;

export type OpenedServices = Services & {
  readonly settings: SettingsFile;
  readonly close: () => Promise<void>;
};

/** Opens everything that lives in one data folder. */
export async function openServices(options: {
  readonly dataFolder: string;
  readonly sampleFolder: string;
  readonly grants: Grants;
  readonly exports: Exports;
  readonly arrived: (file: InboxFile) => void;
  /** Looks for new files instead of listening for them: for shares that send no events. */
  readonly polling: boolean;
  readonly discard: (file: string) => Promise<void>;
}): Promise<OpenedServices> {
  const { dataFolder, sampleFolder, grants, exports, arrived, polling, discard } = options;
  await mkdir(dataFolder, { recursive: true });
  const device = await deviceOf(dataFolder);
  const settings = await openSettings(dataFolder);
  const journal = createJournal(path.join(dataFolder, 'journal'), device);
  const inbox = createInbox({ settings, grants, arrived, polling, stillForMs: STILL_FOR_MS });
  return {
    device,
    settings,
    journal,
    snapshots: createSnapshots(path.join(dataFolder, 'snapshots')),
    grants,
    inbox,
    exports,
    log: createLog(path.join(dataFolder, 'logs'), () => new Date()),
    sampleFolder,
    now: Date.now,
    discard,
    close: async () => {
      await inbox.close();
      await journal.close();
    },
  };
}
