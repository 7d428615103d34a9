/** A local fit: how many neighbours it reaches over, and whether it is level (0) or slanted (1). */
export type Smoothing = {
  readonly window: number;
  readonly degree: 0 | 1;
  /** Fitted at every so many points, drawn straight between them. */
  readonly jump: number;
};

type Reach = { readonly left: number; readonly right: number };

const NEAR = 0.001;
const FAR = 0.999;

function tricube(distance: number, reach: number): number {
  if (distance > FAR * reach) return 0;
  return distance <= NEAR * reach ? 1 : (1 - (distance / reach) ** 3) ** 3;
}

/**
 * The local fit at position `x` from the values between the ends of its reach, tricube weights times `trust` where it
 * is given; null where no value has any weight (Cleveland 1979).
 */
export function fitAt(
  values: Float64Array,
  x: number,
  { left, right }: Reach,
  smoothing: Pick<Smoothing, 'window' | 'degree'>,
  trust: Float64Array | null,
): number | null {
  const n = values.length;
  const beyond = smoothing.window > n ? Math.floor((smoothing.window - n) / 2) : 0;
  const reach = Math.max(x - left, right - x) + beyond;
  const weights = new Float64Array(right - left + 1);
  let total = 0;
  for (let at = left; at <= right; at++) {
    const weight = tricube(Math.abs(at - x), reach) * (trust?.[at] ?? 1);
    weights[at - left] = weight;
    total += weight;
  }
  if (total <= 0) return null;
  let centre = 0;
  for (let at = left; at <= right; at++) {
    weights[at - left] = (weights[at - left] ?? 0) / total;
    centre += (weights[at - left] ?? 0) * at;
  }
  let spread = 0;
  for (let at = left; at <= right; at++) spread += (weights[at - left] ?? 0) * (at - centre) ** 2;
  const isSlanted = smoothing.degree === 1 && reach > 0 && Math.sqrt(spread) > NEAR * (n - 1);
  const slant = isSlanted ? (x - centre) / spread : 0;
  let fit = 0;
  for (let at = left; at <= right; at++) {
    fit += (weights[at - left] ?? 0) * (1 + slant * (at - centre)) * (values[at] ?? 0);
  }
  return fit;
}

/** The neighbours of a position: as many as the window has, moved inside at the ends. */
function reachAt(position: number, n: number, window: number): Reach {
  if (window >= n) return { left: 0, right: n - 1 };
  const half = Math.floor((window + 1) / 2);
  const left = Math.min(n - window, Math.max(0, position + 1 - half));
  return { left, right: left + window - 1 };
}

/** Local fits at all positions, at every `jump`-th and the last one fitted, between them straight. */
export function smooth(
  values: Float64Array,
  smoothing: Smoothing,
  trust: Float64Array | null = null,
): Float64Array {
  const n = values.length;
  const smoothed = values.slice();
  if (n < 2) return smoothed;
  const jump = Math.min(smoothing.jump, n - 1);
  let reach: Reach = { left: 0, right: n - 1 };
  let before = 0;
  for (let at = 0; at < n; at += jump) {
    reach = reachAt(at, n, smoothing.window);
    smoothed[at] = fitAt(values, at, reach, smoothing, trust) ?? values[at] ?? 0;
    between(smoothed, before, at);
    before = at;
  }
  if (before < n - 1) {
    smoothed[n - 1] = fitAt(values, n - 1, reach, smoothing, trust) ?? values[n - 1] ?? 0;
    between(smoothed, before, n - 1);
  }
  return smoothed;
}

function between(values: Float64Array, from: number, to: number): void {
  const start = values[from] ?? 0;
  const step = ((values[to] ?? 0) - start) / (to - from);
  for (let at = from + 1; at < to; at++) values[at] = start + step * (at - from);
}
