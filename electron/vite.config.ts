import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type UserConfig } from 'vite';

const here = import.meta.dirname;

/** Modules of Node's side, each started by itself: the three hosts, the worker that reads exports, the domain check. */
const ENTRIES = {
  main: 'hosts/desktop/main.ts',
  web: 'hosts/web/main.ts',
  cli: 'hosts/cli/main.ts',
  'read-exports-worker': 'services/read-exports/worker.ts',
  validate: '../shared/drive/validate.ts',
};

function inputs(entries: Readonly<Record<string, string>>): Record<string, string> {
  const files = Object.entries(entries).map(([name, file]) => [name, path.resolve(here, file)] as const);
  return Object.fromEntries(files.filter(([, file]) => existsSync(file)));
}

function build(input: Record<string, string>, format: 'es' | 'cjs', extension: string): UserConfig {
  return {
    root: here,
    publicDir: false,
    // Everything is bundled, so the packaged app carries no node_modules.
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: path.resolve(here, '../dist/electron'),
      emptyOutDir: format === 'es',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input,
        external: ['electron'],
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          // Side by side: modules find the worker and the screen relative to where they lie.
          chunkFileNames: 'chunk-[name]-[hash].js',
        },
      },
    },
  };
}

/** `--mode preload` builds the preload: CommonJS, because a sandboxed preload can be nothing else. */
export default defineConfig(({ mode }) =>
  mode === 'preload'
    ? build(inputs({ preload: 'hosts/desktop/preload.ts' }), 'cjs', 'cjs')
    : build(inputs(ENTRIES), 'es', 'js'),
);
