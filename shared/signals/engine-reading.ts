import { exhaustive } from '#shared/exhaustive.ts';
import { type EngineKind, FROZEN_AT } from './engine/engine-state.ts';
import type { PresetId } from './engine/presets.ts';
import type { Evaluation } from './judge.ts';
import { spanWords } from './periods.ts';
import type { Stretch } from './phases.ts';
import type { EngineReading } from './reading.ts';

/** Points of one routine after which the room may lock the reference. */
const LOCK_FROM = 20;
/** Counts of less than one a period are read by the time between them. */
const RARE = 1;
/** A mean of this many events that did not come is significant: -log of 0.00135. */
const QUIET_EVENTS = 6.6;

type LeftOut = EngineReading['leftOut'];

function leftOutOf({ series, final, judged }: Evaluation, from: number, to: number): LeftOut {
  let aside = 0;
  let young = 0;
  let missing = 0;
  for (let index = from; index < to; index++) {
    if (Number.isNaN(series.values[index] ?? Number.NaN)) missing++;
    else if (final[index] === 0) young++;
    else if (Number.isNaN(judged[index] ?? Number.NaN)) aside++;
  }
  return { aside, young, missing };
}

/** Quiet periods at the end of a stretch of rare counts, and how many of them would tell that they became rarer. */
function quietOf(evaluation: Evaluation, stretch: Stretch): EngineReading['quiet'] {
  const { kind, events, exposures } = evaluation.input;
  if (kind !== 'poisson' || events === null) return null;
  let now = 0;
  let counted = 0;
  let exposed = 0;
  let periods = 0;
  for (let index = stretch.to - 1; index >= stretch.from; index--) {
    if (Number.isNaN(evaluation.judged[index] ?? Number.NaN)) continue;
    const count = events[index] ?? 0;
    if (count === 0 && counted === 0) now++;
    counted += count;
    exposed += exposures?.[index] ?? 1;
    periods++;
  }
  const rate = periods === 0 ? 0 : (counted / exposed) * (exposed / periods);
  if (rate === 0 || rate >= RARE || now === 0) return null;
  return { now, needed: Math.ceil(QUIET_EVENTS / rate) };
}

const KINDS: Readonly<Record<EngineKind, string>> = {
  normal: 'each value is held against the mean and spread of those before it',
  poisson: 'each count is held against the number counted before it',
  binomial: 'each share is held against the items counted before it',
  waiting: 'each waiting time is held against the mean of those before it',
  rank: 'each value is placed among those before it, because their shape is skewed; single points are no signal then',
};

function leftOutWords({ aside, young, missing }: LeftOut): string {
  const parts = [
    aside > 0 ? `${aside} set aside for a cause` : null,
    young > 0 ? `${young} not final yet` : null,
    missing > 0 ? `${missing} without a value` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? '' : ` Left out: ${parts.join(', ')}.`;
}

function presetWords(preset: PresetId, share: number): string {
  return `At the preset ${preset}, ${Math.round(share * 100)} in 100 stable series give a false signal within a year of weekly looks.`;
}

function quietWords(evaluation: Evaluation, quiet: EngineReading['quiet']): string {
  if (quiet === null) return '';
  const { grain, dated } = evaluation;
  const more = quiet.needed - quiet.now;
  const span = spanWords(quiet.now, grain, dated);
  const began = `${span.charAt(0).toUpperCase()}${span.slice(1)}`;
  if (more <= 0) return ` ${began} without one tell that they became rarer.`;
  return ` ${began} without one; ${more} more would tell that they became rarer.`;
}

function kindWords(kind: EngineKind, dispersed: boolean): string {
  if (!dispersed) return KINDS[kind];
  switch (kind) {
    case 'poisson':
    case 'binomial':
      return `the counts vary by more than counting explains, so ${KINDS.normal}`;
    case 'normal':
    case 'waiting':
    case 'rank':
      return KINDS[kind];
    default:
      return exhaustive(kind);
  }
}

/** How the newest phase of a series was decided, for those who want to check it. Null where nothing is judged. */
export function engineReading(evaluation: Evaluation, hasOpenSignal: boolean): EngineReading | null {
  const stretch = evaluation.stretches.at(-1);
  if (!evaluation.limited || stretch === undefined) return null;
  const { engine, input, newest, preset } = evaluation;
  const last = Math.max(0, newest);
  const alike = engine.alike[last] ?? 0;
  const isDispersed = engine.dispersed[last] === 1;
  const leftOut = leftOutOf(evaluation, stretch.from, stretch.to);
  const quiet = quietOf(evaluation, stretch);
  const isLocked = evaluation.lockedByHand;
  const reference = Math.min(stretch.n - 1, isLocked ? (stretch.limits?.n ?? 0) : FROZEN_AT);
  const frozen = isLocked || stretch.n > FROZEN_AT;
  const held = kindWords(input.kind, isDispersed);
  const resembling =
    alike > 0 ? ', less what its neighbour foretold, because neighbours resemble each other' : '';
  return {
    kind: input.kind,
    dispersed: isDispersed,
    resemblance: alike,
    preset: preset.id,
    reference: Math.max(0, reference),
    frozen,
    offersLock: !frozen && !hasOpenSignal && stretch.n >= LOCK_FROM,
    leftOut,
    quiet,
    words: `${held.charAt(0).toUpperCase()}${held.slice(1)}${resembling}. ${presetWords(preset.id, preset.falseInAYear)}${leftOutWords(leftOut)}${quietWords(evaluation, quiet)}`,
  };
}
