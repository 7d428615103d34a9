import { type Day, daysBetween } from '#shared/day.ts';
import type { Metric } from '#shared/drive/catalogue.ts';
import { type CheckedEntity, type PastVerdict, rankCheck } from '#shared/signals/rank.ts';
import type { Anomaly, SeriesReading } from '#shared/signals/reading.ts';
import type { CrossCheck } from './check.ts';

/** What the records are drawn as where no series belongs to the claim: nothing. */
function emptyReading({ id, code, name, dimension, text, entities }: CrossCheck): SeriesReading {
  const entity = entities[0] ?? 'organization';
  return {
    id,
    metric: code,
    metricName: name,
    entity,
    entityName: entity,
    dimension,
    unit: null,
    good: 'neutral',
    grain: 'week',
    chart: 'xmr',
    why: 'it rests on records, not on a series',
    phases: [],
    points: [],
    target: null,
    signals: [],
    status: 'values-only',
    state: 'worse',
    sentence: text,
    bounds: [null, null],
  };
}

export type CheckContext = {
  readonly asOf: Day;
  readonly readings: ReadonlyMap<string, SeriesReading>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly entityOf: (check: CrossCheck) => CheckedEntity;
  readonly nameOf: (entity: string) => string;
  readonly pastOf: (check: CrossCheck) => readonly PastVerdict[];
};

const MOST_QUESTIONS = 3;
const MOST_LINES = 12;

/** A check that fired, as it is put before the room: drawn on its series, its own questions before the metric's. */
export function checkAnomaly(check: CrossCheck, context: CheckContext): Anomaly {
  const reading =
    (check.series === null ? undefined : context.readings.get(check.series)) ?? emptyReading(check);
  const entity = check.entities[0] ?? 'organization';
  const weeks = Math.max(1, Math.floor(daysBetween(check.onset, context.asOf) / 7));
  const asked = context.metrics.get(reading.metric)?.questions.worse ?? [];
  const { code, name, level, rule, evidence, refutedBy, verdict, entities, notes } = check;
  return {
    id: check.id,
    kind: 'threshold',
    dimension: check.dimension,
    headline: check.headline,
    sentence: check.text,
    direction: 'worse',
    onset: check.onset,
    metric: reading.metric,
    metricName: reading.metricName,
    entity,
    entityName: context.nameOf(entity),
    outcome: check.outcome,
    questions: [...new Set([...check.questions, ...asked])].slice(0, MOST_QUESTIONS),
    ...rankCheck(
      { level, size: check.size, weeks },
      { entity: context.entityOf(check), past: context.pastOf(check), reading },
    ),
    reading,
    movedWith: [],
    check: {
      code,
      name,
      level,
      entities: [...entities],
      rule,
      evidence: evidence.slice(0, MOST_LINES),
      refutedBy,
      verdict,
      notes,
    },
  };
}

/** What the block of commitments opens with; it is no anomaly of a dimension. */
const OF_COMMITMENTS = 'commitments-slipping';

/** Checks that are put before the room: the notices belong to Prepare, and one that another tells already is left out. */
export function checksForTheRoom(found: readonly CrossCheck[]): readonly CrossCheck[] {
  return found.filter(
    (check) =>
      check.level !== 'notice' &&
      check.code !== OF_COMMITMENTS &&
      !found.some(
        (other) =>
          other !== check && other.tells.includes(check.code) && other.entities[0] === check.entities[0],
      ),
  );
}
