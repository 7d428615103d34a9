import { type Day, dayToMs } from '#shared/day.ts';
import type { CheckLevel } from '#shared/drive/cross-checks.ts';
import type { MetricDefinition } from './definition.ts';
import type { OpenFinding } from './evaluate.ts';
import { spanWords } from './periods.ts';
import type { Direction, SeriesReading } from './reading.ts';

/** What the organization knows of an entity; `id` is the entity's name in the series. */
export type EntityFacts = {
  readonly id: string;
  readonly kind: 'organization' | 'team' | 'service' | 'initiative' | 'asset' | 'other';
  readonly displayName?: string | null;
  /** 1 for the services and initiatives that the organization cannot fail in. */
  readonly tier?: number | null;
  readonly customerFacing?: boolean;
  /** The team that answers for it. */
  readonly team?: string | null;
};

/** What an earlier review said about the series. */
export type PastVerdict = { readonly verdict: string; readonly date: Day | null };

export type Rank = { readonly score: number; readonly because: string };

const DIRECTION: Readonly<Record<Direction, number>> = { worse: 1, neither: 0.6, better: 0.3 };
/** Strength at which a signal is as severe as it gets. */
const WORST_STRENGTH = 7;
const THRESHOLD_SEVERITY = 0.7;
const WORST_PERIODS = 8;

type Term = { readonly value: number; readonly words: string | null };

function weightOf(
  reading: SeriesReading,
  definition: MetricDefinition | null,
  facts: EntityFacts | undefined,
): Term {
  // A name that nobody has placed weighs what the metric is usually measured on, and is not called so.
  const kind = facts?.kind ?? definition?.entity ?? 'other';
  const placed = facts?.kind !== undefined;
  if (facts?.tier === 1 && (kind === 'service' || kind === 'initiative' || kind === 'asset')) {
    return { value: 1, words: 'tier 1' };
  }
  if (definition?.entity === 'slo' && facts?.customerFacing === true) {
    return { value: 1, words: 'customer-facing' };
  }
  if (reading.entity === 'organization' || kind === 'organization') {
    return { value: 0.8, words: 'organization' };
  }
  if (kind === 'team') return { value: 0.6, words: placed ? 'team' : null };
  return { value: 0.4, words: facts?.tier == null ? null : `tier ${facts.tier}` };
}

function severityOf(finding: OpenFinding): Term {
  if (finding.kind === 'threshold') return { value: THRESHOLD_SEVERITY, words: 'past its target' };
  const { strength } = finding.signal;
  return { value: Math.min(1, strength / WORST_STRENGTH), words: `${strength.toFixed(1)} sd` };
}

/** Distance from the centre of the newest final value on or before the day. */
function distanceOn(reading: SeriesReading, day: Day | null): number {
  const until = day === null ? Number.POSITIVE_INFINITY : (dayToMs(day) ?? Number.POSITIVE_INFINITY);
  const point = reading.points.findLast(
    ({ period, value, mature }) => mature && value !== null && (dayToMs(period) ?? 0) < until,
  );
  if (point === undefined || point.value === null) return 0;
  return Math.abs(point.value - (point.centre ?? reading.target?.value ?? 0));
}

const TIMES = ['', 'once', 'twice', 'three times'];

/** A verdict that was to settle it, and it got worse since: it comes back with more weight. */
function memoryOf(reading: SeriesReading, past: readonly PastVerdict[]): Term {
  const last = past.at(-1);
  if (last === undefined) return { value: 0, words: null };
  if (last.verdict === 'not-reached') return { value: 0.5, words: 'not reached last time' };
  const settled = ['watch', 'act', 'explained'].includes(last.verdict);
  const grown = settled && distanceOn(reading, null) > distanceOn(reading, last.date);
  const watched = past.filter(({ verdict }) => verdict === 'watch').length;
  const words = [
    watched > 0 ? `watched ${TIMES[watched] ?? `${watched} times`}` : null,
    grown ? 'worse since' : null,
  ];
  return {
    value: grown ? 1 : 0,
    words: words.some(Boolean) ? words.filter(Boolean).join(', ') : null,
  };
}

/**
 * Place on the agenda: 100 direction + 40 weight + 10 severity + 5 size + 5 persistence + 10 memory, and the terms in
 * one line ("worse, tier 1, 4.2 sd, six weeks, watched twice").
 */
export function rankFinding(
  reading: SeriesReading,
  finding: OpenFinding,
  known: {
    readonly definition: MetricDefinition | null;
    readonly entity: EntityFacts | undefined;
    readonly past: readonly PastVerdict[];
  },
): Rank {
  const { direction } = finding.signal;
  const weight = weightOf(reading, known.definition, known.entity);
  const severity = severityOf(finding);
  const memory = memoryOf(reading, known.past);
  const score =
    100 * DIRECTION[direction] +
    40 * weight.value +
    10 * severity.value +
    5 * finding.size +
    5 * Math.min(1, finding.periods / WORST_PERIODS) +
    10 * memory.value;
  const words = [
    direction === 'neither' ? 'changed' : direction,
    weight.words,
    severity.words,
    spanWords(finding.periods, reading.grain, true),
    memory.words,
  ];
  return { score, because: words.filter((word) => word !== null).join(', ') };
}

/** What a cross-check is about, as its weight on the agenda goes. */
export type CheckedEntity = {
  readonly facts: EntityFacts | undefined;
  /** What the check is made on, where nobody has placed the entity. */
  readonly kind: string;
  /** About a promise to customers, or an asset that can be reached from outside. */
  readonly facesCustomers: boolean;
};

function weightOfChecked({ facts, kind, facesCustomers }: CheckedEntity): Term {
  const known = facts?.kind ?? kind;
  if (facts?.tier === 1 && ['service', 'initiative', 'asset'].includes(known))
    return { value: 1, words: 'tier 1' };
  if (facesCustomers) return { value: 1, words: 'customer-facing' };
  if (known === 'organization') return { value: 0.8, words: 'organization' };
  if (known === 'team') return { value: 0.6, words: 'team' };
  return { value: 0.4, words: facts?.tier == null ? null : `tier ${facts.tier}` };
}

/** Place of a cross-check on the agenda, by the same formula; one at level stop is as severe as anything gets. */
export function rankCheck(
  check: { readonly level: CheckLevel; readonly size: number; readonly weeks: number },
  known: {
    readonly entity: CheckedEntity;
    readonly past: readonly PastVerdict[];
    readonly reading: SeriesReading;
  },
): Rank {
  const weight = weightOfChecked(known.entity);
  const memory = memoryOf(known.reading, known.past);
  const stops = check.level === 'stop';
  const score =
    100 +
    40 * weight.value +
    10 * (stops ? 1 : THRESHOLD_SEVERITY) +
    5 * check.size +
    5 * Math.min(1, check.weeks / WORST_PERIODS) +
    10 * memory.value;
  const words = [
    stops ? 'stop' : 'cross-check',
    weight.words,
    spanWords(check.weeks, 'week', true),
    memory.words,
  ];
  return { score, because: words.filter((word) => word !== null).join(', ') };
}
