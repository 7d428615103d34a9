import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The version that the package says it is. */
export async function versionOf(projectFolder: string): Promise<string> {
  const text = await readFile(path.join(projectFolder, 'package.json'), 'utf8');
  return String((JSON.parse(text) as { readonly version?: string }).version ?? '0.0.0');
}
