import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TooLarge } from '#electron/hosts/web/body.ts';
import type { Grants, Owner } from '#electron/services/grants.ts';
import { isInside } from '#electron/services/path-guard.ts';
import type { Grant } from '#shared/ipc/contract.ts';
import { type Failure, UNREADABLE } from '#shared/ipc/failure.ts';
import { fail, ok, type Result } from '#shared/result.ts';

const MAX_FILE_BYTES = 2 * 1024 * 1024 * 1024;

export type Uploads = {
  /** Streams a dropped file into the temporary folder and grants it under the name that people know. */
  readonly take: (request: IncomingMessage, name: string) => Promise<Result<Grant, Failure>>;
  /** Removes a file that was taken here; leaves every other file alone. */
  readonly discard: (file: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

function limited(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      done(size > limit ? new TooLarge() : null, chunk);
    },
  });
}

/** A browser has no paths to give, so what is dropped there lies in a folder of its own until it is released. */
export function createUploads(grants: Grants, owner: Owner): Uploads {
  let folder: Promise<string> | null = null;

  return {
    take: async (request, name) => {
      if (Number(request.headers['content-length'] ?? 0) > MAX_FILE_BYTES) throw new TooLarge();
      folder ??= mkdtemp(path.join(tmpdir(), 'andon-dropped-')).then((made) => realpath(made));
      const file = path.join(await folder, randomBytes(12).toString('hex'));
      try {
        await pipeline(
          request,
          limited(MAX_FILE_BYTES),
          createWriteStream(file, { flags: 'wx', mode: 0o600 }),
        );
      } catch (error) {
        await rm(file, { force: true });
        throw error;
      }
      const grant = await grants.offer(owner, file, name.split(/[/\\]/).at(-1) || 'dropped file');
      return grant === null ? fail(UNREADABLE) : ok(grant);
    },
    discard: async (file) => {
      if (folder !== null && isInside(await folder, file)) await rm(file, { force: true });
    },
    close: async () => {
      if (folder !== null) await rm(await folder, { recursive: true, force: true });
    },
  };
}
