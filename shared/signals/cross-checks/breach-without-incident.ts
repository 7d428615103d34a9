import { DAY_MS, WEEK_MS } from '#shared/day.ts';
import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { formatPair } from '#shared/figures.ts';
import type { IncidentRecord } from '#shared/series/records/record.ts';
import { seriesId } from '#shared/series/series.ts';
import { policyOf } from '#shared/signals/slo/budget-policy.ts';
import { checked, type Found, notChecked, type Outcome } from './check.ts';
import { type CheckInput, nameOf } from './check-input.ts';
import { facesCustomers, isOfService, placeOf } from './incidents-of.ts';
import { type ReadSloOf, slosOf } from './slos.ts';
import { dayWords } from './weekly.ts';
import { capitalised, counted, percent } from './wording.ts';

const ID = 'breach-without-incident';
const WEEK_SHARE = checkThreshold(ID, 'weekShare');
const SLACK_MS = checkThreshold(ID, 'slackDays') * DAY_MS;

type Span = { readonly from: number; readonly to: number };

/** Incidents of any severity on the service that overlap the time, widened for clocks that differ. */
function incidentsIn(incidents: readonly IncidentRecord[], service: string, { from, to }: Span): boolean {
  return incidents.some((incident) => {
    const place = placeOf(incident);
    const end = incident.endMs ?? Number.POSITIVE_INFINITY;
    return (
      place !== null &&
      isOfService(service, place) &&
      incident.startMs < to + SLACK_MS &&
      end > from - SLACK_MS
    );
  });
}

/** What was broken, and when: the objective over its window, or a fifth of the budget in the newest week. */
function breachesOf({ reading }: ReadSloOf): readonly Span[] {
  const newest = reading.weeks.at(-1);
  if (newest === undefined) return [];
  const end = Date.parse(newest.week) + WEEK_MS;
  const window = { from: Date.parse(reading.window.from), to: end };
  return [
    ...(reading.left < 0 ? [window] : []),
    ...(newest.used > WEEK_SHARE ? [{ from: Date.parse(newest.week), to: end }] : []),
  ];
}

function onsetOf({ reading }: ReadSloOf): string {
  const calm = reading.weeks.findLastIndex(({ burn }) => burn <= 1);
  return reading.weeks[calm + 1]?.week ?? reading.weeks.at(-1)?.week ?? reading.window.to;
}

function foundFor(input: CheckInput, slo: ReadSloOf, incidents: readonly IncidentRecord[]): Found | null {
  const { series, reading } = slo;
  if (reading.isLowTraffic || !facesCustomers(input, series.entity)) return null;
  const unexplained = breachesOf(slo).filter((span) => !incidentsIn(incidents, series.entity, span));
  const newest = reading.weeks.at(-1);
  if (unexplained.length === 0 || newest === undefined) return null;
  const name = capitalised(nameOf(input, series.entity));
  const [stands, promised] = formatPair(reading.attainment, reading.objective, 'share');
  const link = { kind: 'series', id: seriesId(series) } as const;
  const used = percent(newest.used);
  const policy =
    reading.state === 'spent' ? ` Its budget is spent; the policy says: ${policyOf('spent')}` : '';
  return {
    entities: [series.entity],
    onset: onsetOf(slo),
    headline: `${name} at ${stands} of ${promised}, and no incident explains it`,
    text: `${name}: “${promised}” stands at ${stands} over ${counted(reading.window.weeks, 'week')}; ${used} of its budget went in the week of ${dayWords(newest.week)}, and no incident is on record. Either the objective is noise or an incident was never declared.${policy}`,
    rule: `${reading.left < 0 ? `Attainment over the window, ${stands}, is under ${promised}` : `Attainment over the window is ${stands} against ${promised}`}; the newest week used ${used} of the budget (${percent(WEEK_SHARE)} is the most that routine explains). No incident of any severity on ${series.entity} overlaps that time, a day on either side included.`,
    evidence: [
      {
        label: 'Attainment over the window',
        value: `${stands} against ${promised}`,
        period: `${dayWords(reading.window.from)} to ${dayWords(reading.window.to)}`,
        link,
      },
      {
        label: 'Budget used a week',
        value: reading.weeks
          .slice(-reading.window.weeks)
          .map((week) => percent(week.used))
          .join(', '),
        period: null,
        link,
      },
      { label: 'Incidents on record in that time', value: 'none', period: null, link: null },
    ],
    series: seriesId(series),
    covers: [seriesId(series)],
    tells: ['error-budget-spent'],
    notes: ['Which services it depends on is not known here: their incidents were not looked at.'],
    size: Math.min(1, Math.max(newest.used, -reading.left)),
  };
}

/** A promise to customers that is broken while no incident is on record for that time. */
export function breachWithoutIncident(input: CheckInput): Outcome {
  const { incidents } = input.records;
  const slos = slosOf(input);
  if (slos.length === 0) return notChecked('no SLO has an objective and its counts of events up to now');
  if (incidents === null) return notChecked('no incidents with service, start and end are imported');
  return checked(slos.flatMap((slo) => foundFor(input, slo, incidents) ?? []));
}
