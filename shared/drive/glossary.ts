import glossaryJson from './data/glossary.json' with { type: 'json' };
import type { GlossaryFile } from './schemas/glossary.ts';

export type GlossaryTerm = GlossaryFile['terms'][number];

// The build validates the file against the schema of its type (validate.ts), so it is not parsed again here.
const file = glossaryJson as unknown as GlossaryFile;

export const glossaryTerms: readonly GlossaryTerm[] = file.terms;

export function glossaryTermById(id: string): GlossaryTerm | undefined {
  return glossaryTerms.find((term) => term.id === id);
}
