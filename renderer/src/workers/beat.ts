/** Calls so often until the returned function is called, in a hidden window too. */
export function startBeat(everyMs: number, onBeat: () => void): () => void {
  const worker = new Worker(new URL('./beat.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', onBeat);
  worker.postMessage(everyMs);
  return () => worker.terminate();
}
