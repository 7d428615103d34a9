/** Terms this much smaller than the largest one change no sum. */
const NEGLIGIBLE = 1e-22;

/** P(k) / P(k - 1) of a distribution of counts. */
type Ratio = (count: number) => number;

/**
 * Smallest count that is reached or undercut with a probability of at least `share`. The terms are taken relative to
 * the one at `middle`, near the likeliest, so none of them underflows, however many there are.
 */
function quantileOf(share: number, middle: number, last: number, ratio: Ratio): number {
  const below: number[] = [];
  let weight = 1;
  for (let count = middle; count > 0 && weight > NEGLIGIBLE; count--) {
    weight /= ratio(count);
    below.push(weight);
  }
  const above: number[] = [];
  weight = 1;
  for (let count = middle + 1; count <= last && weight > NEGLIGIBLE; count++) {
    weight *= ratio(count);
    above.push(weight);
  }
  const weights = [...below.reverse(), 1, ...above];
  const wanted = share * weights.reduce((sum, one) => sum + one, 0);
  const first = middle - below.length;
  let sum = 0;
  for (const [position, one] of weights.entries()) {
    sum += one;
    if (sum >= wanted) return first + position;
  }
  return first + weights.length - 1;
}

/** Quantile of the number of hits in `trials` with probability `hit` each (R `qbinom`); NaN without a known share. */
export function binomialQuantile(share: number, trials: number, hit: number): number {
  if (!(trials >= 0 && hit >= 0 && hit <= 1)) return Number.NaN;
  if (hit === 0 || hit === 1) return hit * trials;
  const odds = hit / (1 - hit);
  const middle = Math.min(trials, Math.floor((trials + 1) * hit));
  return quantileOf(share, middle, trials, (count) => (odds * (trials - count + 1)) / count);
}

/** Quantile of a Poisson count with this mean (R `qpois`); NaN without a known mean. */
export function poissonQuantile(share: number, mean: number): number {
  if (!(mean >= 0)) return Number.NaN;
  if (mean === 0) return 0;
  return quantileOf(share, Math.floor(mean), Number.POSITIVE_INFINITY, (count) => mean / count);
}
