import { fullPeriodName } from '#shared/charts/period-axis.ts';
import { formatFigure, formatSpan } from '#shared/figures.ts';
import { PRESETS } from '#shared/signals/engine/presets.ts';
import type { ChartPoint, RuleId, SeriesReading, Signal } from '#shared/signals/reading.ts';

/** One rule held against the points of a signal, in the chart's own numbers. */
export type Reason = { readonly rule: RuleId; readonly fired: boolean; readonly text: string };

type Judged = ChartPoint & {
  readonly value: number;
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
};

function isJudged(point: ChartPoint): point is Judged {
  return (
    point.mature &&
    point.value !== null &&
    point.centre !== null &&
    point.lower !== null &&
    point.upper !== null
  );
}

function sideOf({ value, centre }: Judged): number {
  return Math.sign(value - centre);
}

function isBeyond({ value, lower, upper }: Judged): boolean {
  return value > upper || value < lower;
}

function countOf(count: number, all: number): string {
  if (all === 1) return count === 1 ? 'The only point' : 'Not the only point';
  if (count === all) return `All ${all} points`;
  return count === 0 ? `None of the ${all} points` : `${count} of the ${all} points`;
}

function outside(points: readonly Judged[], { reading, since }: Told): Reason {
  const beyond = points.filter(isBeyond);
  const furthest = beyond.toSorted((a, b) => distance(b) - distance(a))[0];
  const last = points.at(-1);
  const limits = last === undefined ? '' : formatSpan(last.lower, last.upper, reading.unit);
  const verb = beyond.length === 1 || points.length === 1 ? 'lies' : 'lie';
  const text = `${countOf(beyond.length, points.length)} ${since} ${verb} beyond the limits of ${limits}`;
  const most =
    furthest === undefined
      ? ''
      : `; the furthest is ${formatFigure(furthest.value, reading.unit)} in ${fullPeriodName(furthest.period, reading.grain)}`;
  return { rule: 'outside-limits', fired: beyond.length > 0, text: `${text}${most}.` };
}

function distance({ value, centre }: Judged): number {
  return Math.abs(value - centre);
}

/** How many of the newest points lie on one side of the mean without a break; points on the mean are passed over. */
function runLength(points: readonly Judged[]): { readonly length: number; readonly side: number } {
  const sided = points.filter((point) => sideOf(point) !== 0);
  const last = sided.at(-1);
  const side = last === undefined ? 0 : sideOf(last);
  const start = sided.findLastIndex((point) => sideOf(point) !== side);
  return { length: sided.length - start - 1, side };
}

function run(all: readonly Judged[], signal: Signal, { reading }: Told): Reason {
  const { length, side } = runLength(all);
  const fired = signal.rules.includes('run-of-8');
  const where = side > 0 ? 'above' : 'below';
  const centre = formatFigure(all.at(-1)?.centre ?? null, reading.unit);
  const text =
    length >= 8
      ? `The newest ${length} points in a row lie ${where} the mean of ${centre}; eight by chance come about once in 128.`
      : fired
        ? `Eight in a row lay on one side of the mean of ${centre} earlier in this signal.`
        : `${length} in a row lie ${where} the mean of ${centre}; the rule asks for eight.`;
  return { rule: 'run-of-8', fired, text };
}

/** Nearness is judged on the scale of the limits, so the marks of the points are asked and not the pixels. */
function nearLimit(all: readonly Judged[], signal: Signal): Reason {
  const last = all.at(-1);
  const limit = last !== undefined && sideOf(last) < 0 ? 'lower' : 'upper';
  const fired = signal.rules.includes('three-of-four');
  const where = `nearer to the ${limit} limit than to the mean`;
  const text =
    last?.rules.includes('three-of-four') === true
      ? `Of the newest four points at least three lie ${where}.`
      : fired
        ? 'Three of four points in a row lay nearer to a limit than to the mean earlier in this signal.'
        : `Of the newest four points fewer than three lie ${where}.`;
  return { rule: 'three-of-four', fired, text };
}

type Told = { readonly reading: SeriesReading; readonly since: string };

/** Rule by rule why something is a signal: those that fired first. A broken target needs no rule. */
export function reasonsOf(reading: SeriesReading, signal: Signal): readonly Reason[] {
  const judged = reading.points.filter(isJudged).filter((point) => point.period <= signal.at);
  const own = judged.filter((point) => point.period >= signal.onset);
  if (signal.rules.includes('threshold') || own.length === 0) return [];
  const phase = reading.phases.findLast((one) => one.from <= signal.at);
  const all = judged.filter((point) => phase === undefined || point.period >= phase.from);
  const told: Told = { reading, since: `since ${fullPeriodName(signal.onset, reading.grain)}` };
  const reasons = [outside(own, told), run(all, signal, told), nearLimit(all, signal)];
  return [...reasons.filter((one) => one.fired), ...reasons.filter((one) => !one.fired)];
}

/** What decided the signal, in the engine's numbers; null for a broken target and for reviews of old. */
export function decisionWords(reading: SeriesReading, signal: Signal): string | null {
  const { alarm, strength } = signal;
  if (alarm === undefined || reading.engine === undefined) return null;
  const measure = strength.toFixed(1);
  const needed = PRESETS[reading.engine.preset].spike.toFixed(1);
  return alarm === 'spike'
    ? `It lies ${measure} from those before it, where ${needed} is a signal.`
    : `The sum stands at ${measure}, on a measure where ${needed} is a signal.`;
}
