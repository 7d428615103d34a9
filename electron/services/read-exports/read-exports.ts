import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ExportJob, Exports } from '#electron/services/exports.ts';
import { CANCELLED, LARGEST_EXPORT } from '#electron/services/read-exports/file-failures.ts';
import type { FromWorker, ReadFile, WorkerRequest } from '#electron/services/read-exports/protocol.ts';
import type { Day } from '#shared/day.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { ReadContext } from '#shared/tabular/read.ts';

/** The worker as the build puts it beside this module's bundle. */
const BUILT_WORKER = new URL('./read-exports-worker.js', import.meta.url);

/** Text of a file, where its fields end and what its columns hold: never more than this, for the largest file allowed. */
const WORKER_MEGABYTES = Math.ceil((LARGEST_EXPORT / 1024 ** 2) * 4);

/** Room for what is needed for a moment only. More of it is filled as well before it is cleared, and nothing is faster. */
const YOUNG_MEGABYTES = 6;

const BROKEN: Failure = {
  code: 'unexpected',
  message: 'Reading the file failed inside Andon. Nothing was changed; try a smaller part of it.',
};

/** Runs a request in a worker of its own. Aborting ends the worker at once, whatever it is doing. */
function inWorker(script: URL, request: WorkerRequest, job: ExportJob): Promise<Result<ReadFile, Failure>> {
  return new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    function finish(result: Result<ReadFile, Failure>): void {
      job.signal.removeEventListener('abort', stop);
      resolve(result);
      void worker.terminate();
    }
    function stop(): void {
      finish(fail(CANCELLED));
    }
    job.signal.addEventListener('abort', stop);
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') job.onProgress(message.progress);
      else finish(message.result);
    });
    worker.on('error', () => finish(fail(BROKEN)));
    worker.on('exit', () => finish(fail(BROKEN)));
    if (job.signal.aborted) stop();
  });
}

export type ReadOptions = {
  readonly wantsRejects?: boolean;
  /** The worker's script, where it does not lie beside this module. */
  readonly script?: URL;
};

/** Reads an export from the disk: in a worker where the build has one, else in this thread. */
export async function readExportFile(
  job: ExportJob,
  context: ReadContext,
  options: ReadOptions = {},
): Promise<Result<ReadFile, Failure>> {
  if (job.signal.aborted) return fail(CANCELLED);
  const { path, name, settings } = job;
  const { wantsRejects = false, script = BUILT_WORKER } = options;
  const request: WorkerRequest = { path, name, settings, context, wantsRejects };
  if (existsSync(fileURLToPath(script))) return inWorker(script, request, job);
  // The reader is large: a thread that lets a worker read has no use for it.
  const { readForReply } = await import('#electron/services/read-exports/reply.ts');
  return readForReply(request, { isCancelled: () => job.signal.aborted, onProgress: job.onProgress });
}

/** The reader of exports for the services. `today` is asked for at each reading. */
export function createExports(today: () => Day): Exports {
  const contextOf = ({ known }: ExportJob): ReadContext => ({
    entities: known?.entities ?? [],
    today: today(),
    remembered: known?.remembered ?? [],
  });
  return {
    async read(job) {
      const read = await readExportFile(job, contextOf(job));
      return read.ok ? ok(read.value.reading) : read;
    },
    async points(job) {
      const read = await readExportFile(job, contextOf(job));
      if (!read.ok) return read;
      const { reading, points } = read.value;
      return ok({ reading, points });
    },
    async rejects(job) {
      const read = await readExportFile(job, contextOf(job), { wantsRejects: true });
      return read.ok ? ok(read.value.rejects) : read;
    },
  };
}
