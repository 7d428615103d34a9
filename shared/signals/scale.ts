import { exhaustive } from '#shared/exhaustive.ts';
import type { MetricDefinition } from './definition.ts';

export type ScaleKind = 'plain' | 'log' | 'log1p' | 'root' | 'arcsine' | 'log-missing' | 'logit';

/** The scale on which limits are computed and rules are judged; the chart shows everything transformed back. */
export type Scale = {
  readonly kind: ScaleKind;
  /** Values on the scale, NaN where missing. */
  readonly values: Float64Array;
  readonly back: (scaled: number) => number;
  /** No process of this kind varies less than this on the scale: counting itself varies so much. */
  readonly leastSigma: number;
};

export type Measured = {
  readonly values: Float64Array;
  readonly numerators: Float64Array | null;
  readonly denominators: Float64Array | null;
  /** What a share of one is stored as: 1, or 100 for percentages. */
  readonly whole: number;
};

/** A metric that nobody described: counted shares, counts in an exposure and small counts show what they are. */
function unknownScale({ values, numerators, denominators }: Measured): ScaleKind {
  if (numerators === null || denominators === null) return looksLikeSmallCounts(values) ? 'root' : 'plain';
  let most = 0;
  for (const [index, count] of numerators.entries()) {
    if (Number.isNaN(count)) continue;
    const of = denominators[index] ?? Number.NaN;
    if (!Number.isInteger(count) || count < 0 || !(of >= 0)) return 'plain';
    if (of > 0) most = Math.max(most, Number.isInteger(of) ? count / of : Number.POSITIVE_INFINITY);
  }
  return most <= 1 ? 'arcsine' : 'root';
}

function scaleKindOf(definition: MetricDefinition | null, measured: Measured): ScaleKind {
  if (definition === null) return unknownScale(measured);
  switch (definition.engine) {
    case 'poisson':
    case 'poisson-exposure':
      return 'root';
    case 'binomial':
      return 'arcsine';
    case 'normal-log':
    case 'exponential':
      return 'log';
    case 'normal-log1p':
      return 'log1p';
    case 'normal-log-burn':
      return 'log-missing';
    case 'normal-logit':
    case 'log-ratio':
      return 'logit';
    case 'normal':
    case 'increment':
    case 'none':
      return 'plain';
    default:
      return exhaustive(definition.engine);
  }
}

/** Whole numbers from zero up with a mean under ten: counted events, whatever the file calls them. */
function looksLikeSmallCounts(values: Float64Array): boolean {
  let n = 0;
  let sum = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (value < 0 || !Number.isInteger(value)) return false;
    n++;
    sum += value;
  }
  return n > 0 && sum / n < 10 && !beginsAsConstant(values);
}

/** So many equal values above zero come of no counting, which gives them once in thousands of series. */
const NO_COUNTING = 8;

function beginsAsConstant(values: Float64Array): boolean {
  const known = values.filter((value) => !Number.isNaN(value)).subarray(0, NO_COUNTING);
  return known.length === NO_COUNTING && known[0] !== 0 && known.every((value) => value === known[0]);
}

function meanOf(values: Float64Array): number {
  let n = 0;
  let sum = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    n++;
    sum += value;
  }
  return n === 0 ? Number.NaN : sum / n;
}

function mapped(values: Float64Array, forward: (value: number, index: number) => number): Float64Array {
  const scaled = new Float64Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN;
    scaled[index] = Number.isNaN(value) ? Number.NaN : forward(value, index);
  }
  return scaled;
}

const identity = (value: number): number => value;

/** A count of one period on the root scale. */
export function onRootScale(count: number): number {
  return Math.sqrt(count + 0.375);
}

/** The square root of a Poisson count varies by 0.5 whatever its mean (Anscombe). */
function rootScale({ values, numerators, denominators }: Measured): Scale {
  const known = denominators === null ? Number.NaN : meanOf(denominators);
  const exposure = known > 0 ? known : 1;
  const scaled = mapped(values, (value, index) => {
    const own = denominators?.[index] ?? Number.NaN;
    const under = own > 0 ? own : exposure;
    const count = numerators?.[index] ?? Number.NaN;
    return Math.sqrt(((Number.isNaN(count) ? value * under : count) + 0.375) / under);
  });
  return {
    kind: 'root',
    values: scaled,
    back: (y) => y * Math.abs(y) - 0.375 / exposure,
    leastSigma: 0.5 / Math.sqrt(exposure),
  };
}

/** The arcsine of the root of a share varies by 1 / (2 sqrt(n)) whatever the share (Anscombe). */
function arcsineScale({ values, numerators, denominators, whole }: Measured): Scale {
  const n = denominators === null ? Number.NaN : meanOf(denominators);
  if (numerators === null || denominators === null || !(n > 0)) {
    return {
      kind: 'arcsine',
      values: mapped(values, (value) => Math.asin(Math.sqrt(value / whole))),
      back: (y) => whole * Math.sin(Math.min(Math.PI / 2, Math.max(0, y))) ** 2,
      leastSigma: 0,
    };
  }
  const scaled = mapped(values, (value, index) => {
    const own = denominators[index] ?? Number.NaN;
    const of = own > 0 ? own : n;
    const count = numerators[index] ?? Number.NaN;
    return Math.asin(Math.sqrt(((Number.isNaN(count) ? (value / whole) * of : count) + 0.375) / (of + 0.75)));
  });
  const back = (y: number): number =>
    (whole * (Math.sin(Math.min(Math.PI / 2, Math.max(0, y))) ** 2 * (n + 0.75) - 0.375)) / n;
  return { kind: 'arcsine', values: scaled, back, leastSigma: 0.5 / Math.sqrt(n + 0.5) };
}

/** Near 100 % only what is missing from it tells anything; no failure at all counts as half of one. */
function logMissingScale({ values, numerators, denominators, whole }: Measured): Scale {
  const scaled = mapped(values, (value, index) => {
    const all = denominators?.[index] ?? Number.NaN;
    const good = numerators?.[index] ?? Number.NaN;
    if (!(all > 0) || Number.isNaN(good)) return -Math.log(1 - value / whole);
    return -Math.log(Math.max(all - good, 0.5) / all);
  });
  return { kind: 'log-missing', values: scaled, back: (y) => whole * (1 - Math.exp(-y)), leastSigma: 0 };
}

function logitScale({ values, denominators, whole }: Measured): Scale {
  const scaled = mapped(values, (value, index) => {
    const share = value / whole;
    const all = denominators?.[index] ?? Number.NaN;
    const kept = all > 0 ? Math.min(1 - 0.5 / all, Math.max(0.5 / all, share)) : share;
    return Math.log(kept / (1 - kept));
  });
  return { kind: 'logit', values: scaled, back: (y) => whole / (1 + Math.exp(-y)), leastSigma: 0 };
}

function scaleOf(kind: ScaleKind, measured: Measured): Scale {
  const { values } = measured;
  switch (kind) {
    case 'plain':
      return { kind, values, back: identity, leastSigma: 0 };
    case 'log':
      return { kind, values: mapped(values, Math.log), back: Math.exp, leastSigma: 0 };
    case 'log1p':
      return { kind, values: mapped(values, Math.log1p), back: Math.expm1, leastSigma: 0 };
    case 'root':
      return rootScale(measured);
    case 'arcsine':
      return arcsineScale(measured);
    case 'log-missing':
      return logMissingScale(measured);
    case 'logit':
      return logitScale(measured);
    default:
      return exhaustive(kind);
  }
}

/** Every value that is there has a place on the scale. */
function covers(scale: Scale, values: Float64Array): boolean {
  return values.every((value, index) => Number.isNaN(value) || Number.isFinite(scale.values[index]));
}

/** The scale that the metric's kind asks for; the plain one where a value has no place on it (a zero has no log). */
export function chooseScale(definition: MetricDefinition | null, measured: Measured): Scale {
  const scale = scaleOf(scaleKindOf(definition, measured), measured);
  return covers(scale, measured.values) ? scale : scaleOf('plain', measured);
}

export function plainScale(values: Float64Array): Scale {
  return { kind: 'plain', values, back: identity, leastSigma: 0 };
}

const WORDS: Readonly<Record<ScaleKind, string>> = {
  plain: 'continuous, one value per period',
  log: 'skewed, so limits are computed on a log scale',
  log1p: 'skewed with zeros, so limits are computed on the log of one more',
  root: 'counted events, so limits are computed on a square-root scale',
  arcsine: 'a share of counted items, so limits are computed on an arcsine scale',
  'log-missing': 'near 100 %, so limits are computed on the log of what is missing from it',
  logit: 'a share, so limits are computed on a logit scale',
};

export function scaleWords(kind: ScaleKind): string {
  return WORDS[kind];
}
