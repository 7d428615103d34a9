export type ChartSize = 'stage' | 'stage-wide' | 'app' | 'readout';

/** Measures of one size in CSS pixels; the stage scales as a whole. */
export type ChartMeasures = {
  readonly width: number;
  readonly height: number;
  /** Space left of the value axis and right of the newest period; both grow with what stands there. */
  readonly left: number;
  readonly right: number;
  /** Space for the period labels. */
  readonly bottom: number;
  readonly font: number;
  readonly firedFont: number;
  readonly point: number;
  readonly fired: number;
  /** From the edge of the newest point to its outline. */
  readonly outline: number;
  readonly firedLabel: 'two-lines' | 'one-line' | 'value';
  /** Lines of text that a named cause or an event has. */
  readonly annotationLines: 1 | 2;
  readonly limitNames: 'long' | 'short';
  /** Least distance of two period labels. */
  readonly periodGap: number;
};

export const CHART_SIZES: Readonly<Record<ChartSize, ChartMeasures>> = {
  stage: {
    width: 800,
    height: 448,
    left: 40,
    right: 164,
    bottom: 40,
    font: 18,
    firedFont: 22,
    point: 4,
    fired: 9,
    outline: 7,
    firedLabel: 'two-lines',
    annotationLines: 2,
    limitNames: 'long',
    periodGap: 80,
  },
  'stage-wide': {
    width: 1168,
    height: 392,
    left: 40,
    right: 172,
    bottom: 40,
    font: 18,
    firedFont: 22,
    point: 4,
    fired: 9,
    outline: 7,
    firedLabel: 'one-line',
    annotationLines: 2,
    limitNames: 'long',
    periodGap: 80,
  },
  app: {
    width: 664,
    height: 168,
    left: 24,
    right: 104,
    bottom: 24,
    font: 12,
    firedFont: 16,
    point: 2.5,
    fired: 6,
    outline: 7,
    firedLabel: 'value',
    annotationLines: 1,
    limitNames: 'long',
    periodGap: 60,
  },
  readout: {
    width: 316,
    height: 196,
    left: 38,
    right: 88,
    bottom: 24,
    font: 11,
    firedFont: 15,
    point: 2.2,
    fired: 5,
    outline: 7,
    firedLabel: 'value',
    annotationLines: 1,
    limitNames: 'short',
    periodGap: 36,
  },
};

export type SparklineSize = 'home' | 'wall' | 'list';

export type SparklineMeasures = {
  readonly width: number;
  readonly height: number;
  readonly inset: number;
  readonly line: number;
  readonly end: number;
  readonly fired: number;
};

export const SPARKLINE_SIZES: Readonly<Record<SparklineSize, SparklineMeasures>> = {
  home: { width: 200, height: 56, inset: 5, line: 1.25, end: 2.3, fired: 5 },
  wall: { width: 122, height: 60, inset: 4, line: 1.1, end: 2.3, fired: 4.2 },
  list: { width: 104, height: 32, inset: 4, line: 1.1, end: 2.2, fired: 4 },
};
