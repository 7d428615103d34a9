import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Host } from '#electron/ipc/host.ts';
import type { Exports } from '#electron/services/exports.ts';
import { createGrants } from '#electron/services/grants.ts';
import { type OpenedServices, openServices } from '#electron/services/open-services.ts';
import type { Message, Payload } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { fail, ok } from '#shared/result.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

const noReply = async () =>
  fail<Failure>({ code: 'not-available', message: 'Nothing is read in this test.' });

/** For tests in which no export is read, or only some requests are answered. */
export const noExports: Exports = { read: noReply, points: noReply, rejects: noReply };

/** The real services on a temporary data folder. */
export async function servicesForTest(exports: Exports = noExports): Promise<OpenedServices> {
  const services = await openServices({
    dataFolder: await temporaryFolder(),
    sampleFolder: path.resolve(import.meta.dirname, '../fixtures'),
    grants: createGrants(),
    exports,
    arrived: () => undefined,
    polling: false,
    discard: async () => undefined,
  });
  onTestFinished(() => services.close());
  return services;
}

export type Told = { readonly to: string; readonly message: Message; readonly payload: Payload<Message> };

/** A host without windows: its user chooses what the test says. */
export function hostForTest(choices: { readonly files?: readonly string[]; readonly folder?: string } = {}) {
  const told: Told[] = [];
  const host: Host = {
    about: {
      host: 'desktop',
      version: '0.0.0',
      locale: 'en-GB',
      zone: 'Europe/Berlin',
      canChooseFiles: true,
      canPrint: false,
      canOpenStage: false,
    },
    chooseFiles: async () => ok(choices.files ?? []),
    chooseFolder: async () => ok(choices.folder ?? null),
    saveText: async () => ok({ kind: 'cancelled' }),
    print: async () => ok({ kind: 'cancelled' }),
    openStage: async () => ok({}),
    moveStage: async () => ok({}),
    closeStage: async () => ok({}),
    openConsole: async () => ok({}),
    showMenus: async () => ok({}),
    holdAwake: async () => ok({}),
    tell: (to, message, payload) => told.push({ to, message, payload }),
  };
  return { host, told };
}
