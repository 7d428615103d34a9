import { record } from '#shared/sample/comma-separated.ts';
import type { SampleService } from '#shared/sample/fernhill.ts';
import { TEAMS } from '#shared/sample/fernhill.ts';
import { isoSecond, workingMoment } from '#shared/sample/moments.ts';
import { sampleValue, WEEK_INDEXES } from '#shared/sample/weekly-values.ts';
import type { Random } from '#shared/seeded-random.ts';
import { seededRandom } from '#shared/seeded-random.ts';

const HEADER = [
  'id',
  'incident_number',
  'description',
  'service_id',
  'service_name',
  'escalation_policy_name',
].concat(['created_on', 'resolved_on', 'seconds_to_first_ack', 'seconds_to_resolve', 'urgency', 'severity']);

type Severity = 'SEV1' | 'SEV2' | 'SEV3' | 'maintenance';

type Incident = {
  readonly description: string;
  readonly service: string;
  readonly at: number;
  readonly seconds: number;
  readonly severity: Severity;
};

/** The outages of the year that many customers felt. */
const SEV1: ReadonlyMap<number, Incident> = new Map([
  [
    8,
    {
      description: 'Edge gateway drops connections after a certificate change',
      service: 'edge-gateway',
      at: Date.parse('2026-01-14T14:22:00Z'),
      seconds: 3480,
      severity: 'SEV1',
    },
  ],
  [
    27,
    {
      description: 'Orders cannot be placed: database failover did not finish',
      service: 'orders',
      at: Date.parse('2026-05-27T09:41:00Z'),
      seconds: 5160,
      severity: 'SEV1',
    },
  ],
  [
    50,
    {
      description: 'INC-20261103-01: 60 % of card payments are declined, reported by customers',
      service: 'payments-gateway',
      at: Date.parse('2026-11-03T11:08:00Z'),
      seconds: 4320,
      severity: 'SEV1',
    },
  ],
]);

/** Week in which three incidents of one team come together by chance. */
const COINCIDENCE = { week: 47, team: 'identity', incidents: 3 };
const CAUSES = [
  'slow answers',
  'errors after a deployment',
  'a full queue',
  'a lost connection',
  'stale cache',
] as const;

function drawn(random: Random, week: number, service: SampleService): Incident {
  const severity = random.chance(0.35) ? 'SEV2' : 'SEV3';
  return {
    description: `${service.id}: ${random.pick(CAUSES)}`,
    service: service.id,
    at: workingMoment(random, week, [3, 20]),
    seconds: Math.round(random.logNormal(severity === 'SEV2' ? 3600 : 2400, 0.6)),
    severity,
  };
}

function serviceOf(random: Random, team: string | null): SampleService {
  const found = TEAMS.find(({ id }) => id === team) ?? TEAMS[random.whole(0, TEAMS.length - 1)];
  return random.pick(found?.services ?? [{ id: 'edge-gateway', tier: 1, customerFacing: true }]);
}

/** From this week on the breached promise of search-api is explained by no incident. */
const UNDECLARED = { week: 47, service: 'search-api', instead: 'recommendations' };

function declaredBy(week: number, service: SampleService): SampleService {
  const stands = week < UNDECLARED.week || service.id !== UNDECLARED.service;
  const services = TEAMS.flatMap((team) => team.services);
  return stands ? service : (services.find(({ id }) => id === UNDECLARED.instead) ?? service);
}

function incidentsOf(random: Random, week: number): readonly Incident[] {
  const told = SEV1.get(week);
  const others = sampleValue('incidents.organization', week) - (told === undefined ? 0 : 1);
  return [
    ...(told === undefined ? [] : [told]),
    ...Array.from({ length: others }, (_, index) => {
      const together = week === COINCIDENCE.week && index < COINCIDENCE.incidents;
      const service = serviceOf(random, together ? COINCIDENCE.team : null);
      return drawn(random, week, declaredBy(week, service));
    }),
  ];
}

/** Announced work on a service: in the same export, and no incident. */
function maintenance(random: Random, week: number): Incident {
  return {
    description: 'Planned maintenance',
    service: 'warehouse-load',
    at: workingMoment(random, week, [4, 6]),
    seconds: 7200,
    severity: 'maintenance',
  };
}

function rowOf(random: Random, incident: Incident, index: number): string {
  const team = TEAMS.find(({ services }) => services.some(({ id }) => id === incident.service));
  return record([
    `Q${(index * 7919 + 104_729).toString(36).toUpperCase()}`,
    index + 1,
    incident.description,
    `P${incident.service.replaceAll('-', '').slice(0, 6).toUpperCase()}`,
    incident.service,
    `${team?.name ?? 'Platform'} on-call`,
    isoSecond(incident.at),
    isoSecond(incident.at + incident.seconds * 1000),
    random.whole(40, 600),
    incident.seconds,
    incident.severity === 'SEV3' ? 'low' : 'high',
    incident.severity,
  ]);
}

/** One row per incident; line ends are mixed and blank lines stand between the quarters, as in the real dump. */
export function pagerdutyIncidents(): string {
  const random = seededRandom('pagerduty-incidents');
  const incidents = WEEK_INDEXES.flatMap((week) => [
    ...incidentsOf(random, week),
    ...(week % 13 === 6 ? [maintenance(random, week)] : []),
  ]);
  const rows = incidents
    .toSorted((a, b) => a.at - b.at)
    .map((incident, index) => rowOf(random, incident, index));
  return [record(HEADER), ...rows]
    .map(
      (row, index) =>
        `${row}${index % 7 === 3 ? '\n' : '\r\n'}${index > 0 && index % 60 === 0 ? '\r\n' : ''}`,
    )
    .join('');
}
