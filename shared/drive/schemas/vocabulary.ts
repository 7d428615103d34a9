import { z } from '#shared/zod.ts';

/** The five dimensions of DRIVE, in the order in which a review walks them. */
export const dimensionId = z.enum(['delivery', 'reliability', 'initiatives', 'vigilance', 'efficiency']);

export const outcomeId = z.enum([
  'revenue-protected',
  'incident-cost',
  'customer-satisfaction',
  'time-to-market',
]);

/** What an id of the domain data looks like: lower case words joined by hyphens, with dots between levels. */
export const slug = z.string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/);

export const text = z.string().min(1);
export const texts = z.array(text);
export const minutes = z.number().int().positive();
export const version = z.number().int().positive();

/** A type and all that it holds, as it may be read but not written. */
export type Frozen<Value> = Value extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
    : Value;
