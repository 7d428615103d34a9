import { metricName } from '#renderer/src/features/data/file/column-heads.ts';
import type { PaletteEntry } from '#renderer/src/ui/Palette.tsx';
import type { Choice } from '#renderer/src/ui/Select.tsx';
import { dimensions, metrics } from '#shared/drive/catalogue.ts';
import type { Aggregation } from '#shared/series/series.ts';
import type { ColumnRole } from '#shared/tabular/reading.ts';

export const ROLES: readonly (Choice & { readonly id: ColumnRole })[] = [
  { id: 'value', name: 'value' },
  { id: 'period', name: 'date or period' },
  { id: 'entity', name: 'of what', remark: 'team, service' },
  { id: 'metric', name: 'name of the metric' },
  { id: 'unit', name: 'unit' },
  { id: 'target', name: 'target' },
  { id: 'id', name: 'id of the row' },
  { id: 'dimension', name: 'label' },
  { id: 'ignored', name: 'left out' },
];

export const AGGREGATIONS: readonly (Choice & { readonly id: Aggregation })[] = [
  { id: 'sum', name: 'add up' },
  { id: 'mean', name: 'mean' },
  { id: 'median', name: 'median' },
  { id: 'last', name: 'last one' },
  { id: 'max', name: 'largest' },
  { id: 'min', name: 'smallest' },
];

/** Word for how several values become one, also where a person cannot choose it. */
export function aggregationName(aggregation: Aggregation | null): string {
  if (aggregation === 'ratio') return 'sum over sum';
  return AGGREGATIONS.find((one) => one.id === aggregation)?.name ?? 'last one';
}

const UNITS = [
  'ms',
  's',
  'min',
  'h',
  'd',
  'wk',
  '%',
  'share',
  'count',
  'USD',
  'EUR',
  'GBP',
  'bytes',
  'MB',
  'GB',
  'points',
  'requests',
  'tokens',
];

const UNIT_REMARKS: Readonly<Record<string, string>> = {
  d: '1 day is 24 h',
  share: '0 to 1',
  '%': '0 to 100',
};

/** Units to choose from, the one in force among them. */
export function unitChoices(unit: string | null): readonly Choice[] {
  const all = unit === null || UNITS.includes(unit) ? UNITS : [unit, ...UNITS];
  return all.map((id) => {
    const remark = UNIT_REMARKS[id];
    return remark === undefined ? { id, name: id } : { id, name: id, remark };
  });
}

/** Choice that asks for a name. */
export const NEW_METRIC = 'new';

const DIMENSION_NAMES: ReadonlyMap<string, string> = new Map(dimensions.map(({ id, name }) => [id, name]));

/** Metrics of the catalogue, before them the file's own and one with a new name; found by the words of their names. */
export function metricChoices(own: string, current: string | null): readonly PaletteEntry[] {
  const ids = new Set([`own:${own}`, ...(current?.startsWith('own:') === true ? [current] : [])]);
  return [
    { id: NEW_METRIC, name: 'A metric with another name…', group: '' },
    ...[...ids].map((id) => ({ id, name: metricName(id), group: 'as the file names it' })),
    ...metrics.map(({ id, name, dimension }) => ({
      id,
      name,
      group: DIMENSION_NAMES.get(dimension) ?? dimension,
    })),
  ];
}
