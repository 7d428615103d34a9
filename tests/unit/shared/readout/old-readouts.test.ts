import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseBundle } from '#shared/events/bundle.ts';
import { toActionsCsv } from '#shared/readout/actions-csv.ts';
import { toDueDatesIcs } from '#shared/readout/due-dates-ics.ts';
import { toHtml } from '#shared/readout/html.ts';
import { toMarkdown } from '#shared/readout/markdown.ts';
import { parseReadout, type Readout, toReadoutJson } from '#shared/readout/readout.ts';
import { toReadout } from '#shared/readout/to-readout.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import { foldReview } from '#shared/review/fold.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures');
const readouts = path.join(fixtures, 'readout');

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function parsed(json: unknown): Readout {
  const readout = parseReadout(json);
  if (!readout.ok) throw new Error(readout.failure);
  return readout.value;
}

// The files are frozen: what leadership has received must open in every later build.
describe('readouts of earlier builds', () => {
  it.each(readdirSync(readouts))('%s still opens, and prints in every format', (file) => {
    const readout = parsed(read(path.join(readouts, file)));
    expect(read(path.join(readouts, file))).toEqual(JSON.parse(toReadoutJson(readout)));
    for (const written of [
      toHtml(readout),
      toMarkdown(readout),
      toActionsCsv(readout),
      toDueDatesIcs(readout),
    ]) {
      expect(written).toContain('A-114');
      expect(written).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  it('are made of every review that earlier builds have on record', () => {
    const bundle = parseBundle(read(path.join(fixtures, 'events/v1.json')));
    if (!bundle.ok) throw new Error(bundle.failure.message);
    const { events } = bundle.value;
    const registers = foldRegisters(events);
    expect(registers.reviews.length).toBeGreaterThan(0);
    for (const { id } of registers.reviews) {
      const made = toReadout({
        review: foldReview(id, events),
        registers,
        state: { readings: [] },
        nowMs: Date.UTC(2026, 10, 18, 11, 30),
      });
      expect(parsed(JSON.parse(toReadoutJson(made)))).toEqual(made);
      expect(toHtml(made)).toContain('The six questions');
    }
  });
});
