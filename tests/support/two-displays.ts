import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';

/** Xorg with the driver of Debian's xserver-xorg-video-dummy: a server without hardware whose outputs come and go. */
const XORG = '/usr/lib/xorg/Xorg';
const XRANDR = '/usr/bin/xrandr';
const DRIVER = '/usr/lib/xorg/modules/drivers/dummy_drv.so';

export const hasTwoDisplays =
  process.platform === 'linux' && [XORG, DRIVER, XRANDR].every((file) => existsSync(file));

const CONFIG = `
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1600x900"
    Virtual 7680 4320
  EndSubSection
EndSection
`;

export type TwoDisplays = {
  /** For the environment of whoever draws there. */
  readonly display: string;
  /** Plugs the second output in: its mode and its place beside the first one. */
  readonly plugIn: (mode: string, place: 'right-of' | 'left-of') => void;
  readonly unplug: () => void;
  readonly close: () => Promise<void>;
};

/** Starts a display server with one output of 1600 by 900; the second one is plugged in by the test. */
export async function openTwoDisplays(): Promise<TwoDisplays> {
  const folder = await mkdtemp(path.join(tmpdir(), 'andon-xorg-'));
  const config = path.join(folder, 'xorg.conf');
  await writeFile(config, CONFIG);
  const args = ['-displayfd', '3', '-config', config, '-logfile', path.join(folder, 'log'), '-ac'];
  const server = spawn(XORG, [...args, '-noreset', '-nolisten', 'tcp', '-novtswitch', '-sharevts'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xorg ended at once')));
    (server.stdio[3] as Readable).once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
  const display = `:${number}`;
  const xrandr = (...words: readonly string[]) =>
    execFileSync(XRANDR, [...words], { env: { ...process.env, DISPLAY: display }, stdio: 'pipe' });
  xrandr('--output', 'DUMMY0', '--mode', '1600x900', '--primary');
  for (const mode of ['1280x720', '1920x1080']) xrandr('--addmode', 'DUMMY1', mode);
  // Only a look at the outputs makes the server count one that has a mode as there.
  const look = () => xrandr('--query');
  return {
    display,
    plugIn: (mode, place) => {
      xrandr('--output', 'DUMMY1', '--mode', mode, `--${place}`, 'DUMMY0');
      look();
    },
    unplug: () => xrandr('--output', 'DUMMY1', '--off'),
    close: async () => {
      server.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
