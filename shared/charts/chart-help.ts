import type { Help } from '#shared/charts/rule-help.ts';
import { drawSketch, type Sketch } from '#shared/charts/sketch.ts';
import type { ChartKind } from '#shared/signals/control-charts/control-chart.ts';

type Explained = {
  readonly name: string;
  readonly looksFor: string;
  readonly means: string;
  readonly sketch: Omit<Sketch, 'label'>;
};

const PLAIN = [0.4, -0.8, 1.3, -0.4, 0.2, -1.5, 0.9, -0.2, 1.6, -1.1, 0.5, 0.1];
/** Samples that grow and shrink: the larger the sample, the narrower its limits. */
const UNLIKE = [3.4, 2.6, 3.1, 2.2, 2.9, 3.6, 2.4, 2.1, 3.2, 2.7, 3.5, 2.3];
const WAITS = [-2.2, -1.4, 0.6, -2.6, 2.9, -1.8, -0.4, 1.5, -2.4, 0.2, -1.2, 2];

const CHARTS: Readonly<Record<ChartKind, Explained>> = {
  xmr: {
    name: 'XmR, single values',
    looksFor: 'One value for each period, with limits from how much neighbours differ.',
    means: 'It suits nearly everything that has one number a week, and asks nothing of its distribution.',
    sketch: { heights: PLAIN, limits: 3 },
  },
  mr: {
    name: 'mR chart, moving ranges',
    looksFor: 'How far each value lies from the one before it.',
    means: 'It stands under single values: a point above its limit is a jump that the routine seldom makes.',
    sketch: {
      heights: [-0.6, 0.9, -1.2, 0.2, -0.9, 1.4, -0.4, -1.3, 0.6, -0.8, 3.9, 0.4],
      limits: 3,
      picked: { 10: 'diamond' },
    },
  },
  run: {
    name: 'run chart',
    looksFor: 'The values around their median, without limits.',
    means:
      'It tells a moved level by runs that are too long or crossings that are too few, whatever the shape of the data.',
    sketch: { heights: PLAIN, limits: null },
  },
  xbar: {
    name: 'x̄ chart, means of samples',
    looksFor: 'The mean of several values measured in each period.',
    means:
      'Its limits rest on the spread within the samples, so it suits measurements taken under like conditions.',
    sketch: { heights: PLAIN, limits: 3 },
  },
  s: {
    name: 's chart, spread of samples',
    looksFor: 'The standard deviation within each sample.',
    means: 'It tells whether the spread is stable; a mean says little while it is not.',
    sketch: { heights: PLAIN.map((height) => height * 0.8), limits: 2.6 },
  },
  r: {
    name: 'R chart, ranges of samples',
    looksFor: 'The distance from the least to the greatest value of each sample.',
    means: 'It tells whether the spread of small samples is stable.',
    sketch: { heights: PLAIN.map((height) => height * -0.9), limits: 2.8 },
  },
  p: {
    name: 'p chart, shares',
    looksFor: 'A share of items in samples of known size, such as failed changes of all changes.',
    means: 'Limits step with the sample: few items make a share jump by chance alone.',
    sketch: { heights: PLAIN, limits: UNLIKE },
  },
  np: {
    name: 'np chart, counts in equal samples',
    looksFor: 'How many items of a sample of always the same size have something.',
    means: 'It is the p chart in whole numbers; where samples differ in size the p chart is right.',
    sketch: { heights: PLAIN.map(Math.round), limits: 3 },
  },
  u: {
    name: 'u chart, rates',
    looksFor: 'A count for each unit of exposure, such as pages per on-call week.',
    means: 'Limits step with the exposure: the less there was of it, the more a rate jumps by chance.',
    sketch: { heights: PLAIN, limits: UNLIKE },
  },
  c: {
    name: 'c chart, counts',
    looksFor: 'A count with the same exposure in every period.',
    means: 'Limits follow from the mean alone, because counted events vary by its square root.',
    sketch: { heights: PLAIN.map(Math.round), limits: 3 },
  },
  'laney-p': {
    name: 'p′ chart, shares of large samples',
    looksFor: 'A share of samples of many thousands, such as good requests of all requests.',
    means:
      'Sampling explains almost nothing there, so limits are widened by how much neighbours really differ.',
    sketch: { heights: PLAIN, limits: UNLIKE.map((half) => half * 0.9 + 0.5) },
  },
  'laney-u': {
    name: 'u′ chart, rates of large exposure',
    looksFor: 'A count over an exposure so large that chance alone would hardly move it.',
    means: 'Limits are widened by how much neighbours really differ.',
    sketch: { heights: PLAIN, limits: UNLIKE.map((half) => half * 0.9 + 0.5) },
  },
  'i-prime': {
    name: 'I′ chart, means of samples',
    looksFor: 'A mean of as many items as there were, such as hours from commit to production.',
    means:
      'A mean of three items jumps more than one of thirty: limits are wider where the sample is smaller.',
    sketch: { heights: PLAIN, limits: UNLIKE },
  },
  g: {
    name: 'g chart, cases between events',
    looksFor: 'How many cases went well between two rare events, such as deployments between failures.',
    means: 'High is good, and it can show an improvement that a count of mostly zeros never shows.',
    sketch: { heights: WAITS, limits: 3.4, joined: false },
  },
  t: {
    name: 't chart, time between events',
    looksFor: 'How long it took from one rare event to the next.',
    means: 'Waiting times are skewed, so limits are computed on a scale on which they are not.',
    sketch: { heights: WAITS, limits: 3.4, joined: false },
  },
  ewma: {
    name: 'EWMA, a smoothed line',
    looksFor: 'A mean in which the newest values weigh most.',
    means: 'It sees a small shift that lasts earlier than single points do, and a single jump later.',
    sketch: {
      heights: [0.2, -0.2, 0.4, 0.2, 0.3, -0.4, 0.4, 1, 1.5, 2.3, 2.7, 3.1],
      behind: [0.6, -1.2, 2, -0.6, 0.3, -2.2, 2.4, 2.8, 2.2, 4, 3.3, 3.8],
      limits: [1.1, 1.5, 1.8, 1.95, 2.05, 2.1, 2.1, 2.1, 2.1, 2.1, 2.1, 2.1],
      picked: { 9: 'diamond', 10: 'diamond', 11: 'diamond' },
    },
  },
  cusum: {
    name: 'CUSUM, a running sum',
    looksFor: 'The differences from the mean, added up as they come.',
    means: 'Chance cancels out in the sum; a small shift that lasts makes it climb steadily.',
    sketch: {
      heights: [0, 0.2, 0, 0.3, 0, 0, 0.5, 1.1, 1.7, 2.5, 3.2, 3.9],
      limits: 3,
      picked: { 10: 'diamond', 11: 'diamond' },
    },
  },
};

/** A kind of chart in its name, two sentences and a picture. */
export function chartHelp(kind: ChartKind): Help {
  const { name, looksFor, means, sketch } = CHARTS[kind];
  const label = `${name}: ${sketch.limits === null ? 'values around a centre line' : 'values, centre line and limits'}.`;
  return { name, looksFor, means, picture: drawSketch({ ...sketch, label }) };
}

export function nameOfChart(kind: ChartKind): string {
  return CHARTS[kind].name;
}
