import { addDays, msToDay, WEEK_MS } from '#shared/day.ts';
import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { formatFigure } from '#shared/figures.ts';
import type { IncidentRecord } from '#shared/series/records/record.ts';
import { seriesId } from '#shared/series/series.ts';
import { checked, type Evidence, type Found, notChecked, type Outcome } from './check.ts';
import { type CheckInput, nameOf } from './check-input.ts';
import { facesCustomers, isCustomerGrade, isOfService, minutesOf, placeOf } from './incidents-of.ts';
import { type ReadSloOf, slosOf } from './slos.ts';
import { dayWords } from './weekly.ts';
import { capitalised, percent } from './wording.ts';

const ID = 'green-slo-with-incident';
const SHARE = checkThreshold(ID, 'share');
const EXPECTED_MIN = checkThreshold(ID, 'expectedMin');
const SHARE_DEFAULT = checkThreshold(ID, 'affectedShareDefault');
/** An incident is spoken of while the window of its budget lasts. */
const LOOKBACK_DAYS = 30;

type Case = { readonly incident: IncidentRecord; readonly service: string; readonly minutes: number };

function clock(ms: number): string {
  return new Date(ms).toISOString().slice(11, 16);
}

function incidentEvidence({ incident, minutes, service }: Case): readonly Evidence[] {
  const link = { kind: 'incident', id: incident.id } as const;
  const period = `${dayWords(msToDay(incident.startMs))}, ${clock(incident.startMs)} to ${clock(incident.startMs + minutes * 60_000)}`;
  const share = incident.affectedShare;
  return [
    {
      label: `${incident.id} (${incident.severity}), ${service}`,
      value: `${minutes} min: ${incident.title}`,
      period,
      link,
    },
    {
      label: 'Customers touched',
      value: share === null ? 'not recorded' : percent(share),
      period: null,
      link,
    },
  ];
}

const assumed = (incident: IncidentRecord) =>
  incident.affectedShare === null
    ? ['Nobody recorded how many customers it touched: all of them are reckoned with.']
    : [];

/** What the incident should have cost of the budget, against what the SLO lost in the weeks that it overlaps. */
function comparedWith(input: CheckInput, slo: ReadSloOf, of: Case): Found | null {
  const { incident, minutes, service } = of;
  const { allowance, windowDays, weeks, objective } = slo.reading;
  const share = incident.affectedShare ?? SHARE_DEFAULT;
  const expected = (minutes * share * allowance.of) / (windowDays * 1440 * allowance.bad);
  const end = incident.startMs + minutes * 60_000;
  const during = weeks.filter(
    ({ week }) => Date.parse(week) < end && Date.parse(week) + WEEK_MS > incident.startMs,
  );
  const measured = during.reduce((sum, { used }) => sum + used, 0);
  if (during.length === 0 || !(expected >= EXPECTED_MIN && measured < SHARE * expected)) return null;
  const promised = formatFigure(objective, 'share');
  const name = capitalised(nameOf(input, service));
  const touched = incident.affectedShare === null ? 'customers' : `${percent(share)} of customers`;
  return {
    entities: [service, incident.id],
    onset: msToDay(incident.startMs),
    headline: `${name}: a ${incident.severity} that its SLO did not see`,
    text: `${name}: ${incident.severity} on ${dayWords(msToDay(incident.startMs))} lasted ${minutes} min and touched ${touched}; that should have cost ${percent(expected)} of the error budget of “${promised}”, which lost ${percent(measured)}. The SLO does not see what customers saw.`,
    rule: `Expected: ${minutes} of the ${(windowDays * 1440).toLocaleString('en-GB')} minutes of ${windowDays} days, times ${percent(share)} of customers, over the ${formatFigure(allowance.bad / allowance.of, 'share')} that may fail: ${percent(expected)} of the budget. Measured in that week: ${percent(measured)}, which is under ${percent(SHARE)} of what was expected.`,
    evidence: [
      ...incidentEvidence(of),
      {
        label: `Budget of ${promised} used in the week`,
        value: percent(measured),
        period: `week of ${dayWords(during[0]?.week ?? '')}`,
        link: { kind: 'series', id: seriesId(slo.series) },
      },
    ],
    series: seriesId(slo.series),
    covers: [],
    notes: assumed(incident),
    size: Math.min(1, (expected - measured) / expected),
  };
}

function uncovered(input: CheckInput, of: Case): Found {
  const { incident, minutes, service } = of;
  const name = capitalised(nameOf(input, service));
  const day = dayWords(msToDay(incident.startMs));
  return {
    entities: [service, incident.id],
    onset: msToDay(incident.startMs),
    headline: `${name}: a ${incident.severity}, and no SLO covers it`,
    text: `${name}: ${incident.severity} on ${day} lasted ${minutes} min, and no SLO covers the service. Nothing measures what customers saw.`,
    rule: `A ${incident.severity} on a service that customers meet, and no SLO with objective and counts is measured on it.`,
    evidence: incidentEvidence(of),
    series: null,
    covers: [],
    notes: assumed(incident),
  };
}

function foundFor(input: CheckInput, slos: readonly ReadSloOf[], of: Case): readonly Found[] {
  const own = slos.filter(({ series }) => isOfService(series.entity, of.service));
  if (own.length > 0) return own.flatMap((slo) => comparedWith(input, slo, of) ?? []);
  // An SLO without counts or objective is no proof that none covers the service.
  const isMeasured = (input.byMetric.get('slo-attainment') ?? []).some(({ entity }) =>
    isOfService(entity, of.service),
  );
  return isMeasured ? [] : [uncovered(input, of)];
}

/** A Sev0 or Sev1 that should have cost error budget, beside an SLO that lost little: the SLO does not see it. */
export function greenSloWithIncident(input: CheckInput): Outcome {
  const { incidents } = input.records;
  if (incidents === null)
    return notChecked('no incidents with service, severity, start and end are imported');
  const slos = slosOf(input);
  if (slos.length === 0) return notChecked('no SLO has an objective and its counts of events up to now');
  const from = Date.parse(addDays(input.asOf, -LOOKBACK_DAYS));
  const cases = incidents.filter(isCustomerGrade).flatMap((incident): readonly Case[] => {
    const [service, minutes] = [placeOf(incident), minutesOf(incident)];
    const isNow = incident.startMs >= from && incident.startMs < Date.parse(input.asOf) + 86_400_000;
    if (service === null || minutes === null || !isNow || !facesCustomers(input, service)) return [];
    return [{ incident, service, minutes }];
  });
  return checked(cases.flatMap((one) => foundFor(input, slos, one)));
}
