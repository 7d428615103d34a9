import type { Metric } from '#shared/drive/catalogue.ts';
import { crossCheckById } from '#shared/drive/cross-checks.ts';
import { type Series, seriesId } from '#shared/series/series.ts';
import type { EntityFacts, PastVerdict } from '#shared/signals/rank.ts';
import type { Anomaly, CurrentState, SeriesReading } from '#shared/signals/reading.ts';
import { toStanding } from '#shared/signals/slo/standing.ts';
import type { CrossCheck } from './check.ts';
import { checkAnomaly, checksForTheRoom } from './check-anomaly.ts';
import { type CheckSources, checkInput, nameOf } from './check-input.ts';
import { runChecks } from './run-checks.ts';
import { slosOf } from './slos.ts';

type Ranked = {
  readonly anomalies: readonly Anomaly[];
  readonly wins: readonly Anomaly[];
  readonly readings: readonly SeriesReading[];
  /** As they were judged. */
  readonly series: readonly Series[];
};

type Known = {
  readonly metrics: ReadonlyMap<string, Metric>;
  /** Null where no cross-checks are asked for. */
  readonly sources: Omit<CheckSources, 'series' | 'readings'> | null;
  readonly past: ReadonlyMap<string, readonly PastVerdict[]>;
};

/** Checks about a promise to customers, or about assets that can be reached from outside when they stop the line. */
const PROMISES: ReadonlySet<string> = new Set([
  'green-slo-with-incident',
  'breach-without-incident',
  'error-budget-spent',
]);

function facesCustomers(check: CrossCheck, facts: EntityFacts | undefined): boolean {
  if (PROMISES.has(check.code)) return facts?.customerFacing !== false;
  return check.dimension === 'vigilance' && check.level === 'stop';
}

/** Stop checks first, then what is about a Sev0 or Sev1, then what is high, then the rest. */
function placeOf({ check, metric }: Anomaly): number {
  if (check?.level === 'stop') return 0;
  if (check?.code === 'green-slo-with-incident' || metric === 'sev01-incidents') return 1;
  return check?.level === 'high' ? 2 : 3;
}

/** By place, then by score; on a tie the older onset, then the name. */
function inOrder(left: Anomaly, right: Anomaly): number {
  const order = placeOf(left) - placeOf(right) || right.score - left.score;
  if (order !== 0) return order;
  const [first, second] = [`${left.onset} ${left.id}`, `${right.onset} ${right.id}`];
  return first === second ? 0 : first < second ? -1 : 1;
}

/**
 * The ranking with what the cross-checks found: a signal that a check tells already is not put before the room twice,
 * and an improvement that a check doubts is not offered as a win.
 */
export function withCrossChecks(
  { anomalies, wins, readings, series }: Ranked,
  { metrics, sources, past }: Known,
): Pick<CurrentState, 'anomalies' | 'wins' | 'crossChecks' | 'slos'> {
  if (sources === null) return { anomalies, wins, crossChecks: { found: [], notChecked: [] }, slos: [] };
  const input = checkInput({ ...sources, series, readings });
  const crossChecks = runChecks(input);
  const shown = checksForTheRoom(crossChecks.found);
  const covered = new Set(shown.flatMap(({ covers }) => covers));
  const doubted = new Set(shown.flatMap(({ doubts }) => doubts));
  const context = {
    asOf: sources.asOf,
    readings: input.readings,
    metrics,
    entityOf: (check: CrossCheck) => {
      const facts = input.entities.get(check.entities[0] ?? '');
      return {
        facts,
        kind: crossCheckById(check.code)?.entity ?? 'other',
        facesCustomers: facesCustomers(check, facts),
      };
    },
    nameOf: (entity: string) => nameOf(input, entity),
    pastOf: (check: CrossCheck) => past.get(check.series ?? `${check.code}|${check.entities[0] ?? ''}`) ?? [],
  };
  return {
    anomalies: [
      ...shown.map((check) => checkAnomaly(check, context)),
      ...anomalies.filter(({ reading }) => !covered.has(reading.id)),
    ].toSorted(inOrder),
    wins: wins.filter(({ reading }) => !doubted.has(reading.id)),
    crossChecks,
    slos: slosOf(input).map(({ series: one, reading }) => toStanding(seriesId(one), one.entity, reading)),
  };
}
