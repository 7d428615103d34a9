export type Seeded = {
  /** Uniform in (0, 1). */
  readonly uniform: () => number;
  readonly normal: () => number;
  readonly poisson: (mean: number) => number;
  readonly binomial: (n: number, share: number) => number;
};

/** A generator of random numbers that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
    poisson: (mean) => {
      const least = Math.exp(-mean);
      let count = -1;
      for (let product = 1; product > least; product *= uniform()) count++;
      return count;
    },
    binomial: (n, share) => {
      let hits = 0;
      for (let trial = 0; trial < n; trial++) if (uniform() < share) hits++;
      return hits;
    },
  };
}
