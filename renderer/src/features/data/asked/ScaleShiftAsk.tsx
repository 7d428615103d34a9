import { formatFigure } from '#shared/figures.ts';
import type { ScaleShift } from '#shared/series/scale-shift.ts';
import type { Reading, ReadSettings } from '#shared/tabular/reading.ts';
import { type Unit, unitNamed } from '#shared/tabular/units.ts';
import { Ask, type AskedChoice } from './Ask.tsx';
import { withMeasure } from './unit-conflicts.ts';

const TIMES = ['ms', 's', 'min', 'h', 'd'];

/** The unit of time that the file's numbers would be in; null where the stored ones are no lengths of time. */
function likelyUnit({ stored, factor }: ScaleShift): Unit | null {
  const known = stored === null ? null : unitNamed(stored);
  if (known?.family !== 'time') return null;
  const units = TIMES.flatMap((name) => unitNamed(name) ?? []);
  return units.find((unit) => Math.abs(unit.factor / known.factor / factor - 1) < 0.01) ?? null;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

type Props = {
  readonly shift: ScaleShift;
  readonly reading: Reading;
  readonly settings: ReadSettings;
  readonly onSettings: (settings: ReadSettings) => void;
  readonly onConfirm: () => void;
};

/** Values that are far from all stored ones, as if they were in another unit: nothing says so, so a person does. */
export function ScaleShiftAsk({ shift, reading, settings, onSettings, onConfirm }: Props) {
  const { metric, metricName, stored, storedMiddle, fileMiddle, factor } = shift;
  const times = Math.round(factor > 1 ? factor : 1 / factor).toLocaleString('en');
  const unit = likelyUnit(shift);
  const cell = String(rounded(fileMiddle));
  const convert: readonly AskedChoice[] =
    unit === null || stored === null
      ? []
      : [
          {
            label: `They are in ${unit.label}: convert`,
            cells: [{ cell, reads: `${rounded(fileMiddle * factor)} ${stored}` }],
            so: null,
            onChoose: () =>
              onSettings(withMeasure(settings, reading, metric, { unit: unit.label, keptIn: stored })),
          },
        ];
  return (
    <Ask
      title={`${metricName} is about ${times} times ${factor > 1 ? 'smaller' : 'larger'} than what is stored`}
      why={`Stored values lie around ${formatFigure(storedMiddle, stored)}, those of this file around ${cell}. No header says that the unit changed.`}
      choices={[
        ...convert,
        {
          label: 'They are right as they are',
          cells: [{ cell, reads: stored === null ? cell : `${cell} ${stored}` }],
          so: null,
          onChoose: onConfirm,
        },
      ]}
    />
  );
}
