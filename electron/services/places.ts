import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder with the package that this module belongs to, built or not, in a clone or in an app archive. */
function packageFolder(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const above = path.dirname(from);
  if (above === from) throw new Error('Andon does not find its own package.json');
  return packageFolder(above);
}

export const projectFolder = packageFolder(import.meta.dirname);

/** The built screen. */
export const screenFolder = path.join(projectFolder, 'dist', 'renderer');

/** In the packaged app the sample lies beside the archive, because its files are read like any other file. */
export const sampleFolder = projectFolder.endsWith('.asar')
  ? path.join(path.dirname(projectFolder), 'sample')
  : path.join(projectFolder, 'assets', 'sample');
