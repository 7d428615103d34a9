import { FROZEN_AT } from './engine/engine-state.ts';
import { blankResult, type EngineInput, runEngine } from './engine/run-engine.ts';
import type { Evaluation } from './judge.ts';
import { inSentence } from './sentence.ts';

/** Where more than this share of changes are the same (mostly none), changes are told by their rank. */
const MOSTLY_SAME = 0.5;

/** What a stock changed by in each period; NaN at the first point and beside a gap. */
function changesOf(levels: Float64Array): Float64Array {
  return levels.map((level, index) => (index === 0 ? Number.NaN : level - (levels[index - 1] ?? Number.NaN)));
}

function areMostlySame(changes: Float64Array): boolean {
  const times = new Map<number, number>();
  let n = 0;
  for (const change of changes) {
    if (Number.isNaN(change)) continue;
    n++;
    times.set(change, (times.get(change) ?? 0) + 1);
  }
  return Math.max(0, ...times.values()) > MOSTLY_SAME * n;
}

/**
 * Stocks are never judged on their level, where each point holds the one before; those that the catalogue says so of
 * are by what they change. A burn-up is not: that it stands still is told by the check on stalled initiatives.
 */
function isJudgedByChange({ limited, definition }: Evaluation): boolean {
  return !limited && definition?.engine === 'increment' && definition.kind !== 'percentage';
}

/**
 * A stock as the series of its changes from period to period, judged by the engine; null for everything that is no
 * stock or has an engine of its own. Its level is left to its threshold.
 */
export function flowView(evaluation: Evaluation): Evaluation | null {
  if (!isJudgedByChange(evaluation)) return null;
  const { series, judged, preset, stretches, grain } = evaluation;
  const values = changesOf(judged);
  const input: EngineInput = {
    kind: areMostlySame(values) ? 'rank' : 'normal',
    values,
    events: null,
    exposures: null,
  };
  const engine = blankResult(values.length);
  for (const { from, to } of stretches) runEngine(input, { from, to, frozenAt: FROZEN_AT }, preset, engine);
  return {
    ...evaluation,
    series: { ...series, values: changesOf(series.values), numerators: null, denominators: null },
    metricName: `change per ${grain === 'instant' ? 'point' : grain} in ${inSentence(evaluation.metricName)}`,
    limited: true,
    stretches: stretches.map((stretch) => ({ ...stretch, limits: null })),
    judged: values,
    input,
    engine,
    marks: new Uint8Array(values.length),
    threshold: null,
    breachedFrom: -1,
  };
}
