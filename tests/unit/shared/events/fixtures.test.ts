import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseBundle } from '#shared/events/bundle.ts';
import { isOrganizationEvent, isReviewEvent, type StoredEvent } from '#shared/events/event.ts';
import { organizationData } from '#shared/events/organization-events.ts';
import { reviewData } from '#shared/events/review-events.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import { foldReview } from '#shared/review/fold.ts';

const folder = path.resolve(import.meta.dirname, '../../../fixtures/events');
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
/** One file for a version, or from the fifth on a folder with a file for each part that grew. */
const versions = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^v\d+(?:\.json|[\\/][a-z-]+\.json)$/.test(file),
);

function eventsOf(file: string): readonly StoredEvent[] {
  const bundle = parseBundle(read(file));
  if (!bundle.ok) throw new Error(bundle.failure.message);
  return bundle.value.events;
}

/** Everything that was folded, as JSON holds it. */
function folded(events: readonly StoredEvent[]): unknown {
  const registers = foldRegisters(events);
  const review = foldReview('2026-11-18', events);
  const verdicts = Object.fromEntries(registers.verdicts);
  return JSON.parse(
    JSON.stringify({
      review,
      registers: { ...registers, mappings: Object.fromEntries(registers.mappings), verdicts },
    }),
  );
}

// The files are frozen: a build that cannot read one of them, or reads something else in it, has broken old reviews.
describe('events of earlier builds', () => {
  it.each(versions)('%s still folds to what it folded to', (file) => {
    expect(folded(eventsOf(file))).toMatchObject(read(file.replace('.json', '.folded.json')) as object);
  });

  it('hold every type of event that this build writes', () => {
    const events = versions.flatMap(eventsOf);
    const held = (is: (event: StoredEvent) => boolean) =>
      new Set(events.filter(is).map((event) => event.type));
    const corrections = ['event-undone', 'event-redone'];
    const own = Object.keys(organizationData).filter((type) => !corrections.includes(type));
    expect([...held(isReviewEvent)].sort()).toEqual(Object.keys(reviewData).sort());
    expect([...held(isOrganizationEvent)].sort()).toEqual(own.sort());
  });
});
