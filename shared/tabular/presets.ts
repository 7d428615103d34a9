import { type Unit, unitNamed } from '#shared/tabular/units.ts';

type Preset = {
  /** Headers in lower case that must all be there; the tool may add or drop others. */
  readonly needs: readonly string[];
  readonly column: RegExp;
  readonly unit: string;
  readonly because: string;
};

/** Units that a tool documents and does not write into its files. A proposal that the mapping shows as such. */
const PRESETS: readonly Preset[] = [
  {
    needs: ['pr_cycle_time', 'pr_merged_date'],
    column: /^pr_\w+_time$/,
    unit: 'min',
    because: 'DevLake writes these times in minutes',
  },
];

/** Unit that a known set of headers gives to one of its columns, with the reason; null when no preset applies. */
export function presetUnit(
  header: string,
  headers: readonly string[],
): { readonly unit: Unit | null; readonly because: string } | null {
  const key = header.toLowerCase();
  const preset = PRESETS.find(
    ({ needs, column }) => column.test(key) && needs.every((need) => headers.includes(need)),
  );
  return preset === undefined ? null : { unit: unitNamed(preset.unit), because: preset.because };
}
