import { randomBytes } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Grant } from '#shared/ipc/contract.ts';

/** Who may use a grant: one window or session, or everyone for what the app itself offers (inbox, sample). */
export type Owner = string;
export const EVERYONE: Owner = 'everyone';

export type GrantedPath = {
  /** Real path: links were followed when the user handed the file over, and not since. */
  readonly path: string;
  /** The name that people know; a web upload is kept under another name on the disk. */
  readonly name: string;
  readonly bytes: number;
  readonly isFolder: boolean;
};

export type Grants = {
  /** A token for a file or folder; null when there is nothing at the path that can be read. */
  readonly offer: (owner: Owner, file: string, name?: string) => Promise<Grant | null>;
  readonly find: (owner: Owner, token: string) => GrantedPath | null;
  /** Forgets one of the owner's own grants and answers what it was; what is offered to everyone stays. */
  readonly release: (owner: Owner, token: string) => GrantedPath | null;
  /** Forgets everything that was granted to a window or session that is gone; answers what that was. */
  readonly drop: (owner: Owner) => readonly GrantedPath[];
};

/** Keeps which random token stands for which real path, so that no path ever reaches the screen. */
export function createGrants(): Grants {
  const held = new Map<string, { readonly owner: Owner; readonly granted: GrantedPath }>();

  function find(owner: Owner, token: string): GrantedPath | null {
    const entry = held.get(token);
    if (entry === undefined) return null;
    return entry.owner === owner || entry.owner === EVERYONE ? entry.granted : null;
  }

  return {
    find,

    offer: async (owner, file, name) => {
      try {
        const real = await realpath(file);
        const about = await stat(real);
        if (!about.isFile() && !about.isDirectory()) return null;
        const granted: GrantedPath = {
          path: real,
          name: (name ?? path.basename(file)).slice(-255),
          bytes: about.isFile() ? about.size : 0,
          isFolder: about.isDirectory(),
        };
        const token = randomBytes(16).toString('base64url');
        held.set(token, { owner, granted });
        return { token, name: granted.name, bytes: granted.bytes };
      } catch {
        return null;
      }
    },

    release: (owner, token) => {
      const entry = held.get(token);
      if (entry?.owner !== owner) return null;
      held.delete(token);
      return entry.granted;
    },

    drop: (owner) => {
      const gone = [...held].filter(([, entry]) => entry.owner === owner);
      for (const [token] of gone) held.delete(token);
      return gone.map(([, entry]) => entry.granted);
    },
  };
}
