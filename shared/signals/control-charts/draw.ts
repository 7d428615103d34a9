import { exhaustive } from '#shared/exhaustive.ts';
import { cusumChart, ewmaChart } from './accumulating.ts';
import { cChart, laneyPChart, laneyUChart, npChart, pChart, uChart } from './attributes.ts';
import type { ChartColumns, ChartKind, ChartPhase, ControlChart, NaturalBounds } from './control-chart.ts';
import { iPrimeChart, runChart, xmrChart } from './individuals.ts';
import { gChart, tChart } from './rare-events.ts';

/** Charts of a count in a sample: without a denominator there is nothing to draw. */
const OF_SAMPLES: ReadonlySet<ChartKind> = new Set(['p', 'np', 'u', 'laney-p', 'laney-u', 'i-prime']);

export function needsDenominator(kind: ChartKind): boolean {
  return OF_SAMPLES.has(kind);
}

/** The chart of this kind with its usual options, as R draws it; single values are drawn within `bounds`. */
export function drawChart(
  kind: ChartKind,
  columns: ChartColumns,
  phases: readonly ChartPhase[],
  bounds: NaturalBounds = [null, null],
): ControlChart {
  switch (kind) {
    case 'xmr':
      return xmrChart(columns, phases, { bounds });
    case 'run':
      return runChart(columns, phases);
    case 'p':
      return pChart(columns, phases);
    case 'np':
      return npChart(columns, phases);
    case 'u':
      return uChart(columns, phases);
    case 'c':
      return cChart(columns, phases);
    case 'laney-p':
      return laneyPChart(columns, phases);
    case 'laney-u':
      return laneyUChart(columns, phases);
    case 'i-prime':
      return iPrimeChart(columns, phases, { bounds });
    case 'g':
      return gChart(columns, phases);
    case 't':
      return tChart(columns, phases);
    case 'ewma':
      return ewmaChart(columns, phases);
    case 'cusum':
      return cusumChart(columns, phases);
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
  run: 'the median, and whether runs are longer or crossings fewer than chance explains',
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
