import path from 'node:path';
import { build } from 'vite';

/** Bundles a module with everything it imports, to be run by a Node of its own; answers the bundle's file. */
export async function bundleForNode(entry: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.resolve(import.meta.dirname, '../..'),
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'bundle.mjs' } },
    },
  });
  return path.join(folder, 'bundle.mjs');
}
