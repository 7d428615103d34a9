import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import path from 'node:path';

/** Whether `inner` is `outer` or lies below it. Both must be real paths. */
export function isInside(outer: string, inner: string): boolean {
  const way = path.relative(outer, inner);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

/** The real path of `name` in `root`, or null when it does not exist or a link leads out of `root`. */
export async function resolveInside(root: string, name: string): Promise<string | null> {
  if (name.includes('\0') || path.isAbsolute(name)) return null;
  try {
    const realRoot = await realpath(root);
    const real = await realpath(path.join(realRoot, name));
    return isInside(realRoot, real) ? real : null;
  } catch {
    return null;
  }
}

/** Opens a real path for reading and refuses it when it became a link since it was resolved. */
export async function openReal(file: string): Promise<FileHandle> {
  // Windows has no O_NOFOLLOW; there the constant is absent.
  return open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
}
