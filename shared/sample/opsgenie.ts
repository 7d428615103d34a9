import { lines, record } from '#shared/sample/comma-separated.ts';
import type { SampleTeam } from '#shared/sample/fernhill.ts';
import { TEAMS } from '#shared/sample/fernhill.ts';
import { isoSecond, outOfHoursMoment, workingMoment } from '#shared/sample/moments.ts';
import { sampleValue, WEEK_INDEXES } from '#shared/sample/weekly-values.ts';
import type { Random } from '#shared/seeded-random.ts';
import { seededRandom } from '#shared/seeded-random.ts';

const HEADER = [
  'Alert ID',
  'Alias',
  'TinyID',
  'Message',
  'Status',
  'IsSeen',
  'Acknowledged',
  'Snoozed',
].concat(['CreatedAt', 'CreatedAtDate', 'UpdatedAt', 'UpdatedAtDate', 'Count', 'Owner', 'Teams']);
type Symptom = { readonly key: string; readonly message: string };

const SYMPTOMS: readonly [Symptom, ...Symptom[]] = [
  { key: 'latency', message: 'Latency, p95 "checkout path" over limit' },
  { key: 'errors', message: 'Error rate over 2 %' },
  { key: 'queue', message: 'Queue grows for 15 minutes' },
  { key: 'disk', message: 'Disk "data" 91 % full' },
  { key: 'health', message: 'Health check fails' },
  { key: 'certificate', message: 'Certificate ends within 7 days' },
];
const OUT_OF_HOURS_SHARE = 0.28;
/** Alerts that come a second time within ten minutes; importing must count each pair once. */
const REPEATED_SHARE = 0.08;
/** Two alerts of one key are either a repetition within ten minutes or at least this far apart. */
const APART_MS = 30 * 60_000;

type Alert = {
  readonly team: string;
  readonly alias: string;
  readonly message: string;
  readonly at: number;
  readonly lasted: number;
  readonly acknowledged: boolean;
};

function messageOf(service: string, symptom: Symptom): string {
  return `${service}: ${symptom.message}`;
}

function alertsOf(random: Random, team: SampleTeam, week: number): readonly Alert[] {
  const alerts: Alert[] = [];
  const pages = sampleValue(`pages.${team.id}`, week);
  while (alerts.length < pages) {
    const service = random.pick(team.services).id;
    const symptom = random.pick(SYMPTOMS);
    const alias = `${service}-${symptom.key}`;
    const at = random.chance(OUT_OF_HOURS_SHARE)
      ? outOfHoursMoment(random, week)
      : workingMoment(random, week, [10, 16]);
    if (alerts.some((other) => other.alias === alias && Math.abs(other.at - at) < APART_MS)) continue;
    alerts.push({
      team: team.id,
      alias,
      message: messageOf(service, symptom),
      at,
      lasted: random.whole(2, 90) * 60_000,
      acknowledged: random.chance(0.8),
    });
  }
  return alerts;
}

function withRepetitions(random: Random, alerts: readonly Alert[]): readonly Alert[] {
  return alerts.flatMap((alert) =>
    random.chance(REPEATED_SHARE)
      ? [alert, { ...alert, at: alert.at + random.whole(60, 540) * 1000 }]
      : [alert],
  );
}

function rowOf(random: Random, alert: Alert, index: number): string {
  const updated = alert.at + alert.lasted;
  return record([
    `a${(index + 1).toString(16).padStart(6, '0')}`,
    alert.alias,
    4000 + index,
    alert.message,
    'closed',
    'true',
    String(alert.acknowledged),
    'false',
    alert.at,
    isoSecond(alert.at),
    updated,
    isoSecond(updated),
    random.chance(0.85) ? 1 : random.whole(2, 14),
    alert.acknowledged ? `oncall-${alert.team}@fernhill.example` : '',
    alert.team,
  ]);
}

/** One row per alert that paged, some of them twice within ten minutes; dates as epoch milliseconds. */
export function opsgenieAlerts(): string {
  const random = seededRandom('opsgenie-alerts');
  const alerts = WEEK_INDEXES.flatMap((week) =>
    TEAMS.flatMap((team) => withRepetitions(random, alertsOf(random, team, week))),
  );
  const rows = alerts.toSorted((a, b) => a.at - b.at).map((alert, index) => rowOf(random, alert, index));
  return lines([record(HEADER), ...rows]);
}
