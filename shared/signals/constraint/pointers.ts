import { groupBy } from '#shared/events/group-by.ts';
import type { InitiativeOnRecord } from '#shared/signals/cross-checks/on-record.ts';
import type { EntityFacts } from '#shared/signals/rank.ts';
import type { Anomaly, SeriesReading } from '#shared/signals/reading.ts';
import { inSentence } from '#shared/signals/sentence.ts';
import { type Pointed, type Pointer, WEIGHTS } from './candidates.ts';

export type PointerSources = {
  readonly initiatives: readonly InitiativeOnRecord[];
  readonly entities: readonly EntityFacts[];
  readonly anomalies: readonly Anomaly[];
  readonly readings: readonly SeriesReading[];
};

const STAGES: ReadonlySet<string> = new Set([
  'coding-time',
  'review-pickup-time',
  'review-time',
  'deploy-wait-time',
  'ci-duration',
]);
const CAPACITY: ReadonlySet<string | undefined> = new Set(['toil-up-new-work-down', 'pager-high-and-rising']);
const LEAST_TEAMS = 2;
const LEAST_WAITING = 2;
const LEAST_OF_SERVICE = 3;

const isOpen = ({ status }: InitiativeOnRecord): boolean => status !== 'done' && status !== 'dropped';

function ofInitiative(initiative: InitiativeOnRecord): Pointer {
  const { id, name, tier, status, reason } = initiative;
  const what = `${id} ${name}${tier === 1 ? ', Tier 1,' : ''}`;
  if (status !== 'blocked') return { record: id, weight: WEIGHTS.worse, text: `${what} waits for it` };
  const why = reason === null ? '' : `: ${reason}`;
  return {
    record: id,
    weight: tier === 1 ? WEIGHTS.blockedTier1 : WEIGHTS.blocked,
    text: `${what} is blocked${why}`,
  };
}

/** The parts of one composition are one record. */
function recordOfReading({ id, metric, entity }: SeriesReading): string {
  return metric.startsWith('capacity-') ? `capacity|${entity}` : id;
}

/** Checks about one initiative speak of the initiative; every other record is the series that it is drawn on. */
function recordOf({ check, reading, entity, id }: Anomaly): string {
  if (check?.code.startsWith('tier1-') === true) return check.entities[0] ?? entity;
  return reading.points.length > 0 ? recordOfReading(reading) : id;
}

function ofAnomaly(anomaly: Anomaly): Pointer {
  const weight = anomaly.check?.level === 'stop' ? WEIGHTS.stop : WEIGHTS.worse;
  return { record: recordOf(anomaly), weight, text: anomaly.headline };
}

/** Series that got worse, whether or not a check tells them already. */
function ofReading(reading: SeriesReading): Pointer {
  const text = `${reading.entityName}: ${inSentence(reading.metricName)} got worse`;
  return { record: recordOfReading(reading), weight: WEIGHTS.worse, text };
}

/** A decision, or another initiative, that several open initiatives wait for. */
function waitedFor({ initiatives }: PointerSources): readonly Pointed[] {
  const open = initiatives.filter(isOpen);
  const waits = open.flatMap((initiative) => initiative.waitsFor.map((what) => ({ what, initiative })));
  return [...groupBy(waits, ({ what }) => what.toLowerCase())].flatMap(
    ([key, waiting]): readonly Pointed[] => {
      if (waiting.length < LEAST_WAITING) return [];
      const other = open.find(({ id, name }) => id.toLowerCase() === key || name.toLowerCase() === key);
      return [
        {
          kind: other === undefined ? 'decision' : 'initiative',
          name: other?.name ?? waiting[0]?.what ?? '',
          pointers: waiting.map(({ initiative }) => ofInitiative(initiative)),
        },
      ];
    },
  );
}

/** A team at which stop checks and worse signals come together, or that others wait for to be unblocked. */
function teams({ initiatives, entities, anomalies, readings }: PointerSources): readonly Pointed[] {
  const teamOf = new Map(entities.map(({ id, team = null }) => [id, team]));
  return entities
    .filter(({ kind }) => kind === 'team')
    .flatMap(({ id, displayName }): readonly Pointed[] => {
      const isHere = (entity: string) => entity === id || teamOf.get(entity) === id;
      const worse = anomalies.filter(({ entity, direction }) => direction === 'worse' && isHere(entity));
      const owed = initiatives.filter(
        ({ status, unblockTeam }) => status === 'blocked' && unblockTeam === id,
      );
      const pointers = [
        ...owed.map(ofInitiative),
        ...worse.map(ofAnomaly),
        ...readings.filter(({ state, entity }) => state === 'worse' && isHere(entity)).map(ofReading),
      ];
      // Symptoms alone say where it hurts; the limit is often above the team that shows them.
      if (!pointers.some(({ weight }) => weight > WEIGHTS.worse)) return [];
      return [{ kind: 'team', name: displayName ?? id, pointers }];
    });
}

/** A service that comes up in three or more open signals, incidents or breaches. */
function services({ entities, anomalies }: PointerSources): readonly Pointed[] {
  return entities
    .filter(({ kind }) => kind === 'service')
    .flatMap(({ id, displayName }): readonly Pointed[] => {
      const open = anomalies.filter(
        ({ entity, check, direction }) =>
          direction === 'worse' && (entity === id || check?.entities.includes(id) === true),
      );
      if (open.length < LEAST_OF_SERVICE) return [];
      return [{ kind: 'service', name: displayName ?? id, pointers: open.map(ofAnomaly) }];
    });
}

/** A stage of the way to production, by the places in which it got slower. */
function stages({ anomalies }: PointerSources): readonly Pointed[] {
  const slower = anomalies.filter(({ metric, direction }) => direction === 'worse' && STAGES.has(metric));
  return [...groupBy(slower, ({ metricName }) => metricName)].map(([name, open]) => ({
    kind: 'stage',
    name,
    pointers: open.map(ofAnomaly),
  }));
}

/** Toil or the pager, where two teams or more are under it. */
function capacity({ anomalies }: PointerSources): readonly Pointed[] {
  const under = anomalies.filter(({ check }) => CAPACITY.has(check?.code));
  if (new Set(under.map(({ entity }) => entity)).size < LEAST_TEAMS) return [];
  return [{ kind: 'capacity', name: 'Time lost to toil and the pager', pointers: under.map(ofAnomaly) }];
}

/** Everything that open records point at, by the rules of registers.json; `rankCandidates` says where it converges. */
export function constraintPointers(sources: PointerSources): readonly Pointed[] {
  return [
    ...waitedFor(sources),
    ...teams(sources),
    ...services(sources),
    ...stages(sources),
    ...capacity(sources),
  ].filter(({ pointers }) => pointers.length > 0);
}
