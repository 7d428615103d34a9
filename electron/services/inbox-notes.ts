import { constants } from 'node:fs';
import { access, lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Something that lies in the inbox and is not read, and why in one sentence. */
export type InboxNote = { readonly name: string; readonly sentence: string };

/** Where taken files go when the user wants them out of the way. */
export const TAKEN_FOLDER = 'taken';

async function noteOn(folder: string, name: string): Promise<string | null> {
  const file = path.join(folder, name);
  const about = await lstat(file).catch(() => null);
  if (about === null) return null;
  if (about.isSymbolicLink()) return 'is a link. The inbox takes files only; put the file itself there.';
  if (about.isDirectory()) return 'is a folder. Put the files in it into the inbox itself.';
  if (!about.isFile()) return 'is no file.';
  const readable = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
  return readable ? null : 'may not be read by this account. Change its permissions.';
}

/** What of the folder is left alone, with the reason. Unfinished and hidden files are no news. */
export async function inboxNotes(
  folder: string,
  isPassedOver: (name: string) => boolean,
): Promise<readonly InboxNote[]> {
  const names = await readdir(folder).catch(() => []);
  const notes = await Promise.all(
    names.map(async (name) => {
      if (isPassedOver(name) || name === TAKEN_FOLDER) return [];
      const why = await noteOn(folder, name);
      return why === null ? [] : [{ name, sentence: `“${name}” ${why}` }];
    }),
  );
  return notes.flat();
}
