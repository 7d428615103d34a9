import { access, constants } from 'node:fs/promises';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'] as const;
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

type Environment = {
  readonly [Name in 'ANDON_CHROMIUM' | 'PATH' | (typeof WINDOWS_ROOTS)[number]]?: string | undefined;
};

function candidates(platform: NodeJS.Platform, environment: Environment): readonly string[] {
  if (platform === 'darwin') return MAC;
  if (platform === 'win32') {
    const roots = WINDOWS_ROOTS.map((name) => environment[name]);
    return roots.flatMap((root) => (root === undefined ? [] : WINDOWS.map((name) => path.join(root, name))));
  }
  const folders = (environment.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** A Chromium, Chrome or Edge of this machine, or null. `ANDON_CHROMIUM` names one that lies elsewhere. */
export async function findChromium(
  platform: NodeJS.Platform,
  environment: Environment,
): Promise<string | null> {
  const named = environment.ANDON_CHROMIUM;
  for (const file of [...(named === undefined ? [] : [named]), ...candidates(platform, environment)]) {
    const usable = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (usable) return file;
  }
  return null;
}
