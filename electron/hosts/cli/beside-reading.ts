import type { Forced } from '#electron/hosts/cli/chart-arguments.ts';
import type { PlainSeries } from '#electron/hosts/cli/plain-series.ts';
import { type Printed, positionOf } from '#electron/hosts/cli/series-reading.ts';
import { dayToMs } from '#shared/day.ts';
import { metricById } from '#shared/drive/catalogue.ts';
import { type SuggestedLevel, suggestedLevels } from '#shared/signals/change-points/suggested-levels.ts';
import type { ChartKind } from '#shared/signals/control-charts/control-chart.ts';
import type { Stretches } from '#shared/signals/did-it-move/did-it-move.ts';
import { type Moved, told } from '#shared/signals/did-it-move/reading-moved.ts';
import { familyOf, stretchesAround } from '#shared/signals/did-it-move/stretches.ts';
import { spanWords } from '#shared/signals/periods.ts';

/** What is told beside a reading: levels that it seems to hold, and what came of an event that was asked about. */
export type BesideReading = {
  readonly levels: readonly SuggestedLevel[];
  readonly move?: Moved;
};

const FAMILIES: Partial<Readonly<Record<ChartKind, Stretches['kind']>>> = {
  c: 'counts',
  u: 'counts',
  'laney-u': 'counts',
  p: 'shares',
  np: 'shares',
  'laney-p': 'shares',
  t: 'skewed',
};

/** Averages, sums and ranges have no levels of their own. */
const LEVELLESS: ReadonlySet<string> = new Set(['mr', 'ewma', 'cusum', 's', 'r']);

function levelsOf(printed: Printed): readonly SuggestedLevel[] {
  if (LEVELLESS.has(printed.chart)) return [];
  return suggestedLevels('grain' in printed ? printed : { ...printed, grain: 'day' });
}

function movedAt({ series }: PlainSeries, printed: Printed, forced: Forced, event: string): Moved {
  const isDated = dayToMs(printed.points[0]?.period ?? '') !== null;
  const at = positionOf(series, event);
  const starts = forced.phases.map((phase) => positionOf(series, phase));
  const from = Math.max(0, ...starts.filter((start) => start < at));
  const to = Math.min(series.values.length, ...starts.filter((start) => start > at));
  const metric = isDated ? (metricById(series.metric) ?? null) : null;
  const family = (forced.chart === null ? null : FAMILIES[forced.chart]) ?? familyOf(metric);
  return told(stretchesAround(series, { from, at, to }, family), {
    unit: printed.unit,
    good: metric?.good ?? 'neutral',
    periods: (count) => spanWords(count, series.grain, isDated),
  });
}

/** Suggested levels of the current phase and, where an event is asked about, whether the series moved with it. */
export function besideReading(plain: PlainSeries, printed: Printed, forced: Forced): BesideReading {
  const levels = levelsOf(printed);
  return forced.event === null ? { levels } : { levels, move: movedAt(plain, printed, forced, forced.event) };
}
