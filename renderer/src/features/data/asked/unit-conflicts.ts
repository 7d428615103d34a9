import { formatFigure } from '#shared/figures.ts';
import type { ImportComparison } from '#shared/series/compare-import.ts';
import { withColumn, withNamedMetric } from '#shared/tabular/answers.ts';
import type { Column, Reading, ReadSettings } from '#shared/tabular/reading.ts';
import { conversionTo } from '#shared/tabular/stored-value.ts';
import { unitNamed } from '#shared/tabular/units.ts';

/** A metric that is stored in one unit and comes in another. */
export type UnitConflict = {
  readonly metric: string;
  readonly metricName: string;
  readonly stored: string;
  readonly file: string;
  readonly entities: number;
};

/** Conflicts by metric: one answer settles it for all that it is measured on. */
export function unitConflicts(comparison: ImportComparison | null): readonly UnitConflict[] {
  const found = new Map<string, UnitConflict>();
  for (const { series, stored, file } of comparison?.unitConflicts ?? []) {
    const before = found.get(series.metric);
    const { metric, metricName } = series;
    found.set(
      metric,
      before === undefined
        ? { metric, metricName, stored, file, entities: 1 }
        : { ...before, entities: before.entities + 1 },
    );
  }
  return [...found.values()];
}

/** What may be changed about a metric of the file, whether it is a column or rows name it. */
export type MeasureChange = {
  readonly metric?: string;
  readonly unit?: string;
  readonly keptIn?: string;
};

function occurrenceOf(columns: readonly Column[], column: Column): number {
  return columns.filter((one) => one.name === column.name).indexOf(column) + 1;
}

/** The settings with a change to whatever brings the metric; as they were where nothing does. */
export function withMeasure(
  settings: ReadSettings,
  reading: Reading,
  metric: string,
  change: MeasureChange,
): ReadSettings {
  const column = reading.columns.find((one) => one.metric === metric && !one.name.startsWith('('));
  if (column !== undefined)
    return withColumn(settings, {
      name: column.name,
      occurrence: occurrenceOf(reading.columns, column),
      metric,
      ...change,
    });
  const named = reading.named.filter((one) => one.metric === metric);
  return named.reduce((all, one) => withNamedMetric(all, { name: one.name, metric, ...change }), settings);
}

export type ConflictChoice = {
  readonly label: string;
  readonly cell: string;
  readonly reads: string;
  readonly settings: ReadSettings;
};

/** Ways out: convert, correct the unit that the file was taken to have, or keep the two apart. */
export function conflictChoices(
  conflict: UnitConflict,
  settings: ReadSettings,
  reading: Reading,
): readonly ConflictChoice[] {
  const { metric, metricName, stored, file } = conflict;
  const example = reading.series.find((one) => one.metric === metric)?.last?.value ?? 1;
  const cell = `${example} ${file}`;
  const converted = conversionTo(stored, unitNamed(file));
  const convert: readonly ConflictChoice[] =
    converted === null
      ? []
      : [
          {
            label: `Convert ${file} to ${stored}`,
            cell,
            reads: `${formatFigure(example * converted.factor, null)} ${stored}`,
            settings: withMeasure(settings, reading, metric, { keptIn: stored }),
          },
        ];
  const apart = `own:${metricName} (${file})`;
  return [
    ...convert,
    {
      label: `The numbers are in ${stored}`,
      cell: String(example),
      reads: `${example} ${stored}`,
      settings: withMeasure(settings, reading, metric, { unit: stored }),
    },
    {
      label: 'Keep them apart',
      cell,
      reads: `a metric of its own: ${metricName} (${file})`,
      settings: withMeasure(settings, reading, metric, { metric: apart }),
    },
  ];
}
