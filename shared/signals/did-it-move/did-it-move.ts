import { studentTail } from '#shared/signals/distributions/student.ts';
import type { Counted } from '#shared/signals/rates/rate-ratio.ts';
import { movedOdds, movedRate } from './ratios.ts';
import { hodgesLehmann, type Interval, sampleOf, welch, widened, worthOf } from './two-samples.ts';

/** What stands before the event and after it, one kind for both. Counts are of a share where `of` is `share`. */
export type Stretches =
  | { readonly kind: 'values'; readonly before: readonly number[]; readonly after: readonly number[] }
  | { readonly kind: 'skewed'; readonly before: readonly number[]; readonly after: readonly number[] }
  | {
      readonly kind: 'counts' | 'shares';
      readonly before: readonly Counted[];
      readonly after: readonly Counted[];
    };

/**
 * `shift` is in the unit of the values, the others are factors: how many times as high, as many events, as high the
 * odds.
 */
export type EffectKind = 'shift' | 'factor' | 'rate-ratio' | 'odds-ratio';

export type Move = Interval & {
  readonly kind: EffectKind;
  readonly verdict: 'moved' | 'not-moved' | 'too-early';
  /** Chance of a difference this large if nothing had moved, both sides. */
  readonly p: number;
  readonly before: number;
  readonly after: number;
  /** How many more periods it needs; 0 where it can be told, null where this baseline never shows so small a change. */
  readonly needs: number | null;
  /** Neighbours resemble each other: the interval is wider and p larger for it. */
  readonly resembles: boolean;
};

export type MoveOptions = {
  /** The smallest change worth telling, in standard deviations of one period of the baseline. */
  readonly smallest?: number;
};

const Z95 = 1.959963984540054;
/** (1.96 + 0.8416) squared: 5 % false and 80 % found. */
const POWER = 7.849;
const FALSE = 0.05;
/** Before it has been watched for long enough, only what would be rare in any look is called moved. */
const FALSE_EARLY = 0.005;
const FEWEST = 4;

/** Periods after the event that show a change of `size` sd in four of five cases; null: no number of them does. */
export function periodsNeeded(size: number, baseline: number): number | null {
  const left = size ** 2 / POWER - 1 / baseline;
  return left > 0 ? Math.ceil(1 / left) : null;
}

type Effect = Interval & {
  readonly kind: EffectKind;
  readonly p: number;
  readonly worth: number;
  /** The effect that is none: 0, or 1 for a factor. */
  readonly none: number;
  /** The effect in standard deviations of the baseline; 0 where that is not how it is told. */
  readonly size: number;
};

function effectOfValues(before: readonly number[], after: readonly number[]): Effect {
  const worth = worthOf(before, after);
  const early = sampleOf(before);
  const { p } = welch(early, sampleOf(after), worth);
  const interval = widened(hodgesLehmann(before, after), worth);
  return { kind: 'shift', ...interval, p, worth, none: 0, size: Math.abs(interval.effect) / early.sd };
}

function asFactor({ effect, low, high, ...others }: Effect): Effect {
  return {
    ...others,
    kind: 'factor',
    effect: Math.exp(effect),
    low: Math.exp(low),
    high: Math.exp(high),
    none: 1,
  };
}

function ratesOf(counted: readonly Counted[]): readonly number[] {
  return counted.map(({ count, exposure }) => count / exposure);
}

function effectOf(stretches: Stretches): Effect | null {
  const { kind, before, after } = stretches;
  switch (kind) {
    case 'values':
      return effectOfValues(before, after);
    case 'skewed':
      return asFactor(effectOfValues(before.map(Math.log), after.map(Math.log)));
    case 'counts':
    case 'shares': {
      const ratio = kind === 'counts' ? movedRate(before, after) : movedOdds(before, after);
      if (ratio === null) return null;
      const name = kind === 'counts' ? 'rate-ratio' : 'odds-ratio';
      const worth = worthOf(ratesOf(before), ratesOf(after));
      return { kind: name, ...ratio, worth, none: 1, size: 0 };
    }
  }
}

/** A ratio whose neighbours resemble each other: wider on the log scale, and p with it. */
function guarded(effect: Effect, n: number): Effect {
  const isRatio = effect.kind === 'rate-ratio' || effect.kind === 'odds-ratio';
  if (effect.worth === 1 || !isRatio || !(effect.low > 0) || !Number.isFinite(effect.high)) return effect;
  const logs = { effect: Math.log(effect.effect), low: Math.log(effect.low), high: Math.log(effect.high) };
  const wide = widened(logs, effect.worth);
  const t = Math.abs(wide.effect) / ((wide.high - wide.low) / (2 * Z95));
  const p = 2 * studentTail(t, Math.max(1, n - 2));
  return {
    ...effect,
    low: Math.exp(wide.low),
    high: Math.exp(wide.high),
    p: Math.max(effect.p, p),
  };
}

function levelOf(stretches: Stretches, side: 'before' | 'after'): number {
  if (stretches.kind === 'values') return sampleOf(stretches[side]).mean;
  if (stretches.kind === 'skewed') return Math.exp(sampleOf(stretches[side].map(Math.log)).mean);
  const all = stretches[side].reduce((sum, { exposure }) => sum + exposure, 0);
  return stretches[side].reduce((sum, { count }) => sum + count, 0) / all;
}

/**
 * Whether a metric moved with an event: the effect with its 95 % interval against the baseline before it, and a
 * verdict. Called early only where p is under 0.005 or the effect is so large that the periods are enough for it, else
 * when so many have passed that a change of `smallest` (one standard deviation unless told otherwise) would show in four
 * of five cases. Null under four periods on
 * either side, or where there is nothing to compare.
 */
export function didItMove(stretches: Stretches, { smallest = 1 }: MoveOptions = {}): Move | null {
  const { before, after } = stretches;
  if (before.length < FEWEST || after.length < FEWEST) return null;
  const raw = effectOf(stretches);
  if (raw === null) return null;
  const found = guarded(raw, before.length + after.length);
  const { kind, effect, low, high, p, worth, none, size } = found;
  const wanted = periodsNeeded(smallest, before.length * worth);
  const needed = wanted === null ? null : Math.ceil(wanted / worth);
  const isWatched = needed !== null && after.length >= needed;
  const differs = low > none || high < none;
  // So large that this many periods are enough for it, by the spread of the baseline: few points tell little of theirs.
  const isPlain = size ** 2 >= (POWER / worth) * (1 / before.length + 1 / after.length);
  const moved = differs && p < (isWatched || isPlain ? FALSE : FALSE_EARLY);
  const verdict = moved ? 'moved' : isWatched ? 'not-moved' : 'too-early';
  return {
    kind,
    verdict,
    effect,
    low,
    high,
    p,
    before: levelOf(stretches, 'before'),
    after: levelOf(stretches, 'after'),
    needs: verdict !== 'too-early' ? 0 : needed === null ? null : needed - after.length,
    resembles: worth < 1,
  };
}
