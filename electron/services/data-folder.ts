import { homedir } from 'node:os';
import path from 'node:path';

type Environment = {
  readonly [Name in 'ANDON_DATA' | 'APPDATA' | 'XDG_CONFIG_HOME']?: string | undefined;
};

/** Where this user's data lies when no desktop app says so: the same folder that the desktop app uses. */
export function dataFolderOf(platform: NodeJS.Platform, environment: Environment): string {
  if (environment.ANDON_DATA !== undefined) return path.resolve(environment.ANDON_DATA);
  const home = homedir();
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Andon');
  if (platform === 'win32')
    return path.join(environment.APPDATA ?? path.join(home, 'AppData', 'Roaming'), 'Andon');
  return path.join(environment.XDG_CONFIG_HOME ?? path.join(home, '.config'), 'Andon');
}
