import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeAtomic } from '#electron/services/write-atomic.ts';

const DEVICE = /^[a-z0-9-]{8,40}$/;

/** This installation's random name, made at the first start. It says nothing about the machine or its user. */
export async function deviceOf(dataFolder: string): Promise<string> {
  const file = path.join(dataFolder, 'device');
  const known = await readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => '',
  );
  if (DEVICE.test(known)) return known;
  const device = randomUUID();
  await writeAtomic(file, `${device}\n`);
  return device;
}
