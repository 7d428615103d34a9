import type { Grain, SeriesHeader } from '#shared/series/series.ts';
import { type MetricChoice, metricFor, ownMetric } from '#shared/tabular/metric-mapping.ts';
import type { ColumnSetting, ReadSettings } from '#shared/tabular/reading.ts';
import { type Conversion, conversion, conversionTo } from '#shared/tabular/stored-value.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';
import type { Unit } from '#shared/tabular/units.ts';

/** A measure with the metric it becomes. */
export type PlannedMeasure = { readonly column: TableColumn; readonly choice: MetricChoice };

function weight(measure: PlannedMeasure): number {
  if (measure.column.setting?.metric !== undefined) return 3;
  return measure.column.unit?.label.startsWith('per ') === true ? 1 : 2;
}

function hasFractions({ profile }: TableColumn): boolean {
  return profile.bare > profile.integers || (profile.bare > 0 && profile.largest <= 1);
}

type Chosen = Pick<ColumnSetting, 'aggregation' | 'keptIn' | 'per'>;

/** A metric with what a person decided about it. A rate of two columns is worked out from their sums. */
export function chosen(choice: MetricChoice, setting: Chosen | null): MetricChoice {
  if (setting === null) return choice;
  const { keptIn, per } = setting;
  const aggregation = per === undefined ? (setting.aggregation ?? choice.aggregation) : 'ratio';
  return { ...choice, aggregation, ...(keptIn === undefined ? {} : { keptIn }) };
}

/** Metrics of the measures. Two columns never feed one metric: the fitter one does, the other stays the file's own. */
export function planMeasures(columns: readonly TableColumn[]): readonly PlannedMeasure[] {
  const planned = columns.map((column): PlannedMeasure => {
    const given = column.setting?.metric;
    const choice = metricFor(
      column.header === '' ? column.name : column.header,
      column.unit,
      given,
      hasFractions(column),
    );
    return { column, choice: chosen(choice, column.setting) };
  });
  return planned.map((measure) => {
    if (measure.choice.metric === null) return distinctOwn(measure, planned);
    const rivals = planned.filter((other) => other.choice.id === measure.choice.id);
    const fittest = rivals.reduce((top, other) => (weight(other) > weight(top) ? other : top));
    if (fittest === measure) return measure;
    return { column: measure.column, choice: ownMetric(measure.column.name, measure.column.unit) };
  });
}

/** The column that a person set below the line of a measure; null where the file has none of that name. */
export function denominatorOf(
  columns: readonly TableColumn[],
  { column }: PlannedMeasure,
): TableColumn | null {
  const per = column.setting?.per;
  return per === undefined ? null : (columns.find((each) => each.name === per) ?? null);
}

/** Columns with equal headers stay apart: the second becomes a metric under its own told-apart name. */
function distinctOwn(measure: PlannedMeasure, all: readonly PlannedMeasure[]): PlannedMeasure {
  const first = all.find((other) => other.choice.id.toLowerCase() === measure.choice.id.toLowerCase());
  if (first === measure || measure.column.header.includes('="')) return measure;
  const { name } = measure.column;
  return { column: measure.column, choice: { ...measure.choice, id: `own:${name}`, name } };
}

/** Whether the bare numbers of a column are all between 0 and 1, as shares are. */
export function isUpToOne(column: TableColumn): boolean {
  return column.profile.bare > 0 && column.profile.largest <= 1;
}

export type Target = {
  readonly header: SeriesHeader;
  readonly conversion: Conversion;
  readonly unit: string | null;
};

/** Series header for one metric on one entity. A unit that cannot become the metric's makes it the file's own. */
export function targetSeries(
  given: MetricChoice,
  unit: Unit | null,
  place: { readonly entity: string; readonly grain: Grain; readonly upToOne: boolean },
): Target {
  const kept = given.keptIn === undefined || given.metric !== null ? null : conversionTo(given.keptIn, unit);
  const agreed = kept ?? conversion(given.metric, unit, place.upToOne, place.grain);
  const choice = agreed === null ? ownMetric(given.name, unit) : given;
  const found = agreed ?? { factor: 1, unit: unit?.label ?? null };
  const { id: metric, name: metricName, aggregation } = choice;
  const header = {
    metric,
    metricName,
    entity: place.entity,
    unit: found.unit,
    grain: place.grain,
    aggregation,
  };
  return { header, conversion: found, unit: unit?.label ?? null };
}

/** Values below this and above 100 in a percent column mean that it holds no percents (`996.000` after a locale change). */
const PERCENT_RANGE = { from: -100, to: 100 };

/** Whether a percent column of a metric that is bounded by 100 % leaves its range in most rows. */
export function leavesPercent(column: TableColumn, values: Float64Array, settings: ReadSettings): boolean {
  if (column.unit?.family !== 'percent' || settings.columns?.some((each) => each.name === column.header))
    return false;
  const known = values.filter((value) => !Number.isNaN(value));
  const outside = known.filter(
    (value) => value > PERCENT_RANGE.to * 1.5 || value < PERCENT_RANGE.from,
  ).length;
  return known.length > 0 && outside > known.length / 2;
}
