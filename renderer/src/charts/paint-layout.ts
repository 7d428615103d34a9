import type { BandLayout, ChartLayout, ChartText, Mark, Rule, Shape } from '#shared/charts/chart-layout.ts';
import type { Palette } from './palette.ts';

type Brush = { readonly context: CanvasRenderingContext2D; readonly palette: Palette };

const STRONG = 620;
const PLAIN = 420;

/** What lies behind the series: bands with their limits and means, target, phase starts, events, axes. */
export function paintGround(layout: ChartLayout, brush: Brush): void {
  const { context, palette } = brush;
  const { plot } = layout;
  context.save();
  if (layout.stale) context.globalAlpha = 0.5;
  for (const band of layout.bands) paintBand(band, brush);
  for (const band of layout.earlier) paintEarlier(band, brush);
  if (layout.target !== null) {
    context.lineCap = 'round';
    stroke(brush, palette.target, 2, [1, 4], (path) =>
      horizontal(path, plot.left, plot.right, layout.target),
    );
    context.lineCap = 'butt';
  }
  for (const rule of layout.rules) paintRule(rule, palette.ink, brush);
  stroke(brush, palette.axis, 1, [], (path) => horizontal(path, plot.left, plot.right, plot.bottom));
  for (const tick of layout.ticks) paintRule(tick, palette.axis, brush);
  context.restore();
}

/** What lies over the series: its points in their shapes, then every word. */
export function paintMarks(layout: ChartLayout, brush: Brush): void {
  const { context } = brush;
  context.save();
  if (layout.stale) context.globalAlpha = 0.5;
  for (const mark of layout.marks) paintMark(mark, brush);
  context.restore();
  for (const text of layout.texts) paintText(text, brush);
}

/** The chosen point: a thin rule from its mark to the axis. */
export function paintChosen(mark: Mark, layout: ChartLayout, { context, palette }: Brush): void {
  const reach = (mark.outline ?? mark.half) + 4;
  stroke({ context, palette }, palette.ink, 1, [2, 2], (path) => {
    path.moveTo(mark.x, layout.plot.top);
    path.lineTo(mark.x, Math.max(layout.plot.top, mark.y - reach));
    path.moveTo(mark.x, Math.min(layout.plot.bottom, mark.y + reach));
    path.lineTo(mark.x, layout.plot.bottom);
  });
  stroke({ context, palette }, palette.ink, 1.5, [], (path) =>
    path.arc(mark.x, mark.y, reach, 0, 2 * Math.PI),
  );
}

function horizontal(path: Path2D, left: number, right: number, y: number | null): void {
  if (y === null) return;
  path.moveTo(left, y);
  path.lineTo(right, y);
}

function stroke(
  { context }: Brush,
  colour: string,
  width: number,
  dash: readonly number[],
  draw: (path: Path2D) => void,
): void {
  const path = new Path2D();
  draw(path);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash([...dash]);
  context.stroke(path);
  context.setLineDash([]);
}

function paintBand(
  { left, right, top, bottom, mean, firm, upperLimit, lowerLimit }: BandLayout,
  brush: Brush,
): void {
  const { context, palette } = brush;
  context.fillStyle = palette.band;
  context.fillRect(left, top, right - left, Math.max(0, bottom - top));
  for (const limit of [upperLimit, lowerLimit]) {
    stroke(brush, palette.limit, 1.5, firm ? [] : [5, 4], (path) => horizontal(path, left, right, limit));
  }
  stroke(brush, palette.mean, 1.5, [], (path) => horizontal(path, left, right, mean));
}

function paintEarlier({ left, right, mean, upperLimit, lowerLimit }: BandLayout, brush: Brush): void {
  for (const level of [upperLimit, lowerLimit, mean]) {
    stroke(brush, brush.palette.ink, 1.5, [9, 3, 2, 3], (path) => horizontal(path, left, right, level));
  }
}

function paintRule({ x, y, to, width }: Rule, colour: string, brush: Brush): void {
  stroke(brush, colour, width, [], (path) => {
    path.moveTo(x, y);
    path.lineTo(to.x, to.y);
  });
}

/** Corners of the shapes in half-widths, of equal weight to the eye. */
const CORNERS: Readonly<Record<Exclude<Shape, 'circle'>, readonly (readonly [number, number])[]>> = {
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  square: [
    [-0.78, -0.78],
    [0.78, -0.78],
    [0.78, 0.78],
    [-0.78, 0.78],
  ],
  triangle: [
    [0, -1],
    [0.96, 0.72],
    [-0.96, 0.72],
  ],
  'triangle-down': [
    [0, 1],
    [0.96, -0.72],
    [-0.96, -0.72],
  ],
};

function outlineOf(shape: Shape, { x, y }: Mark, half: number): Path2D {
  const path = new Path2D();
  if (shape === 'circle') path.arc(x, y, half, 0, 2 * Math.PI);
  else {
    for (const [dx, dy] of CORNERS[shape]) path.lineTo(x + dx * half, y + dy * half);
    path.closePath();
  }
  return path;
}

function paintMark(mark: Mark, { context, palette }: Brush): void {
  const colour = palette.marks[mark.tone];
  const body = outlineOf(mark.shape, mark, mark.half);
  context.fillStyle = mark.mature ? colour : palette.ground;
  context.fill(body);
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  if (!mark.mature) context.stroke(body);
  if (mark.outline === null) return;
  context.lineWidth = 2;
  context.stroke(outlineOf(mark.shape, mark, mark.outline));
}

/** Words, the leading ones strong; on a rim of the ground's colour where they may lie over lines. */
function paintText(text: ChartText, { context, palette }: Brush): void {
  const lead = text.lead === '' || text.text === '' ? text.lead : `${text.lead} `;
  const font = (weight: number) => `${weight} ${text.size}px ${palette.font}`;
  context.font = font(STRONG);
  const leadWidth = context.measureText(lead).width;
  context.font = font(PLAIN);
  const width = leadWidth + context.measureText(text.text).width;
  const start = text.x - { start: 0, middle: width / 2, end: width }[text.anchor];
  const pieces = [
    { words: lead, x: start, weight: STRONG, tone: text.tone === 'label' ? 'ink' : text.tone },
    { words: text.text, x: start + leadWidth, weight: PLAIN, tone: text.tone },
  ] as const;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  for (const { words, x, weight, tone } of pieces) {
    if (words === '') continue;
    context.font = font(weight);
    if (text.halo) {
      context.strokeStyle = palette.ground;
      context.lineWidth = 3;
      context.strokeText(words, x, text.y);
    }
    context.fillStyle = palette.texts[tone];
    context.fillText(words, x, text.y);
  }
}
