import { drawSparkline } from '#shared/charts/sparkline.ts';
import type { ChartPoint, Phase, SeriesReading } from '#shared/signals/reading.ts';
import { newestAgainst, type OwnTrend, trendSentence } from './own-trend.ts';

/** The day of a review, or its place where it had none; points only need an order. */
function periodOf(date: string | null, place: number): string {
  return date ?? String(place);
}

function phaseOf({ limits, points }: OwnTrend): readonly Phase[] {
  if (limits === null) return [];
  const first = periodOf(points[0]?.date ?? null, 0);
  const last = periodOf(points.at(-1)?.date ?? null, points.length - 1);
  const movingRange = { centre: 0, upper: 0 };
  return [{ from: first, to: last, n: points.length - 1, ...limits, movingRange, cause: null }];
}

/** A measure of the reviews at a glance: its line, and what is usual once there are enough values. */
export function drawOwnTrend(trend: OwnTrend): string {
  const against = newestAgainst(trend);
  const state = against === 'better' || against === 'worse' ? against : 'routine';
  const fired = state === 'routine' ? null : state;
  const points = trend.points.map(({ date, value }, at): ChartPoint => {
    const newest = at === trend.points.length - 1;
    return {
      period: periodOf(date, at),
      value,
      numerator: null,
      denominator: null,
      centre: trend.limits?.centre ?? null,
      lower: trend.limits?.lower ?? null,
      upper: trend.limits?.upper ?? null,
      movingRange: null,
      rules: newest && fired !== null ? ['outside-limits'] : [],
      direction: newest ? fired : null,
      alarm: newest && fired !== null ? 'spike' : null,
      mature: true,
    };
  });
  const reading: SeriesReading = {
    id: trend.id,
    metric: trend.id,
    metricName: trend.name,
    entity: 'organization',
    entityName: 'Reviews',
    dimension: null,
    unit: null,
    good: trend.good,
    grain: 'week',
    chart: 'xmr',
    why: '',
    phases: phaseOf(trend),
    points,
    target: null,
    signals: [],
    status: trend.limits === null ? 'values-only' : 'trial',
    state,
    sentence: trendSentence(trend),
    bounds: [null, null],
  };
  return drawSparkline(reading, 'list');
}
