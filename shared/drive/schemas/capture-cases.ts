import { z } from '#shared/zod.ts';
import { dimensionId, type Frozen, text, texts, version } from './vocabulary.ts';

const isoDay = z.iso.date();

const expected = z.strictObject({
  kind: z.enum(['action', 'note', 'decision', 'risk', 'win', 'parking', 'initiative']),
  text: z.string(),
  owner: text.optional(),
  ownerText: text.optional(),
  alsoNamed: texts.optional(),
  due: isoDay.optional(),
  dueText: text.optional(),
  reviewOn: isoDay.optional(),
  dimension: dimensionId.optional(),
  tier: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  priority: z.enum(['urgent', 'high', 'normal', 'low']).optional(),
  likelihood: z.number().int().min(1).max(5).optional(),
  impact: z.number().int().min(1).max(5).optional(),
  entity: text.optional(),
  tags: texts.optional(),
  links: texts.optional(),
  flags: texts,
});

const context = z.strictObject({
  locale: text.optional(),
  workweek: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).optional(),
  fiscalYearStart: z
    .string()
    .regex(/^\d\d-\d\d$/)
    .optional(),
  anomaly: text.optional(),
  pressed: z.enum(['a', 'n', 'd', 'r', 'w', 'p', 'i']).optional(),
});

export const captureCasesFile = z.strictObject({
  about: text,
  version,
  grammar: texts,
  flags: texts,
  cases: z.array(
    z.strictObject({
      id: z.string().regex(/^c\d\d$/),
      input: text,
      context,
      expect: expected,
      note: text.optional(),
    }),
  ),
});

export type CaptureCasesFile = Frozen<z.infer<typeof captureCasesFile>>;
