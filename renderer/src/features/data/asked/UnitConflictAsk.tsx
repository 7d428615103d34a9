import type { Reading, ReadSettings } from '#shared/tabular/reading.ts';
import { Ask } from './Ask.tsx';
import { conflictChoices, type UnitConflict } from './unit-conflicts.ts';

type Props = {
  readonly conflict: UnitConflict;
  readonly reading: Reading;
  readonly settings: ReadSettings;
  readonly onSettings: (settings: ReadSettings) => void;
};

/** A metric that is stored in another unit: a silent change of unit would ruin its whole course. */
export function UnitConflictAsk({ conflict, reading, settings, onSettings }: Props) {
  const { metricName, stored, file, entities } = conflict;
  const on = entities === 1 ? '' : ` on ${entities.toLocaleString('en')} names`;
  return (
    <Ask
      title={`${metricName} is stored in ${stored}, this file says ${file}`}
      why={`The two would not be one course${on}.`}
      choices={conflictChoices(conflict, settings, reading).map((choice) => ({
        label: choice.label,
        cells: [{ cell: choice.cell, reads: choice.reads }],
        so: null,
        onChoose: () => onSettings(choice.settings),
      }))}
    />
  );
}
