import { readSettings } from '#shared/ipc/read-settings.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { ReadSettings } from '#shared/tabular/reading.ts';
import { z } from '#shared/zod.ts';

/** How files with one header are read, as it goes from one organization to another. */
export type MappingFile = {
  /** Key of the header: its names, normalised, in an order of their own. */
  readonly signature: string;
  /** Name of a file that was read by it, for people. */
  readonly file: string;
  readonly settings: ReadSettings;
};

const FORMAT = 'andon mapping';

const schema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  signature: z.string().min(1).max(1_000_000),
  file: z.string().max(255),
  settings: readSettings,
});

/** A mapping as the text of a file. */
export function mappingText({ signature, file, settings }: MappingFile): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, file, signature, settings }, null, 2)}\n`;
}

const NO_MAPPING = 'This is not a mapping that Andon saved.';
const NEWER = 'This mapping was saved by a newer Andon, or it was changed by hand: nothing of it was taken.';

/** The mapping that a text holds; a sentence where it holds none. */
export function parseMappingText(text: string): Result<MappingFile, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail(NO_MAPPING);
  }
  const isMapping =
    typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT;
  if (!isMapping) return fail(NO_MAPPING);
  const parsed = schema.safeParse(value);
  if (!parsed.success) return fail(NEWER);
  const { signature, file, settings } = parsed.data;
  return ok({ signature, file, settings });
}
