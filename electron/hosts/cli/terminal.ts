import { writeSync } from 'node:fs';
import type { Terminal } from '#electron/hosts/cli/command.ts';

const STANDARD_OUTPUT = 1;

/** Written at once and whole: a pipe's buffer would be cut when the process ends. */
function writeAll(text: string): void {
  const bytes = Buffer.from(text);
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(STANDARD_OUTPUT, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A reader that stopped reading (`| head`) is no fault of the command.
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

/** This process's own standard streams. */
export const processTerminal: Terminal = {
  out: writeAll,
  err: (text) => process.stderr.write(text),
  input: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
  isWatched: process.stderr.isTTY === true,
};
