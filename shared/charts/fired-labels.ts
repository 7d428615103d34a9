import type { ChartText, Mark, Place, Rule } from '#shared/charts/chart-layout.ts';
import type { ChartMeasures } from '#shared/charts/chart-size.ts';
import { textWidth } from '#shared/charts/chart-text.ts';
import { firedPoints, nameOfRule } from '#shared/charts/point-marks.ts';
import { chartFigure } from '#shared/charts/value-axis.ts';
import type { RuleId, SeriesReading } from '#shared/signals/reading.ts';

export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** At most so many points carry their value: the newest and the last points of earlier signals. */
const MOST_LABELS = 3;

type Labelled = {
  readonly mark: Mark;
  readonly rule: RuleId;
  readonly value: number;
  /** Below its mean. */
  readonly low: boolean;
};

/** The last point of each stretch of fired points, newest first. */
function labelledPoints(reading: SeriesReading, marks: readonly Mark[]): readonly Labelled[] {
  const fired = firedPoints(reading.points);
  return marks
    .flatMap((mark): Labelled[] => {
      const one = fired[mark.index] ?? null;
      const { value = null, centre = null } = reading.points[mark.index] ?? {};
      if (one === null || value === null || fired[mark.index + 1] != null) return [];
      return [{ mark, rule: one.rule, value, low: centre !== null && value < centre }];
    })
    .reverse()
    .slice(0, MOST_LABELS);
}

/**
 * Value (and on the stage the rule) beside fired points: on the left by preference, else where it covers least of
 * the series and of what is already placed. `crowded` when even that covers something.
 */
export function placeFiredLabels(
  reading: SeriesReading,
  marks: readonly Mark[],
  frame: {
    readonly lines: readonly (readonly Place[])[];
    readonly plot: Box;
    readonly taken: readonly Box[];
    /** Lines that a label may lie over where it must. */
    readonly soft: readonly Box[];
  },
  measures: ChartMeasures,
): { readonly texts: readonly ChartText[]; readonly crowded: boolean } {
  let crowded = false;
  const taken = [...frame.taken, ...marks.map(boxOfMark), ...frame.lines.flatMap(boxesAlong)];
  const texts: ChartText[] = [];
  for (const labelled of labelledPoints(reading, marks)) {
    const newest = labelled.mark.outline !== null;
    const wording = words(labelled, reading, newest ? measures : { ...measures, firedLabel: 'value' });
    const size = newest ? measures.firedFont : measures.font;
    const width = Math.max(textWidth(wording.lead, size * 1.06), textWidth(wording.text, measures.font));
    const height = wording.text === '' ? size : size + measures.font * 1.25;
    const candidates = candidatesFor(labelled, { width, height }, frame.plot);
    const costs = candidates.map(
      (box, order) =>
        cost(box, order, frame.plot, taken) +
        OVER_LINE * frame.soft.filter((one) => overlap(one, box)).length,
    );
    const best = costs.indexOf(Math.min(...costs));
    const box = candidates[best];
    if (newest && (costs[best] ?? 0) >= 1) crowded = true;
    // An older value that would cover the series is left to the table.
    if (box === undefined || (!newest && (costs[best] ?? 0) >= 1)) continue;
    taken.push(box);
    texts.push(...asTexts(box, wording, { size, font: measures.font, tone: toneOf(labelled.mark) }));
  }
  return { texts, crowded };
}

function toneOf(mark: Mark): ChartText['tone'] {
  return mark.tone === 'routine' ? 'ink' : mark.tone;
}

type Wording = { readonly lead: string; readonly text: string };

function words(labelled: Labelled, reading: SeriesReading, measures: ChartMeasures): Wording {
  const figure = chartFigure(labelled.value, reading, labelled.value);
  const rule = nameOfRule(labelled.rule);
  if (measures.firedLabel === 'two-lines') return { lead: figure, text: rule };
  return { lead: measures.firedLabel === 'one-line' ? `${figure}, ${rule}` : figure, text: '' };
}

function asTexts(
  box: Box,
  { lead, text }: Wording,
  style: { readonly size: number; readonly font: number; readonly tone: ChartText['tone'] },
): readonly ChartText[] {
  const shared = { x: box.right, anchor: 'end' as const, tone: style.tone, halo: true };
  const first = { ...shared, y: box.top + style.size * 0.84, lead, text: '', size: style.size };
  if (text === '') return [first];
  return [first, { ...shared, y: first.y + style.font * 1.25, lead: '', text, size: style.font }];
}

function candidatesFor(
  { mark, low }: Labelled,
  size: { readonly width: number; readonly height: number },
  plot: Box,
): readonly Box[] {
  const away = (mark.outline ?? mark.half) + 8;
  const { width, height } = size;
  const at = (right: number, top: number): Box => ({ left: right - width, right, top, bottom: top + height });
  const beside = mark.y - height * 0.55;
  const over = mark.y - away + 3 - height;
  const under = mark.y + away - 3;
  // Last comes the head of the plot, or the foot for a low point: the outline tells which point it belongs to.
  return [
    at(mark.x - away, beside),
    at(mark.x + width / 2, over),
    at(mark.x + mark.half, over),
    at(mark.x - away, over + height * 0.4),
    at(mark.x - away, under - height * 0.4),
    at(mark.x + width / 2, under),
    at(mark.x + mark.half, under),
    at(mark.x + away + width, beside),
    ...(mark.outline === null
      ? []
      : [at(mark.x + mark.outline, low ? plot.bottom - height - 4 : plot.top - height - mark.half)]),
  ];
}

/** Less than a point or a word, more than the least usual side. */
const OVER_LINE = 0.45;

/** Share of the label that would cover something, far more for leaving the plot, a little for a less usual side. */
function cost(box: Box, order: number, plot: Box, taken: readonly Box[]): number {
  const outside =
    box.left < plot.left || box.right > plot.right + 16 || box.top < 0 || box.bottom > plot.bottom;
  return taken.filter((one) => overlap(one, box)).length + order * 0.05 + (outside ? 100 : 0);
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function boxOfMark(mark: Mark): Box {
  const half = mark.outline ?? mark.half;
  return { left: mark.x - half, right: mark.x + half, top: mark.y - half, bottom: mark.y + half };
}

/** The series line as a chain of small boxes. */
function boxesAlong(line: readonly Place[]): readonly Box[] {
  return line.slice(1).flatMap((to, at) => {
    const from = line[at] ?? to;
    const pieces = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 8));
    return Array.from({ length: pieces }, (_, piece) => {
      const place = (share: number): Place => ({
        x: from.x + (to.x - from.x) * share,
        y: from.y + (to.y - from.y) * share,
      });
      const [a, b] = [place(piece / pieces), place((piece + 1) / pieces)];
      return {
        left: Math.min(a.x, b.x),
        right: Math.max(a.x, b.x),
        top: Math.min(a.y, b.y) - 1,
        bottom: Math.max(a.y, b.y) + 1,
      };
    });
  });
}

/** Room that a text takes, for keeping others off it. */
export function boxOfText(text: ChartText): Box {
  const width = textWidth(text.lead, text.size * 1.04) + textWidth(text.text, text.size);
  const left = text.anchor === 'start' ? text.x : text.anchor === 'end' ? text.x - width : text.x - width / 2;
  return { left, right: left + width, top: text.y - text.size * 0.84, bottom: text.y + text.size * 0.25 };
}

export function boxOfRule({ x, y, to }: Rule): Box {
  return {
    left: Math.min(x, to.x) - 2,
    right: Math.max(x, to.x) + 2,
    top: Math.min(y, to.y),
    bottom: Math.max(y, to.y),
  };
}
