import { type Day, daysBetween } from '#shared/day.ts';
import { startMetrics } from '#shared/drive/catalogue.ts';
import { type ReadinessRule, readinessRules } from '#shared/drive/registers.ts';
import type { Registers } from '#shared/registers/registers.ts';
import type { CurrentState, SeriesReading } from '#shared/signals/reading.ts';
import { anomalyFit, totalMinutes } from './agenda.ts';
import { commitmentsToCheck } from './commitments.ts';
import type { Review } from './review.ts';
import { awayOn } from './rota.ts';
import { instantInZone } from './zone.ts';

export type ReadinessCheck = {
  readonly rule: ReadinessRule['id'];
  readonly weight: ReadinessRule['weight'];
  /** Not judged: what it would need is not there, which is neither good nor bad. */
  readonly status: 'ok' | 'gap' | 'not-judged';
  readonly sentence: string;
};

/** Everything that readiness looks at. */
export type ReadinessInput = {
  readonly review: Review;
  readonly state: CurrentState;
  readonly registers: Registers;
  readonly today: Day;
};

/** A share of what was looked at, and how to say it. */
type Judgement = {
  readonly part: number;
  readonly of: number;
  readonly good: string;
  readonly gap: string;
};

type Judge = (input: ReadinessInput) => Judgement | string;

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

const isStale = (reading: SeriesReading): boolean => reading.state === 'stale' || reading.state === 'missing';

const dataFresh: Judge = ({ state }) => {
  const start = new Set<string>(startMetrics.map((metric) => metric.id));
  const readings = state.readings.filter((reading) => start.has(reading.metric));
  if (readings.length === 0) return 'No data has arrived for the metrics to start with';
  const metrics = new Set(readings.map((reading) => reading.metric));
  const stale = [...metrics].filter((metric) =>
    readings.filter((reading) => reading.metric === metric).every(isStale),
  );
  const names = stale.map((metric) => readings.find((reading) => reading.metric === metric)?.metricName);
  return {
    part: metrics.size - stale.length,
    of: metrics.size,
    good: `${counted(metrics.size - stale.length, 'metric is', 'metrics are')} up to date`,
    gap: `Nothing new for ${names.join(', ')}`,
  };
};

const coverage: Judge = ({ state, registers }) => {
  const teams = registers.entities.filter((entity) => entity.kind === 'team' && entity.active);
  if (teams.length === 0) return 'Coverage by team: no entity is set down as a team yet';
  const covers = (team: string, dimension: string): boolean =>
    state.readings.some((reading) => reading.entity === team && reading.dimension === dimension);
  const bare = teams.filter((team) => !covers(team.id, 'delivery') || !covers(team.id, 'reliability'));
  return {
    part: teams.length - bare.length,
    of: teams.length,
    good: `${counted(teams.length - bare.length, 'team has', 'teams have')} delivery and reliability data`,
    gap: `No delivery or no reliability data for ${bare.map((team) => team.displayName ?? team.id).join(', ')}`,
  };
};

const commitmentsUpdated: Judge = ({ registers, today }) => {
  const closedAtMs = registers.reviews.findLast((review) => review.status === 'closed')?.closedAtMs ?? null;
  if (closedAtMs === null) return 'First review: nothing was promised before';
  const due = commitmentsToCheck(registers.actions, today, closedAtMs);
  const silent = due.filter(({ action }) => {
    const entry = registers.actions.find((candidate) => candidate.id === action);
    return entry === undefined || entry.history.every((edit) => edit.atMs <= closedAtMs);
  });
  return {
    part: due.length - silent.length,
    of: due.length,
    good: 'Every commitment due has a word from its owner',
    gap: `No word from the owner of ${silent.map((commitment) => commitment.action).join(', ')}`,
  };
};

const owners: Judge = ({ registers }) => {
  const active = new Set(registers.people.filter((person) => person.active).map((person) => person.id));
  const initiatives = registers.initiatives.filter(
    ({ tier, status }) => tier === 1 && status !== 'done' && status !== 'dropped',
  );
  const entries = [
    ...registers.actions.filter((action) => action.status === 'open').map(({ id, owner }) => ({ id, owner })),
    ...initiatives.map(({ id, accountable }) => ({ id, owner: accountable })),
  ];
  const orphaned = entries.filter(({ owner }) => owner === null || !active.has(owner));
  return {
    part: entries.length - orphaned.length,
    of: entries.length,
    good:
      entries.length === 0
        ? 'No open action or Tier 1 initiative waits for an owner'
        : 'Every open action and Tier 1 initiative has an owner',
    gap: `No active owner for ${orphaned.map((entry) => entry.id).join(', ')}`,
  };
};

const agendaFits: Judge = ({ review }) => {
  const over = totalMinutes(review.blocks) - review.slotMinutes;
  return {
    part: over === 0 ? 1 : 0,
    of: 1,
    good: 'Minutes add up to the slot',
    gap:
      over > 0
        ? `The agenda is ${counted(over, 'minute', 'minutes')} over the slot`
        : `${counted(-over, 'minute', 'minutes')} of the slot not given out`,
  };
};

const anomaliesFit: Judge = ({ review, state }) => {
  const aside = new Set(Object.keys(review.aside));
  const chosen = state.anomalies.filter((anomaly) => !aside.has(anomaly.id));
  const tight = anomalyFit(review.blocks, chosen).filter((fit) => fit.chosen > fit.fits);
  const over = tight.map(
    ({ dimension, chosen: count, fits }) =>
      `${dimension[0]?.toUpperCase() ?? ''}${dimension.slice(1)} has ${counted(count, 'anomaly', 'anomalies')} and time for ${fits}`,
  );
  return {
    part: tight.length === 0 ? 1 : 0,
    of: 1,
    good: chosen.length === 0 ? 'No anomaly needs minutes' : 'Every anomaly has its four minutes',
    gap: over.join('; '),
  };
};

/** Who is to facilitate or write and is not there that day, as a sentence; null when both are. */
function awayThen({ review, registers, today }: ReadinessInput): string | null {
  const day = review.date ?? today;
  const nameOf = (id: string) => registers.people.find((person) => person.id === id)?.name ?? id;
  const away = [review.facilitator, review.scribe].flatMap((person) => {
    const why = person === null ? null : awayOn(person, day, registers);
    return person === null || why === null
      ? []
      : [`${nameOf(person)} ${why.kind === 'left' ? 'has left' : 'is away that day'}`];
  });
  return away.length === 0 ? null : away.join(', ');
}

const facilitatorSet: Judge = (prepared) => {
  const { facilitator, scribe } = prepared.review;
  const away = awayThen(prepared);
  const missing = facilitator === null ? 'No facilitator is named' : 'No scribe is named';
  const same = facilitator !== null && facilitator === scribe;
  return {
    part: facilitator !== null && scribe !== null && !same && away === null ? 1 : 0,
    of: 1,
    good: 'Facilitator and scribe are named',
    gap: same ? 'Facilitator and scribe are one person' : (away ?? missing),
  };
};

const PRE_READ_HOURS = 24;

const preReadMade: Judge = ({ review, registers, today }) => {
  const { date, time, preReadAtMs } = review;
  if (date === null || time === null) return 'No date is set';
  const startMs = instantInZone(date, time, registers.organization?.timeZone ?? 'UTC');
  const inTime = preReadAtMs !== null && startMs - preReadAtMs >= PRE_READ_HOURS * 3_600_000;
  const late =
    daysBetween(today, date) < 1 ? 'it is handed out less than a day ahead' : 'it is not handed out yet';
  return {
    part: inTime ? 1 : 0,
    of: 1,
    good: 'The pre-read was handed out a day ahead',
    gap: `Pre-read: ${late}`,
  };
};

const incidentsGraded: Judge = () => 'Incident grades: no incident record is kept here';

const definitionsChanged: Judge = () => 'Changes of definitions: no record of them is kept';

const NOT_KEPT_YET: Judge = () => 'No record is kept to judge this by';

const JUDGES: Readonly<Record<string, Judge>> = {
  'data-fresh': dataFresh,
  coverage,
  'commitments-updated': commitmentsUpdated,
  owners,
  'agenda-fits': agendaFits,
  'anomalies-fit': anomaliesFit,
  'incidents-graded': incidentsGraded,
  'definitions-changed': definitionsChanged,
  facilitator: facilitatorSet,
  'pre-read': preReadMade,
};

/** The readiness gate: it warns and never blocks. Rules in the order of the registers. */
export function readinessChecks(input: ReadinessInput): readonly ReadinessCheck[] {
  return readinessRules.map(({ id, weight, warnUnder }) => {
    const judged = (JUDGES[id] ?? NOT_KEPT_YET)(input);
    if (typeof judged === 'string') return { rule: id, weight, status: 'not-judged', sentence: judged };
    const ready = judged.of === 0 || judged.part / judged.of >= warnUnder;
    return { rule: id, weight, status: ready ? 'ok' : 'gap', sentence: ready ? judged.good : judged.gap };
  });
}
