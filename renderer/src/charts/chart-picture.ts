import type { ChartLayout } from '#shared/charts/chart-layout.ts';
import { openCanvasChart } from './canvas-chart.ts';
import type { Palette } from './palette.ts';

/** Pixels of the picture for each pixel of the chart: sharp when pasted into a document. */
const SHARPNESS = 2;

/** The chart as PNG bytes in the colours that are shown, on its ground. Null where the browser cannot encode it. */
export async function chartPicture(layout: ChartLayout, palette: Palette): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  const chart = openCanvasChart(canvas, SHARPNESS);
  chart.paint({ layout, palette, chosen: null });
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = palette.ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.restore();
  }
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  chart.close();
  return picture;
}
