import type { Mark, Place, Shape, Tone } from '#shared/charts/chart-layout.ts';
import { exhaustive } from '#shared/exhaustive.ts';
import type { ChartPoint, RuleId, SeriesReading } from '#shared/signals/reading.ts';

export type Fired = { readonly shape: Shape; readonly tone: Tone; readonly rule: RuleId };

/** Where several rules fire on one point the first of these is drawn. */
const PRECEDENCE: readonly RuleId[] = [
  'outside-limits',
  'run-of-8',
  'three-of-four',
  'two-of-three',
  'four-of-five',
  'threshold',
];

/** Rules that ask for so many of the last points far out on one side. */
const WINDOWS: Partial<Readonly<Record<RuleId, { readonly least: number; readonly of: number }>>> = {
  'three-of-four': { least: 3, of: 4 },
  'two-of-three': { least: 2, of: 3 },
  'four-of-five': { least: 4, of: 5 },
};

export function shapeOfRule(rule: RuleId): Shape {
  switch (rule) {
    case 'outside-limits':
      return 'diamond';
    case 'run-of-8':
      return 'square';
    case 'three-of-four':
    case 'two-of-three':
    case 'four-of-five':
      return 'triangle';
    case 'threshold':
      return 'triangle-down';
    default:
      return exhaustive(rule);
  }
}

export function nameOfRule(rule: RuleId): string {
  switch (rule) {
    case 'outside-limits':
      return 'outside limits';
    case 'run-of-8':
      return 'run of eight';
    case 'three-of-four':
      return 'three of four near a limit';
    case 'two-of-three':
      return 'two of three near a limit';
    case 'four-of-five':
      return 'four of five on one side';
    case 'threshold':
      return 'past its target';
    default:
      return exhaustive(rule);
  }
}

/**
 * How each point that took part in a rule is drawn, null for routine. Rules name the point that completes a pattern;
 * the drawing marks the whole of it: all eight of a run, the three of the four that lie farthest out.
 */
export function firedPoints(points: readonly ChartPoint[]): readonly (Fired | null)[] {
  const fired: (Fired | null)[] = points.map(() => null);
  for (const [index, point] of points.entries()) {
    for (const rule of point.rules) {
      const tone: Tone = point.direction ?? 'neither';
      const mark = { shape: shapeOfRule(rule), tone, rule };
      for (const place of participants(points, index, rule)) {
        const present = fired[place];
        if (present == null || rank(rule) <= rank(present.rule)) fired[place] = mark;
      }
    }
  }
  return fired;
}

function rank(rule: RuleId): number {
  const at = PRECEDENCE.indexOf(rule);
  return at === -1 ? PRECEDENCE.length : at;
}

function participants(points: readonly ChartPoint[], index: number, rule: RuleId): readonly number[] {
  if (rule === 'run-of-8') return runOfEight(points, index);
  const window = WINDOWS[rule];
  if (window === undefined) return [index];
  const newest = offset(points[index]);
  const before = judged(points, index).slice(1, window.of);
  const sameSide = before.filter((place) => offset(points[place]) * newest > 0);
  sameSide.sort((a, b) => Math.abs(offset(points[b])) - Math.abs(offset(points[a])));
  return [index, ...sameSide.slice(0, window.least - 1)];
}

/** The point and the seven before it on its side; points on the centre line are on neither. */
function runOfEight(points: readonly ChartPoint[], index: number): readonly number[] {
  const newest = offset(points[index]);
  const sided = judged(points, index).filter((place) => offset(points[place]) !== 0);
  const end = sided.findIndex((place) => offset(points[place]) * newest < 0);
  const run = sided.slice(0, end === -1 ? 8 : Math.min(end, 8));
  return run.includes(index) ? run : [index];
}

/** Places with a value that rules see, from this one back; enough for the longest rule. */
function judged(points: readonly ChartPoint[], index: number): readonly number[] {
  const places: number[] = [];
  for (let place = index; place >= 0 && places.length < 24; place--) {
    const point = points[place];
    if (point !== undefined && point.value !== null && point.mature) places.push(place);
  }
  return places;
}

function offset(point: ChartPoint | undefined): number {
  return point?.value == null || point.centre === null ? 0 : point.value - point.centre;
}

/** The newest point that has a value, or -1. */
export function newestValue(points: readonly ChartPoint[]): number {
  return points.findLastIndex((point) => point.value !== null);
}

export type MarkSizes = {
  readonly point: number;
  readonly fired: number;
  readonly outline: number;
  readonly step: number;
};

export function placeMarks(
  reading: SeriesReading,
  at: { readonly x: (index: number) => number; readonly y: (value: number) => number },
  sizes: MarkSizes,
): readonly Mark[] {
  const fired = firedPoints(reading.points);
  const newest = newestValue(reading.points);
  // On a crowded axis routine points give way first; fired ones stay large enough to tell their shapes apart.
  const small = Math.min(sizes.point, sizes.step * 0.3);
  const large = Math.min(sizes.fired, Math.max(sizes.fired * 0.62, sizes.step * 0.55));
  return reading.points.flatMap((point, index): Mark[] => {
    const one = fired[index] ?? null;
    const isNewest = index === newest && index === reading.points.length - 1;
    if (point.value === null) return [];
    const half = one === null ? (point.mature ? small : sizes.point) : isNewest ? sizes.fired : large;
    if (half < 1 && one === null && !isNewest) return [];
    const routine = isNewest ? sizes.point : half;
    return [
      {
        index,
        x: at.x(index),
        y: at.y(point.value),
        shape: one?.shape ?? 'circle',
        tone: one?.tone ?? 'routine',
        half: one === null ? routine : half,
        mature: point.mature,
        outline: isNewest ? (one === null ? routine : half) + sizes.outline : null,
      },
    ];
  });
}

/** The line from point to point, in pieces: it breaks where a period is missing. */
export function placeLines(
  points: readonly ChartPoint[],
  at: { readonly x: (index: number) => number; readonly y: (value: number) => number },
): readonly (readonly Place[])[] {
  const pieces: Place[][] = [[]];
  for (const [index, point] of points.entries()) {
    if (point.value === null) pieces.push([]);
    else pieces.at(-1)?.push({ x: at.x(index), y: at.y(point.value) });
  }
  return pieces.filter((piece) => piece.length > 0);
}
