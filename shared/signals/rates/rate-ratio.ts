import { betaQuantile } from '#shared/signals/distributions/beta.ts';

/** Events counted over an exposure (weeks, deployments, on-call weeks). */
export type Counted = { readonly count: number; readonly exposure: number };

/** How many times the earlier rate the recent one is, with its 95 % interval. */
export type RateRatio = { readonly ratio: number; readonly low: number; readonly high: number };

const TAIL = 0.025;
/** From here on counts vary more than a Poisson process explains, and the interval is widened (signals.md 2.9). */
const OVERDISPERSED = 1.5;

/**
 * Ratio of two Poisson rates with the exact conditional interval: given both counts together, the recent one is
 * binomial, and Clopper and Pearson's limits of its share are those of the ratio. Where counts are over-dispersed the
 * interval is wider by sqrt(dispersion) on the log scale. Null without exposure, or where nothing was counted.
 */
export function rateRatio(recent: Counted, before: Counted, dispersion = 1): RateRatio | null {
  const { count: x, exposure: e } = recent;
  const { count: y, exposure: f } = before;
  if (!(e > 0 && f > 0 && x + y > 0)) return null;
  const lowShare = x === 0 ? 0 : betaQuantile(TAIL, x, y + 1);
  const highShare = y === 0 ? 1 : betaQuantile(1 - TAIL, x + 1, y);
  const scale = f / e;
  const ratio = (x / y) * scale;
  const low = (lowShare / (1 - lowShare)) * scale;
  const high = highShare === 1 ? Number.POSITIVE_INFINITY : (highShare / (1 - highShare)) * scale;
  if (!(dispersion > OVERDISPERSED) || !Number.isFinite(ratio) || ratio === 0) return { ratio, low, high };
  const wider = Math.sqrt(dispersion);
  return {
    ratio,
    low: ratio * (low / ratio) ** wider,
    high: ratio * (high / ratio) ** wider,
  };
}

/**
 * Dispersion of counts around the rate of their own stretch: 1 for a Poisson process. Stretches are judged around
 * their own rates, so that a change between them is not taken for unrest.
 */
export function dispersionOf(stretches: readonly (readonly Counted[])[]): number {
  let sum = 0;
  let freedom = 0;
  for (const stretch of stretches) {
    const known = stretch.filter(({ exposure }) => exposure > 0);
    const { count, exposure } = together(known);
    const rate = count / exposure;
    if (!(rate > 0)) continue;
    for (const one of known) {
      const expected = rate * one.exposure;
      sum += (one.count - expected) ** 2 / expected;
    }
    freedom += known.length - 1;
  }
  return freedom > 0 ? sum / freedom : 1;
}

/** Counts and exposures added up. */
export function together(parts: readonly Counted[]): Counted {
  return parts.reduce<Counted>(
    (total, { count, exposure }) => ({ count: total.count + count, exposure: total.exposure + exposure }),
    { count: 0, exposure: 0 },
  );
}
