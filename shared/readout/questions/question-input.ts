import type { Day } from '#shared/day.ts';
import type { SixQuestionId } from '#shared/drive/six-questions.ts';
import { formatFigure } from '#shared/figures.ts';
import type { Registers } from '#shared/registers/registers.ts';
import type { Review } from '#shared/review/review.ts';
import type { ChartPoint, SeriesReading } from '#shared/signals/reading.ts';
import type { SloStanding } from '#shared/signals/slo/standing.ts';

/** What the six answers are computed from. */
export type QuestionInput = {
  readonly asOf: Day;
  readonly locale: string;
  readonly readings: readonly SeriesReading[];
  readonly registers: Registers;
  readonly review: Pick<Review, 'anomalies' | 'commitments'>;
  /** Budgets of the SLOs, where they are known. */
  readonly slos?: readonly SloStanding[];
};

/** An answer from the data, or what is missing for one. `evidence` are ids of series and entries of registers. */
export type ComputedAnswer = {
  readonly id: SixQuestionId;
  readonly kind: 'computed' | 'not-answered';
  readonly text: string;
  readonly evidence: readonly string[];
};

/** Readings of a metric that hold current data, by name of what they are measured on. */
export function current(input: QuestionInput, metric: string): readonly SeriesReading[] {
  return input.readings
    .filter(
      (reading) => reading.metric === metric && reading.state !== 'stale' && reading.state !== 'missing',
    )
    .toSorted((a, b) => a.entityName.localeCompare(b.entityName));
}

/** The newest day that any of the metrics has a value for, stale ones included; null when there is none. */
export function newestDay(input: QuestionInput, metrics: readonly string[]): Day | null {
  const days = input.readings
    .filter((reading) => metrics.includes(reading.metric))
    .flatMap((reading) => {
      const point = reading.points.findLast(({ value }) => value !== null);
      return point === undefined ? [] : [point.period];
    });
  return days.sort().at(-1) ?? null;
}

export type ValuePoint = ChartPoint & { readonly value: number };

function hasValue(point: ChartPoint): point is ValuePoint {
  return point.value !== null;
}

/** Points with a value that will not change any more. */
export function finalPoints(reading: SeriesReading): readonly ValuePoint[] {
  return reading.points.filter(hasValue).filter((point) => point.mature);
}

export function newestValue(reading: SeriesReading): ValuePoint | null {
  return finalPoints(reading).at(-1) ?? null;
}

export function figure(input: QuestionInput, value: number, unit: string | null): string {
  return formatFigure(value, unit, { locale: input.locale });
}

export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
