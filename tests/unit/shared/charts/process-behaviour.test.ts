import { describe, expect, it } from 'vitest';
import { CHART_SIZES, type ChartSize } from '#shared/charts/chart-size.ts';
import { boxOfText, overlap } from '#shared/charts/fired-labels.ts';
import { drawProcessBehaviour, layoutProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { aReading } from '#tests/support/readings.ts';

const LEAD_TIME = [
  33, 37, 31, 35, 39, 32, 30, 36, 38, 33, 35, 31, 34, 25, 29, 24, 28, 32, 26, 22, 27, 31, 25, 28, 27, 46,
];
const SIZES = Object.keys(CHART_SIZES) as readonly ChartSize[];

const payments = aReading({
  values: LEAD_TIME,
  phases: [[13, 'Trunk-based merging']],
  rules: { 25: ['outside-limits'] },
});

const words = (reading: SeriesReading, size: ChartSize = 'stage') =>
  layoutProcessBehaviour(reading, size).texts.map((text) => `${text.lead} ${text.text}`.trim());

describe('the words of a process-behaviour chart', () => {
  it('name limits and mean at the right end, value first', () => {
    expect(words(payments)).toEqual(
      expect.arrayContaining(['38 h upper limit', '27 h mean', '16 h lower limit'].map(noBreak)),
    );
  });

  it('say less where there is less room', () => {
    expect(words(payments, 'readout')).toEqual(
      expect.arrayContaining(['38 h upper', '27 h mean', '16 h lower'].map(noBreak)),
    );
  });

  it('label the fired newest point with its value and rule on the stage', () => {
    expect(words(payments)).toEqual(expect.arrayContaining([noBreak('46 h'), 'outside limits']));
    expect(words(payments, 'stage-wide')).toContain(noBreak('46 h, outside limits'));
  });

  it('put the named cause on top of the phase, with the means before and after', () => {
    expect(words(payments)).toEqual(
      expect.arrayContaining(['Trunk-based merging', noBreak('mean 34 h before, 27 h after')]),
    );
  });

  it('count weeks from the first to the newest, which is strong', () => {
    const { texts } = layoutProcessBehaviour(payments, 'stage');
    const weeks = texts.filter((text) => text.anchor === 'middle');
    expect(weeks.map((text) => text.lead + text.text)).toEqual(
      ['wk 22', '26', '30', '34', '38', '42', '47'].map(noBreak),
    );
    expect(weeks.filter((text) => text.lead !== '').map((text) => text.lead)).toEqual(['47']);
  });

  it('write the year into the weeks of more than a year', () => {
    const long = aReading({ values: Array.from({ length: 104 }, (_, index) => 10 + (index % 5)) });
    expect(words(long).some((text) => text.includes('2027'))).toBe(true);
  });

  it('tell limits and mean apart near 100 per cent', () => {
    const slo = aReading({
      values: [0.9993, 0.9995, 0.9991, 0.9996, 0.9993, 0.9992, 0.9996, 0.9994],
      changes: { unit: 'share', bounds: [0, 1] },
    });
    const levels = words(slo).filter((text) => /mean|limit/.test(text));
    expect(new Set(levels.map((text) => text.split(' ')[0])).size).toBe(levels.length);
  });

  it('leave out a limit that the metric cannot reach', () => {
    const pages = aReading({ values: [0, 3, 1, 0, 2, 4, 0, 1], changes: { unit: 'pages/week' } });
    expect(words(pages).filter((text) => text.includes('lower'))).toEqual([]);
    expect(words(pages).filter((text) => text.includes('upper'))).toHaveLength(1);
  });

  it('name one mean where nothing varies', () => {
    const still = aReading({ values: Array<number>(12).fill(12), changes: { unit: null } });
    expect(words(still).filter((text) => /mean|limit/.test(text))).toEqual(['12 mean']);
  });

  it('say which period has no value yet', () => {
    expect(words(aReading({ values: [5, 6, 7, null] }))).toContain(noBreak('no wk 25'));
  });

  it('say that the limits of a short history still move', () => {
    const young = aReading({ values: [21, 24, 20, 26, 22, 25], changes: { status: 'provisional' } });
    expect(words(young)).toContain('provisional limits, 6 points');
    expect(words(payments).some((text) => text.includes('limits, '))).toBe(false);
  });

  it('write durations of one chart in one unit', () => {
    const seconds = aReading({
      values: [4200, 5400, 4800, 5100, 6000, 5700, 4500, 5200],
      changes: { unit: 's' },
    });
    const units = words(seconds).flatMap((text) => text.match(/\u00a0(min|h|s) /)?.[1] ?? []);
    expect(new Set(units)).toEqual(new Set(['min']));
  });

  it('put an event on the axis with its day, beside its rule', () => {
    const events = [{ day: '2026-11-11', title: 'second reviewer', detail: 'for card-data changes' }];
    const { texts, rules, marks } = layoutProcessBehaviour(payments, 'stage', { events });
    const title = texts.find((text) => text.lead.includes('second reviewer'));
    expect(title?.lead).toBe(noBreak('11 Nov, second reviewer'));
    expect(rules.some((rule) => rule.x === marks[24]?.x)).toBe(true);
  });
});

describe('the shapes', () => {
  const shapesOf = (reading: SeriesReading) =>
    layoutProcessBehaviour(reading, 'app')
      .marks.filter((mark) => mark.shape !== 'circle')
      .map((mark) => `${mark.index} ${mark.shape}`);

  it('mark a point outside the limits as a diamond', () => {
    expect(shapesOf(payments)).toEqual(['25 diamond']);
  });

  it('mark all eight of a run as squares', () => {
    const run = aReading({ values: [5, 9, 5, 9, 8, 8, 9, 8, 8, 9, 8, 9], rules: { 11: ['run-of-8'] } });
    const centred = { ...run, points: run.points.map((point) => ({ ...point, centre: 7 })) };
    expect(shapesOf(centred)).toEqual([4, 5, 6, 7, 8, 9, 10, 11].map((index) => `${index} square`));
  });

  it('mark the three of four that lie farthest out as triangles', () => {
    const near = aReading({ values: [7, 7, 12, 8, 12, 13], rules: { 5: ['three-of-four'] } });
    const centred = { ...near, points: near.points.map((point) => ({ ...point, centre: 7 })) };
    expect(shapesOf(centred)).toEqual(['2 triangle', '4 triangle', '5 triangle']);
  });

  it('let outside limits win where several rules fire on a point', () => {
    const both = aReading({ values: LEAD_TIME, rules: { 25: ['three-of-four', 'outside-limits'] } });
    expect(shapesOf(both)).toContain('25 diamond');
  });

  it('outline the newest period alone', () => {
    const { marks } = layoutProcessBehaviour(payments, 'stage');
    expect(marks.filter((mark) => mark.outline !== null).map((mark) => [mark.index, mark.outline])).toEqual([
      [25, 16],
    ]);
  });

  it('outline nothing while the newest period is missing', () => {
    const { marks } = layoutProcessBehaviour(aReading({ values: [5, 6, 7, null] }), 'stage');
    expect(marks.every((mark) => mark.outline === null)).toBe(true);
  });

  it('break the line where a period is missing', () => {
    const { lines, marks } = layoutProcessBehaviour(aReading({ values: [5, 6, null, 7, 8, 9] }), 'app');
    expect(lines.map((line) => line.length)).toEqual([2, 3]);
    expect(marks.map((mark) => mark.index)).toEqual([0, 1, 3, 4, 5]);
  });

  it('draw what is not final hollow', () => {
    const young = { ...payments, points: payments.points.map((point) => ({ ...point, mature: false })) };
    expect(drawProcessBehaviour(young, 'app')).toContain('class="hollow kw"');
  });

  it('draw a stale series at half strength, its words in full', () => {
    const stale = drawProcessBehaviour({ ...payments, state: 'stale' }, 'app');
    expect(stale).toMatch(/<g class="stale">.*<\/g><text/);
  });
});

describe('the geometry', () => {
  it('never leaves what the metric can be, whatever a file says', () => {
    const over = aReading({ values: [0.9, 0.95, 1.04, 0.97], changes: { unit: 'share', bounds: [0, 1] } });
    const { marks, plot } = layoutProcessBehaviour(over, 'app');
    expect(marks.every((mark) => mark.y >= plot.top)).toBe(true);
  });

  it('keeps the words of an event below the series when zero is the least', () => {
    const counts = aReading({ values: [0, 3, 1, 0, 2, 4, 0, 1], changes: { unit: 'pages/week' } });
    const events = [{ day: '2026-07-08', title: 'freeze', detail: 'for the launch' }];
    const { texts, marks } = layoutProcessBehaviour(counts, 'stage', { events });
    const title = texts.find((text) => text.lead.includes('freeze'));
    const lowest = Math.max(...marks.map((mark) => mark.y + mark.half));
    expect((title?.y ?? 0) - 18).toBeGreaterThan(lowest - 6);
  });

  const odd: Readonly<Record<string, SeriesReading>> = {
    payments,
    'nothing at all': aReading({ values: [], changes: { phases: [] } }),
    'one point': aReading({ values: [21], changes: { phases: [] } }),
    'only missing': aReading({ values: [null, null], changes: { phases: [] } }),
    'all zero': aReading({ values: Array<number>(8).fill(0) }),
    'all at the bound': aReading({
      values: Array<number>(8).fill(1),
      changes: { unit: 'share', bounds: [0, 1] },
    }),
    'very large': aReading({ values: [1e12, 2e12, 1.5e12, 3e12], changes: { unit: 'USD' } }),
    'very small': aReading({ values: [1e-9, 2e-9, 1.5e-9, 3e-9] }),
    negative: aReading({ values: [-5, -7, -3, -6], changes: { bounds: [null, null] } }),
    'a target far away': aReading({ values: [5, 6, 5, 7], changes: { target: { op: '<=', value: 500 } } }),
    'ten years': aReading({ values: Array.from({ length: 520 }, (_, index) => 10 + (index % 7)) }),
  };

  it.each(Object.entries(odd))('is finite and inside the picture: %s', (_, reading) => {
    for (const size of SIZES) {
      const layout = layoutProcessBehaviour(reading, size);
      const places = [...layout.marks, ...layout.lines.flat(), ...layout.texts];
      for (const { x, y } of places) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(layout.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(layout.height);
      }
      expect(drawProcessBehaviour(reading, size)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it.each(SIZES)('keeps the names at the right end apart when limits nearly touch: %s', (size) => {
    const tight = aReading({
      values: [50.1, 50.3, 50, 50.2, 50.1, 50.2, 50, 50.1, 50.3, 50.2, 50.1, 50, 20],
      changes: { unit: 'min', target: { op: '<=', value: 50.2 } },
    });
    const names = layoutProcessBehaviour(tight, size).texts.filter(
      (text) => text.lead !== '' && text.text !== '',
    );
    expect(names.map((text) => text.text.split(' ')[0])).toEqual(['upper', 'target', 'mean', 'lower']);
    for (const [at, text] of names.entries()) {
      const below = names[at + 1];
      if (below !== undefined) expect(below.y - text.y).toBeGreaterThanOrEqual(text.size * 1.2);
    }
  });

  it.each(SIZES)('keeps the value of a run off the points of the run: %s', (size) => {
    const run = aReading({
      values: [
        8, 12, 14, 10, 8, 11, 12, 14, 8, 8, 13, 12, 15, 14, 11, 10, 18, 10, 15, 14, 16, 13, 16, 15, 17, 18,
      ],
      rules: { 25: ['run-of-8'] },
    });
    const { texts, marks } = layoutProcessBehaviour(run, size);
    const label = texts.find((text) => text.tone === 'worse');
    expect(label).toBeDefined();
    for (const mark of marks) {
      const half = mark.half * 0.7;
      const box = { left: mark.x - half, right: mark.x + half, top: mark.y - half, bottom: mark.y + half };
      if (label !== undefined) expect(overlap(boxOfText(label), box)).toBe(false);
    }
  });

  it('cuts long causes instead of letting them run into one another', () => {
    const cause = 'A cause that somebody described at great length for the whole organization';
    const rephased = aReading({
      values: [...LEAD_TIME, ...LEAD_TIME],
      phases: [
        [20, cause],
        [30, cause],
      ],
    });
    for (const size of SIZES) {
      const causes = layoutProcessBehaviour(rephased, size).texts.filter((text) =>
        text.lead.startsWith('A '),
      );
      const [first, second] = causes.map(boxOfText);
      if (first !== undefined && second !== undefined) expect(overlap(first, second)).toBe(false);
    }
  });

  it('gives each phase its own band, side by side', () => {
    const { bands, plot } = layoutProcessBehaviour(payments, 'stage');
    expect(bands).toHaveLength(2);
    expect(bands[0]?.right).toBe(bands[1]?.left);
    expect(bands[1]?.right).toBe(plot.right);
    expect(bands[1]?.mean).toBeGreaterThan(bands[0]?.mean ?? Number.NaN);
  });
});

describe('the drawing as text', () => {
  it('is an image whose name is the sentence', () => {
    const svg = drawProcessBehaviour(payments, 'app');
    expect(svg).toContain(`role="img" aria-label="${payments.sentence}"`);
    expect(svg).toContain('<title>Payments, change lead time</title>');
  });

  it('keeps markup and control characters of names out', () => {
    const hostile = aReading({
      values: LEAD_TIME,
      phases: [[13, '<script>alert("1")</script>']],
      changes: { entityName: '</title><img src=x>', sentence: 'a" onload="x\u0000\ud800' },
    });
    const svg = drawProcessBehaviour(hostile, 'stage');
    expect(svg).not.toMatch(/<script|<img|onload="x/);
    expect(svg).toContain('aria-label="a&quot; onload=&quot;x\ufffd\ufffd"');
  });

  it('is the same for the same reading', () => {
    expect(drawProcessBehaviour(payments, 'stage')).toBe(drawProcessBehaviour(payments, 'stage'));
  });
});

/** Figures join number and unit by a no-break space, and so do "wk 47" and "9 Nov". */
function noBreak(text: string): string {
  return text
    .replaceAll(/(\d) (h)\b/g, '$1\u00a0$2')
    .replaceAll(/\bwk (\d)/g, 'wk\u00a0$1')
    .replaceAll(/(\d) (Nov)/g, '$1\u00a0$2');
}
