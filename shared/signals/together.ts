import { type Day, daysBetween } from '#shared/day.ts';
import { groupBy } from '#shared/events/group-by.ts';
import type { MetricDefinition } from './definition.ts';
import type { Assessment, OpenFinding } from './evaluate.ts';
import type { Anomaly } from './reading.ts';

/** Signals that began within so many days of each other are shown beside each other. */
const TOGETHER_DAYS = 14;
const MOST_MOVED = 3;
/** A part of a total that counts fewer than this a period tells little by itself. */
const RARE = 1;

/** An open finding with what is known of its series. */
export type Found = {
  readonly assessment: Assessment;
  readonly definition: MetricDefinition | null;
  readonly finding: OpenFinding;
  readonly anomaly: Omit<Anomaly, 'movedWith'>;
};

/** Of several found of one thing the one that speaks for it, in the place of the first of them. */
function oneVoice(
  found: readonly Found[],
  keyOf: (one: Found) => string | null,
  speaks: (one: Found, other: Found) => boolean,
): readonly Found[] {
  const voices = new Map<string, Found>();
  for (const one of found) {
    const key = keyOf(one);
    const other = key === null ? undefined : voices.get(key);
    if (key !== null && (other === undefined || speaks(one, other))) voices.set(key, one);
  }
  return found.filter((one) => {
    const key = keyOf(one);
    return key === null || voices.get(key) === one;
  });
}

/** A composition (capacity) raises one signal, not one per part: that of the part that changed most for its size. */
function compositionOf({ definition, anomaly }: Found): string | null {
  return definition?.group === 'capacity' ? `${definition.group}|${anomaly.entity}` : null;
}

/** Ranking puts what is worse first; among equals the part that changed most for its size tells most. */
function tellsMore(one: Found, other: Found): boolean {
  return one.anomaly.direction === other.anomaly.direction && one.finding.size > other.finding.size;
}

function meanOf({ assessment }: Found): number {
  return assessment.reading.phases.at(-1)?.centre ?? Number.POSITIVE_INFINITY;
}

/** Rare counts of a part are evidence beside a total that left its routine the same way, and no finding of their own. */
function isPartOf(one: Found, totals: ReadonlyMap<string, Found>): boolean {
  const { anomaly, finding, assessment } = one;
  if (finding.kind !== 'signal' || assessment.reading.engine?.kind !== 'poisson') return false;
  const total = totals.get(anomaly.metric);
  return (
    total !== undefined &&
    total !== one &&
    total.anomaly.direction === anomaly.direction &&
    meanOf(one) < RARE
  );
}

const LEAD_TIME = 'change-lead-time';

/** A stage of the way to production is evidence beside the lead time that it is a part of, where both moved together. */
function isStageOf(one: Found, leads: ReadonlyMap<string, Found>): boolean {
  const { anomaly, finding, definition } = one;
  if (finding.kind !== 'signal' || definition?.group !== 'value-stream') return false;
  const lead = leads.get(anomaly.entity);
  return (
    lead !== undefined &&
    lead.anomaly.direction === anomaly.direction &&
    Math.abs(daysBetween(lead.anomaly.onset, anomaly.onset)) <= TOGETHER_DAYS
  );
}

function signalsBy(
  found: readonly Found[],
  isOne: (one: Found) => boolean,
  keyOf: (one: Found) => string,
): ReadonlyMap<string, Found> {
  return new Map(
    found
      .filter((one) => one.finding.kind === 'signal' && isOne(one))
      .map((one) => [keyOf(one), one] as const),
  );
}

/** Ranked findings so that one change is put before the room once. */
export function oneOfEach(found: readonly Found[]): readonly Found[] {
  const totals = signalsBy(
    found,
    ({ anomaly }) => anomaly.entity === 'organization',
    ({ anomaly }) => anomaly.metric,
  );
  const leads = signalsBy(
    found,
    ({ anomaly }) => anomaly.metric === LEAD_TIME,
    ({ anomaly }) => anomaly.entity,
  );
  const own = found.filter((one) => !isPartOf(one, totals) && !isStageOf(one, leads));
  return oneVoice(own, compositionOf, tellsMore);
}

/** Signals by the fortnight of their onset, strongest first, so that a bad day of 20,000 series stays quick. */
export function byFortnight(found: readonly Found[]): ReadonlyMap<number, readonly Found[]> {
  const strongest = found
    .filter(({ finding }) => finding.kind === 'signal')
    .toSorted((left, right) => right.finding.signal.strength - left.finding.signal.strength);
  return groupBy(strongest, ({ anomaly }) => fortnightOf(anomaly.onset));
}

function fortnightOf(day: Day): number {
  return Math.floor(daysBetween('1970-01-01', day) / TOGETHER_DAYS);
}

/** What left its routine within two weeks of the onset: the same entity's series first, then the strongest. */
export function movedWith(
  one: Found,
  fortnights: ReadonlyMap<number, readonly Found[]>,
): Anomaly['movedWith'] {
  const here = fortnightOf(one.anomaly.onset);
  const near = [here - 1, here, here + 1].flatMap((fortnight) => {
    const others = (fortnights.get(fortnight) ?? []).filter(
      ({ anomaly }) =>
        anomaly.reading.id !== one.anomaly.reading.id &&
        Math.abs(daysBetween(one.anomaly.onset, anomaly.onset)) <= TOGETHER_DAYS,
    );
    const own = others.filter(({ anomaly }) => anomaly.entity === one.anomaly.entity);
    return [...own.slice(0, MOST_MOVED), ...others.slice(0, MOST_MOVED)];
  });
  const own = (other: Found): number => Number(other.anomaly.entity === one.anomaly.entity);
  return [...new Set(near)]
    .toSorted(
      (left, right) => own(right) - own(left) || right.finding.signal.strength - left.finding.signal.strength,
    )
    .slice(0, MOST_MOVED)
    .map(({ anomaly }) => ({ id: anomaly.reading.id, text: anomaly.headline }));
}
