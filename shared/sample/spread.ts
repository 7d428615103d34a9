import type { Random } from '#shared/seeded-random.ts';

/**
 * Whole numbers around a middle so that their median is exactly the middle: as many below as above, one in the middle
 * (two where the number is even). In random order.
 */
export function spreadAround(
  random: Random,
  middle: number,
  shape: { readonly count: number; readonly sigma: number },
): readonly number[] {
  const centre = shape.count % 2 === 1 ? 1 : 2;
  const pairs = Math.max(0, (shape.count - centre) / 2);
  const away = Array.from({ length: pairs }, () => Math.exp(shape.sigma * Math.abs(random.normal())));
  const values = [
    ...Array.from({ length: Math.min(centre, shape.count) }, () => middle),
    ...away.map((factor) => Math.min(middle, Math.round(middle / factor))),
    ...away.map((factor) => Math.max(middle, Math.round(middle * factor))),
  ];
  return random.shuffled(values);
}

/** An amount in cents split by weights into whole cents that add up to it exactly; the last part takes the rest. */
export function splitCents(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const parts = weights.slice(0, -1).map((weight) => Math.round((total * weight) / sum));
  const given = parts.reduce((all, part) => all + part, 0);
  return [...parts, total - given];
}

/** Cents as an amount with two decimals. */
export function amount(cents: number): string {
  return (cents / 100).toFixed(2);
}
