import { z } from '#shared/zod.ts';
import { slug, text, version } from './vocabulary.ts';

const week = z.number().int().min(0);

const story = z.strictObject({
  id: z.string().regex(/^S\d+$/),
  series: z.array(text).optional(),
  onset: week.optional(),
  firesBy: week.optional(),
  direction: z.enum(['better', 'worse', 'changed']).optional(),
  check: slug.optional(),
  alsoChecks: z.array(slug).optional(),
  entities: z.array(text).optional(),
  reading: text.optional(),
  ratios: z.record(z.string(), z.array(z.number())).optional(),
  level: text.optional(),
});

const noise = z.strictObject({
  id: z.string().regex(/^N\d+$/),
  series: text,
  weeks: z.array(week),
  note: text.optional(),
});

const series = z.strictObject({
  id: text,
  metric: slug,
  entity: text,
  unit: text,
  values: z.array(z.number()),
  denominator: z.number().positive().optional(),
  denominatorSeries: text.optional(),
});

export const sampleSeriesFile = z.strictObject({
  about: text,
  version,
  firstWeek: z.iso.date(),
  weeks: z.number().int().positive(),
  asOf: z.iso.date(),
  stories: z.array(story),
  noise: z.array(noise),
  silentNote: text,
  series: z.array(series).min(1),
});
