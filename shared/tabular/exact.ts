/** A product without the dust of binary fractions: `2.03 * 1000` is 2030. Fifteen digits are what a number can hold. */
export function scaled(value: number, factor: number): number {
  return factor === 1 || Number.isNaN(value) ? value : Number((value * factor).toPrecision(15));
}
