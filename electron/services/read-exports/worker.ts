import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, WorkerRequest } from '#electron/services/read-exports/protocol.ts';
import { buffersOf, readForReply } from '#electron/services/read-exports/reply.ts';

const request = workerData as WorkerRequest;

function send(message: FromWorker, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer as ArrayBuffer[]);
}

// Stopping is done from outside, by ending this worker: that also works in the middle of a long step.
const result = await readForReply(request, {
  isCancelled: () => false,
  onProgress: (progress) => send({ kind: 'progress', progress }),
});
send({ kind: 'done', result }, result.ok ? buffersOf(result.value.points) : []);
