// Writes the files of the sample organization into assets/sample: node tests/support/generate-sample.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'assets/sample');
const { module } = await runnerImport(path.join(root, 'shared/sample/sample-files.ts'));

mkdirSync(folder, { recursive: true });
for (const [name, text] of module.sampleFiles()) {
  writeFileSync(path.join(folder, name), text);
  console.log(`${name}  ${Buffer.byteLength(text).toLocaleString('en')} bytes`);
}
