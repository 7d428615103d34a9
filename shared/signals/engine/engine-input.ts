import type { MetricDefinition } from '#shared/signals/definition.ts';
import type { Measured, Scale } from '#shared/signals/scale.ts';
import type { EngineKind } from './engine-state.ts';
import type { EngineInput } from './run-engine.ts';

/** Values of an unknown shape are judged by rank from so many on; under that none can be told. */
const LEAST_FOR_SHAPE = 20;
/** Skewness of the middle eight tenths: 0 for a normal shape, 0.56 for a log-normal one, 0.46 for an exponential one. */
const SKEWED = 0.4;

function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const at = sorted[low] ?? 0;
  return at + (place - low) * ((sorted[low + 1] ?? at) - at);
}

/** Whether values are so skewed that a mean and a standard deviation mislead. A single far value changes nothing. */
export function isSkewed(values: Float64Array): boolean {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted();
  if (sorted.length < LEAST_FOR_SHAPE) return false;
  const low = quantile(sorted, 0.1);
  const high = quantile(sorted, 0.9);
  const middle = quantile(sorted, 0.5);
  return Math.abs(low + high - 2 * middle) > SKEWED * (high - low);
}

function areWhole(values: Float64Array): boolean {
  return values.every((value) => Number.isNaN(value) || (value >= 0 && Number.isInteger(value)));
}

function kindOf(definition: MetricDefinition | null, scale: Scale, judged: Float64Array): EngineKind {
  if (scale.kind === 'root') return 'poisson';
  if (scale.kind === 'arcsine') return 'binomial';
  return definition === null && isSkewed(judged) ? 'rank' : 'normal';
}

/**
 * What the engine is given of a series: counts with their exposure where there are whole counts, else the values on
 * the scale that the metric's kind asks for. `judged` are values on the scale without those that may not be judged.
 */
export function engineInput(
  definition: MetricDefinition | null,
  scale: Scale,
  measured: Measured,
  judged: Float64Array,
): EngineInput {
  const kind = kindOf(definition, scale, judged);
  const { values, numerators, denominators } = measured;
  const single: EngineInput = { kind: 'normal', values: judged, events: null, exposures: null };
  if (kind === 'normal' || kind === 'rank') return { ...single, kind };
  if (numerators !== null && denominators !== null && areWhole(numerators)) {
    const shares = kind === 'binomial' && !areWhole(denominators);
    return shares ? single : { kind, values: judged, events: numerators, exposures: denominators };
  }
  const counted = kind === 'poisson' && denominators === null && areWhole(values);
  return counted ? { kind, values: judged, events: values, exposures: null } : single;
}
