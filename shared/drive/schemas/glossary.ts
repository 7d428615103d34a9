import { z } from '#shared/zod.ts';
import { type Frozen, slug, text, texts, version } from './vocabulary.ts';

export const glossaryFile = z.strictObject({
  about: text,
  version,
  terms: z.array(z.strictObject({ id: slug, term: text, means: text, also: texts.optional() })),
  methods: z.array(
    z.strictObject({ id: slug, name: text, two: text, picture: text, credit: text.optional() }),
  ),
});

export type GlossaryFile = Frozen<z.infer<typeof glossaryFile>>;
