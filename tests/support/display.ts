import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** Gives the desktop tests a display: the one that is there, else an Xvfb of their own that any local user may use. */
// biome-ignore lint/style/noDefaultExport: Playwright takes the default export of a set-up module
export default async function openDisplay(): Promise<(() => void) | undefined> {
  const { DISPLAY } = process.env;
  if (process.platform !== 'linux' || (DISPLAY !== undefined && DISPLAY !== '')) return undefined;
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-ac', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended at once')));
    (server.stdio[3] as Readable).once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
  Object.assign(process.env, { DISPLAY: `:${number}` });
  return () => {
    server.kill();
  };
}
