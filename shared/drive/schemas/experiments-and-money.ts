import { z } from '#shared/zod.ts';
import { slug, text, texts, version } from './vocabulary.ts';

const field = z.strictObject({
  id: text,
  required: z.boolean().optional(),
  hint: text.optional(),
  template: text.optional(),
  ref: text.optional(),
  values: texts.optional(),
  computed: z.boolean().optional(),
  needs: z.record(slug, texts).optional(),
});

const verdict = z.strictObject({ id: slug, order: z.number().int(), when: text, text });
const benefitPart = z.strictObject({ id: slug, formula: text, note: text.optional() });

const costParameter = z.strictObject({
  id: text,
  default: z.number().nullable(),
  note: text.optional(),
  unit: text.optional(),
});

export const experimentsAndMoneyFile = z.strictObject({
  about: text,
  version,
  fields: z.array(field),
  planChecks: z.array(z.strictObject({ id: slug, rule: text })),
  effect: z.record(z.string(), text),
  verdicts: z.array(verdict).length(8),
  verdictNote: text,
  goal: z.strictObject({ fields: texts, forecast: text }),
  roi: z.strictObject({
    formula: text,
    benefitParts: z.array(benefitPart),
    cost: texts,
    defaults: z.strictObject({ weeks: z.number().int().positive(), realizedShare: z.number().min(0).max(1) }),
    honesty: texts,
  }),
  incidentCost: z.strictObject({
    formula: text,
    parameters: z.array(costParameter),
    rounding: text,
    perMinuteByService: text,
  }),
});
