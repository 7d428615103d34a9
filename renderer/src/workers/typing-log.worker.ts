import type { TypingAnswer, TypingRequest } from './typing-log.ts';

/** A window that just died lets go of its file a moment later; one that lives keeps it. */
const TRIES = 20;
const BETWEEN_TRIES_MS = 250;

type Folder = FileSystemDirectoryHandle;

/** A file that is written without asking another process; only workers have it, so the types of windows do not. */
type SyncHandle = {
  readonly getSize: () => number;
  readonly read: (into: Uint8Array, options: { readonly at: number }) => number;
  readonly write: (bytes: Uint8Array, options: { readonly at: number }) => number;
  readonly truncate: (size: number) => void;
  readonly close: () => void;
};
type LockingFile = FileSystemFileHandle & { readonly createSyncAccessHandle: () => Promise<SyncHandle> };
type Locked = { readonly name: string; readonly handle: SyncHandle };

let folder: Folder | null = null;
let own: Locked | null = null;
let end = 0;
let written: Int32Array | null = null;
/** Files of windows that died, held until what they tell is stored elsewhere. */
const held = new Map<string, SyncHandle>();

const answer = (message: TypingAnswer) => self.postMessage(message);

async function lock(within: Folder, name: string): Promise<Locked | null> {
  try {
    const file = (await within.getFileHandle(name, { create: true })) as LockingFile;
    return { name, handle: await file.createSyncAccessHandle() };
  } catch {
    return null;
  }
}

/** Whole lines; what stands behind the last line end was cut off. */
function linesOf({ handle }: Locked): readonly string[] {
  const bytes = new Uint8Array(handle.getSize());
  handle.read(bytes, { at: 0 });
  return new TextDecoder().decode(bytes).split('\n').slice(0, -1);
}

function takeUp(locked: readonly Locked[]): Pick<Extract<TypingAnswer, { kind: 'left' }>, 'files' | 'lines'> {
  for (const { name, handle } of locked) held.set(name, handle);
  return { files: locked.map(({ name }) => name), lines: locked.flatMap(linesOf) };
}

async function tryLater(within: Folder, names: readonly string[]): Promise<void> {
  let missing = names;
  for (let attempt = 1; attempt <= TRIES && missing.length > 0; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
    const locked: Locked[] = [];
    for (const name of missing) locked.push(...[await lock(within, name)].filter((one) => one !== null));
    if (locked.length > 0) answer({ kind: 'left', ...takeUp(locked) });
    missing = missing.filter((name) => !held.has(name));
  }
}

async function open(name: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const typed = await root.getDirectoryHandle('typed', { create: true });
  folder = await typed.getDirectoryHandle(name, { create: true });
  const names: string[] = [];
  for await (const other of folder.keys()) names.push(other);
  own = await lock(folder, crypto.randomUUID());
  if (own === null) return answer({ kind: 'failed' });
  const locked: Locked[] = [];
  for (const other of names) locked.push(...[await lock(folder, other)].filter((one) => one !== null));
  answer({ kind: 'opened', ...takeUp(locked) });
  await tryLater(
    folder,
    names.filter((other) => !held.has(other)),
  );
}

function write(line: string): void {
  if (own === null) return;
  const bytes = new TextEncoder().encode(`${line}\n`);
  own.handle.write(bytes, { at: end });
  end += bytes.length;
}

async function remove(files: readonly string[]): Promise<void> {
  for (const name of files) {
    held.get(name)?.close();
    held.delete(name);
    await folder?.removeEntry(name).catch(() => undefined);
  }
}

self.addEventListener('message', ({ data: request }: MessageEvent<TypingRequest>) => {
  switch (request.kind) {
    case 'open':
      ({ written } = request);
      open(request.folder).catch(() => answer({ kind: 'failed' }));
      return;
    case 'write':
      try {
        write(request.line);
      } catch {
        answer({ kind: 'failed' });
      }
      if (written !== null) Atomics.store(written, 0, request.number);
      return;
    case 'empty':
      own?.handle.truncate(0);
      end = 0;
      return;
    case 'taken-over':
      void remove(request.files);
      return;
  }
});
