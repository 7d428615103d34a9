import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const projectFolder = path.resolve(import.meta.dirname, '../..');

export type RunningHost = {
  /** Lets one browser in, once. */
  readonly address: string;
  readonly dataFolder: string;
  readonly process: ChildProcess;
  /** Ends the host and removes its data. */
  readonly stop: () => Promise<void>;
};

function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** The built web host with the real services, on a free port and a data folder of its own. */
export async function startBuiltWebHost(
  options: { readonly dataFolder?: string; readonly args?: readonly string[] } = {},
): Promise<RunningHost> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(path.join(tmpdir(), 'andon-web-test-')));
  const child = spawn(
    process.execPath,
    [path.join(projectFolder, 'dist/electron/web.js'), '--port', '0', ...(options.args ?? [])],
    { env: { ...process.env, ANDON_DATA: dataFolder }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /^Andon is open at (\S+)$/m.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`The web host ended at once:\n${said}`)));
  });
  return {
    address,
    dataFolder,
    process: child,
    stop: async () => {
      child.kill('SIGTERM');
      await exited(child);
      if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
