import type { ReadSettings } from '#shared/tabular/reading.ts';
import { z } from '#shared/zod.ts';

const text = z.string().max(1000);
const line = z.int().min(1);

const aggregation = z.enum(['sum', 'mean', 'median', 'last', 'max', 'min', 'ratio', 'none']);
const dateOrder = z.enum(['dmy', 'mdy', 'ymd']);
const decimal = z.enum(['.', ',']);

const columnSetting = z.strictObject({
  name: text,
  occurrence: z.int().min(1),
  role: z
    .enum([
      'period',
      'entity',
      'metric',
      'value',
      'unit',
      'numerator',
      'denominator',
      'target',
      'id',
      'dimension',
      'ignored',
    ])
    .exactOptional(),
  metric: text.exactOptional(),
  unit: text.exactOptional(),
  aggregation: aggregation.exactOptional(),
  per: text.exactOptional(),
  keptIn: text.exactOptional(),
});

const namedMetricSetting = z.strictObject({
  name: text,
  metric: text.exactOptional(),
  unit: text.exactOptional(),
  aggregation: aggregation.exactOptional(),
  keptIn: text.exactOptional(),
  leftOut: z.boolean().exactOptional(),
});

const countSetting = z.strictObject({
  metric: text,
  column: text,
  values: z.array(text).min(1).max(200).readonly(),
  as: z.enum(['count', 'share']),
});

/** What a person decided about a file, as it crosses to the service that reads it. */
export const readSettings: z.ZodType<ReadSettings> = z.strictObject({
  encoding: z
    .enum([
      'utf-8',
      'utf-16le',
      'utf-16be',
      'windows-1252',
      'windows-1250',
      'windows-1251',
      'windows-1253',
      'windows-1254',
      'shift_jis',
      'gb18030',
      'big5',
      'euc-kr',
    ])
    .exactOptional(),
  delimiter: z.enum([',', ';', '\t', '|', '^', '~', ':', ' ']).exactOptional(),
  header: z.array(line).max(20).readonly().exactOptional(),
  decimal: decimal.exactOptional(),
  dateOrder: dateOrder.exactOptional(),
  shape: z
    .enum(['long', 'metric-columns', 'entity-rows', 'period-columns', 'events', 'targets'])
    .exactOptional(),
  rows: text.exactOptional(),
  year: z.int().min(1990).max(2100).exactOptional(),
  fiscalYear: z
    .string()
    .regex(/^(?:0[1-9]|1[0-2])-(?:begins|ends)$/)
    .exactOptional(),
  noAmount: z.enum(['zero', 'missing']).exactOptional(),
  asOf: z.iso.date().exactOptional(),
  columns: z.array(columnSetting).max(5000).readonly().exactOptional(),
  metrics: z.array(namedMetricSetting).max(5000).readonly().exactOptional(),
  counts: z.array(countSetting).max(100).readonly().exactOptional(),
  missing: z.array(text.min(1)).max(200).readonly().exactOptional(),
  before: z
    .strictObject({ dateOrder: dateOrder.exactOptional(), decimal: decimal.exactOptional() })
    .exactOptional(),
  includeLines: z.array(line).max(100_000).readonly().exactOptional(),
  rejects: z.enum(['leave-out', 'as-missing']).exactOptional(),
});
