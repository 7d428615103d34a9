import { z } from '#shared/zod.ts';
import { dimensionId, type Frozen, minutes, slug, text, texts, version } from './vocabulary.ts';

const blockKind = z.enum([
  'open',
  'wins',
  'changes',
  'commitments',
  ...dimensionId.options,
  'risks',
  'scorecards',
  'launches',
  'trends',
  'wheel',
  'deep-dive',
  'constraint',
  'readback',
  'rating',
]);

const block = z.strictObject({
  id: slug,
  kind: blockKind,
  name: text,
  minutes,
  purpose: text,
  stage: text,
  speaks: text,
  done: text,
  protected: z.boolean(),
  dimension: dimensionId.optional(),
});

const template = z.strictObject({
  id: slug,
  name: text,
  slotMinutes: minutes,
  minutesFrom: text,
  for: text,
  note: text.optional(),
  blocks: z.array(block).min(1),
});

export const agendaTemplatesFile = z.strictObject({
  about: text,
  version,
  anomalyMinutes: minutes,
  overtimeOrder: texts,
  templates: z.array(template).min(1),
});

export type AgendaTemplatesFile = Frozen<z.infer<typeof agendaTemplatesFile>>;
