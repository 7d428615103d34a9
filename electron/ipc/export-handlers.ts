import type { Caller, Handlers } from '#electron/ipc/handle.ts';
import type { Host } from '#electron/ipc/host.ts';
import type { ExportJob, Exports } from '#electron/services/exports.ts';
import type { Grants } from '#electron/services/grants.ts';
import { fingerprint } from '#electron/services/read-exports/fingerprint.ts';
import type { KnownBefore } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { ReadSettings } from '#shared/tabular/reading.ts';

/** Progress is for eyes: more often than this is wasted. */
const PROGRESS_EVERY_MS = 100;

const NOT_GRANTED: Failure = {
  code: 'not-granted',
  message: 'Andon no longer has this file at hand. Drop it here again, or pick it.',
};

type ExportRequest = {
  readonly token: string;
  readonly settings: ReadSettings;
  readonly known?: KnownBefore;
};
type ExportChannel =
  | 'export:hash'
  | 'export:read'
  | 'export:points'
  | 'export:rejects'
  | 'export:cancel'
  | 'export:release';

type Needs = {
  readonly exports: Exports;
  readonly grants: Grants;
  readonly host: Host;
  readonly now: () => number;
  /** Removes what lies behind a grant that was given back, where the host made it itself. */
  readonly discard: (file: string) => Promise<void>;
};

/** Reading exports by token: one reading per file and window at a time, the newest wins. */
export function exportHandlers(needs: Needs): Pick<Handlers, ExportChannel> {
  const { exports, grants, host, now, discard } = needs;
  const running = new Map<string, AbortController>();

  function stop(caller: Caller, token: string): void {
    running.get(`${caller.owner} ${token}`)?.abort();
  }

  async function read<Value>(
    request: ExportRequest,
    caller: Caller,
    step: (job: ExportJob) => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>> {
    const { token, settings, known } = request;
    const granted = grants.find(caller.owner, token);
    if (granted === null || granted.isFolder) return fail(NOT_GRANTED);
    stop(caller, token);
    const key = `${caller.owner} ${token}`;
    const controller = new AbortController();
    running.set(key, controller);
    let told = 0;
    try {
      return await step({
        path: granted.path,
        name: granted.name,
        settings,
        ...(known === undefined ? {} : { known }),
        signal: controller.signal,
        onProgress: (progress) => {
          if (now() - told < PROGRESS_EVERY_MS) return;
          told = now();
          host.tell(caller.owner, 'export:progress', { token, ...progress });
        },
      });
    } finally {
      if (running.get(key) === controller) running.delete(key);
    }
  }

  return {
    'export:hash': async ({ token }, caller) => {
      const granted = grants.find(caller.owner, token);
      if (granted === null || granted.isFolder) return fail(NOT_GRANTED);
      const sum = await fingerprint(granted.path, granted.name);
      return sum.ok ? ok({ sha256: sum.value }) : sum;
    },
    'export:read': (request, caller) => read(request, caller, exports.read),
    'export:points': (request, caller) => read(request, caller, exports.points),
    'export:rejects': async (request, caller) => {
      const csv = await read(request, caller, exports.rejects);
      return csv.ok ? ok({ csv: csv.value }) : csv;
    },
    'export:cancel': async ({ token }, caller) => {
      stop(caller, token);
      return ok({});
    },
    'export:release': async ({ token }, caller) => {
      stop(caller, token);
      const released = grants.release(caller.owner, token);
      if (released !== null) await discard(released.path);
      return ok({});
    },
  };
}
