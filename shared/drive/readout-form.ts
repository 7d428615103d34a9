import readoutJson from './data/readout.json' with { type: 'json' };
import type { ReadoutFormFile } from './schemas/readout-form.ts';

export type ReadoutFormSection = ReadoutFormFile['sections'][number];
export type ReadoutSectionId = ReadoutFormSection['id'];
export type OutcomeLine = ReadoutFormFile['outcomeMapping']['lines'][number];

// The build validates the file against the schema of its type (validate.ts), so it is not parsed again here.
const file = readoutJson as unknown as ReadoutFormFile;

/** The sections of the readout in print order: two pages, then evidence. */
export const readoutSections: readonly ReadoutFormSection[] = file.sections;

/** The four business outcomes in print order. */
export const outcomeLines: readonly OutcomeLine[] = file.outcomeMapping.lines;

export function readoutSectionById(id: ReadoutSectionId): ReadoutFormSection | undefined {
  return readoutSections.find((section) => section.id === id);
}
