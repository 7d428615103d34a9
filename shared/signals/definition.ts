import type { Metric } from '#shared/drive/catalogue.ts';

/** What the evaluation needs to know of a catalogue metric. */
export type MetricDefinition = Pick<
  Metric,
  | 'id'
  | 'name'
  | 'dimension'
  | 'unit'
  | 'good'
  | 'kind'
  | 'chart'
  | 'engine'
  | 'bounds'
  | 'target'
  | 'maturityDays'
  | 'outcomes'
  | 'questions'
  | 'tier'
  | 'entity'
  | 'group'
>;

export type Threshold = { readonly op: '<' | '<=' | '>' | '>='; readonly value: number };

/**
 * Thresholds for metrics whose catalogue entry has no target of its own; ours, editable. 14 days is the limit of the
 * cross-check on ageing critical findings.
 */
const OWN_THRESHOLDS: Readonly<Record<string, Threshold>> = {
  'open-critical-cves': { op: '<=', value: 0 },
  'critical-cve-age': { op: '<=', value: 14 },
  'initiatives-unaccountable': { op: '<=', value: 0 },
};

/** The promise that a breach is put before the room for; reading aids (`use: reference`) are none. */
export function thresholdOf(definition: MetricDefinition | null): Threshold | null {
  if (definition === null) return null;
  if (definition.target?.use === 'target') {
    return { op: definition.target.op, value: definition.target.value };
  }
  return OWN_THRESHOLDS[definition.id] ?? null;
}

export function isWithin(value: number, threshold: Threshold): boolean {
  switch (threshold.op) {
    case '<':
      return value < threshold.value;
    case '<=':
      return value <= threshold.value;
    case '>':
      return value > threshold.value;
    case '>=':
      return value >= threshold.value;
  }
}

/** Points after which values that never fell are a running total and no chance. */
const SURELY_RUNNING = 12;

/** A total that only grows (scope done, spend so far): a level, not a flow. */
function isRunningTotal(values: Float64Array): boolean {
  let n = 0;
  let rises = 0;
  let before = Number.NaN;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (value < before) return false;
    if (value > before) rises++;
    n++;
    before = value;
  }
  return n >= SURELY_RUNNING && rises >= 4;
}

/**
 * Stocks, pass or fail and burn-ups are read by thresholds; control rules on their level would be wrong. A metric of
 * one's own is taken for a flow unless it never falls.
 */
export function hasNaturalLimits(definition: MetricDefinition | null, values: Float64Array): boolean {
  if (definition === null) return !isRunningTotal(values);
  if (definition.kind === 'stock' || definition.kind === 'pass-fail') return false;
  return definition.engine !== 'none' && definition.engine !== 'increment';
}
