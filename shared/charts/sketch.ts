import type { Place, Shape } from '#shared/charts/chart-layout.ts';
import { drawLine, drawMark, openSvg } from '#shared/charts/draw-chart.ts';
import { round } from '#shared/charts/value-axis.ts';

/** A small picture of a chart that stands for many: heights are in sigma, the centre line is 0. */
export type Sketch = {
  /** What the picture shows, for those who do not see it. */
  readonly label: string;
  /** Null where nothing is drawn. */
  readonly heights: readonly (number | null)[];
  /** Shape by index of the points that are picked out. */
  readonly picked?: Readonly<Record<number, Shape>>;
  /** Half the width of the band at each point; one number for all, null for a chart without limits. */
  readonly limits: number | readonly number[] | null;
  /** Height of a promised value. */
  readonly target?: number;
  /** Drawn behind, thin: the values that a smoothed line was made from. */
  readonly behind?: readonly number[];
  /** Points are joined by a line, unless false. */
  readonly joined?: false;
  /** Index at which a second process begins, and how much higher its centre lies. */
  readonly shift?: { readonly from: number; readonly by: number };
};

const WIDTH = 176;
const HEIGHT = 80;
const INSET = 8;
/** Sigma from the middle of the picture to its edge. */
const REACH = 4.4;

type Scale = {
  readonly x: (index: number) => number;
  readonly y: (height: number) => number;
  readonly step: number;
};

function scaleOf(count: number): Scale {
  const step = (WIDTH - 2 * INSET) / Math.max(1, count - 1);
  return {
    step,
    x: (index) => round(INSET + index * step),
    y: (height) => round(HEIGHT / 2 - (height / REACH) * (HEIGHT / 2 - 2)),
  };
}

function limitAt(limits: Sketch['limits'], index: number): number | null {
  return typeof limits === 'object' ? (limits?.[index] ?? null) : limits;
}

/** The band and its lines as one stepped shape; neighbours meet halfway. */
function ground({ heights, limits, shift }: Sketch, { x, y, step }: Scale): string {
  const steps = heights.map((_, index) => {
    const left = index === 0 ? 0 : round(x(index) - step / 2);
    const right = index === heights.length - 1 ? WIDTH : round(x(index) + step / 2);
    const centre = shift !== undefined && index >= shift.from ? shift.by : 0;
    const half = limitAt(limits, index);
    return { left, right, mean: y(centre), top: y(centre + (half ?? 0)), bottom: y(centre - (half ?? 0)) };
  });
  const along = (pick: (one: (typeof steps)[number]) => number): string =>
    steps.map((one, at) => `${at === 0 ? 'M' : 'L'}${one.left} ${pick(one)}H${one.right}`).join('');
  const mean = `<path class="mean" stroke-width="1.25" d="${along((one) => one.mean)}"/>`;
  if (limits === null) return mean;
  const [upper, lower] = [along((one) => one.top), along((one) => one.bottom)];
  const back = steps
    .toReversed()
    .map((one) => `L${one.right} ${one.bottom}H${one.left}`)
    .join('');
  return `<path class="band" d="${upper}${back}Z"/><path class="lim" stroke-width="1" d="${upper}${lower}"/>${mean}`;
}

function lineOf(heights: readonly (number | null)[], { x, y }: Scale): readonly Place[] {
  return heights.flatMap((height, index) => (height === null ? [] : [{ x: x(index), y: y(height) }]));
}

/** The sketch as SVG, in the classes of every other chart. Points that are picked out are ink: nothing here is data. */
export function drawSketch(sketch: Sketch): string {
  const scale = scaleOf(sketch.heights.length);
  const marks = sketch.heights.map((height, index) => {
    if (height === null) return '';
    const shape = sketch.picked?.[index];
    const place = { index, x: scale.x(index), y: scale.y(height), mature: true, outline: null };
    if (shape === undefined) return drawMark({ ...place, shape: 'circle', tone: 'routine', half: 1.8 });
    return `<g class="pick">${drawMark({ ...place, shape, tone: 'routine', half: 4.6 })}</g>`;
  });
  const target =
    sketch.target === undefined
      ? ''
      : `<path class="tg" stroke-width="2" d="M0 ${scale.y(sketch.target)}H${WIDTH}"/>`;
  const behind =
    sketch.behind === undefined ? '' : `<g opacity=".5">${drawLine(lineOf(sketch.behind, scale), 1)}</g>`;
  const line = sketch.joined === false ? '' : drawLine(lineOf(sketch.heights, scale), 1.4);
  const body = [ground(sketch, scale), target, behind, line, ...marks].join('');
  return `${openSvg({ width: WIDTH, height: HEIGHT, label: sketch.label })}${body}</svg>`;
}
