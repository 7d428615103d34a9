import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Series } from '#shared/series/series.ts';
import { aSeries } from './series.ts';

type Stored = {
  readonly id: string;
  readonly metric: string;
  readonly entity: string;
  readonly unit: string;
  readonly values: readonly number[];
  readonly denominator?: number | readonly number[];
  readonly denominatorSeries?: string;
};

const file = path.resolve(import.meta.dirname, '../../shared/drive/data/sample-series.json');
const sample: { readonly asOf: string; readonly series: readonly Stored[] } = JSON.parse(
  readFileSync(file, 'utf8'),
);

export const sampleAsOf = sample.asOf;

/** Hours that a team records in a week; the parts of capacity are shares of it. */
const TEAM_HOURS = 320;
const PLAIN_UNITS: Readonly<Record<string, string>> = { h: 'h', min: 'min', USD: 'USD' };

function partsOf(stored: Stored): { numerators: readonly number[]; denominators: readonly number[] } | null {
  const { id, values, denominator } = stored;
  const each = (value: number): number[] => values.map(() => value);
  if (id.endsWith('.bad')) {
    const total = storedById(id.replace('.bad', '.total')).values;
    return { numerators: values.map((bad, index) => (total[index] ?? 0) - bad), denominators: total };
  }
  if (stored.denominatorSeries !== undefined) {
    return { numerators: values, denominators: storedById(stored.denominatorSeries).values };
  }
  if (typeof denominator === 'number') return { numerators: values, denominators: each(denominator) };
  if (denominator !== undefined) return { numerators: values, denominators: denominator };
  if (id.startsWith('capacity.')) return { numerators: values, denominators: each(TEAM_HOURS) };
  if (id.startsWith('initiative.')) return { numerators: values, denominators: each(100) };
  return null;
}

function storedById(id: string): Stored {
  const found = sample.series.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The sample has no series ${id}`);
  return found;
}

/** One weekly series of the sample organization, as importing its exports gives it. */
export function sampleSeries(id: string): Series {
  const stored = storedById(id);
  const parts = partsOf(stored);
  const header = {
    metric: stored.metric,
    metricName: stored.metric,
    entity: stored.entity,
    unit: PLAIN_UNITS[stored.unit] ?? null,
  };
  if (parts === null) return aSeries({ ...header, values: stored.values });
  const values = parts.numerators.map((count, index) => {
    const of = parts.denominators[index] ?? 0;
    return of === 0 ? null : count / of;
  });
  return aSeries({ ...header, values, ...parts });
}

/** Ids of all series that stand for a metric (totals of events belong to their SLO). */
export const sampleIds: readonly string[] = sample.series
  .map(({ id }) => id)
  .filter((id) => !id.endsWith('.total'));
