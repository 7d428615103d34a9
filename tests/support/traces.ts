import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

/** Everything that a workspace has left on the machine, each as a hash: databases, storage and files of the browser, files of the host. */
export type Traces = Readonly<Record<string, string>>;

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function filesUnder(folder: string): Traces {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [path.relative(folder, file), hash(readFileSync(file))]));
}

/** Rows of every store of every database, and every entry of the storage, as text. */
function storedInBrowser(): Promise<Record<string, string>> {
  const answered = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const asText = (_: string, value: unknown) => (value instanceof Uint8Array ? [...value].join(' ') : value);
  const storesOf = async (name: string): Promise<[string, string][]> => {
    const database = await answered(indexedDB.open(name));
    const found: [string, string][] = [];
    for (const store of database.objectStoreNames) {
      const rows = await answered(database.transaction(store).objectStore(store).getAll());
      found.push([`${name} ${store}`, JSON.stringify(rows, asText)]);
    }
    database.close();
    return found;
  };
  const filesIn = async (folder: FileSystemDirectoryHandle, at: string): Promise<[string, string][]> => {
    const found: [string, string][] = [];
    for await (const [name, entry] of folder.entries()) {
      const where = `${at}/${name}`;
      if (entry.kind === 'directory')
        found.push(...(await filesIn(entry as FileSystemDirectoryHandle, where)));
      else found.push([where, await (await (entry as FileSystemFileHandle).getFile()).text()]);
    }
    return found;
  };
  const everything = async () => {
    const databases = (await indexedDB.databases()).map(({ name = '' }) => name).sort();
    const stores = await Promise.all(databases.map(storesOf));
    return Object.fromEntries([
      ...stores.flat(),
      ...(await filesIn(await navigator.storage.getDirectory(), 'file')),
      ...Object.entries(localStorage),
      ...Object.entries(sessionStorage),
    ]);
  };
  return everything();
}

/** Leaves the app for a page of its origin on which nothing of it runs, and takes down what is stored. */
export async function tracesOf(page: Page, dataFolder: string): Promise<Traces> {
  await page.goto(new URL('/nothing-here', page.url()).href);
  const stored = await page.evaluate(storedInBrowser);
  const hashes = Object.fromEntries(Object.entries(stored).map(([key, text]) => [key, hash(text)]));
  return { ...hashes, ...filesUnder(dataFolder) };
}
