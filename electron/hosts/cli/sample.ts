import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, Misuse } from '#electron/hosts/cli/command.ts';
import { sampleFolder } from '#electron/services/places.ts';
import { writeAtomic } from '#electron/services/write-atomic.ts';

async function contentOf(file: string): Promise<Buffer | null> {
  return readFile(file).catch(() => null);
}

/** `andon sample DIR`: the sample organization's exports, as its teams would deliver them. */
export const sample: Command = {
  name: 'sample',
  summary: "writes the sample organization's exports into a folder",
  help: `andon sample DIR

Writes the exports of the sample organization into DIR, which is made where it is missing.
A file of the same name with other content is left alone unless --force is given.`,

  run: async (args, terminal) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { force: { type: 'boolean' } },
    });
    const [target, ...more] = positionals;
    if (target === undefined || more.length > 0) throw new Misuse('Name one folder: andon sample DIR');
    await mkdir(target, { recursive: true });
    const names = (await readdir(sampleFolder, { withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);
    const kept: string[] = [];
    for (const name of names.sort()) {
      const content = await readFile(path.join(sampleFolder, name));
      const there = await contentOf(path.join(target, name));
      if (there !== null && !there.equals(content) && values.force !== true) kept.push(name);
      else await writeAtomic(path.join(target, name), content);
    }
    terminal.out(`${names.length - kept.length} files are in ${target}.\n`);
    if (kept.length === 0) return 0;
    terminal.err(`Left alone, because they differ: ${kept.join(', ')}. --force replaces them.\n`);
    return 1;
  },
};
