import { describe, expect, it } from 'vitest';
import { chartCsv } from '#shared/charts/chart-csv.ts';
import { chartHelp } from '#shared/charts/chart-help.ts';
import { drawChart } from '#shared/charts/draw-chart.ts';
import { asChart, chartsFor } from '#shared/charts/other-chart.ts';
import { drawProcessBehaviour, layoutProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import { RULES_SHOWN, ruleHelp } from '#shared/charts/rule-help.ts';
import { standaloneSvg } from '#shared/charts/standalone.ts';
import { titled } from '#shared/charts/titled.ts';
import { CHART_KINDS } from '#shared/signals/control-charts/control-chart.ts';
import { aReading } from '#tests/support/readings.ts';

const SIXTEEN = [20, 22, 19, 21, 20, 23, 18, 21, 22, 20, 21, 19, 22, 20, 21, 23];
const reading = aReading({ values: SIXTEEN });

/** Two failures of ten in one week, of a hundred in the next: the same share from samples of unlike size. */
const shares = aReading({ values: SIXTEEN.map(() => 0.2), changes: { unit: 'share', bounds: [0, 1] } });
const unlike = {
  ...shares,
  points: shares.points.map((point, index) => {
    const denominator = index % 2 === 0 ? 10 : 100;
    return { ...point, numerator: denominator * 0.2, denominator };
  }),
};

describe('limits', () => {
  it('are solid from twelve points on and dashed before', () => {
    expect(drawProcessBehaviour(reading, 'app')).not.toContain('lim soft');
    expect(drawProcessBehaviour(aReading({ values: SIXTEEN.slice(0, 8) }), 'app')).toContain('lim soft');
  });

  it('step with the sample on a p chart', () => {
    const other = asChart(unlike, 'p').reading;
    const { bands, plot } = layoutProcessBehaviour(other, 'app');
    expect(bands).toHaveLength(unlike.points.length);
    // 0.2 + 3 * sqrt(0.2 * 0.8 / n): 0.579 for ten, 0.32 for a hundred.
    expect(other.points[0]?.upper).toBeCloseTo(0.5795, 4);
    expect(other.points[1]?.upper).toBeCloseTo(0.32, 10);
    // The widest limits lie inside the plot, and no two steps on the same height.
    expect(Math.min(...bands.map((band) => band.top))).toBeGreaterThanOrEqual(plot.top);
    expect(new Set(bands.map((band) => band.top)).size).toBe(2);
  });

  it('of another day lie over those of today, as far as that day knew the series', () => {
    const then = aReading({ values: SIXTEEN.slice(0, 10) });
    const { earlier, bands } = layoutProcessBehaviour(reading, 'app', { earlier: then });
    expect(earlier).toHaveLength(1);
    expect(earlier[0]?.right).toBeLessThan(bands[0]?.right ?? 0);
  });
});

describe('another kind of chart', () => {
  it('is offered only where the numbers for it are there', () => {
    expect(chartsFor(reading, CHART_KINDS)).not.toContain('p');
    expect(chartsFor(unlike, CHART_KINDS)).toContain('p');
  });

  it('draws a share that is not final yet, and calls the centre of a run chart what it is', () => {
    const young = { ...unlike, points: unlike.points.map((one, at) => ({ ...one, mature: at < 15 })) };
    expect(asChart(young, 'p').reading.points.at(-1)).toMatchObject({ value: 0.2, mature: false, rules: [] });
    const { reading: drawn, centreName } = asChart(reading, 'run');
    const names = layoutProcessBehaviour(drawn, 'app', { centreName }).texts.map((text) => text.text);
    expect(names).toContain('median');
    expect(names).not.toContain('mean');
  });

  it('draws both sums of a CUSUM', () => {
    const { reading: drawn, second } = asChart(reading, 'cusum');
    expect(second).toHaveLength(SIXTEEN.length);
    expect(layoutProcessBehaviour(drawn, 'app', { second }).lines).toHaveLength(2);
  });

  it('has textbook limits of all points: 2.66 mean moving ranges from the mean', () => {
    const [phase] = asChart(reading, 'xmr').reading.phases;
    const mean = SIXTEEN.reduce((sum, value) => sum + value, 0) / SIXTEEN.length;
    const ranges = SIXTEEN.slice(1).map((value, at) => Math.abs(value - (SIXTEEN[at] ?? 0)));
    const range = ranges.reduce((sum, value) => sum + value, 0) / ranges.length;
    expect(phase?.centre).toBeCloseTo(mean, 9);
    expect(phase?.upper).toBeCloseTo(mean + (3 / 1.128) * range, 9);
  });
});

describe('events that are counted beside the chart', () => {
  const days = [2, 3, 3, 9].map((week, at) => ({
    day: reading.points[week]?.period ?? '',
    title: `Something with a name far too long for the room between two others, ${at}`,
    number: at + 1,
  }));
  const { texts } = layoutProcessBehaviour(reading, 'app', { events: days });
  const words = texts.map((text) => text.lead);

  it('give their numbers where the words do not fit, those of one period together', () => {
    expect(words).toContain('2, 3');
    expect(words.some((text) => text.includes('…'))).toBe(false);
  });
});

describe('help', () => {
  it('has a picture and two sentences for every rule and every kind of chart', () => {
    for (const help of [...RULES_SHOWN.map(ruleHelp), ...CHART_KINDS.map(chartHelp)]) {
      expect(help.picture).toMatch(/^<svg class="ch".*role="img" aria-label="[^"]{10,}"/);
      expect(help.picture).not.toContain('NaN');
      expect(help.looksFor).toMatch(/\.$/);
      expect(help.means).toMatch(/\.$/);
    }
  });
});

describe('a chart taken elsewhere', () => {
  it('as SVG stands alone: its colours are written out', () => {
    const svg = standaloneSvg(drawChart(layoutProcessBehaviour(reading, 'app')));
    expect(svg).toContain('<style>');
    expect(svg).not.toMatch(/var\(|light-dark\(/);
    expect(svg).toContain('stroke:#a2a2ab');
  });

  it('carries its title and its sentence, and nothing of it leaves the picture', () => {
    const bare = layoutProcessBehaviour(reading, 'app');
    const { texts, marks, width, height, bands } = titled(bare);
    expect(texts[0]).toMatchObject({ lead: bare.title });
    const words = texts.map((text) => text.text).join(' ');
    expect(words).toContain(bare.label.split(' ').slice(0, 6).join(' '));
    expect(marks).toHaveLength(bare.marks.length);
    for (const { x, y } of [...texts, ...marks]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeLessThanOrEqual(height);
    }
    // The head lies above the chart.
    expect(Math.min(...bands.map((band) => band.top))).toBeGreaterThan(texts[1]?.y ?? 0);
  });

  it('as CSV has every number unrounded, and none for what is missing', () => {
    const gap = aReading({ values: [1 / 3, null, -2] });
    const [, first, second, third] = chartCsv(gap, () => 'a, file').split('\r\n');
    expect(first).toContain('0.3333333333333333');
    expect(second?.split(',')[1]).toBe('');
    expect(third?.split(',')[1]).toBe('-2');
    expect(first).toMatch(/"a, file"$/);
  });
});
