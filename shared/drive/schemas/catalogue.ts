import { z } from '#shared/zod.ts';
import { dimensionId, type Frozen, outcomeId, slug, text, texts, version } from './vocabulary.ts';

const metricKind = z.enum(['count', 'duration', 'money', 'pass-fail', 'percentage', 'rate', 'stock']);

const chartKind = z.enum([
  'xmr',
  'run',
  'p',
  'np',
  'u',
  'c',
  'laney-p',
  'laney-u',
  'i-prime',
  'g',
  't',
  'ewma',
  'cusum',
  'strip',
  'stock-flow',
  'budget-bar',
  'burn-up',
  'composition',
]);

const engineKind = z.enum([
  'poisson',
  'poisson-exposure',
  'binomial',
  'exponential',
  'normal',
  'normal-log',
  'normal-log1p',
  'normal-logit',
  'normal-log-burn',
  'increment',
  'log-ratio',
  'none',
]);

const aggregation = z.enum([
  'sum',
  'mean',
  'median',
  'last',
  'max',
  'min',
  'ratio',
  'none',
  'recompute',
  'weighted-by-n',
  'weighted-by-scope',
]);

const target = z.strictObject({
  op: z.enum(['<', '<=', '>', '>=']),
  value: z.number(),
  source: text,
  use: z.enum(['target', 'reference']),
  text: text.optional(),
});

const metric = z.strictObject({
  id: slug,
  name: text,
  dimension: dimensionId,
  definition: text,
  unit: text,
  good: z.enum(['up', 'down', 'neutral']),
  kind: metricKind,
  chart: chartKind,
  engine: engineKind,
  overTime: z.enum(['sum', 'mean', 'median', 'last', 'ratio']),
  overEntities: aggregation,
  bounds: z.tuple([z.number().nullable(), z.number().nullable()]),
  target: target.nullable(),
  maturityDays: z.number().int().nonnegative(),
  outcomes: z.array(outcomeId),
  entity: z.enum(['organization', 'team', 'service', 'slo', 'initiative', 'asset', 'launch']),
  tier: z.enum(['start', 'extend']),
  synonyms: texts,
  questions: z.strictObject({ worse: texts, better: texts }),
  note: text.optional(),
  group: z.enum(['capacity', 'launches', 'value-stream']).optional(),
  numerator: text.optional(),
  denominator: text.optional(),
});

const dimension = z.strictObject({
  id: dimensionId,
  name: text,
  question: text,
  order: z.number().int().positive(),
});

const outcome = z.strictObject({ id: outcomeId, name: text, means: text });
const sharedSynonym = z.strictObject({ headers: texts, rule: text });
const derivation = z.strictObject({ from: text, gives: z.array(slug), rules: texts });

export const catalogueFile = z.strictObject({
  about: text,
  version,
  sources: z.record(slug, text),
  dimensions: z.array(dimension).length(5),
  outcomes: z.array(outcome),
  kinds: z.array(metricKind),
  charts: z.array(chartKind),
  engines: z.record(engineKind, text),
  aggregations: z.array(aggregation),
  sharedSynonyms: z.array(sharedSynonym),
  derivations: z.array(derivation),
  metrics: z.array(metric).min(1),
});

export type CatalogueFile = Frozen<z.infer<typeof catalogueFile>>;
