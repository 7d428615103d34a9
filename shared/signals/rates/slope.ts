import { studentCdf } from '#shared/signals/distributions/student.ts';

/** A straight line through values at equal steps. */
export type Slope = { readonly slope: number; readonly p: number; readonly n: number };

/** Lag-1 autocorrelation of what the line leaves over, not under 0. */
function persistence(residuals: readonly number[]): number {
  const squares = residuals.reduce((sum, value) => sum + value * value, 0);
  const lagged = residuals.slice(1).reduce((sum, value, index) => sum + value * (residuals[index] ?? 0), 0);
  return squares > 0 ? Math.min(0.9, Math.max(0, lagged / squares)) : 0;
}

/**
 * Least-squares slope with the one-sided chance of one so steep if nothing rose. Where neighbours resemble each other
 * fewer points count: n' = n (1 - r) / (1 + r). Missing values (NaN) keep their place. Null under four values.
 */
export function risingSlope(values: readonly number[]): Slope | null {
  const points = values.flatMap((y, x) => (Number.isNaN(y) ? [] : [{ x, y }]));
  const n = points.length;
  if (n < 4) return null;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / n;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / n;
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const residuals = points.map(({ x, y }) => y - meanY - slope * (x - meanX));
  const r = persistence(residuals);
  const effective = Math.max(3, (n * (1 - r)) / (1 + r));
  const variance = residuals.reduce((sum, value) => sum + value * value, 0) / (n - 2);
  const error = Math.sqrt((variance / spread) * (n / effective));
  if (error === 0) return { slope, p: slope > 0 ? 0 : 1, n };
  return { slope, p: studentCdf(-slope / error, Math.max(1, effective - 2)), n };
}
