import { access, mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { TAKEN_FOLDER } from '#electron/services/inbox-notes.ts';
import { resolveInside } from '#electron/services/path-guard.ts';

async function isFree(file: string): Promise<boolean> {
  return access(file).then(
    () => false,
    () => true,
  );
}

/** Moves a file of the inbox into its folder `taken`, under a name of its own there. Answers whether it is there. */
export async function moveToTaken(folder: string, name: string): Promise<boolean> {
  const file = await resolveInside(folder, name);
  if (file === null) return false;
  try {
    const taken = path.join(folder, TAKEN_FOLDER);
    await mkdir(taken, { recursive: true });
    const { name: stem, ext } = path.parse(name);
    let target = path.join(taken, name);
    for (let copy = 2; !(await isFree(target)); copy += 1) {
      target = path.join(taken, `${stem} (${copy})${ext}`);
    }
    await rename(file, target);
    return true;
  } catch {
    // The file stays where it is, and its content is known: it is not taken a second time.
    return false;
  }
}
