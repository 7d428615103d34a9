import { Chart, LinearScale, LineController, LineElement, type Plugin, PointElement } from 'chart.js';
import type { ChartLayout } from '#shared/charts/chart-layout.ts';
import { paintChosen, paintGround, paintMarks } from './paint-layout.ts';
import type { Palette } from './palette.ts';

// Only what is drawn is registered: no legend, no tooltip, no grid, so none of them can appear by default.
Chart.register(LineController, LineElement, PointElement, LinearScale);

export type Painting = {
  readonly layout: ChartLayout;
  readonly palette: Palette;
  /** Index of the chosen point, null for none. */
  readonly chosen: number | null;
};

export type CanvasChart = {
  readonly paint: (painting: Painting) => void;
  /** Index of the point nearest to the pointer, or null when there is none. */
  readonly pointAt: (event: Event) => number | null;
  readonly close: () => void;
};

type Pixel = { x: number; y: number; index: number };

/** Pieces of the line with a gap between them, where Chart.js breaks it. */
function pixelsOf(layout: ChartLayout): Pixel[] {
  const byX = new Map(layout.marks.map((mark) => [mark.x, mark.index]));
  return layout.lines.flatMap((line, at) => [
    ...(at === 0 ? [] : [{ x: line[0]?.x ?? 0, y: Number.NaN, index: -1 }]),
    ...line.map(({ x, y }) => ({ x, y, index: byX.get(x) ?? -1 })),
  ]);
}

/** The scales are pixels: the layout has placed everything, and the drawing must agree with the readout's to the dot. */
function fitToLayout(chart: Chart<'line', Pixel[]>, { layout, palette }: Painting): void {
  const { plot, width, height } = layout;
  chart.resize(width, height);
  chart.options.layout = {
    padding: { left: plot.left, top: plot.top, right: width - plot.right, bottom: height - plot.bottom },
    autoPadding: false,
  };
  chart.options.scales = {
    x: { type: 'linear', display: false, min: plot.left, max: plot.right },
    y: { type: 'linear', display: false, reverse: true, min: plot.top, max: plot.bottom },
  };
  const colour = layout.stale ? `color-mix(in srgb, ${palette.line} 50%, ${palette.ground})` : palette.line;
  chart.data = {
    datasets: [{ data: pixelsOf(layout), borderColor: colour, borderWidth: 2, pointRadius: 0, clip: false }],
  };
}

/**
 * A line chart on a canvas whose every other part is painted from a layout of `shared/charts`. `sharpness` is how many
 * pixels of the canvas a pixel of the layout has; that of the screen unless given.
 */
export function openCanvasChart(canvas: HTMLCanvasElement, sharpness?: number): CanvasChart {
  let painting: Painting | null = null;
  const painter: Plugin<'line'> = {
    id: 'layout',
    beforeDatasetsDraw: ({ ctx: context }) => {
      if (painting !== null) paintGround(painting.layout, { context, palette: painting.palette });
    },
    afterDatasetsDraw: ({ ctx: context }) => {
      if (painting === null) return;
      const { layout, palette, chosen } = painting;
      paintMarks(layout, { context, palette });
      const mark = layout.marks.find((one) => one.index === chosen);
      if (mark !== undefined) paintChosen(mark, layout, { context, palette });
    },
  };
  const chart = new Chart<'line', Pixel[]>(canvas, {
    type: 'line',
    data: { datasets: [] },
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      responsive: false,
      maintainAspectRatio: false,
      events: [],
      ...(sharpness === undefined ? {} : { devicePixelRatio: sharpness }),
    },
    plugins: [painter],
  });
  return {
    paint: (next) => {
      painting = next;
      fitToLayout(chart, next);
      chart.update('none');
    },
    pointAt: (event) => {
      const [nearest] = chart.getElementsAtEventForMode(
        event,
        'nearest',
        { axis: 'x', intersect: false },
        false,
      );
      const index = nearest === undefined ? -1 : (chart.data.datasets[0]?.data[nearest.index]?.index ?? -1);
      return index === -1 ? null : index;
    },
    close: () => chart.destroy(),
  };
}
