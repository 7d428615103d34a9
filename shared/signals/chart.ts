import { type Centred, countedLevels } from './chart-by-kind.ts';
import { directionOf, type Evaluation, periodName } from './judge.ts';
import { type ProcessLimits, RANGE_FACTOR } from './limits.ts';
import type { Stretch } from './phases.ts';
import type { Alarm, ChartPoint, Phase } from './reading.ts';
import { marks, ruleNames } from './rules.ts';

/** Limits as they are drawn: transformed back and never past what the metric can be. */
function drawn(evaluation: Evaluation, scaled: number): number {
  const [low, high] = evaluation.bounds;
  const value = evaluation.scale.back(scaled);
  return Math.min(high ?? Number.POSITIVE_INFINITY, Math.max(low ?? Number.NEGATIVE_INFINITY, value));
}

/** The moving range chart is in the metric's own unit, whatever the scale of the limits. */
function rangeChart(evaluation: Evaluation, stretch: Stretch, ranges: Float64Array): Phase['movingRange'] {
  const { limits } = stretch;
  if (evaluation.scale.kind === 'plain' && limits !== null) {
    return { centre: limits.averageRange, upper: limits.upperRange };
  }
  const end = stretch.judgedFrom > stretch.from ? stretch.judgedFrom : stretch.to;
  let n = 0;
  let sum = 0;
  for (let index = stretch.from; index < end; index++) {
    const range = ranges[index] ?? Number.NaN;
    if (Number.isNaN(range)) continue;
    n++;
    sum += range;
  }
  const centre = n === 0 ? 0 : sum / n;
  return { centre, upper: centre * RANGE_FACTOR };
}

/** Centre and limits of a phase: those of its newest point where they move with the size of the sample. */
function phaseLevels(evaluation: Evaluation, { from, to }: Stretch, limits: ProcessLimits): Centred {
  const { byKind } = evaluation;
  for (let index = to - 1; byKind !== null && index >= from; index--) {
    const levels = countedLevels(byKind, index);
    if (levels !== null) return levels;
  }
  return {
    centre: drawn(evaluation, limits.centre),
    lower: drawn(evaluation, limits.lower),
    upper: drawn(evaluation, limits.upper),
  };
}

export function toPhases(evaluation: Evaluation, ranges: Float64Array): readonly Phase[] {
  if (!evaluation.limited) return [];
  return evaluation.stretches.flatMap((stretch): readonly Phase[] => {
    const { limits, from, to } = stretch;
    if (limits === null || to === from) return [];
    return [
      {
        from: periodName(evaluation, from),
        to: periodName(evaluation, to - 1),
        n: stretch.n,
        ...phaseLevels(evaluation, stretch, limits),
        movingRange: rangeChart(evaluation, stretch, ranges),
        cause: stretch.cause,
        baseline: { n: limits.n, locked: stretch.locked },
      },
    ];
  });
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

const ALARMS: readonly (Alarm | null)[] = [null, 'spike', 'shift'];

function alarmName(alarm: number): Alarm | null {
  return ALARMS[alarm] ?? null;
}

type Levels = Pick<ChartPoint, 'centre' | 'lower' | 'upper'>;

/** Centre and limits at a point: those of its phase, moved by what its season adds there. */
function levelsAt(evaluation: Evaluation, { limits }: Stretch, phase: Phase | null, index: number): Levels {
  if (phase === null || limits === null) return { centre: null, lower: null, upper: null };
  const { byKind } = evaluation;
  const flat = { centre: phase.centre, lower: phase.lower, upper: phase.upper };
  if (byKind !== null) return countedLevels(byKind, index) ?? flat;
  if (evaluation.season?.isTakenOut !== true) {
    return flat;
  }
  const added = evaluation.season.effect[index] ?? 0;
  return {
    centre: drawn(evaluation, limits.centre + added),
    lower: drawn(evaluation, limits.lower + added),
    upper: drawn(evaluation, limits.upper + added),
  };
}

export function toPoints(
  evaluation: Evaluation,
  phases: readonly Phase[],
  ranges: Float64Array,
): readonly ChartPoint[] {
  const { series, stretches, good } = evaluation;
  const points: ChartPoint[] = [];
  let drawnPhases = 0;
  for (const stretch of stretches) {
    const phase = stretch.limits === null || !evaluation.limited ? null : (phases[drawnPhases++] ?? null);
    for (let index = stretch.from; index < stretch.to; index++) {
      const mark = evaluation.marks[index] ?? 0;
      const side = (evaluation.z[index] ?? 0) < 0 ? -1 : 1;
      const alarmed = evaluation.engine.side[index] ?? 0;
      const direction =
        alarmed !== 0
          ? directionOf(alarmed < 0 ? -1 : 1, good)
          : (mark & ~marks.threshold) !== 0
            ? directionOf(side, good)
            : mark === 0
              ? null
              : 'worse';
      points.push({
        period: periodName(evaluation, index),
        value: known(series.values[index]),
        numerator: known(series.numerators?.[index]),
        denominator: known(series.denominators?.[index]),
        ...levelsAt(evaluation, stretch, phase, index),
        movingRange: known(ranges[index]),
        rules: ruleNames(mark),
        direction,
        q: known(evaluation.engine.q[index]),
        alarm: alarmName(evaluation.engine.alarm[index] ?? 0),
        mature: evaluation.final[index] === 1,
      });
    }
  }
  return points;
}
