/** Columns of a model, each as long as what it explains. */
export type Model = readonly Float64Array[];

export type Fit = { readonly coefficients: readonly number[]; readonly residuals: Float64Array };

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}

/** Takes `times` one column from another, in place. */
function take(from: Float64Array, column: Float64Array, times: number): void {
  for (let at = 0; at < from.length; at++) from[at] = (from[at] ?? 0) - times * (column[at] ?? 0);
}

/** A column that the ones before it explain to within this share of its length adds nothing. */
const NOTHING = 1e-9;

/**
 * Least squares by making the columns orthogonal one after another. A column that others explain gets the coefficient
 * 0. O(columns squared times points).
 */
export function leastSquares(values: Float64Array, model: Model): Fit {
  const residuals = values.slice();
  const bases: { readonly column: Float64Array; readonly length: number }[] = [];
  const shares: number[][] = [];
  const along: number[] = [];
  for (const column of model) {
    const own = column.slice();
    const share = bases.map((base) => {
      if (base.length === 0) return 0;
      const times = dot(own, base.column) / base.length;
      take(own, base.column, times);
      return times;
    });
    const length = dot(own, own);
    const counts = length > NOTHING * NOTHING * dot(column, column);
    const times = counts ? dot(residuals, own) / length : 0;
    take(residuals, own, times);
    bases.push({ column: own, length: counts ? length : 0 });
    shares.push(share);
    along.push(times);
  }
  // The columns are sums of orthogonal ones: from the last to the first, take out what later ones hold of earlier.
  const coefficients = along.slice();
  for (let last = model.length - 1; last > 0; last--) {
    for (let at = 0; at < last; at++) {
      coefficients[at] = (coefficients[at] ?? 0) - (shares[last]?.[at] ?? 0) * (coefficients[last] ?? 0);
    }
  }
  return { coefficients, residuals };
}

/** Sum of squares. */
export function squared(values: Float64Array): number {
  return dot(values, values);
}
