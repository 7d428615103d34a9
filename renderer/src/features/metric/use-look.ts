import { useMemo, useState } from 'react';
import { asChart } from '#shared/charts/other-chart.ts';
import type { ChartOptions } from '#shared/charts/process-behaviour.ts';
import { type AxisScale, canBeLog, usualScale } from '#shared/charts/value-axis.ts';
import type { ChartKind } from '#shared/signals/control-charts/control-chart.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

/** How the series is drawn now: a way to look at it, which changes nothing of what was judged. */
export type Look = {
  /** Null: the chart that the series is judged by. */
  readonly kind: ChartKind | null;
  readonly scale: AxisScale;
  readonly canBeLog: boolean;
  /** What is drawn. */
  readonly reading: SeriesReading;
  readonly options: Pick<ChartOptions, 'scale' | 'second' | 'centreName'>;
  readonly setKind: (kind: ChartKind | null) => void;
  readonly setScale: (scale: AxisScale) => void;
};

/** The chart as the reader wants to see it; at first as it is judged. */
export function useLook(judged: SeriesReading): Look {
  const [kind, setKind] = useState<ChartKind | null>(null);
  const [wanted, setScale] = useState<AxisScale | null>(null);
  const other = useMemo(() => (kind === null ? null : asChart(judged, kind)), [judged, kind]);
  const reading = other?.reading ?? judged;
  const fits = canBeLog(reading);
  const scale = fits ? (wanted ?? usualScale(reading)) : 'linear';
  const second = other?.second;
  const centreName = other?.centreName ?? 'mean';
  const options = useMemo(
    () => ({ scale, centreName, ...(second === undefined || second.length === 0 ? {} : { second }) }),
    [scale, centreName, second],
  );
  return { kind, scale, canBeLog: fits, reading, options, setKind, setScale };
}
