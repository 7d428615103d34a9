import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReader, type ReadOutcome } from '#shared/tabular/read.ts';
import { expectations, exportsFolder, hasExports } from '#tests/support/exports-collection.ts';

/** Reads a file in chunks that all come in one buffer, which is filled again for each, as a file reader does. */
function readInChunks(name: string, bytes: Uint8Array, size: number): ReadOutcome {
  const context = { entities: [], today: '2026-11-20', remembered: [] };
  const reader = createReader({ name, bytes: bytes.length }, {}, context);
  const buffer = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = bytes.subarray(at, at + size);
    buffer.set(chunk);
    reader.push(buffer.subarray(0, chunk.length));
    buffer.fill(0x78);
  }
  return reader.end('');
}

const CHUNKS = [1, 7, 4093];
/** Larger files are not pushed byte by byte. */
const SMALL = 100_000;

describe.skipIf(!hasExports)('an export that comes in chunks', () => {
  it.each(hasExports ? expectations().map(({ file }) => file) : [])('%s reads the same in any', (file) => {
    const bytes = new Uint8Array(readFileSync(path.join(exportsFolder, file)));
    const { reading, points } = readInChunks(file, bytes, Math.max(1, bytes.length));
    for (const size of CHUNKS.filter((each) => each > 1 || bytes.length < SMALL)) {
      const found = readInChunks(file, bytes, size);
      expect(found.reading).toEqual(reading);
      expect(found.points).toEqual(points);
    }
  });
});
