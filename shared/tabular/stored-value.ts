import type { Metric } from '#shared/drive/catalogue.ts';
import type { Grain } from '#shared/series/series.ts';
import { currencyOf } from '#shared/tabular/column-kind.ts';
import { type Unit, unitNamed } from '#shared/tabular/units.ts';

/** How values as read become values as stored: times `factor`, in `unit`. */
export type Conversion = { readonly factor: number; readonly unit: string | null };

const DAYS: Readonly<Record<Grain, number>> = {
  instant: 1,
  day: 1,
  week: 7,
  month: 30.4375,
  quarter: 91.3125,
  half: 182.625,
  year: 365.25,
};

function timeOf(metric: Metric): Unit | null {
  const unit = unitNamed(metric.unit.split('/')[0] ?? '');
  return unit?.family === 'time' ? unit : null;
}

/** Conversion to the unit in which a metric of the catalogue is kept; null when the unit cannot become it. */
function toMetric(metric: Metric, unit: Unit | null, upToOne: boolean, grain: Grain): Conversion | null {
  const time = timeOf(metric);
  if (time !== null) {
    if (unit === null) return { factor: 1, unit: time.label };
    return unit.family === 'time' ? { factor: unit.factor / time.factor, unit: time.label } : null;
  }
  if (metric.unit === '%') {
    const share = unit?.family === 'share' || (unit === null && upToOne);
    return { factor: share ? 1 : 0.01, unit: 'share' };
  }
  if (unit?.family === 'money') return { factor: unit.factor, unit: currencyOf(unit) };
  // The period says that a value is of a week, so the unit does not.
  const plain = metric.unit.replace(/\/week$/, '');
  if (unit?.label === 'per day' && plain !== metric.unit) return { factor: DAYS[grain], unit: plain };
  return { factor: unit?.family === 'bytes' ? unit.factor : 1, unit: metric.kind === 'money' ? null : plain };
}

/** Conversion of a unit to the one that a person chose to keep; null when the two measure different things. */
export function conversionTo(keptIn: string, unit: Unit | null): Conversion | null {
  const kept = unitNamed(keptIn);
  if (unit === null || kept === null || unit.family !== kept.family || unit.label === kept.label) return null;
  const convertible = unit.family === 'time' || unit.family === 'bytes';
  return convertible ? { factor: unit.factor / kept.factor, unit: kept.label } : null;
}

/**
 * How the numbers of a measure are stored: durations in the metric's unit, percent and shares as 0..1, money in the
 * currency itself. Numbers of a metric that the catalogue lacks stay in their own unit. Null when the units conflict.
 */
export function conversion(
  metric: Metric | null,
  unit: Unit | null,
  upToOne: boolean,
  grain: Grain,
): Conversion | null {
  if (metric !== null) return toMetric(metric, unit, upToOne, grain);
  if (unit?.family === 'percent') return { factor: 0.01, unit: 'share' };
  if (unit?.family === 'money') return { factor: unit.factor, unit: currencyOf(unit) };
  return { factor: 1, unit: unit?.label ?? null };
}
