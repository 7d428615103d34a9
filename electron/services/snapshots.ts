import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeAtomic } from '#electron/services/write-atomic.ts';

/** File: magic, header length (4 bytes, little-endian), header as UTF-8, columns, SHA-256 over everything before. */
const MAGIC = Buffer.from('ANDS1\n');
const SUM_BYTES = 32;
const EXTENSION = '.snapshot';

export type KeptSnapshot = { readonly header: string; readonly columns: Uint8Array };

export type Snapshots = {
  readonly keep: (id: string, header: string, columns: Uint8Array) => Promise<number>;
  /** Null when there is none of that id. Throws when the file is damaged. */
  readonly read: (id: string) => Promise<KeptSnapshot | null>;
  readonly list: () => Promise<readonly { readonly id: string; readonly bytes: number }[]>;
};

function toFile(header: string, columns: Uint8Array): Buffer {
  const head = Buffer.from(header, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const body = Buffer.concat([MAGIC, length, head, columns]);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}

function fromFile(bytes: Buffer): KeptSnapshot {
  const body = bytes.subarray(0, Math.max(0, bytes.length - SUM_BYTES));
  const whole = createHash('sha256').update(body).digest().equals(bytes.subarray(body.length));
  if (!whole || !body.subarray(0, MAGIC.length).equals(MAGIC))
    throw new Error('The snapshot file is damaged');
  const start = MAGIC.length + 4;
  const end = start + body.readUInt32LE(MAGIC.length);
  return { header: body.toString('utf8', start, end), columns: new Uint8Array(body.subarray(end)) };
}

/** Imported snapshots by id, each in one file that is written whole and verified when read. */
export function createSnapshots(folder: string): Snapshots {
  const fileOf = (id: string) => path.join(folder, `${id}${EXTENSION}`);

  return {
    keep: async (id, header, columns) => {
      const bytes = toFile(header, columns);
      await writeAtomic(fileOf(id), bytes);
      return bytes.length;
    },

    read: async (id) => {
      const bytes = await readFile(fileOf(id)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return bytes === null ? null : fromFile(bytes);
    },

    list: async () => {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(EXTENSION)).sort();
      return Promise.all(
        names.map(async (name) => ({
          id: name.slice(0, -EXTENSION.length),
          bytes: (await stat(path.join(folder, name))).size,
        })),
      );
    },
  };
}
