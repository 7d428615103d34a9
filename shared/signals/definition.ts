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

/** Stocks, pass or fail and burn-ups are read by thresholds; control rules on their level would be wrong. */
export function hasNaturalLimits(definition: MetricDefinition | null): boolean {
  if (definition === null) return true;
  if (definition.kind === 'stock' || definition.kind === 'pass-fail') return false;
  return definition.engine !== 'none' && definition.engine !== 'increment';
}
