/** A source of randomness that gives the same numbers for the same seed, everywhere. */
export type Random = {
  /** At least 0, less than 1. */
  readonly next: () => number;
  /** Whole number from `from` to `to`, both included. */
  readonly whole: (from: number, to: number) => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** Lognormal with this median; `sigma` is the standard deviation of the logarithm. */
  readonly logNormal: (median: number, sigma: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** The same items in another order. */
  readonly shuffled: <Item>(items: readonly Item[]) => readonly Item[];
};

/** FNV-1a of a text in 32 bits: a seed from a name. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) {
    value ^= char.codePointAt(0) ?? 0;
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

/** mulberry32: 32 bits of state, a period of 2^32. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Randomness named by a text, so that one file's numbers do not move when another file's do. */
export function seededRandom(name: string): Random {
  const next = generator(hash(name));
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    whole,
    normal,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    chance: (probability) => next() < probability,
    pick: (items) => items[whole(0, items.length - 1)] ?? items[0],
    shuffled: (items) => {
      const order = [...items];
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = whole(0, last);
        const held = order[last];
        const taken = order[other];
        if (held !== undefined && taken !== undefined) {
          order[last] = taken;
          order[other] = held;
        }
      }
      return order;
    },
  };
}
