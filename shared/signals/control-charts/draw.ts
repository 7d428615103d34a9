import { exhaustive } from '#shared/exhaustive.ts';
import { type CusumOptions, cusumChart, type EwmaOptions, ewmaChart } from './accumulating.ts';
import {
  type AttributesOptions,
  cChart,
  laneyPChart,
  laneyUChart,
  npChart,
  pChart,
  uChart,
} from './attributes.ts';
import type { ChartColumns, ChartKind, ChartPhase, ControlChart } from './control-chart.ts';
import { iPrimeChart, movingRangeChart, runChart, type XmrOptions, xmrChart } from './individuals.ts';
import { gChart, tChart } from './rare-events.ts';
import { rChart, type SamplesOptions, sChart, xbarChart } from './samples.ts';

/**
 * What may be chosen of a chart beyond its kind; each chart takes what concerns it, and what is left out is as R has
 * it. Single values are drawn within `bounds`.
 */
export type ChartOptions = XmrOptions & AttributesOptions & SamplesOptions & EwmaOptions & CusumOptions;

/** Charts of a count in a sample: without a denominator there is nothing to draw. */
const OF_SAMPLES: ReadonlySet<ChartKind> = new Set(['p', 'np', 'u', 'laney-p', 'laney-u', 'i-prime']);

/** Charts of samples of several values each. */
const WITHIN_SAMPLES: ReadonlySet<ChartKind> = new Set(['xbar', 's', 'r']);

export function needsSamples(kind: ChartKind): boolean {
  return WITHIN_SAMPLES.has(kind);
}

export function needsDenominator(kind: ChartKind): boolean {
  return OF_SAMPLES.has(kind);
}

/** The chart of this kind, with its usual options as R draws it unless others are chosen. */
export function drawChart(
  kind: ChartKind,
  columns: ChartColumns,
  phases: readonly ChartPhase[],
  options: ChartOptions = {},
): ControlChart {
  switch (kind) {
    case 'xmr':
      return xmrChart(columns, phases, options);
    case 'mr':
      return movingRangeChart(columns, phases, options);
    case 'run':
      return runChart(columns, phases);
    case 'xbar':
      return xbarChart(columns, phases, options);
    case 's':
      return sChart(columns, phases, options);
    case 'r':
      return rChart(columns, phases, options);
    case 'p':
      return pChart(columns, phases, options);
    case 'np':
      return npChart(columns, phases, options);
    case 'u':
      return uChart(columns, phases, options);
    case 'c':
      return cChart(columns, phases, options);
    case 'laney-p':
      return laneyPChart(columns, phases, options);
    case 'laney-u':
      return laneyUChart(columns, phases, options);
    case 'i-prime':
      return iPrimeChart(columns, phases, options);
    case 'g':
      return gChart(columns, phases, options);
    case 't':
      return tChart(columns, phases, options);
    case 'ewma':
      return ewmaChart(columns, phases, options);
    case 'cusum':
      return cusumChart(columns, phases, options);
    default:
      return exhaustive(kind);
  }
}

/** The unit of what is plotted: shares and counts of a chart have their own, values that of the series. */
export function plottedUnit(kind: ChartKind, unit: string | null): string | null {
  switch (kind) {
    case 'p':
    case 'laney-p':
      return 'share';
    case 'np':
    case 'c':
    case 'u':
    case 'laney-u':
    case 'cusum':
      return null;
    default:
      return unit;
  }
}

const WHY: Readonly<Record<ChartKind, string>> = {
  xmr: 'single values: limits from the mean moving range',
  mr: 'moving ranges: how far each value lies from the one before it',
  run: 'the median, and whether runs are longer or crossings fewer than chance explains',
  xbar: 'means of samples: limits from the spread within the samples',
  s: 'standard deviations of samples: whether the spread within them is stable',
  r: 'ranges of samples: whether the spread within them is stable',
  p: 'a share of samples of known size',
  np: 'a count in samples of known size',
  u: 'a count per unit of exposure',
  c: 'a count with equal exposure in every period',
  'laney-p': 'a share of large samples: limits widened by the variation between neighbours',
  'laney-u': 'a count per large exposure: limits widened by the variation between neighbours',
  'i-prime': 'a mean of samples of unlike size: limits narrower where the sample is larger',
  g: 'cases between rare events; the centre is the median',
  t: 'time between rare events, on a scale on which waiting times are symmetric',
  ewma: 'a weighted average of the newest values, for small shifts that last',
  cusum: 'the sum of deviations from the centre in sigma, for small shifts that last',
};

/** What the chart is for and what its limits rest on, in a few words. */
export function whyOfChart(kind: ChartKind): string {
  return WHY[kind];
}
