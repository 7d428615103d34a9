import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createJournal } from '#electron/services/journal.ts';

const APPENDS = 500;
const EVENTS = 100_000;

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
}

const folder = await mkdtemp(path.join(tmpdir(), 'andon-bench-journal-'));
try {
  const journal = createJournal(folder, 'device-bench');
  const text = JSON.stringify({ id: 'x'.repeat(26), type: 'draft', data: { text: 'y'.repeat(200) } });
  const took: number[] = [];
  for (let at = 0; at < APPENDS; at += 1) {
    const began = performance.now();
    await journal.append('review-1', [text]);
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  const [median, rare, worst] = [0.5, 0.99, 1].map((share) => quantile(took, share));
  console.log(`append and fdatasync: median ${median} ms, 99 % within ${rare} ms, worst ${worst} ms`);

  await journal.append(
    'organization',
    Array.from({ length: EVENTS }, () => text),
  );
  const began = performance.now();
  const read = await journal.read();
  const events = read.streams.reduce((sum, stream) => sum + stream.events.length, 0);
  console.log(`read ${events} events in ${(performance.now() - began).toFixed(0)} ms`);
  await journal.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
